// Takes and files of sound: what is told of them, where, and what puts it right.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { HeardRecording } from '../../src/check/recordings.ts';
import { checked, fixed } from './checked.ts';

const quiet: HeardRecording = { seconds: 8, clipped: [], onsets: [], notes: [], cuts: [] };

const song = (take: string, rest = ''): string => `song "Takes" { tempo 120bpm, key A minor }
take vox1 = "takes/vox1.wav"${take}
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
${rest}`;

const found = (text: string, heard: Partial<HeardRecording>): readonly string[] =>
  checked(text, { recordings: { 'takes/vox1.wav': { ...quiet, ...heard } } }).problems.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

suite('takes', () => {
  test('need no instrument, nor do samples; a pattern beside them does', () => {
    assert.deepEqual(found(song(''), {}), []);
    const [missing] = found(
      `sample clap = "clap.wav"
track drum { level: -6dB }
track lead { level: -6dB }
section verse 4 bars { drum: "clap*4", lead: "a4" }
arrange verse
`,
      {},
    );
    assert.match(missing!, /^ARR1: The track lead has no instrument/);
  });

  test('cut off at full scale are told from three places on, of what plays', () => {
    const clipped = [0.5, 1, 2, 3, 7.5];
    assert.match(
      found(song(''), { clipped })[0]!,
      /^REC1: vox1 is cut off at full scale in 5 places, first at 0:00\.5/,
    );
    assert.match(found(song(' { trim: 1s..4s }'), { clipped })[0]!, /in 3 places, first at 0:01\.0/);
    assert.deepEqual(found(song(' { trim: 1s..3s }'), { clipped }), []);
    assert.deepEqual(found(song(' { declip: true }'), { clipped }), [], 'its tops are made anew');
  });

  test('with no fade click at the end that is loud, and only there', () => {
    const cuts = [
      { seconds: 0, jumpDb: -70 },
      { seconds: 8, jumpDb: -12 },
    ];
    assert.match(found(song(' { fade: 0ms }'), { cuts })[0]!, /^EDT1: vox1 ends at 0:08\.0 of the file/);
    assert.deepEqual(found(song(''), { cuts }), []);
  });

  test('off their pitch are told once, the worst note first, unless they are tuned', () => {
    const notes = [
      { fromSeconds: 1, toSeconds: 2, midi: 69.3 },
      { fromSeconds: 3, toSeconds: 4, midi: 71.58 },
      { fromSeconds: 5, toSeconds: 6, midi: 72.1 },
    ];
    assert.deepEqual(found(song(''), { notes }), [
      'TUN1: 2 held notes of vox1 are off, the C5 at 0:03.0 of the file most: 42 cents flat; over 25 it is heard. Sing it again, or tune the take.',
    ]);
    assert.deepEqual(found(song(' { tune: key }'), { notes }), []);
  });

  test('are tuned to the key where their notes are in it, else to the nearest notes', () => {
    const title = (midi: number): string =>
      checked(song(''), {
        recordings: { 'takes/vox1.wav': { ...quiet, notes: [{ fromSeconds: 1, toSeconds: 2, midi }] } },
      }).problems[0]!.fixes![0]!.title;
    assert.equal(title(69.3), 'Tune vox1 to the key');
    assert.equal(title(70.3), 'Tune vox1 to the nearest notes');
  });
});

suite('loops', () => {
  const loop = (tempo: number, rest = ''): readonly { readonly message: string }[] =>
    checked(`song "Loops" { tempo 87bpm, key A minor }
take beat = "loops/beat.wav" { tempo: ${tempo}bpm, loop: true${rest} }
track drums { level: -6dB }
section verse 4 bars { drums: beat }
arrange verse
`).problems;

  test('may follow the song by an eighth, and like a tape by as much as they like', () => {
    for (const tempo of [80, 87, 95]) assert.deepEqual(loop(tempo), [], `${tempo}`);
    assert.match(
      loop(110)[0]!.message,
      /^beat was played at 110bpm and follows the song at 87bpm: it is stretched by 26 %/,
    );
    assert.deepEqual(loop(110, ', stretch: repitch'), []);
  });

  test('at twice the tempo are counted in half of it', () => {
    assert.match(loop(174)[0]!.message, /Counted at 87bpm it fits\.$/);
  });

  const heard = (chroma: readonly number[], rest = '', key = 'A minor'): readonly string[] =>
    checked(
      `song "Loops" { tempo 96bpm, key ${key} }
take riff = "riff.wav" { tempo: 96bpm, loop: true${rest} }
track keys { level: -6dB }
section verse 4 bars { keys: riff }
arrange verse
`,
      {
        recordings: {
          'riff.wav': { ...quiet, key: { tonic: 0, mode: 'minor', agreement: 0.8, chroma } },
        },
      },
    ).problems.map(({ rule, message }) => `${rule}: ${message}`);
  const cMinor = [0.22, 0, 0.1, 0.16, 0, 0.12, 0, 0.2, 0.08, 0, 0.12, 0];

  test('in another key are told, with the shortest way home, and silent once they are transposed', () => {
    assert.deepEqual(heard(cMinor), [
      'HAR6: riff is in C minor, and the song in A minor: 36 % of what it plays is outside of the key. Transpose it by 3 semitones down.',
    ]);
    assert.deepEqual(heard(cMinor, ', transpose: -3st'), []);
  });

  test('in the relative key, in a mode, or of a few notes are at home', () => {
    assert.deepEqual(heard(cMinor, '', 'Eb major'), []);
    assert.deepEqual(heard(cMinor, '', 'F dorian'), []);
    assert.deepEqual(heard([0.5, 0, 0, 0.3, 0, 0, 0, 0.2, 0, 0, 0, 0]), []);
  });
});

suite('takes in time', () => {
  const late = (by: (i: number) => number, rest = ''): readonly string[] => {
    const onsets = Array.from({ length: 16 }, (_, i) => 0.2 + i * 0.25 + by(i));
    const recordings = { 'takes/vox1.wav': { ...quiet, onsets } };
    return checked(song(` { trim: 0.2s..8s${rest} }`), { recordings }).problems.map(({ message }) => message);
  };

  test('that are late by the same throughout were not corrected for the converters', () => {
    assert.match(late(() => 0.03)[0]!, /^vox1 is 30 ms late throughout/);
    assert.match(late(() => -0.02)[0]!, /^vox1 is 20 ms early throughout/);
    assert.deepEqual(
      late(() => 0.03, ', offset: -30ms'),
      [],
    );
  });

  test('by a player who lays back, who swings, or who is close enough are left alone', () => {
    assert.deepEqual(
      late((i) => 0.03 + 0.02 * Math.sin(i * i)),
      [],
    );
    assert.deepEqual(
      late((i) => (i % 2 === 1 ? 0.05 : 0.01)),
      [],
    );
    assert.deepEqual(
      late(() => 0.008),
      [],
    );
  });
});

suite('files of sound', () => {
  const missing = { ok: false, reason: 'there is no such file. Check the name and the folder.' } as const;

  test('that are missing are an error, on the path, and the fix leads to where the file is', () => {
    const beside = { soundFiles: { 'takes/vox1.wav': { ...missing, elsewhere: 'audio/old/vox1.wav' } } };
    const before = checked(song(''), beside);
    const [problem] = before.problems;
    assert.equal(problem!.severity, 'error');
    assert.equal(
      problem!.message,
      "The take vox1 is silent: takes/vox1.wav can't be opened, there is no such file. Check the name and the folder. One of that name is at audio/old/vox1.wav.",
    );
    const after = fixed(before, problem!.fixes![0]!);
    assert.match(after, /take vox1 = "audio\/old\/vox1\.wav"\n/);
    assert.deepEqual(checked(after, { soundFiles: { 'audio/old/vox1.wav': { ok: true } } }).problems, []);
  });

  test('of instruments and kits are told of as well; what comes along with Codetta is no file', () => {
    const text = `instrument keys = Sampler { c3: "keys/c3.wav" }
instrument piano = Sampler("piano")
kit drum = Kit("bundled/808") { thud: "thud.wav" }
track a { instrument: keys }
track b { instrument: drum }
track c { instrument: piano }
section verse 4 bars { a: "c3", b: "thud", c: "c4" }
arrange verse
`;
    const soundFiles = { 'keys/c3.wav': missing, 'thud.wav': missing, piano: missing };
    const { problems } = checked(text, { soundFiles });
    assert.deepEqual(
      problems.filter(({ rule }) => rule === 'AST1').map(({ message }) => message.split(':')[0]),
      ['What keys plays is silent', 'The thud of drum is silent'],
    );
  });

  test('with another content than the song means are told, and taken as they are', () => {
    const [old, now] = ['a'.repeat(64), 'b'.repeat(64)];
    const beside = { soundFiles: { 'takes/vox1.wav': { ok: true, hash: now } } } as const;
    const before = checked(song(` { hash: "${old}" }`), beside);
    assert.equal(before.problems[0]?.severity, 'warning');
    const after = fixed(before, before.problems[0]!.fixes![0]!);
    assert.match(after, new RegExp(now));
    assert.deepEqual(checked(after, beside).problems, []);
  });
});
