// Recordings listened to by the command line: files with one mistake each, and what is said of them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { hertzOf, hit, rate, together, voice } from '../audio/analysis/sounds.ts';
import { wavOf } from '../audio/wavs.ts';
import { codetta, inFolder, write } from './codetta.ts';

const phrase = (midis: readonly number[], seconds = 0.9): Float32Array =>
  together(
    midis.length,
    midis.map((midi, i) => {
      const note = voice(seconds, () => hertzOf(midi));
      return [i, note.map((value, at) => value * Math.min(1, at / 480, (note.length - at) / 2400))] as const;
    }),
  );

/** Chords of C minor, each with its overtones. */
const cMinor = together(
  4,
  [
    [48, 60, 63, 67],
    [53, 60, 65, 68],
    [55, 62, 65, 71],
    [48, 60, 63, 67],
  ].flatMap((chord, i) => chord.map((midi) => [i, voice(1, () => hertzOf(midi), { level: 0.08 })] as const)),
);

const files: Readonly<Record<string, Float32Array>> = {
  'loud.wav': phrase([57, 59, 60]).map((value) => Math.max(-1, Math.min(1, 4 * value))),
  'flat.wav': phrase([57, 58.6, 60]),
  'cut.wav': voice(2, () => 110),
  'late.wav': together(
    8,
    Array.from({ length: 15 }, (_, i) => [i / 2 + 0.035, hit(i % 2 === 0 ? 'kick' : 'snare')] as const),
  ),
  'riff.wav': cMinor,
  'good.wav': phrase([57, 60, 64]),
};

const song = (takes: string, name: string): string => `song "Session" { tempo 120bpm, key A minor }
${takes}
track one { level: -12dB }
section verse 4 bars { one: ${name} }
arrange verse
`;

const found = async (folder: string, text: string): Promise<readonly string[]> => {
  const file = write(folder, 'session.song', text);
  const { out } = await codetta(['check', '--audio', '--format', 'json', file]);
  const report = JSON.parse(out) as {
    readonly files: readonly {
      readonly problems: readonly { readonly rule: string; readonly message: string }[];
    }[];
  };
  return report.files[0]!.problems.map(({ rule, message }) => `${rule}: ${message}`);
};

suite('codetta check --audio on recordings', () => {
  test('hears what is wrong with a take, and nothing in a good one', () =>
    inFolder(async (folder) => {
      fs.mkdirSync(path.join(folder, 'takes'));
      for (const [name, samples] of Object.entries(files))
        fs.writeFileSync(path.join(folder, 'takes', name), wavOf([samples], { rate }));
      const take = (file: string, more = '') => song(`take t = "takes/${file}"${more}`, 't');
      const ofTakes = async (text: string) =>
        (await found(folder, text)).filter((one) => /^(REC|EDT|TUN|HAR6|RHY2|AST)/.test(one));

      assert.deepEqual(await ofTakes(take('good.wav')), []);
      assert.match(
        (await ofTakes(take('loud.wav'))).join('\n'),
        /^REC1: t is cut off at full scale in \d+ places/,
      );
      assert.match(
        (await ofTakes(take('flat.wav'))).join('\n'),
        /^TUN1: The B3 at 0:01\.\d of t is (39|40|41) cents flat/,
      );
      assert.deepEqual(await ofTakes(take('flat.wav', ' { tune: chromatic }')), []);
      assert.match((await ofTakes(take('late.wav'))).join('\n'), /^REC2: t is 3[3-7] ms late throughout/);
      assert.deepEqual(await ofTakes(take('late.wav', ' { offset: -35ms }')), []);
      assert.match(
        (await ofTakes(take('cut.wav', ' { trim: 0.5013s..1.5s, fade: 0ms }'))).join('\n'),
        /^EDT1: t begins at 0:00\.5 of the file/,
      );
      assert.match(
        (await ofTakes(take('riff.wav', ' { tempo: 120bpm, loop: true }'))).join('\n'),
        /^HAR6: t is in C minor, and the song in A minor: \d+ % .* Transpose it by 3 semitones down\.$/,
      );
      assert.deepEqual(
        await ofTakes(take('riff.wav', ' { tempo: 120bpm, loop: true, transpose: -3st }')),
        [],
      );
    }));

  test('finds a file that was moved, and takes a changed one as it is', () =>
    inFolder(async (folder) => {
      fs.mkdirSync(path.join(folder, 'audio'));
      fs.writeFileSync(path.join(folder, 'audio', 'good.wav'), wavOf([files['good.wav']!], { rate }));
      const file = write(folder, 'moved.song', song('take t = "takes/good.wav"', 't'));
      const { code, out } = await codetta(['check', file]);
      assert.equal(code, 1);
      assert.match(
        out,
        /The take t is silent: takes\/good\.wav can't be opened, .* One of that name is at audio\/good\.wav\./,
      );
      const changed = write(
        folder,
        'changed.song',
        song(`take t = "audio/good.wav" { hash: "${'0'.repeat(64)}" }`, 't'),
      );
      assert.match((await codetta(['check', changed])).out, /is not the file that the song means/);
    }));
});

suite('codetta check --audio on an album', () => {
  test('tells of the song that leaps out of it, and of no other', () =>
    inFolder(async (folder) => {
      const one = (title: string, level: number): string =>
        write(
          folder,
          `${title}.song`,
          `song "${title}" { album "Night Songs", tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
master { level: ${level}dB }
`,
        );
      const songs = [one('Opener', -10), one('Harbour', -11), one('Tide', -9.5), one('Loud', -2)];
      const { out } = await codetta(['check', '--audio', '--format', 'json', ...songs]);
      const report = JSON.parse(out) as {
        readonly files: readonly {
          readonly file: string;
          readonly problems: readonly { readonly rule: string }[];
        }[];
      };
      const told = report.files.map(({ problems }) => problems.filter(({ rule }) => rule === 'MST5').length);
      assert.deepEqual(told, [0, 0, 0, 1]);
    }));
});
