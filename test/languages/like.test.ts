// Sections that are like another one: what they take over, put in its place, and leave out.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { PatternExpression } from '../../src/song/pattern.ts';
import { dedent, edited, fixed, problems, problemsOf } from './marked.ts';

const plays = (expression: PatternExpression): string =>
  expression.kind === 'name'
    ? expression.name.name
    : expression.kind === 'mini'
      ? expression.mini.text
      : expression.kind;

/** `16: bass=low pad=wide` of the section named. */
function section(source: string, name: string): string {
  const { song } = songLanguage.read(dedent(source));
  const { bars, parts } = song.sections.find((one) => one.name.name === name)!;
  return [
    `${bars.value}:`,
    ...parts.map(({ track, expression }) => `${track.name}=${plays(expression)}`),
  ].join(' ');
}

const verse = 'section verse 16 bars { bass: low, pad: wide, kick: four }\n';

suite('a section like another', () => {
  test('takes over its parts and its length', () => {
    assert.equal(section(`${verse}section a like verse`, 'a'), '16: bass=low pad=wide kick=four');
    assert.equal(section(`${verse}section a 4 bars like verse {}`, 'a'), '4: bass=low pad=wide kick=four');
    assert.equal(section(`section a like verse\n${verse}`, 'a'), '16: bass=low pad=wide kick=four');
  });
  test('puts its own parts in their place, then what is new', () => {
    for (const written of [
      'section a 8 bars like verse { pad: silence, lead: hook }',
      'section a 8 bars like verse with { pad: silence, lead: hook }',
      'section a like verse 8 bars\n  with { pad: silence }\n  with { lead: hook }',
    ])
      assert.equal(
        section(`${verse}${written}`, 'a'),
        '8: bass=low pad=silence kick=four lead=hook',
        written,
      );
  });
  test('leaves tracks out', () => {
    for (const written of [
      'section a like verse without { pad }',
      'section a like verse without { pad } with { lead: hook }',
      'section a like verse with { lead: hook } without { pad }',
      'section a like verse with {\n  lead: hook\n} without {\n  pad\n}',
      'section a like verse without pad { lead: hook }',
    ]) {
      const lead = written.includes('lead') ? ' lead=hook' : '';
      assert.equal(section(`${verse}${written}`, 'a'), `16: bass=low kick=four${lead}`, written);
      assert.deepEqual(problemsOf(verse + written), []);
    }
    assert.equal(section(`${verse}section a like verse without pad, bass`, 'a'), '16: kick=four');
  });
  test('may be like one that is like a third', () =>
    assert.equal(
      section(
        `${verse}section a like b with { lead: hook }\nsection b 8 bars like verse without { kick }`,
        'a',
      ),
      '8: bass=low pad=wide lead=hook',
    ));
  test('keeps the place of what it takes over', () => {
    const text = `${verse}section a like verse`;
    const { song, origins } = songLanguage.read(text);
    const [first, second] = song.sections;
    assert.equal(second!.like?.name, 'verse');
    assert.equal(origins[second!.parts[0]!.id], origins[first!.parts[0]!.id]);
  });
  test('cannot go in circles: each name of the circle says so', () =>
    problems(`
      section a 8 bars like b { x: "c4" }
                            ^ \`a\`, \`b\` and \`c\` are like each other in a circle
      section b like c
                     ^ \`a\`, \`b\` and \`c\` are like each other in a circle
      section c like a
                     ^ \`a\`, \`b\` and \`c\` are like each other in a circle
      section d like a
      section e 8 bars like e
                            ^ \`e\` cannot be like itself.
    `));
  test('says which section was meant, and which track', () => {
    assert.deepEqual(fixed(`${verse}section a like vrese`), {
      'Change to `verse`': `${verse}section a like verse`,
    });
    assert.deepEqual(fixed(`${verse}section a like verse without { pda }`), {
      'Change to `pad`': `${verse}section a like verse without { pad }`,
    });
  });
  test('says what is missing', () =>
    problems(`
      section verse 16 bars { bass: "c2" }
      section a 4 bars like
                       ^^^^ Like which section?
      section b 4 bars like verse with
                                  ^^^^ With what?
      section c 4 bars like verse without
                                  ^^^^^^^ Without which tracks?
      section d 4 bars { bass: "c2" } without { bass }
                                      ^^^^^^^ \`without\` takes out tracks that come from another section
      section e 4 bars like verse without { bass: "c2" }
                                            ^^^^^^^^^^ Here stand names of tracks alone
      section f like verse like verse
                                ^^^^^ A section is like one other section.
    `));
  test('follows a long chain to its end, and no longer', () => {
    const long = Array.from({ length: 3000 }, (_, i) => `section s${i} like s${i + 1}`).join('\n');
    const found = problemsOf(`${long}\nsection s3000 4 bars { t: "c4" }`);
    assert.ok(found.some(({ message }) => message.startsWith('More than 64 sections like one another')));
  });
  test('loses a part, or a name that it leaves out', () => {
    const text = `${verse}section a like verse with { lead: hook, keys: hook } without { pad, kick }`;
    const { song } = songLanguage.read(text);
    const lead = song.sections[1]!.parts.find(({ track }) => track.name === 'lead')!;
    assert.equal(edited(text, [{ do: 'delete', id: lead.id }]), text.replace('lead: hook, ', ''));
  });
});

suite('a part', () => {
  test('may begin within its section', () => {
    const { song } = songLanguage.read(
      'section a 8 bars { vox: "c4" at bar 3, pad: wide.chords at bar 2 beat 3 }',
    );
    assert.deepEqual(
      song.sections[0]!.parts.map(({ at }) => [at?.bar?.value, at?.beat?.value]),
      [
        [3, undefined],
        [2, 3],
      ],
    );
  });
  test('begins in no other section', () =>
    problems(`
      section a 8 bars { vox: "c4" at verse bar 3, pad: "c4" at }
                                      ^^^^^ A part begins in its own section
                                                             ^^ Where in the section?
    `));
});
