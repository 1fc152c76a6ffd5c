// Takes of a song as clips: where in the song which stretch of the file sounds.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { clipStride } from '../../src/engine/program.ts';
import { clipFaults } from '../../src/engine/sounds/clip-faults.ts';
import { type Clip, clipsOf } from '../../src/engine/sounds/clips.ts';
import { readEditedId, type TakeEdit } from '../../src/engine/sounds/edits.ts';
import { plainZone, type Recording } from '../../src/engine/sounds/sound-map.ts';
import type { Sounds } from '../../src/engine/sounds/sounds.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const rate = 48_000;

/** Files that hold so many seconds of sound, by their names; what is edited is as long as it is to be. */
const files = (seconds: Readonly<Record<string, number>>): Sounds => ({
  map: (request) => {
    const length = request.kind === 'file' ? seconds[request.source] : undefined;
    if (request.kind !== 'file' || length === undefined) return undefined;
    const recording = request.source;
    return {
      id: 'file 1',
      zones: [{ ...plainZone, recording }],
      length: { frames: length * rate, sampleRate: rate },
    };
  },
  recording: (id): Recording => {
    const frames = Math.round((seconds[readEditedId(id).id.split('#')[1]!] ?? 0) * rate);
    return { hash: id, sampleRate: rate, channels: [new Float32Array(frames)] };
  },
});

const clips = (text: string, sounds: Sounds): readonly Clip[] => {
  const reading = songLanguage.read(text);
  assert.deepEqual(
    reading.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  return clipsOf(reading.song, layOut(reading.song), 0, sounds);
};

/** 120 bpm in four: a bar lasts two seconds. */
const song = (
  take: string,
  parts: string,
  rest = 'arrange verse',
): string => `song "T" { tempo 120bpm\n key C major }
take vox1 = "vox.wav" ${take}
take vox2 = "more.wav"
pattern hook = "c4"
track vox { }
section verse 4 bars { ${parts} }
section chorus 4 bars { }
${rest}
`;

const sounds = files({ 'vox.wav': 10, 'more.wav': 10 });
const editOf = ({ recording }: Clip): TakeEdit => JSON.parse(readEditedId(recording).edit!) as TakeEdit;
const near = (value: number, wanted: number, by = 1e-6): void =>
  assert.ok(Math.abs(value - wanted) <= by, `${value} is not ${wanted}`);

suite('takes as clips', () => {
  test('begin where the section says, with the part that is trimmed, its gain and its fades', () => {
    const [clip, ...rest] = clips(
      song('{ trim: 1.2s..3.2s, gain: +2dB, fade: 10ms, fadeOut: 300ms }', 'vox: vox1 at bar 2'),
      sounds,
    );
    assert.deepEqual(rest, []);
    const { startSeconds, lengthSeconds, fromSeconds, rate: speed, gainDb, fadeIn, fadeOut } = clip!;
    assert.deepEqual(
      { startSeconds, fromSeconds, speed, gainDb, fadeIn, fadeOut },
      { startSeconds: 2, fromSeconds: 1.2, speed: 1, gainDb: 2, fadeIn: 0.01, fadeOut: 0.3 },
    );
    near(lengthSeconds, 2);
  });

  test('go on to their own end, over the end of their section, and no further than the song', () => {
    const [over] = clips(song('', 'vox: vox1', 'arrange verse, chorus'), sounds);
    assert.equal(over!.lengthSeconds, 10);
    const [cut] = clips(song('', 'vox: vox1', 'arrange verse'), sounds);
    assert.equal(cut!.lengthSeconds, 8);
  });

  test('play again wherever the section stands', () => {
    const found = clips(song('{ trim: 0s..1s }', 'vox: vox1 at bar 3', 'arrange verse * 2'), sounds);
    assert.deepEqual(
      found.map(({ startSeconds }) => startSeconds),
      [4, 12],
    );
  });

  test('are nudged, and lose what would lie before the song', () => {
    const [late] = clips(song('{ offset: 12ms }', 'vox: vox1'), sounds);
    near(late!.startSeconds, 0.012);
    const [early] = clips(song('{ offset: -30ms }', 'vox: vox1'), sounds);
    assert.equal(early!.startSeconds, 0);
    near(early!.fromSeconds, 0.03);
  });

  test('are transposed at their own speed: made longer, and played faster by as much', () => {
    const [clip] = clips(song('{ trim: 1s..3s, transpose: 12st }', 'vox: vox1'), sounds);
    near(clip!.lengthSeconds, 2);
    near(clip!.rate, 2);
    assert.deepEqual(editOf(clip!).anchors, [
      [0, 0],
      [2, 4],
    ]);
    const [following] = clips(song('{ trim: 0s..4s, tempo: 60bpm, transpose: -12st }', 'vox: vox1'), sounds);
    near(following!.lengthSeconds, 2);
    near(following!.rate, 0.5);
    assert.deepEqual(editOf(following!).anchors, [
      [0, 0],
      [4, 1],
    ]);
    const [tuned] = clips(song('{ tune: key, transpose: +2st }', 'vox: vox1'), sounds);
    assert.deepEqual(editOf(tuned!).tune!.classes, [0, 2, 3, 5, 7, 9, 10]);
  });

  test('stand beside a pattern on one track, and beside one another', () => {
    const text = song('{ trim: 0s..1s }', 'vox: hook\n vox: vox1 at bar 2\n vox: vox2 at bar 4');
    assert.equal(clips(text, sounds).length, 2);
    const reading = songLanguage.read(text);
    assert.equal(layOut(reading.song).tracks[0]!.notes.length, 4);
  });

  test('go over into the next one, with what is sung before it', () => {
    const [first, second] = clips(
      song('{ crossfade: 1s }', 'vox: vox2\n vox: vox1 at bar 2').replace(
        '"vox.wav" {',
        '"vox.wav" { trim: 400ms..10s,',
      ),
      sounds,
    );
    // There are 400 ms before the place that begins at bar 2; the rest of the second comes behind it.
    near(second!.startSeconds, 1.6);
    near(second!.fromSeconds, 0);
    near(second!.fadeIn, 1);
    near(first!.startSeconds + first!.lengthSeconds, 2.6);
    near(first!.fadeOut, 1);
  });

  test('go round to the end of their section', () => {
    const [clip] = clips(
      song('{ loop: true, trim: 1s..2.5s }', 'vox: vox1 at bar 2', 'arrange verse, chorus'),
      sounds,
    );
    assert.deepEqual([clip!.startSeconds, clip!.lengthSeconds, clip!.loop], [2, 6, { from: 1, to: 2.5 }]);
  });

  test('follow the tempo like a tape, a loop on whole beats however roughly it was cut', () => {
    // Two bars at 96 bpm are 5 s, and this is cut 20 ms late; the song goes at 120: 4 s.
    const [clip] = clips(
      song('{ loop: true, tempo: 96bpm, stretch: repitch, trim: 0s..5.02s }', 'vox: vox1'),
      sounds,
    );
    near(clip!.rate, 5.02 / 4);
    assert.equal(clip!.loop!.to, 5.02);
  });

  test('follow the tempo at their own pitch, made longer or shorter before they play', () => {
    const [clip] = clips(song('{ tempo: 60bpm, trim: 0s..6s }', 'vox: vox1'), sounds);
    assert.deepEqual([clip!.rate, clip!.fromSeconds, clip!.lengthSeconds], [1, 0, 3]);
    assert.deepEqual(editOf(clip!), {
      from: 0,
      to: 6,
      anchors: [
        [0, 0],
        [6, 3],
      ],
    });
  });

  test("need no stretching at the song's own tempo", () => {
    const [clip] = clips(song('{ tempo: 120bpm }', 'vox: vox1'), sounds);
    assert.equal(readEditedId(clip!.recording).edit, undefined);
  });

  test('follow a tempo that changes, from change to change', () => {
    const text = (stretch: string): string =>
      song(`{ tempo: 120bpm, stretch: ${stretch} }`, 'vox: vox1').replace(
        'tempo 120bpm',
        'tempo 120bpm, 60bpm at bar 3',
      );
    const [first, second] = clips(text('repitch'), sounds);
    assert.deepEqual([first!.rate, first!.lengthSeconds, first!.fadeOut], [1, 4, 0]);
    assert.deepEqual([second!.rate, second!.startSeconds, second!.fromSeconds], [0.5, 4, 4]);
    const [whole] = clips(text('time'), sounds);
    assert.deepEqual(editOf(whole!).anchors, [
      [0, 0],
      [4, 4],
      [8, 12],
    ]);
  });

  test('are tuned to the key that holds where they begin', () => {
    const [clip] = clips(song('{ tune: key, strength: 80% }', 'vox: vox1'), sounds);
    assert.deepEqual(editOf(clip!).tune, { classes: [0, 2, 4, 5, 7, 9, 11], strength: 0.8 });
  });

  test('are tuned to the next key where it changes under them', () => {
    const text = (take: string, tempo = '120bpm'): string => `song "T" {
  tempo ${tempo}
  key C major, D major at bar 3, Eb major at bar 9
}
take vox1 = "vox.wav" ${take}
track vox { }
section verse 8 bars { vox: vox1 at bar 2 }
arrange verse
`;
    const tuneOf = (source: string) => editOf(clips(source, sounds)[0]!).tune!;
    const [c, d] = [
      [0, 2, 4, 5, 7, 9, 11],
      [1, 2, 4, 6, 7, 9, 11],
    ];
    assert.deepEqual(tuneOf(text('{ tune: key }')), {
      classes: c,
      strength: 1,
      later: [{ from: 2, classes: d }],
    });
    // In seconds of the recording, whatever the song's tempo is.
    assert.deepEqual(tuneOf(text('{ tune: key, tempo: 60bpm }')).later, [{ from: 4, classes: d }]);
    assert.deepEqual(tuneOf(text('{ tune: key, reverse: true, trim: 0s..8s }')), {
      classes: d,
      strength: 1,
      later: [{ from: 6, classes: c }],
    });
    assert.equal(tuneOf(text('{ tune: key, loop: true }')).later, undefined);
    assert.equal(tuneOf(text('{ tune: chromatic }')).later, undefined);
  });

  test('say where there are more of them than a track plays', () => {
    const parts = (bars: number): string => `song "T" {
  tempo 60bpm
  tempo ramp to 120bpm over ${bars} bars
}
take vox1 = "vox.wav" { loop: true, tempo: 60bpm, stretch: repitch }
track vox { }
section verse ${bars} bars { vox: vox1 }
arrange verse
`;
    const faults = (text: string) => {
      const { song: read, origins } = songLanguage.read(text);
      return clipFaults(read, layOut(read), sounds).map(
        ({ id, reason }) => [text.slice(origins[id]!.from, origins[id]!.to), reason] as const,
      );
    };
    assert.deepEqual(faults(parts(100)), []);
    const [[where, reason]] = faults(parts(200)) as [readonly [string, string]];
    assert.equal(where, 'vox1');
    assert.match(reason, /^vox is silent from here on: a track plays 512 pieces/);
  });

  test('have their tops made anew where they say so, and are the part that plays', () => {
    const [clip] = clips(song('{ declip: true, trim: 1s..3s }', 'vox: vox1'), sounds);
    assert.deepEqual(editOf(clip!), { from: 1, to: 3, declip: true });
    assert.deepEqual([clip!.fromSeconds, clip!.lengthSeconds], [0, 2]);
  });

  test('are silent while their file is on its way', () => {
    assert.deepEqual(clips(song('', 'vox: vox1'), files({})), []);
  });
});

suite('clips of a program', () => {
  const program = (text: string) => {
    const { song: read } = songLanguage.read(text);
    return compile(read, layOut(read), rate, sounds);
  };

  test('stand on their sample, at their frame of the recording', () => {
    const { tracks, samples } = program(song('{ trim: 1.2s..3.2s }', 'vox: vox1 at bar 2'));
    const { clips: rows } = tracks[0]!;
    assert.equal(rows!.byteLength, clipStride);
    const view = new DataView(rows!);
    assert.equal(view.getBigUint64(0, true), BigInt(57_600) << 32n);
    assert.equal(view.getBigUint64(8, true), 1n << 32n);
    assert.deepEqual([view.getUint32(16, true), view.getUint32(20, true)], [96_000, 96_000]);
    assert.equal(samples[view.getUint32(24, true)]!.hash, 'file 1#vox.wav');
  });

  test('make another track of it when they move, and none when the text around them does', () => {
    const hash = (text: string): string => program(text).tracks[0]!.hash;
    const before = hash(song('', 'vox: vox1'));
    assert.equal(hash(`// a line\n${song('', 'vox: vox1')}`), before);
    assert.notEqual(hash(song('', 'vox: vox1 at bar 2')), before);
    assert.notEqual(hash(song('{ gain: 1dB }', 'vox: vox1')), before);
  });
});
