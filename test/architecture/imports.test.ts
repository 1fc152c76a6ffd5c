// Holds the sources to the house's table (house.ts), with dependency-cruiser reading the imports.
// The test is tested too: a planted violation of every kind is caught.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { suite, test } from 'mocha';
import { root } from '../../src/build/root.mjs';
import { floors, inner, neighbours, owners, pure, words } from './house.ts';

suite('imports', () => {
  test('every room under src has a floor', () => {
    const rooms = fs
      .readdirSync(path.join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory());
    const unknown = rooms
      .map((room) => `src/${room.name}`)
      .filter((room) => !(room in floors) && room !== 'src/build');
    assert.deepEqual(unknown, [], 'give it a floor in test/architecture/house.ts');
  });

  test('the sources keep to the floors, the owners and no cycles', async () => {
    assert.deepEqual(await violationsIn(root), []);
  });

  test('only the rooms that may end the process or touch the document do', () => {
    assert.deepEqual(misplacedWordsIn(root), []);
  });
});

suite('imports: a planted violation is caught', () => {
  const planted: Record<string, { files: Record<string, string>; violation: RegExp }> = {
    'a lower floor that knows a higher one': {
      files: { 'src/song/a.ts': "import '../timeline/b.ts';", 'src/timeline/b.ts': 'export {};' },
      violation: /^floor: src\/song\/a.ts -> src\/timeline\/b.ts$/,
    },
    'neighbours that know each other': {
      files: {
        'src/music/a.ts': "export * from '../pattern/b.ts';",
        'src/pattern/b.ts': 'export const b = 1;',
      },
      violation: /^floor: src\/music\/a.ts -> src\/pattern\/b.ts$/,
    },
    'a type alone that crosses floors': {
      files: {
        'src/song/a.ts': "import type { B } from '../check/b.ts'; export type A = B;",
        'src/check/b.ts': 'export type B = 1;',
      },
      violation: /^floor: /,
    },
    'hosts that know each other': {
      files: { 'src/server/a.ts': "import('../extension/b.ts');", 'src/extension/b.ts': 'export {};' },
      violation: /^floor: /,
    },
    'a cycle of files': {
      files: { 'src/song/a.ts': "import './b.ts';", 'src/song/b.ts': "import './a.ts';" },
      violation: /^cycle: /,
    },
    'the editor outside the extension': {
      files: { 'src/server/a.ts': "import * as vscode from 'vscode'; export const a = vscode;" },
      violation: /^owner of vscode: /,
    },
    'Tone.js outside the live engine': {
      files: { 'src/engine/offline/a.ts': "import { Synth } from 'tone'; export const a = Synth;" },
      violation: /^owner of tone: /,
    },
    'Node in a pure room': {
      files: { 'src/check/a.ts': "import fs from 'node:fs'; export const a = fs;" },
      violation: /^pure: src\/check\/a.ts -> fs$/,
    },
    'the live engine in a room without a page': {
      files: { 'src/render/a.ts': "import '../engine/live/b.ts';", 'src/engine/live/b.ts': 'export {};' },
      violation: /^inner src\/engine\/live: /,
    },
  };

  for (const [name, { files, violation }] of Object.entries(planted)) {
    test(name, async () => {
      const found = await inPlantedHouse(files, violationsIn);
      assert.ok(
        found.some((line) => violation.test(line)),
        `found only ${JSON.stringify(found)}`,
      );
    });
  }

  test('a server that ends the process', async () => {
    const files = {
      'src/server/a.ts': '// process.exit() is not ours\nprocess.exit(1);',
      'src/cli/b.ts': 'process.exit(1);',
    };
    assert.deepEqual(await inPlantedHouse(files, misplacedWordsIn), [
      'src/server/a.ts:2: only the command line ends the process',
    ]);
  });
});

/** Every broken rule as `rule: from -> to`. */
async function violationsIn(house: string): Promise<string[]> {
  const rooms = ['src', 'webview'].filter((room) => fs.existsSync(path.join(house, room)));
  const { output } = await cruise(rooms, {
    baseDir: house,
    // Types are imports as well: knowing a type of a higher floor is knowing the floor.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: forbiddenRules() },
  });
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
}

type Place = { path?: string; pathNot?: string };
type Target = Place & { circular?: boolean; dependencyTypes?: string[] };

function forbiddenRules(): IForbiddenRuleType[] {
  const rule = (name: string, from: Place, to: Target) =>
    ({ name, severity: 'error' as const, from, to }) as IForbiddenRuleType;
  const house = { path: inside(['src', 'webview']) };
  return [
    rule('cycle', {}, { circular: true }),
    ...Object.keys(floors).map((room) =>
      rule('floor', { path: inside([room]) }, { path: inside(forbiddenTo(room)) }),
    ),
    ...owners.flatMap(({ packages, rooms }) =>
      packages.map((name) =>
        rule(
          `owner of ${name}`,
          { ...house, pathNot: inside(rooms) },
          { path: `(^|node_modules/)${name}(/|$)` },
        ),
      ),
    ),
    ...inner.map(({ part, from }) =>
      rule(`inner ${part}`, { pathNot: inside(from) }, { path: inside([part]) }),
    ),
    rule('pure', { path: inside(pure) }, { dependencyTypes: ['core'] }),
  ];
}

/** The rooms that `room` may not import: those not below it, save itself and its table's neighbours. */
function forbiddenTo(room: string): string[] {
  const allowed = (other: string): boolean =>
    other === room ||
    floorOf(other) < floorOf(room) ||
    neighbours.some(([from, to]) => from === room && to === other);
  return Object.keys(floors).filter((other) => !allowed(other));
}

const floorOf = (room: string): number => floors[room] ?? Number.NaN;
const inside = (rooms: readonly string[]): string => `^(${rooms.join('|')})/`;

/** Every misplaced word as `file:line: why`. */
function misplacedWordsIn(house: string): string[] {
  return words.flatMap(({ word, among, only, why }) =>
    sourcesIn(house, among)
      .filter((file) => !only.some((room) => file.startsWith(`${room}/`)))
      .flatMap((file) => linesWith(word, path.join(house, file)).map((line) => `${file}:${line}: ${why}`)),
  );
}

function linesWith(word: RegExp, file: string): number[] {
  const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
  const text = fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, blank);
  return text.split('\n').flatMap((line, at) => (word.test(line) ? [at + 1] : []));
}

function sourcesIn(house: string, folder: string): string[] {
  if (!fs.existsSync(path.join(house, folder))) return [];
  return fs
    .readdirSync(path.join(house, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .map((name) => path.join(folder, name).replaceAll('\\', '/'))
    .sort();
}

async function inPlantedHouse<T>(
  files: Record<string, string>,
  look: (house: string) => T,
): Promise<Awaited<T>> {
  const house = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-house-')));
  try {
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
      fs.writeFileSync(path.join(house, file), text);
    }
    return await look(house);
  } finally {
    fs.rmSync(house, { recursive: true });
  }
}
