// codetta check, as text, JSON and SARIF: what it says of a mistake, where, and how it exits.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { codetta, inFolder, nodes, sample, small, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);

  suite(`codetta check on ${name}`, () => {
    test('check: the sample is clean', async () => {
      const { code, out, err } = await run('check', sample);
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.match(out, /night-drive\.song: no problems\n$/);
    });

    test('check: a mistake with its line and a caret below it', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small.replace('arrange verse', 'arrange bridge'));
        const { code, out } = await run('check', file);
        assert.equal(code, 1);
        const lines = out.split('\n');
        const at = lines.findIndex((line) =>
          line.startsWith(`${file}:6:9: error ARR1: There is no section called bridge`),
        );
        assert.ok(at >= 0, out);
        assert.equal(lines[at + 1], '  6 | arrange bridge out');
        assert.equal(lines[at + 2], '    |         ^^^^^^');
        assert.match(out, /:4:9: warning ARR7: The section verse is never arranged/);
        assert.doesNotMatch(out, /\u001b/);
      }));

    test('check: warnings alone exit 0', () =>
      inFolder(async (folder) => {
        const { code, out } = await run('check', write(folder, 'a.song', small.replace('c2 ~', 'a0 ~')));
        assert.equal(code, 0);
        assert.match(out, /a\.song: 1 warning\n$/);
      }));

    test('check --format json', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small.replace('c2 ~', 'a0 ~'));
        const { code, out } = await run('check', file, sample, '--format', 'json');
        assert.equal(code, 0);
        const report = JSON.parse(out);
        assert.deepEqual([report.errors, report.warnings, report.information], [0, 1, 0]);
        assert.deepEqual(
          report.files.map((one: { problems: unknown[] }) => one.problems.length),
          [1, 0],
        );
        const [problem] = report.files[0].problems;
        assert.equal(problem.rule, 'INS1');
        assert.equal(problem.severity, 'warning');
        assert.deepEqual(problem.from, { line: 4, column: 34, offset: small.indexOf('c2 ~') });
        assert.equal(problem.to.offset - problem.from.offset, 2);
        assert.deepEqual(problem.fixes, ['Play it an octave higher: a1']);
        assert.equal(problem.also.length, 1);
      }));

    test('check --format sarif', () =>
      inFolder(async (folder) => {
        write(folder, 'a b.song', small.replace('c2 ~', 'a0 ~'));
        const { code, out } = await codetta(
          ['check', 'a b.song', '--format', 'sarif'],
          { cwd: folder },
          node,
        );
        assert.equal(code, 0);
        const sarif = JSON.parse(out);
        assert.equal(sarif.version, '2.1.0');
        const [one] = sarif.runs;
        assert.equal(one.tool.driver.name, 'Codetta');
        const [result] = one.results;
        assert.equal(one.tool.driver.rules[result.ruleIndex].id, result.ruleId);
        assert.equal(result.level, 'warning');
        const { physicalLocation } = result.locations[0];
        assert.equal(physicalLocation.artifactLocation.uri, 'a%20b.song');
        assert.deepEqual(
          [
            physicalLocation.region.startLine,
            physicalLocation.region.startColumn,
            physicalLocation.region.endColumn,
          ],
          [4, 34, 36],
        );
        assert.deepEqual(result.fixes[0].artifactChanges[0].replacements[0].insertedContent, { text: 'a1' });
      }));
  });
}
