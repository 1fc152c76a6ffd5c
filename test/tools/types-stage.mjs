// The stage that compiles: every tsconfig is one test, because each is a different promise (the pure
// floors know neither DOM nor Node, the page knows no Node).

import fs from 'node:fs';
import { node24 } from '../../src/build/node24.mjs';
import { inRoot, root } from '../../src/build/root.mjs';
import { runToEnd } from './processes.mjs';

const configs = [
  { name: 'all that runs in Node', file: 'tsconfig.json' },
  { name: 'floors 0 to 2, without DOM or Node', file: 'tsconfig.pure.json' },
  { name: 'the live engine', file: 'src/engine/live/tsconfig.json' },
  { name: 'the panel and the studio', file: 'webview/tsconfig.json' },
  { name: 'the tests', file: 'test/tsconfig.json' },
];

export async function runTypes() {
  const results = [];
  const waiting = [...configs];
  // Two at a time: a compiler is one core and half a gigabyte.
  await Promise.all(
    [1, 2].map(async () => {
      for (let config = waiting.shift(); config; config = waiting.shift())
        results.push(await compile(config));
    }),
  );
  return {
    passed: results.filter((result) => result === 'passed').length,
    failed: results.filter((result) => result === 'failed').length,
    skipped: 0,
  };
}

async function compile({ name, file }) {
  if (!fs.existsSync(inRoot(file))) {
    console.log(`  ✗ ${name}: ${file} is missing`);
    return 'failed';
  }
  const info = inRoot('dist/.types', `${file.replaceAll('/', '-')}.tsbuildinfo`);
  const args = [
    inRoot('node_modules/typescript/bin/tsc'),
    '-p',
    file,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    info,
  ];
  const started = Date.now();
  const { code, output } = await runToEnd(node24(), args, { cwd: root, limitSeconds: 300, capture: true });
  console.log(
    `  ${code === 0 ? '✓' : '✗'} ${name} (${file}; ${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (code !== 0) console.log(output.trim().replace(/^/gm, '    '));
  return code === 0 ? 'passed' : 'failed';
}
