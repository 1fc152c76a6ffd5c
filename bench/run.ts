// npm run bench [-- NAME ...]: all benches, or those named, one after the other, each in a process of its
// own; then one table of all they found. Ends with 1 where a bench failed or a goal is missed.

import { fork } from 'node:child_process';
import path from 'node:path';
import { type Figure, tableOf } from './figures.ts';

const benches = [
  'bounce',
  'tier-a',
  'tone',
  'session',
  'live',
  'arrangement',
  'endurance',
  'lights',
  'voices',
  'effects',
  'language',
  'typescript',
  'pattern',
  'checks',
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !benches.includes(name));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}; there are ${benches.join(', ')}.`);
  process.exitCode = 1;
} else {
  const figures: Figure[] = [];
  for (const name of wanted.length > 0 ? wanted : benches) {
    console.error(`${name} ...`);
    figures.push(...(await figuresOf(name)));
  }
  console.log(`\n${tableOf(figures)}`);
}

function figuresOf(name: string): Promise<readonly Figure[]> {
  return new Promise((resolve) => {
    const found: Figure[] = [];
    const child = fork(path.join(import.meta.dirname, `${name}.ts`));
    child.on('message', (figures: readonly Figure[]) => found.push(...figures));
    child.on('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
      resolve(found);
    });
  });
}
