// What a slip in mini-notation is told, on its own characters, while the rest of the bar keeps its time.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/pattern/mini/compile.ts';
import { readMini } from '../../src/pattern/mini/sounds.ts';
import { notesIn } from './plays.ts';

/** Asserts the problems of the text in the first line: below it the characters under `^`, then words of the message. */
const tells = (marked: string): void => {
  const [text, ...expected] = marked.slice(1).split('\n') as [string, ...string[]];
  const { problems } = readMini(text);
  const shown = problems.map(({ from, to }) => ' '.repeat(from) + '^'.repeat(Math.max(1, to - from)));
  const wanted = expected.map((line) => /^ *\^+/.exec(line)![0]);
  assert.deepEqual(shown, wanted, `${text}\n${problems.map(({ message }) => message).join('\n')}`);
  for (const [index, line] of expected.entries()) {
    const words = line.slice(wanted[index]!.length + 1);
    assert.ok(problems[index]!.message.includes(words), `${problems[index]!.message} should say "${words}"`);
  }
};

const keepsTime = (text: string, notes: string): void =>
  assert.equal(notesIn(compile(readMini(text).mini.root), 0, 1), notes, text);

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
    assert.deepEqual(readMini('bd C4').problems[0]!.instead, 'c4');
  });

  test('as a number that is no degree is told what to write', () => {
    tells(`
c4 62 0.5
   ^^ As a MIDI note it is d4
      ^^^ Write 2# or 2b`);
    tells(`
-49 999
^^^ Write a note such as c4
    ^^^ beyond`);
    assert.deepEqual(readMini('62').problems[0]!.instead, 'd4');
  });

  test('leaves the other steps where they are', () => {
    keepsTime('c4 hello e4 60', 'c4 0-1/4, e4 1/2-3/4');
    keepsTime('c4 bd:9999 e4:2', 'c4 0-1/3, bd 1/3-2/3, e4 2/3-1');
    keepsTime('c4 {e4 g4}%0', 'c4 0-1/2, e4 1/2-3/4, g4 3/4-1');
    keepsTime('c4 0 .. e4', 'c4 0-1/3, 0 1/3-2/3, e4 2/3-1');
    keepsTime('c4 [e4 g4', 'c4 0-1/2, e4 1/2-3/4, g4 3/4-1');
    keepsTime('c4 e4]', 'c4 0-1/2, e4 1/2-1');
    keepsTime('c4* e4', 'c4 0-1/2, e4 1/2-1');
    keepsTime('c4*1000000 e4', 'c4 0-1/2, e4 1/2-1');
    keepsTime('c4?30 e4', 'c4 0-1/2, e4 1/2-1');
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
_ ! c4 | _ d4
^ no note before this _`);
    tells(`
c4 , ~ | _ ~
         ^ no note before this _`);
    tells(`
! c4 [!2 e4]
^ no step before this !
      ^^ no step before this !`);
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

  test('in chance says what it takes', () => {
    tells(`
c4?30 e4?-1 g4 ?
  ^^^ Write ?0.3.
        ^^^ from 0 to 1
              ^^ without a space`);
    tells(`
[c4 | ] [ | e4]
      ^ nothing here to choose
          ^ nothing here to choose`);
    assert.equal(readMini('c4?30').problems[0]!.instead, '?0.3');
  });

  test('in samples, ranges, feet and polymeter says how they are written', () => {
    tells(`
bd:x c4:2 :3 bd:1.5
  ^ number of a sample
       ^^ Only drum hits
          ^^ right behind a drum hit
               ^^^^ number of a sample`);
    tells(`
0 .. e4 bd .. sd .. 4
^^^^^^^ between two degrees or two notes
        ^^^^^^^^ between two
              ^^^^^^^ between two`);
    tells(`
. c4 . . e4 .
^ none on one side
       ^ none on one side
            ^ none on one side`);
    tells(`
{c4 e4}% g4 % {c4}%0
       ^ needs a number
            ^ right behind { }
                  ^^ above 0`);
  });

  test('that is a transform within the quotes says where it goes', () => {
    tells(`
bd sd.fast(2) hh
     ^^^^^^^^ A transform goes behind them`);
    tells(`
c4.e4 g4.rev
        ^^^^ A transform goes behind them`);
    keepsTime('bd sd.fast(2) hh', 'bd 0-1/3, sd 1/3-2/3, hh 2/3-1');
  });

  test('in numbers that vary stands on the number', () => {
    tells(`
bd*<2 0> sd(<3 x>,8) hh(3,<8 0>)
      ^ above 0
               ^ A number stands here
                             ^ 1 to 1024`);
    tells(`
bd(<1 2 3 4 5 6 7 8 9>,<9 10 11 12 13 14 15 16>)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 72 combinations`);
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
    assert.equal(readMini('[[[bd*1024]*1024]]').problems.length, 1);
    assert.ok(readMini('z'.repeat(5000)).problems[0]!.message.length < 200);
    assert.ok(readMini(`C${'z'.repeat(5000)}`).problems[0]!.message.length < 200);
    assert.ok(readMini('9'.repeat(5000)).problems[0]!.message.length < 200);
    assert.ok(readMini(`c4*${'9'.repeat(5000)}`).problems[0]!.message.length < 200);
    assert.ok(readMini(`c4(3,${'9'.repeat(5000)})`).problems[0]!.message.length < 200);
  });

  test('in turns of more steps than can be counted is refused too', () => {
    const { problems } = readMini(`{${'c4@1023.999999 '.repeat(1000)}d4@0.000001}%0.000001`);
    assert.match(problems[0]!.message, /more than|more finely|more slowly/);
    // A thousand bars of thousands of notes each are no more than one of them in any bar.
    assert.deepEqual(readMini('<hh*1024!1024>').problems, []);
  });

  test('with chance in every copy is read at once', () => {
    assert.match(readMini('[[[c4? d4?]!1024]!1024]!1024').problems[0]!.message, /more than 16,384/);
    assert.deepEqual(readMini('[[[c4?|d4?]!16]!16]!16').problems, []);
  });

  test('nests a thousand brackets without harm', () => {
    const { problems, mini } = readMini(`${'['.repeat(1000)}c4${']'.repeat(1000)}`);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /at most 64 deep/);
    assert.equal(mini.root.kind, 'sequence');
    assert.equal(readMini(`${'['.repeat(60)}c4${']'.repeat(60)}`).problems.length, 0);
    for (const [open, close] of [
      ['[', ']'],
      ['<', '>'],
      ['{', '}'],
    ] as const) {
      const deep = readMini(`${open.repeat(20_000)}_ c4? | d4${close.repeat(20_000)}`);
      assert.match(deep.problems[0]!.message, /at most 64 deep/);
    }
    assert.ok(readMini(`c4${'*<2'.repeat(5000)}`).problems.length > 0);
    assert.ok(readMini(`c4${'(<'.repeat(5000)}`).problems.length > 0);
  });

  test('is bounded in steps, copies of copies too', () => {
    assert.match(readMini('~!1024 '.repeat(100)).problems[0]!.message, /65,536 steps/);
    assert.ok(readMini('? '.repeat(5000)).problems.length <= 100);
  });
});
