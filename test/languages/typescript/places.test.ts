// Each value of a song in TypeScript leads to the literal that made it: through variables, functions, loops and
// files. Literals that are meant are marked: ‹-6dB›.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { evaluated, type Files, head, readingOf } from './evaluated.ts';

/** Holds the literals that made the values of `kind` to those that are marked, in the order of the song. */
const madeBy = async (marked: string, word: RegExp, files: Files = {}): Promise<void> => {
  const places: number[] = [];
  let text = head;
  for (const piece of marked.match(/‹|›|[^‹›]+/g) ?? []) {
    if (piece === '‹') places.push(text.length);
    else if (piece !== '›') text += piece;
  }
  const result = await evaluated(text, files);
  assert.ok(result.ok, result.problems[0]?.message);
  const found = result.leaves
    .filter(({ from, to, at }) => at.file === 0 && word.test(result.text.slice(from, to)))
    .map(({ at, literal, content }) => (literal ? content!.from : at.from));
  const ascending = (one: number, other: number): number => one - other;
  assert.deepEqual([...found].sort(ascending), places.sort(ascending));
};

const db = /dB$/;

suite('a value is the literal that it is written as', () => {
  test('where it stands', () =>
    madeBy("export default song('a').tracks(track('b', { level: '‹-6dB›', eq: { low: '‹2dB›' } }));", db));

  test('behind a name', () =>
    madeBy(
      "const quiet = '‹-20dB›';\nconst strip = { level: quiet };\nexport default song('a').tracks(track('b', strip));",
      db,
    ));

  test('in what is spread, and what stands over it', () =>
    madeBy(
      "const base = { level: '-6dB', eq: { low: '‹1dB›' } } as const;\nexport default song('a').tracks(track('b', { ...base, level: '‹-7dB›' }));",
      db,
    ));

  test('through a function of the song', () =>
    madeBy(
      "const part = (name: string, level: string) => track(name, { level });\nexport default song('a').tracks(part('b', '‹-6dB›'), part('c', '‹-6dB›'));".replaceAll(
        'level: string',
        'level: any',
      ),
      db,
    ));

  test('through functions in functions', () =>
    madeBy(
      "function part(name: string, { level }: any) { return strip(level)(name); }\nconst strip = (level: any) => (name: string) => track(name, { level });\nexport default song('a').tracks(part('b', { level: '‹-6dB›' }), part('c', { level: '‹-6dB›' }));",
      db,
    ));

  test('of a list that is gone through, round by round', () =>
    madeBy(
      "const all = [['b', '‹-6dB›'], ['c', '‹-6dB›'], ['d', '‹-9dB›']] as const;\nexport default song('a').tracks(...all.map(([name, level]) => track(name, { level })));",
      db,
    ));

  test('of a loop that leaves some out', () =>
    madeBy(
      "const made = [];\nfor (const { name, level } of [{ name: 'b', level: '-6dB' }, { name: 'c', level: '‹-6dB›' }] as const) {\n  if (name === 'b') continue;\n  made.push(track(name, { level }));\n}\nexport default song('a').tracks(...made);",
      db,
    ));

  test('of an object that is gone through', () =>
    madeBy(
      "const levels = { b: '‹-6dB›', c: '‹-6dB›' } as const;\nexport default song('a').tracks(...Object.entries(levels).map(([name, level]) => track(name, { level })));",
      db,
    ));

  test('of two, whichever it is', () =>
    madeBy("export default song('a').tracks(track('b', { level: 1 > 2 ? '-3dB' : '‹-9dB›' }));", db));

  test('in a template, piece by piece', () =>
    madeBy(
      "const low = '‹a1›';\nconst line = mini`‹c4 e4 ›${low}‹ g4›`;\nexport default song('a').tracks(track('b')).arrange(section('s', '1 bar', { b: line }));",
      /^c4 e4 $|^a1$|^ g4$/,
    ));

  test('of a number, as it is written', () =>
    madeBy(
      "export default song('a', { seed: ‹7› }).tracks(track('b', { instrument: MonoSynth({ filter: { Q: ‹2.5› } }) }));",
      /^(?:7|2\.5)$/,
    ));
});

suite('a value is computed', () => {
  const computedIn = async (text: string): Promise<readonly string[]> => {
    const result = await evaluated(head + text);
    assert.ok(result.ok, result.problems[0]?.message);
    return result.leaves
      .filter(({ from, to, literal }) => !literal && db.test(result.text.slice(from, to)))
      .map(({ at, source }) => (head + text).slice((source ?? at).from, (source ?? at).to));
  };

  test('where an expression makes it', async () => {
    const text = "const n = 2;\nexport default song('a').tracks(track('b', { level: `${-3 * n}dB` }));";
    assert.deepEqual(await computedIn(text), ['`${-3 * n}dB`']);
  });

  test('and the code that computes it is found behind its name', async () => {
    const text =
      "const loud = ['-6', 'dB'].join('') as '-6dB';\nexport default song('a').tracks(track('b', { level: loud }));";
    assert.deepEqual(await computedIn(text), ["['-6', 'dB'].join('')"]);
  });

  test('where a literal says something else by now', async () => {
    const text =
      "const strip = { level: '-6dB' };\nstrip.level = '-9' + 'dB';\nexport default song('a').tracks(track('b', strip as never));";
    assert.equal((await computedIn(text)).length, 1);
  });
});

suite('what stands in the text', () => {
  test('is where problems stand', async () => {
    const text = `${head}export default song('a').tracks(track('b', { level: '99dB' }));\n`;
    const { problems, origins } = await readingOf(text);
    const [first] = problems;
    assert.match(first!.message, /out of range/);
    const { from, to } = origins[first!.id]!;
    assert.equal(text.slice(from, to), '99dB');
  });

  test('is where notes stand', async () => {
    const text = `${head}export default song('a').tracks(track('b')).arrange(section('s', '1 bar', { b: mini\`c4 [e4 g4]\` }));\n`;
    const { song, origins } = await readingOf(text);
    const expression = song.sections[0]!.parts[0]!.expression;
    assert.ok(expression.kind === 'mini');
    const notes = expression.mini.places.map((_, index) => origins[expression.firstAtom + index]!);
    assert.deepEqual(
      notes.map(({ from, to }) => text.slice(from, to)),
      ['c4', 'e4', 'g4'],
    );
  });

  test('may be what a person meant', async () => {
    const text = `${head}// codetta-ignore INS1: it squeaks on purpose\nexport default song('a');\n`;
    const { song } = await readingOf(text);
    assert.deepEqual(
      song.ignores.map(({ rule, reason }) => [rule, reason]),
      [['INS1', 'it squeaks on purpose']],
    );
  });

  test('of another file is shown on the import that leads there', async () => {
    const text = `import { loud } from './mix.ts';\n${head}export default song('a').tracks(track('b', loud as never));\n`;
    const { problems, origins, elsewhere } = await readingOf(text, {
      './mix.ts': "export const loud = { level: '99dB' };\n",
    });
    const { from, to } = origins[problems[0]!.id]!;
    assert.equal(text.slice(from, to), "'./mix.ts'");
    assert.deepEqual(elsewhere.get(problems[0]!.id), { file: './mix.ts', range: { from: 30, to: 34 } });
  });
});
