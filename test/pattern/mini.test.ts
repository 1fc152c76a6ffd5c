// Mini-notation, as Tidal documents it: what each sign makes a pattern play.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { format, rational } from '../../src/music/rational.ts';
import { parseMini } from '../../src/pattern/mini/parse.ts';
import { query } from '../../src/pattern/query.ts';
import { patternOf, plays, playsLike, rhythmOf } from './plays.ts';

suite('Mini-notation', () => {
  test('a bar is shared by the steps in it', () => {
    plays('c4 e4 g4 c5', 'c4 0-1/4, e4 1/4-1/2, g4 1/2-3/4, c5 3/4-1');
    plays('bd sd hh', 'bd 0-1/3, sd 1/3-2/3, hh 2/3-1');
    plays('Am7', 'Am7 0-1', 'Am7 1-2');
  });

  test('groups share a step, and rests are silent', () => {
    plays('a1 ~ a1 [c2 e2]', 'a1 0-1/4, a1 1/2-3/4, c2 3/4-7/8, e2 7/8-1');
    plays('c4 [e4 [g4 b4]]', 'c4 0-1/2, e4 1/2-3/4, g4 3/4-7/8, b4 7/8-1');
    playsLike('c4 - e4 -', 'c4 ~ e4 ~');
    plays('~', '');
    plays('', '');
  });

  test('* plays a step faster, / slower', () => {
    playsLike('bd*2 sd', '[bd bd] sd');
    playsLike('hh*16', 'hh!16');
    plays('hi*3'.replace('hi', 'hh'), 'hh 0-1/3, hh 1/3-2/3, hh 2/3-1');
    plays('c4 e4/2', 'c4 0-1/2, e4 1/2-1', 'c4 1-3/2', 'c4 2-5/2, e4 5/2-3');
    plays('c4 [d4 e4 f4]/3', 'c4 0-1/2, d4 1/2-1', 'c4 1-3/2, e4 3/2-2', 'c4 2-5/2, f4 5/2-3');
    plays('[bd sd]/2', 'bd 0-1', 'sd 1-2');
    playsLike('[bd sd]*2/2', 'bd sd');
  });

  test('one and a half times as fast makes three steps of two, and turns them around', () => {
    playsLike('bd [sd hh]*1.5', '<[bd [sd hh sd]] [bd [hh sd hh]]>');
    plays('bd*1.5', 'bd 0-2/3, bd 2/3-4/3', 'bd 4/3-2');
  });

  test('! repeats a step, counted or bare', () => {
    playsLike('bd!3 sd', 'bd bd bd sd');
    playsLike('bd ! sd', 'bd bd sd');
    playsLike('bd ! ! sd', 'bd!3 sd');
    playsLike('bd! sd', 'bd bd sd');
    playsLike('[bd hh]!2 sd', '[bd hh] [bd hh] sd');
    playsLike('bd*2!2 sd', 'bd*2 bd*2 sd');
    playsLike('bd@3!2 sd', 'bd@3 bd@3 sd');
  });

  test('@ and _ make a step longer', () => {
    plays('c4@3 e4', 'c4 0-3/4, e4 3/4-1');
    playsLike('c4 _ _ e4', 'c4@3 e4');
    playsLike('bd _ _ ~ sd _', 'bd@3 ~ sd@2');
    playsLike('c4__ e4', 'c4@3 e4');
    plays('c4@1.5 e4', 'c4 0-3/5, e4 3/5-1');
    playsLike('c4!2 _ e4', 'c4 c4@2 e4');
    playsLike('c4@0.5 e4@0.5', 'c4 e4');
  });

  test('< > plays one of its steps a bar', () => {
    plays('<c4 e4 g4>', 'c4 0-1', 'e4 1-2', 'g4 2-3', 'c4 3-4');
    plays('bd <sd hh>', 'bd 0-1/2, sd 1/2-1', 'bd 1-3/2, hh 3/2-2', 'bd 2-5/2, sd 5/2-3');
    plays('<a3 <b3 c4>>', 'a3 0-1', 'b3 1-2', 'a3 2-3', 'c4 3-4');
    plays('<c4@3 e4>', 'c4 0-3', '', '', 'e4 3-4', 'c4 4-7');
    playsLike('<c4 _ e4>', '<c4@2 e4>');
    playsLike('<c4!2 e4>', '<c4 c4 e4>');
    playsLike('<c4 e4 g4>*3', 'c4 e4 g4');
    plays('<c4 e4 g4>*2', 'c4 0-1/2, e4 1/2-1', 'g4 1-3/2, c4 3/2-2', 'e4 2-5/2, g4 5/2-3');
    playsLike('<c4 e4>/2', '<c4@2 e4@2>');
    plays('<c4 e4 , g4 a4 b4>', 'c4 0-1, g4 0-1', 'e4 1-2, a4 1-2', 'c4 2-3, b4 2-3', 'e4 3-4, g4 3-4');
  });

  test('N.C. in a chart is a bar without a chord', () => {
    plays('| Am | N.C. | F |', 'Am 0-1', '', 'F 2-3');
    playsLike('Am NC', 'Am ~');
  });

  test(', plays its parts at once', () => {
    plays('[c4, e4 g4]', 'c4 0-1, e4 0-1/2, g4 1/2-1');
    plays('c4 e4, g4', 'c4 0-1/2, g4 0-1, e4 1/2-1');
    plays('bd*2, hh*3', 'bd 0-1/2, hh 0-1/3, hh 1/3-2/3, bd 1/2-1, hh 2/3-1');
  });

  test('bar lines cut a pattern into bars', () => {
    plays('a1 ~ | f1 g1', 'a1 0-1/2', 'f1 1-3/2, g1 3/2-2', 'a1 2-5/2');
    playsLike('| Am7 | Fmaj7 | C | G/B |', '<Am7 Fmaj7 C G/B>');
    playsLike('c4 || d4', 'c4 | d4');
    plays('<c4 e4> | g4', 'c4 0-1', 'g4 1-2', 'e4 2-3', 'g4 3-4');
    plays('c4 | d4 , g3', 'c4 0-1, g3 0-1', 'd4 1-2, g3 1-2');
    playsLike('| c4 |', 'c4');
  });

  test('( ) spreads pulses as Euclid and Bjorklund do', () => {
    // The rhythms of Toussaint's paper; where all but one step is a pulse the rest comes last, as in Tidal.
    const table: readonly (readonly [string, string])[] = [
      ['2,5', 'x.x..'],
      ['3,4', 'xxx.'],
      ['3,7', 'x.x.x..'],
      ['3,8', 'x..x..x.'],
      ['4,7', 'x.x.x.x'],
      ['4,9', 'x.x.x.x..'],
      ['4,11', 'x..x..x..x.'],
      ['5,6', 'xxxxx.'],
      ['5,7', 'x.xx.xx'],
      ['5,8', 'x.xx.xx.'],
      ['5,9', 'x.x.x.x.x'],
      ['5,11', 'x.x.x.x.x..'],
      ['5,12', 'x..x.x..x.x.'],
      ['5,16', 'x..x..x..x..x...'],
      ['7,8', 'xxxxxxx.'],
      ['7,12', 'x.xx.x.xx.x.'],
      ['7,16', 'x..x.x.x..x.x.x.'],
      ['9,16', 'x.xx.x.x.xx.x.x.'],
      ['11,24', 'x..x.x.x.x.x..x.x.x.x.x.'],
      ['13,24', 'x.xx.x.x.x.x.xx.x.x.x.x.'],
      ['0,4', '....'],
      ['4,4', 'xxxx'],
      ['1,4', 'x...'],
      ['3,8,2', '.x..x.x.'],
      ['3,8,-1', '.x..x..x'],
      ['3,8,10', '.x..x.x.'],
      ['-3,8', '.xx.xx.x'],
    ];
    for (const [numbers, rhythm] of table)
      assert.equal(rhythmOf(`bd(${numbers})`, rhythm.length), rhythm, numbers);
    playsLike('[bd sd](3,8)', '[bd sd] ~ ~ [bd sd] ~ ~ [bd sd] ~');
    playsLike('<bd sd>(2,4)', '<[bd ~ bd ~] [sd ~ sd ~]>');
    playsLike('bd(3,8) sd', '[bd ~ ~ bd ~ ~ bd ~] sd');
  });

  test('( ) takes patterns of numbers, and * and / do too', () => {
    playsLike('bd(<3 5>,8)', '<bd(3,8) bd(5,8)>');
    playsLike('bd(3,<8 16>,<0 2 4>)', '<bd(3,8) bd(3,16,2) bd(3,8,4) bd(3,16) bd(3,8,2) bd(3,16,4)>');
    playsLike('bd(<-3 3!2>,8) sd', '<[bd(-3,8) sd] [bd(3,8) sd]!2>');
    playsLike('hh*<2 3>', '<hh*2 hh*3>');
    playsLike('[c4 e4]*<1.5 1>', '<[c4 e4]*1.5 [c4 e4]*1>', 2);
    plays('[c4 e4]/<1 2>', 'c4 0-1/2, e4 1/2-1', 'e4 1-2');
    // Half a bar of each: what begins in its half.
    plays('bd*[2 4]', 'bd 0-1/2, bd 1/2-3/4, bd 3/4-1');
    playsLike('hh*<2 ~>', 'hh*2 | ~');
  });

  test('{ } has its own number of steps a bar', () => {
    playsLike('{bd sd, hh cp oh}', '<[bd sd, hh cp] [bd sd, oh hh] [bd sd, cp oh]>');
    playsLike('{c4 e4 g4}%4', '<[c4 e4 g4 c4] [e4 g4 c4 e4] [g4 c4 e4 g4]>');
    playsLike('{c4 e4 g4}%4', '<c4 e4 g4>*4');
    playsLike('{c4 e4 g4}', 'c4 e4 g4');
    playsLike('{c4@2 e4}%3', '[c4@2 e4]');
    playsLike('{c4!2 e4 _}%2', '<[c4 c4] [e4@2]>');
    playsLike('bd {c4 e4 g4}%2', '<[bd [c4 e4]] [bd [g4 c4]] [bd [e4 g4]]>');
    playsLike('{a3 b3 c4}%<2 3>', '<[a3 b3] [a3 b3 c4] [b3 c4]>', 3);
    playsLike('{<a3 b3> c4}%2', '<a3 b3> c4');
    playsLike('{c4 e4 g4}%1.5', '<c4 e4 g4>*1.5');
  });

  test('. makes groups of the steps on both sides', () => {
    playsLike('bd*3 . hh*4 cp', '[bd*3] [hh*4 cp]');
    playsLike('c4 e4 . g4 . a4 _ b4', '[c4 e4] [g4] [a4@2 b4]');
    playsLike('c4 . [d4 e4 . f4] | g4 . a4', '[c4] [[d4 e4] [f4]] | [g4] [a4]');
    playsLike('<c4 d4 . e4>', '<[c4 d4] e4>');
    playsLike('bd . sd , hh*4', 'bd sd , hh*4');
  });

  test('.. stands for all the steps between', () => {
    playsLike('0 .. 4', '0 1 2 3 4');
    playsLike('2..-1', '2 1 0 -1');
    playsLike('3 .. 3 5', '3 5');
    playsLike('c4 .. e4', 'c4 c#4 d4 d#4 e4');
    playsLike('eb4 .. c4', 'eb4 d4 db4 c4');
    playsLike('<0 .. 3>*2', '<0 1 2 3>*2');
    playsLike('[0 .. 2]*2 5', '[0 1 2]*2 5');
    playsLike('0 .. 2@2', '0 1 2@2');
    const text = 'c4 .. d4';
    const { mini } = parseMini(text);
    assert.deepEqual(mini.places.map(({ from, to }) => text.slice(from, to)).sort(), ['..', 'c4', 'd4']);
  });

  test(': takes a numbered sample of a hit', () => {
    plays('bd:3 sd hh:0*2', 'bd:3 0-1/3, sd 1/3-2/3, hh:0 2/3-5/6, hh:0 5/6-1');
    assert.equal(parseMini('bd:12').mini.places[0]!.to, 5);
  });

  test('numbers are degrees of the scale', () => {
    const value = (text: string) => query(patternOf(text), rational(0), rational(1))[0]!.value;
    assert.deepEqual(value('0'), { kind: 'degree', degree: 0, alter: 0, name: '0' });
    assert.deepEqual(value('-1'), { kind: 'degree', degree: -1, alter: 0, name: '-1' });
    assert.deepEqual(value('2#'), { kind: 'degree', degree: 2, alter: 1, name: '2#' });
    assert.deepEqual(value('-3bb'), { kind: 'degree', degree: -3, alter: -2, name: '-3bb' });
    plays('0 - -1 2', '0 0-1/4, -1 1/2-3/4, 2 3/4-1');
    plays('2b 2bd', '2b 0-1/3, 2 1/3-2/3, bd 2/3-1');
  });

  test('_ before all steps of a bar or group holds what sounds before it', () => {
    plays('c4 e4 | _ g4', 'c4 0-1/2, e4 1/2-3/2', 'g4 3/2-2', 'c4 2-5/2, e4 5/2-7/2', 'g4 7/2-4');
    plays('[c4 e4] [_ g4]', 'c4 0-1/4, e4 1/4-3/4, g4 3/4-1');
    plays('| Am7 | _ | F | _ ~ |', 'Am7 0-2', '', 'F 2-7/2', '');
    plays('c4 | _ | _ | _', 'c4 0-4', '', '', '');
    plays('c4 e4 . _ g4', 'c4 0-1/4, e4 1/4-3/4, g4 3/4-1');
    plays('c4 | _@3 e4', 'c4 0-7/4', 'e4 7/4-2');
    plays('[c4, e4] | _ d4', 'c4 0-3/2, e4 0-3/2', 'd4 3/2-2');
    plays('c4 ~ | _ e4', 'c4 0-1/2', 'e4 3/2-2');
    plays('c4 _ | e4 , g4 | _', 'c4 0-1, g4 0-2', 'e4 1-2');
  });

  test('_ right before a note ties it to the same note before it', () => {
    plays('c4 | _c4 e4', 'c4 0-3/2', 'e4 3/2-2');
    plays('[c4, e4] | [_c4, f4]', 'c4 0-2, e4 0-1', 'f4 1-2');
    plays('c4 _c4 _e4 _e4', 'c4 0-1/2, e4 1/2-1');
    plays('Am | _Am _F', 'Am 0-3/2', 'F 3/2-2');
    plays('c4 _c4@2 e4', 'c4 0-3/4, e4 3/4-1');
    plays('c4 | c4', 'c4 0-1', 'c4 1-2');
    // Each time the pattern comes round it begins anew.
    plays('_c4 e4 | c4', 'c4 0-1/2, e4 1/2-1', 'c4 1-2', 'c4 2-5/2, e4 5/2-3');
    plays('<c4 _> , e4 | <_ f4>', 'c4 0-2, e4 0-2', '', 'c4 2-4, e4 2-3', 'f4 3-4');
    playsLike('c4_3 e4 _@2', 'c4@3 e4@3');
  });

  test('whatever stretch is asked for, a held note is one note', () => {
    const pattern = patternOf('c4 e4 | _ g4 | _ _ | ~ a4');
    const parts = query(pattern, rational(5, 4), rational(11, 4));
    assert.deepEqual(
      parts.map(
        ({ begin, end, from, to, source }) => `${[begin, end, from, to].map(format).join(' ')} ${source}`,
      ),
      ['1/2 3/2 5/4 3/2 1', '3/2 3 3/2 2 2', '3/2 3 2 11/4 2'],
    );
  });

  test('signs that look alike are told apart', () => {
    playsLike('bb bd b', 'bb4 bd b4');
    playsLike('C/2', '<C@2>');
    playsLike('C-7 C6/9 C/E', 'Cm7 C69 C/E', 0);
    playsLike('C(3,8)', '[C ~ ~ C ~ ~ C ~]', 1);
  });

  test('every token keeps its place, and copies share one', () => {
    const text = ' c4!2 <e4 Am7>*2 [bd(3,8), hh] | ~ c4';
    const { mini } = parseMini(text);
    assert.deepEqual(
      mini.places.map(({ from, to }) => text.slice(from, to)),
      ['c4', 'e4', 'Am7', 'bd', 'hh', 'c4'],
    );
    assert.equal(mini.atoms, 6);
  });
});
