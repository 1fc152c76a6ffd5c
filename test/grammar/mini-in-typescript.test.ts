// The colours of mini-notation where it stands in TypeScript, and of the TypeScript around it.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { coloured, colours } from './coloured.ts';

const typescript = (source: string): Promise<void> => colours(source, 'source.ts');

suite('colours of mini-notation in TypeScript', () => {
  test('of a tagged template, and of what stands behind it', () =>
    typescript(`
    const hook = mini\`a1 ~ <Am7 f#2>*2 bd(3,8) | [c4 | d4]\`.every(4, rev); // yes
    ^^^^^ storage.type.ts
          ^^^^ meta.definition.variable.ts
                 ^^^^ entity.name.function.tagged-template.ts
                     ^ punctuation.definition.string.template.begin.ts
                      ^^ constant.numeric.note.song
                         ^ comment.rest.song
                           ^ punctuation.section.brackets.song
                            ^^^ entity.name.type.chord.song
                                ^^^ constant.numeric.note.song
                                    ^ keyword.operator.mini.song
                                       ^^ support.function.hit.song
                                               ^ punctuation.separator.bar.song
                                                     ^ keyword.operator.choice.song
                                                          ^ punctuation.definition.string.template.end.ts
                                                            ^^^^^ entity.name.function.ts
                                                                  ^ constant.numeric.decimal.ts
                                                                           ^^^^^^ comment.line.double-slash.ts
  `));

  test('of a template over lines, with holes in it and in its brackets', () =>
    typescript(`
    const wide = mini\`
      a4 \${high[1]} |
      ^^ constant.numeric.note.song
         ^^ punctuation.definition.template-expression.begin.ts
           ^^^^ variable.other.readwrite.ts
                    ^ punctuation.separator.bar.song
      [e5 \${low} d5]
       ^^ constant.numeric.note.song
          ^^ punctuation.definition.template-expression.begin.ts
                 ^^ constant.numeric.note.song
                   ^ punctuation.section.brackets.song
    \`;
    const next = 1;
    ^^^^^ storage.type.ts
  `));

  test('of a progression', () =>
    typescript(`
    const road = progression\`Am7 | G/B\`;
                 ^^^^^^^^^^^ entity.name.function.tagged-template.ts
                             ^^^ entity.name.type.chord.song
                                 ^ punctuation.separator.bar.song
  `));

  test('of calls with either quotes, among other arguments', () =>
    typescript(`
    cat(mini('bd*4'), mini("c4 [d4"), 'c4')
        ^^^^ entity.name.function.ts
             ^ punctuation.definition.string.begin.ts
              ^^ support.function.hit.song
                ^ keyword.operator.mini.song
                  ^ punctuation.definition.string.end.ts
                            ^^ constant.numeric.note.song
                                      ^^^^ string.quoted.single.ts
  `));

  test('in a section, and in the hole of another template', () =>
    typescript(`
    section('a', '8 bars', { kick: mini\`bd*4\`, bass: low });
                             ^^^^ meta.object-literal.key.ts
                                        ^^ support.function.hit.song
                                               ^^^^ meta.object-literal.key.ts
    const text = \`\${mini\`bd\`}\`;
                         ^^ support.function.hit.song
  `));

  test('and of nothing else', async () => {
    for (const line of [
      'const text = `bd a1`;',
      "const text = 'mini`bd`';",
      '// mini`bd`',
      'gemini`bd`',
      'a.mini`bd`',
      "geminis('bd')",
    ]) {
      const [tokens] = await coloured([line], 'source.ts');
      const ours = tokens!.filter(({ scopes }) => scopes.some((scope) => scope.endsWith('.song')));
      assert.deepEqual(ours, [], line);
    }
  });
});
