// What a slip in mini-notation is told, on its own characters, while the rest of the bar keeps its time.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/pattern/mini/compile.ts';
import { parseMini } from '../../src/pattern/mini/parse.ts';
import { notesIn } from './plays.ts';

/** Asserts the problems of the text in the first line: below it the characters under `^`, then words of the message. */
const tells = (marked: string): void => {
  const [text, ...expected] = marked.slice(1).split('\n') as [string, ...string[]];
  const { problems } = parseMini(text);
  const shown = problems.map(({ from, to }) => ' '.repeat(from) + '^'.repeat(Math.max(1, to - from)));
  const wanted = expected.map((line) => /^ *\^+/.exec(line)![0]);
  assert.deepEqual(shown, wanted, `${text}\n${problems.map(({ message }) => message).join('\n')}`);
  for (const [index, line] of expected.entries()) {
    const words = line.slice(wanted[index]!.length + 1);
    assert.ok(problems[index]!.message.includes(words), `${problems[index]!.message} should say "${words}"`);
  }
};

const keepsTime = (text: string, notes: string): void =>
  assert.equal(notesIn(compile(parseMini(text).mini.root), 0, 1), notes, text);

suite('A slip in a pattern', () => {
  test('in a word is told with what was meant', () => {
    tells(`
bd snd c4
   ^^^ Did you mean sd?`);
    tells(`
C4 BD Cmaj8
^^ Notes are written in lowercase: c4.
   ^^ Drum hits are written in lowercase: bd.
      ^^^^^ Write Cmaj7`);
    tells(`
a4 hello c12
   ^^^^^ neither a note
         ^^^ notes go from c-1 to g9`);
    assert.deepEqual(parseMini('bd C4').problems[0]!.instead, 'c4');
  });

  test('as a plain number is told what to write', () => {
    tells(`
c4 62 0.5
   ^^ Write d4 (MIDI note 62)
      ^^^ Write a note such as c4`);
  });

  test('leaves the other steps where they are', () => {
    keepsTime('c4 hello e4 60', 'c4 0-1/4, e4 1/2-3/4');
    keepsTime('c4 [e4 g4', 'c4 0-1/2, e4 1/2-3/4, g4 3/4-1');
    keepsTime('c4 e4]', 'c4 0-1/2, e4 1/2-1');
    keepsTime('c4* e4', 'c4 0-1/2, e4 1/2-1');
    keepsTime('c4*1000000 e4', 'c4 0-1/2, e4 1/2-1');
    keepsTime('c4? e4', 'c4 0-1/2, e4 1/2-1');
  });

  test('in brackets is told where it opened', () => {
    tells(`
c4 [e4 g4
   ^ never closed`);
    tells(`
c4 e4] >
     ^ nothing open
       ^ nothing open`);
    tells(`
<c4 [e4> g4
    ^ never closed`);
    tells(`
c4 [ ] <>
   ^^^ empty
       ^^ empty`);
  });

  test('in bar lines says where they belong', () => {
    tells(`
c4 [e4 | g4]
       ^ belongs at the top level`);
    tells(`
c4 | | d4
   ^^^ This bar is empty`);
  });

  test('in a modifier says what it takes', () => {
    tells(`
c4*1000000 e4/0 g4@-1 a4!0.5
  ^^^^^^^^ the limit is *1024
             ^^ above 0
                  ^^^ above 0
                        ^^^^ 1 to 1024`);
    tells(`
c4* e4
  ^ needs a number`);
    tells(`
c4 *2
  ^^ without a space`);
    tells(`
*2 c4
^^ no step before`);
    tells(`
_ ! c4
^ no step before this _`);
    tells(`
c4@0.12345678
   ^^^^^^^^^^ too many decimals`);
    tells(`
c4*2*2*2*2*2*2*2*2*2
                  ^ at most 8`);
  });

  test('in a Euclid says how one is written', () => {
    tells(`
bd(3) sd(3,8
  ^^^ (pulses,steps)
        ^^^^ (pulses,steps)`);
    tells(`
bd(9,8) sd(3,0) hh(1.5,8) cp(3,9999)
  ^^^^^ do not fit
          ^^^^^ 1 to 1024
                  ^^^^^^^ whole numbers
                            ^^^^^^^^ 1 to 1024`);
  });

  test('of Tidal that is not there yet says so', () => {
    tells(`
bd? sd:3 {hh oh}%4 . c4 .. e4
  ^ Chance
      ^^ Sample numbers
         ^ Polymeter
                ^^ Polymeter
                   ^ Feet
                        ^^ Ranges`);
  });

  test('in signs of another language is one problem a run', () => {
    tells(`
c4 $$$ e4 "
   ^^^ no meaning
          ^ no meaning`);
  });
});

suite('A pattern that asks for too much', () => {
  test('is told the limit, and the rest plays', () => {
    tells(`
c4 [bd*1024]*1024
   ^^^^^^^^^^^^^^ more than 16,384 notes`);
    keepsTime('c4 [bd*1024]*1024', 'c4 0-1/2');
    tells(`
[c4@0.9973 d4]*1.9979 [e4@0.9967 f4 g4@0.8839]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ more finely`);
  });

  test('is told once, whatever stands around it', () => {
    tells(`
c4 [a3 [[e4/1024]/1024]/1024 g4]*2 e4/1024
        ^^^^^^^^^^^^^^ more slowly`);
    assert.equal(parseMini('[[[bd*1024]*1024]]').problems.length, 1);
    assert.ok(parseMini('z'.repeat(5000)).problems[0]!.message.length < 200);
    assert.ok(parseMini(`C${'z'.repeat(5000)}`).problems[0]!.message.length < 200);
    assert.ok(parseMini('9'.repeat(5000)).problems[0]!.message.length < 200);
    assert.ok(parseMini(`c4*${'9'.repeat(5000)}`).problems[0]!.message.length < 200);
    assert.ok(parseMini(`c4(3,${'9'.repeat(5000)})`).problems[0]!.message.length < 200);
  });

  test('nests a thousand brackets without harm', () => {
    const { problems, mini } = parseMini(`${'['.repeat(1000)}c4${']'.repeat(1000)}`);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /at most 64 deep/);
    assert.equal(mini.root.kind, 'sequence');
    assert.equal(parseMini(`${'['.repeat(60)}c4${']'.repeat(60)}`).problems.length, 0);
  });

  test('is bounded in steps, copies of copies too', () => {
    assert.match(parseMini('~!1024 '.repeat(100)).problems[0]!.message, /65,536 steps/);
    assert.ok(parseMini('? '.repeat(5000)).problems.length <= 100);
  });
});
