// codetta tuning: Scala files by the command line.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder } from './codetta.ts';

const meantone = `! meanquar.scl
!
1/4-comma meantone, Pietro Aaron (1523)
 3
!
 76.04900
 5/4
 2/1
`;

suite('codetta tuning', () => {
  const write = (folder: string, name: string, text: string | Uint8Array): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, text);
    return file;
  };

  test('--json gives the degrees in cents', () =>
    inFolder(async (folder) => {
      const { code, out } = await codetta(['tuning', write(folder, 'm.scl', meantone), '--json']);
      assert.equal(code, 0);
      const { description, notes, degrees, keys } = JSON.parse(out);
      assert.equal(description, '1/4-comma meantone, Pietro Aaron (1523)');
      assert.equal(notes, 3);
      assert.deepEqual(degrees, [76.049, 386.313713865, 1200]);
      assert.ok(Math.abs(keys.find(({ midi }: { midi: number }) => midi === 63).hertz - 523.2511306) < 1e-6);
    }));

  test('reads Latin-1, as old scales are', () =>
    inFolder(async (folder) => {
      const text = Buffer.from('Temp\u00e9rament \u00e9gal\n1\n2/1\n', 'latin1');
      const { code, out } = await codetta(['tuning', write(folder, 'l.scl', text)]);
      assert.equal(code, 0);
      assert.match(out, /^Tempérament égal\n/);
      assert.match(out, /^1 +1200\.000$/m);
    }));

  test('a keyboard mapping gives the keys', () =>
    inFolder(async (folder) => {
      const map = write(folder, 'c.kbm', '2\n60\n62\n60\n60\n100\n3\n0\nx\n');
      const { out } = await codetta(['tuning', write(folder, 'm.scl', meantone), '--map', map, '--json']);
      assert.deepEqual(JSON.parse(out).keys, [
        { midi: 60, hertz: 100 },
        { midi: 62, hertz: 200 },
      ]);
    }));

  test('an odd file is refused in one line that says which line and why', () =>
    inFolder(async (folder) => {
      const file = write(folder, 'odd.scl', meantone.replace('5/4', '-5/4'));
      const { code, out, err } = await codetta(['tuning', file, '--json']);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, /^[^\n]*odd\.scl:7: A ratio can't be negative[^\n]*\n$/);
    }));

  test('a missing file could not run', async () => {
    const { code, err } = await codetta(['tuning', 'nowhere.scl']);
    assert.equal(code, 2);
    assert.match(err, /nowhere\.scl: cannot read it: there is no such file/);
  });
});
