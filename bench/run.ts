// npm run bench [-- NAME ...]: all benches, or those named, one after the other. Each prints its figures as
// ratios to a reference of the same run; what a machine is busy with besides moves both alike.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const parts = ['run.ts', 'reference-song.ts'];
const all = fs
  .readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !parts.includes(name))
  .sort();
const wanted = process.argv.slice(2).map((name) => `${name}.ts`);
const unknown = wanted.find((name) => !all.includes(name));
if (unknown) {
  console.error(
    `There is no bench ${path.parse(unknown).name}; there are ${all.map((name) => path.parse(name).name).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  for (const name of wanted.length > 0 ? wanted : all) {
    console.log(`\n${path.parse(name).name}`);
    const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, name)], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
