// Songs that mean no good, against the boundary: nothing of the host is reached, and each is a problem on its line.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { evaluated, faultOf, head } from './evaluated.ts';

const short = { milliseconds: 150, megabytes: 16 };

suite('a song that runs for ever', () => {
  test('is told of on its loop', async () => {
    const fault = await faultOf(`${head}const a = 1;\nwhile (true) {\n  a.toFixed();\n}\n`, {}, short);
    assert.deepEqual([fault.on.trim(), fault.line], ['while (true)', 3]);
    assert.match(fault.message, /more than 0\.15 s/);
  });

  test('is told of in the function that loops', async () => {
    const text = `${head}for (const a of [1]) a.toFixed();\nconst spin = () => {\n  for (;;) {}\n};\nspin();\n`;
    const fault = await faultOf(text, {}, short);
    assert.deepEqual([fault.on.trim(), fault.line], ['for (;;)', 4]);
  });

  test('is told of where a pattern of a search never ends', async () => {
    const fault = await faultOf(`${head}/(a+)+$/.test('${'a'.repeat(40)}b');\n`, {}, short);
    assert.match(fault.message, /more than 0\.15 s/);
    assert.equal(fault.line, 2);
  });

  for (const what of [
    "new Proxy(track('a'), { get: () => { while (true); } })",
    'new Proxy({}, { getPrototypeOf: () => { while (true); } })',
    '{ get level() { while (true); } }',
  ])
    test(`is told of where it hands out ${what.slice(0, 24)}...`, async () => {
      const text = `${head}export default song('a').tracks(track('b', ${what} as never), ${what} as never);\n`;
      assert.match((await faultOf(text, {}, short)).message, /more than 0\.15 s|track stands here/);
    });
});

suite('a song that takes too much', () => {
  test('memory is told how much a song may take', async () => {
    const fault = await faultOf(
      `${head}const all: string[] = [];\nfor (let n = 0; ; n++) all.push('x'.repeat(100000) + n);\n`,
      {},
      { milliseconds: 5000, megabytes: 16 },
    );
    assert.match(fault.message, /more than 16 MB of memory/);
    assert.equal(fault.line, 3);
  });

  test('depth is told that functions call each other too deep', async () => {
    const fault = await faultOf(`${head}const f = (n: number): number => f(n + 1) + 1;\nf(0);\n`);
    assert.match(fault.message, /too deep/);
    assert.equal(fault.line, 2);
  });

  test('of one song leaves the next one alone', async () => {
    await faultOf(`${head}for (const a: string[] = []; ; ) a.push('x'.repeat(100000));\n`, {}, short);
    assert.equal((await evaluated(`${head}export default song('a');\n`)).ok, true);
  });

  test('music is told so', async () => {
    const text = `${head}const notes = 'c4 '.repeat(3_000_000);\nexport default song('a').tracks(track('b')).arrange(section('c', '1 bar', { b: notes }));\n`;
    assert.match((await faultOf(text)).message, /larger than 4 MB/);
  });
});

suite('a song that fails', () => {
  test('by throwing is told of with its words, on its line', async () => {
    const fault = await faultOf(`${head}const a = 1;\nthrow new Error('no melody today');\n`);
    assert.deepEqual([fault.message, fault.line], ['no melody today', 3]);
  });

  test('by an import that throws is told of in that file', async () => {
    const files = { './drums.ts': "export const kick = 'bd*4';\nthrow new Error('no drums today');\n" };
    const fault = await faultOf(`import { kick } from './drums.ts';\nconsole.log(kick);\n`, files);
    assert.deepEqual([fault.file, fault.line, fault.message], ['./drums.ts', 2, 'no drums today']);
  });

  test('by imports in a circle is told of on the import', async () => {
    const files = { './a.ts': "import './b.ts';\n", './b.ts': "import './a.ts';\n" };
    const fault = await faultOf(`import './a.ts';\n`, files);
    assert.deepEqual([fault.file, fault.on], ['./b.ts', "'./a.ts'"]);
    assert.match(fault.message, /in a circle/);
  });

  test('by an import of nothing is told of on the import', async () => {
    const fault = await faultOf(`${head}import { a } from './gone.ts';\nconsole.log(a);\n`);
    assert.deepEqual([fault.on, fault.line], ["'./gone.ts'", 2]);
  });

  test('by a promise that nothing settles is told that it waits', async () => {
    const fault = await faultOf(`${head}await new Promise(() => {});\nexport default song('a');\n`);
    assert.match(fault.message, /waits for a promise/);
  });

  test('by a slip of the pen is told of on it', async () => {
    const fault = await faultOf(`${head}const a = ;\n`);
    assert.deepEqual([fault.on, fault.line], [';', 2]);
  });

  test('by exporting no song is told what to write', async () => {
    assert.match((await faultOf(`${head}track('a');\n`)).message, /export default song\('Title'/);
    assert.match((await faultOf(`${head}export default 5;\n`)).message, /exports 5 and no song/);
  });

  test('by a getter on what it hands out is told its words', async () => {
    const text = `${head}export default song('a').tracks(track('b', {\n  get level() { throw new Error('gotcha'); },\n} as never));\n`;
    const fault = await faultOf(text);
    assert.deepEqual([fault.message, fault.line], ['gotcha', 3]);
  });
});

suite('a song that would be elsewhere', () => {
  for (const [what, words] of [
    ['Date.now()', /no clock/],
    ['new Date()', /no clock/],
    ['performance.now()', /no clock/],
    ['setTimeout(() => {}, 1)', /no timers/],
    ["fetch('http://127.0.0.1/')", /no network/],
    ["require('node:fs')", /only ES imports/],
    ['process.exit(1)', /no system/],
    ["await import('node:fs')", /imports at its top/],
    ["await import('file:///etc/passwd')", /imports at its top/],
    ["new Function('return process')().exit(1)", /process/],
    ["(0, eval)('process')", /process/],
    ["[].constructor.constructor('return process')()", /process/],
    ["Object.getPrototypeOf(async () => {}).constructor('return fetch')()", /./],
  ] as const)
    test(`is told that there is none: ${what}`, async () => {
      const result = await evaluated(`${head}${what};\nexport default song('a');\n`);
      const said = result.problems.map(({ message }) => message).join();
      // A promise that is left alone fails in silence, in there.
      if (!result.ok) assert.match(said, words);
      else assert.match(what, /async/);
    });

  test('finds nothing of the host by any name', async () => {
    const { said } = await evaluated(`${head}
      const seen = new Set<unknown>();
      const names: string[] = [];
      const walk = (value: any, path: string, depth: number) => {
        if (depth > 4 || value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
        seen.add(value);
        for (const key of Reflect.ownKeys(value)) {
          names.push(path + '.' + String(key));
          try { walk(value[key], path + '.' + String(key), depth + 1); } catch {}
        }
      };
      walk(globalThis, '', 0);
      console.log(names.filter((name) => /process|require|\\bfs\\b|Worker|postMessage|importScripts|WebAssembly|std|bjson|loadScript|navigator/i.test(name)).join(' '));
      export default song('a');`);
    assert.deepEqual(
      said.map(({ text }) => text),
      [''],
    );
  });

  test('changes nothing of the host by changing what all objects are', async () => {
    const text = `${head}
      Object.prototype.toJSON = () => ({ pieces: ['song "b" {}'], polluted: true });
      Array.prototype.toJSON = () => 'x';
      JSON.stringify = () => '{}';
      Array.isArray = () => true;
      ({} as any).__proto__.polluted = true;
      export default song('a').tracks(track('b', { level: '-6dB', __proto__: { pan: 'left' } } as never));`;
    await evaluated(text);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.equal(typeof ([] as { toJSON?: unknown }).toJSON, 'undefined');
    assert.equal((await evaluated(`${head}export default song('a');\n`)).ok, true);
  });

  test('hands out words and numbers only, whatever it makes of its own call table', async () => {
    const text = `import { $f, $m, hand } from 'codetta:runtime';\n${head}
      console.log(typeof $f, typeof $m, typeof hand);
      ($f as any)(-1, -7, track, 'a');
      export default song('a').tracks(($f as any)(NaN, {}, track, 'b'));`;
    const result = await evaluated(text);
    assert.equal(result.ok, false);
  });
});

suite('the same text', () => {
  test('is the same music: chance grows from the seed', async () => {
    const text = (seed: number) =>
      `${head}console.log(Math.random(), Math.random());\nexport default song('a', { seed: ${seed} });\n`;
    const lines = async (seed: number) => (await evaluated(text(seed))).said.map(({ text: line }) => line);
    assert.deepEqual(await lines(7), await lines(7));
    assert.notDeepEqual(await lines(7), await lines(8));
  });

  test('is refused chance where its seed is computed', async () => {
    const fault = await faultOf(`${head}Math.random();\nexport default song('a', { seed: [7].length });\n`);
    assert.match(fault.message, /write it as a number/);
  });

  test('has no use for what a machine forgets', async () => {
    const { said } = await evaluated(
      `${head}console.log(typeof WeakRef, typeof FinalizationRegistry);\nexport default song('a');\n`,
    );
    assert.deepEqual(
      said.map(({ text }) => text),
      ['undefined undefined'],
    );
  });
});
