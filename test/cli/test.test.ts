// codetta test: every clause of a song, judged on the song as it sounds, in every format.

import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'mocha';
import { signal } from '../audio/signals.ts';
import { wavOf } from '../audio/wavs.ts';
import { codetta, inFolder, isOneLine, nodes, small, write } from './codetta.ts';

/** A verse with a bass, a chorus with a lead over it; silence is a section of its own. */
const song = (says: string, master = ''): string => `song "Promises" { tempo 120bpm, key A minor }
instrument soft = PolySynth(Synth) { oscillator: sawtooth }
track bass { instrument: soft, level: -6dB }
track lead { instrument: soft, level: -6dB }
section verse 2 bars { bass: "a1 e2" }
section chorus 2 bars { bass: "a1 e2", lead: "[a4,c5,e5] [c5,e5,a5]" }
section still 1 bars { lead: silence }
arrange still verse chorus
${master}
${says}
`;

interface Told {
  readonly passed: number;
  readonly failed: number;
  readonly files: readonly {
    readonly file: string;
    readonly tests: readonly {
      name: string;
      line: number;
      holds: boolean;
      message: string;
      seconds: number;
    }[];
  }[];
}

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(['test', ...args], {}, node);

  suite(`codetta test on ${name}`, () => {
    for (const [says, holds, message] of [
      ['expect chorus louder than verse', true, /chorus is [\d.]+ LU louder than verse/],
      [
        'expect verse louder than chorus',
        false,
        /verse is [\d.]+ LU softer than chorus.*Let more play in verse/,
      ],
      ['expect chorus louder than verse by 30LU', false, /and 30 LU louder was asked for/],
      ['brief { lift chorus over verse 1LU }', true, /louder than verse/],
      ['expect chorus louder than bridge', false, /The section bridge is not arranged/],
      ['expect chorus louder than still', false, /The section still is silent/],
      ['expect loudness -40LUFS..-6LUFS', true, /integrated loudness is -[\d.]+ LUFS/],
      ['expect loudness -70LUFS..-40LUFS', false, /LU too loud. Lower/],
      ['expect no clip', true, /true peak is -[\d.]+ dBTP/],
      ['expect mono loss under 3dB', true, /loses 0\.0 dB/],
      ['deliver club', true, /under 0/],
      ['deliver atsc', false, /LU (above|below)/],
      ['brief { reference "refs/none.wav" }', false, /can't be compared: there is no such file/],
      ['brief { reference "../outside.wav" }', false, /can't be compared/],
    ] as const)
      test(`${says}: ${holds ? 'holds' : 'does not hold'}`, () =>
        inFolder(async (folder) => {
          const file = write(folder, 'a.song', song(says));
          const { code, out, err } = await run(file, '--format', 'json');
          assert.equal(err, '');
          assert.equal(code, holds ? 0 : 1, out);
          const told: Told = JSON.parse(out);
          const tests = told.files[0]!.tests.filter((one) => one.holds === holds);
          assert.ok(
            tests.some((one) => message.test(one.message)),
            out,
          );
          assert.equal(tests[0]!.line, 10);
        }));

    test('a reference that is there is compared', () =>
      inFolder(async (folder) => {
        write(folder, 'ref.wav', wavOf(signal([{ db: -23, seconds: 4 }])));
        const file = write(folder, 'a.song', song('brief { reference "ref.wav" }'));
        const { code, out } = await run(file);
        assert.equal(code, 0, out);
        assert.match(out, /against -23\.0 LUFS/);
      }));

    test('text: a line each, the reason below, and a count', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', song('expect no clip\nexpect length 1:00..2:00'));
        const { code, out } = await run(file);
        assert.equal(code, 1);
        assert.match(out, /^ {2}✔ expect no clip/m);
        assert.match(
          out,
          /^ {2}✖ expect length 1:00\.\.2:00\n {6}line 11: The song lasts 0:10: 0:50 too short/m,
        );
        assert.match(out, /1 passed, 1 failed \([\d.]+ m?s\)\n$/);
      }));

    test('tap and junit', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a & b.song', song('expect no clip\nexpect bass within C3..C4'));
        const tap = await run(file, '--format', 'tap');
        assert.match(tap.out, /^TAP version 14\n1\.\.2\nok 1 - .*expect no clip\n {2}---\n/);
        assert.match(tap.out, /^not ok 2 - .*within C3\.\.C4$/m);
        const junit = await run(file, '--format', 'junit');
        assert.match(junit.out, /^<\?xml/);
        assert.match(junit.out, /<testsuites name="codetta" tests="2" failures="1" time="[\d.]+">/);
        assert.match(
          junit.out,
          /a &amp; b\.song" line="11" time="[\d.]+">\n {6}<failure message="bass plays/,
        );
        assert.equal(junit.code, 1);
      }));

    test('what does not read fails, a song that asks for nothing passes, a file that is not there exits 2', () =>
      inFolder(async (folder) => {
        const bad = await run(write(folder, 'bad.song', `${small}expect no clipp\n`));
        assert.equal(bad.code, 1);
        assert.match(bad.out, /✖ the text reads as a song/);
        assert.match(bad.out, /^ +line \d+: (?!Line)/m);
        const none = await run(write(folder, 'none.song', small));
        assert.equal(none.code, 0);
        assert.match(none.out, /nothing is asked of it/);
        const missing = await run(path.join(folder, 'missing.song'));
        assert.equal(missing.code, 2);
        assert.ok(isOneLine(missing.err), missing.err);
      }));
  });
}

suite('codetta check --audio', () => {
  const leaning = `song "Leaning" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track keys { instrument: soft, level: -6dB, pan: 60% left }
section verse 4 bars { keys: "a4 c5 e5 c5 | e5 c5 a4 c5 | a4 b4 c5 d5 | e5 d5 c5 b4" }
arrange verse
`;

  test('judges the sound as well, and without it nothing is rendered', () =>
    inFolder(async (folder) => {
      const file = write(folder, 'a.song', leaning);
      const read = await codetta(['check', file]);
      assert.doesNotMatch(read.out, /MIX6/);
      const heard = await codetta(['check', file, '--audio']);
      assert.match(heard.out, /:3:\d+: warning MIX6: The song leans to the left by [\d.]+ dB/);
      assert.equal(heard.code, 0);
    }));
});
