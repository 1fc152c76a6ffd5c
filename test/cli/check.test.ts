// codetta check: the ways to say it, the choices of a run, and the fixes that it makes itself.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import packageJson from '../../package.json' with { type: 'json' };
import { codetta, inFolder, nodes, write } from './codetta.ts';

const { node } = nodes[0]!;
const run = (...args: readonly string[]) => codetta(args, {}, node);

const outOfKey = `song "Choices" { key C major }
instrument soft = Synth
track lead { instrument: soft, send space: -12dB }
bus space { reverb: 2s }
section verse 1 bars { lead: "c4 f#4 g4 c5" }
arrange verse
`;

suite('codetta check', () => {
  test('chooses by profile and by rule, where the song does not', () =>
    inFolder(async (folder) => {
      const file = write(folder, 'a.song', outOfKey);
      const found = async (...args: readonly string[]): Promise<unknown> => {
        const { out } = await run('check', file, '--format', 'json', ...args);
        return JSON.parse(out).files[0].problems.map(
          ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`,
        );
      };
      assert.deepEqual(await found(), ['MIX8 warning', 'HAR1 warning']);
      assert.deepEqual(await found('--rule', 'HAR1=off', '--rule', 'MIX8=error'), ['MIX8 error']);
      assert.deepEqual(await found('--profile', 'live', '--rule', 'LIV1.events=10'), [
        'MIX8 warning',
        'HAR1 warning',
      ]);
      for (const [flag, value, says] of [
        ['--rule', 'HAR11=off', /There is no check HAR11/],
        ['--rule', 'HAR1=never', /HAR1 is off, on, information, warning, error/],
        ['--rule', 'LIV1.events=many', /LIV1\.events takes a number from 10 to/],
        ['--profile', 'polka', /Allowed choices are pop/],
      ] as const) {
        const { code, err } = await run('check', file, flag, value);
        assert.equal(code, 2);
        assert.match(err, says);
      }
    }));

  test('fixes what is sure to be meant, and says how much', () =>
    inFolder(async (folder) => {
      const file = write(
        folder,
        'a.song',
        outOfKey.replace('arrange verse', '// codetta-ignore INS1: low\narrange verse'),
      );
      const { code, out, err } = await run('check', file, '--fix');
      assert.equal(code, 0);
      assert.match(err, /a\.song: 2 problems fixed/);
      assert.match(out, /a\.song: 1 warning\n$/);
      assert.equal(
        fs.readFileSync(file, 'utf8'),
        outOfKey.replace('reverb: 2s', 'reverb: 2s, highpass: 250Hz'),
      );
      assert.equal((await run('check', file, '--fix')).err, '');
    }));

  test('says it as GitHub takes it, each on its line', () =>
    inFolder(async (folder) => {
      const file = write(folder, 'a,b.song', outOfKey);
      const { out } = await run('check', file, '--format', 'github');
      const [first, second] = out.trim().split('\n');
      const path = file.replaceAll(',', '%2C').replaceAll(':', '%3A').replaceAll('\\', '/');
      assert.equal(
        first!.split('::')[1],
        `warning file=${path},line=4,endLine=4,col=13,endColumn=19,title=MIX8`,
      );
      assert.match(second!, /^::warning .*,line=5,.*title=HAR1::F#4 is not in C major/);
    }));

  test("says it as the editor's problem matcher reads it", () =>
    inFolder(async (folder) => {
      const file = write(folder, 'a.song', outOfKey);
      const [matcher] = packageJson.contributes.problemMatchers;
      const { regexp, ...parts } = matcher!.pattern;
      const { out } = await run('check', file);
      const found = out.split('\n').flatMap((line) => {
        const match = new RegExp(regexp).exec(line);
        return match
          ? [Object.fromEntries(Object.entries(parts).map(([part, at]) => [part, match[at]]))]
          : [];
      });
      assert.deepEqual(
        found.map(({ file: path, line, column, severity, code }) => [path, line, column, severity, code]),
        [
          [file, '4', '13', 'warning', 'MIX8'],
          [file, '5', '34', 'warning', 'HAR1'],
        ],
      );
    }));
});
