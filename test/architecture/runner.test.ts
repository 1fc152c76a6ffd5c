// npm test itself: a stage without tests fails, and what is missing is said with how to get it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setup, suite, teardown, test } from 'mocha';
import { inRoot, root } from '../../src/build/root.mjs';
import { judged } from '../tools/judged.mjs';

const counts = { passed: 0, failed: 0, skipped: 0 };

suite('a stage', () => {
  test('without tests fails', () => {
    assert.deepEqual(judged(undefined), { ...counts, failed: 1, problem: 'it has no tests' });
    assert.equal(judged(counts).failed, 1);
    assert.equal(judged(undefined, { grep: 'bass' }).failed, 1);
  });

  test('has the counts of its tests, and may have none of those asked for by words', () => {
    assert.deepEqual(judged({ ...counts, skipped: 1 }), { ...counts, skipped: 1 });
    assert.deepEqual(judged({ ...counts, passed: 2 }), { ...counts, passed: 2 });
    assert.deepEqual(judged(counts, { grep: 'bass' }), counts);
  });

  test('that is not there is a failure that names those that are', () => {
    const { status, stdout } = spawnSync(process.execPath, [inRoot('test/run.mjs'), 'singing'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(
      stdout,
      /There is no stage "singing"; there are types, pure, .*vsix\.\n0 passed, 1 failed\n$/,
    );
  });
});

suite('what the tests need', () => {
  let folder: string;
  setup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-needs-'));
  });
  teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  // Only what lies in `folder` can be found: the tests' own machine is out of sight.
  const find = (module: string, call: string, env: Readonly<Record<string, string>> = {}): string => {
    const script = `import('${inRoot('test/tools', module)}').then((it) => console.log(it.${call}), console.error)
      .catch((error) => console.log(error.constructor.name + ': ' + error.message))`;
    return spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { PATH: folder, HOME: folder, ...env },
    }).stdout;
  };
  const program = (name: string, text = '#!/bin/sh\n'): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, text, { mode: 0o755 });
    return file;
  };

  const onLinux = process.platform === 'linux';

  test('is said plainly where it cannot be had, with how to get it', function () {
    if (!onLinux) this.skip();
    assert.match(
      find('chromium.mjs', 'findChromium()'),
      /^Missing: No browser was found: install Chrome, Chromium or Edge, .*apt-get install chromium\)\.\n$/,
    );
    assert.match(
      find('ffmpeg.mjs', 'findFfmpeg()'),
      /^Missing: ffmpeg is missing: .*apt-get install ffmpeg\)\.\n$/,
    );
    assert.match(
      find('chromium.mjs', 'findChromium()', { CODETTA_BROWSER: '/nowhere/chrome' }),
      /^Missing: CODETTA_BROWSER names \/nowhere\/chrome, which is not a program\.\n$/,
    );
  });

  test('is taken where it is installed, under any of its names', function () {
    if (!onLinux) this.skip();
    const chrome = program('google-chrome');
    assert.equal(find('chromium.mjs', 'findChromium()'), `${chrome}\n`);
    const named = program('my-browser');
    assert.equal(find('chromium.mjs', 'findChromium()', { CODETTA_BROWSER: named }), `${named}\n`);
  });

  test('is installed by apt-get on Debian as root, after its lists, once', function () {
    if (!onLinux || process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) this.skip();
    const log = path.join(folder, 'log');
    const chromium = path.join(folder, 'chromium');
    program(
      'apt-get',
      `#!/bin/sh
echo "$@" >> ${log}
case "$*" in *install*) echo > ${chromium}; /bin/chmod 755 ${chromium};; esac
`,
    );
    assert.equal(find('chromium.mjs', 'findChromium()').split('\n').at(-2), chromium);
    const said = fs.readFileSync(log, 'utf8').trim().split('\n');
    assert.equal(said.length, 2);
    assert.match(said[0]!, / update -qq$/);
    assert.match(said[1]!, / install -y .* chromium fonts-liberation$/);
    assert.equal(find('chromium.mjs', 'findChromium()'), `${chromium}\n`);
  });

  test('is said plainly where apt-get fails', function () {
    if (!onLinux || process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) this.skip();
    program('apt-get', '#!/bin/sh\necho "E: Unable to fetch some archives" >&2\nexit 100\n');
    const said = find('ffmpeg.mjs', 'findFfmpeg()');
    assert.match(
      said,
      /apt-get install failed: E: Unable to fetch some archives\nMissing: ffmpeg is missing/,
    );
  });
});
