// Transforms of pitch: keys, degrees, chords and what is made of them.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { heard, made, onsets, pitches, same, velocities } from './made.ts';

const inA = { key: 'A minor' };

suite('Transforms of pitch', () => {
  test('scale plays degrees, and draws notes into the scale', () => {
    assert.equal(pitches(made('"0 2 4 7 -1".scale(A minor)')), 'a4 c5 e5 a5 g4');
    assert.equal(pitches(made('"0 2 4".scale("C:major")')), 'c4 e4 g4');
    assert.equal(pitches(made('"0 1 2".scale(F# minor pentatonic)')), 'f#4 a4 b4');
    assert.equal(pitches(made('"c#4 d4 bd Am".scale(C major)')), 'c4 d4 bd a3+c4+e4');
  });

  test('degree moves by steps of the key', () => {
    assert.equal(pitches(made('"a4 b4 c5".degree(+2)', inA)), 'c5 d5 e5');
    assert.equal(pitches(made('"c4 e4".degree(-1)')), 'b3 d4');
    assert.equal(pitches(made('"c4 Am".degree(+1, D major)')), 'd4 b3+d4+f#4');
    assert.equal(pitches(made('"0 2".degree(+2)')), '2 4');
  });

  test('add adds numbers and patterns of numbers', () => {
    assert.equal(pitches(made('"c4 e4".add(7)')), 'g4 b4');
    assert.equal(pitches(made('"c4 e4".add(+2st)')), 'd4 f#4');
    assert.equal(pitches(made('"c4 e4".add("<0 12>")'), 0, 2), 'c4 e4 c5 e5');
    assert.equal(pitches(made('"c4 c4 c4 c4".add("0 ~ 7 5")')), 'c4 c4 g4 f4');
    assert.equal(heard(made('"c4".add("0, 4, 7")')), 'c4 0-1, e4 0-1, g4 0-1');
    assert.equal(pitches(made('"0 2".add(2)')), '2 4');
    assert.equal(pitches(made('"0 2".add("1").scale(C major)')), 'd4 f4');
  });

  test('chord builds chords on notes, of one kind or in key', () => {
    assert.equal(pitches(made('"c4 a3".chord(m7)')), 'c4+d#4+g4+a#4 a3+c4+e4+g4');
    assert.equal(pitches(made('"a3 b3 c4".chord', inA)), 'a3+c4+e4 b3+d4+f4 c4+e4+g4');
    assert.equal(pitches(made('"d4".chord(seventh)')), 'd4+f4+a4+c5');
    assert.equal(pitches(made('"d4".chord(triad, D major)')), 'd4+f#4+a4');
    assert.equal(pitches(made('"0 3".chord.voicing', { key: 'C major' })).split(' ').length, 2);
    assert.equal(pitches(made('"bd Am".chord(maj7)')), 'bd a3+c4+e4');
  });

  test('a chord built in key has the symbol of what it is', () => {
    const symbols = onsets(made('"a3 b3 c4".chord(seventh)', inA)).map(
      ({ value }) => value.kind === 'chord' && value.symbol,
    );
    assert.deepEqual(symbols, ['Am7', 'Bm7b5', 'Cmaj7']);
  });

  test('invert turns chords over', () => {
    assert.equal(pitches(made('"C".invert')), 'e4+g4+c5');
    assert.equal(pitches(made('"C".invert(2)')), 'g4+c5+e5');
    assert.equal(pitches(made('"C".invert(-1)')), 'g3+c4+e4');
    assert.equal(pitches(made('"C".invert(3)')), 'c5+e5+g5');
    assert.equal(pitches(made('"C9".invert(1).invert(-1)')), pitches(made('"C9"')));
    same('"c4 bd".invert', '"c4 bd"');
  });

  test('harmonize adds a voice, in key or exact', () => {
    assert.equal(heard(made('"a4 b4".harmonize(+2)', inA)), 'a4 0-1/2, c5 0-1/2, b4 1/2-1, d5 1/2-1');
    assert.equal(pitches(made('"c4".harmonize(+7st)')), 'c4 g4');
    assert.equal(pitches(made('"e4 bd".harmonize(-5)')), 'e4 g3 bd');
    assert.deepEqual(velocities(made('"c4".harmonize(+2, 50%)')), [0.8, 0.4]);
  });

  test('transpose, octave and root', () => {
    assert.equal(pitches(made('"c4 Am bd".transpose(+7st)')), 'g4 e4+g4+b4 bd');
    assert.equal(pitches(made('"c4 Am bd".octave(-1)')), 'c3 a2+c3+e3 bd');
    assert.equal(pitches(made('"C | G/B".root'), 0, 2), 'c2 b2');
    assert.equal(onsets(made('"c4".transpose(0.5st)'))[0]!.value.kind, 'note');
  });
});

suite('Arpeggios', () => {
  const shape = (name: string): string => pitches(made(`"C".arpeggio(${name}, 1/8)`));

  test('come in every shape', () => {
    assert.equal(shape('up'), 'c4 e4 g4 c4 e4 g4 c4 e4');
    assert.equal(shape('down'), 'g4 e4 c4 g4 e4 c4 g4 e4');
    assert.equal(shape('updown'), 'c4 e4 g4 e4 c4 e4 g4 e4');
    assert.equal(shape('downup'), 'g4 e4 c4 e4 g4 e4 c4 e4');
    assert.equal(shape('converge'), 'c4 g4 e4 c4 g4 e4 c4 g4');
    assert.equal(shape('diverge'), 'e4 g4 c4 e4 g4 c4 e4 g4');
    assert.equal(pitches(made('"[g4,c4,e4]".arpeggio(played, 1/8)')), 'g4 c4 e4 g4 c4 e4 g4 c4');
    const drawn = shape('random').split(' ');
    assert.ok(drawn.every((note) => ['c4', 'e4', 'g4'].includes(note)) && new Set(drawn).size > 1);
  });

  test('last as long as their chord, and cut the last note with it', () => {
    assert.equal(heard(made('"C@3 ~".arpeggio(up, 1/4)')), 'c4 0-1/4, e4 1/4-1/2, g4 1/2-3/4');
    assert.equal(heard(made('"C ~".arpeggio(up, 3/16)')), 'c4 0-3/16, e4 3/16-3/8, g4 3/8-1/2');
    assert.equal(heard(made('"C/2".arpeggio(up, 1/2)'), 0, 2), 'c4 0-1/2, e4 1/2-1, g4 1-3/2, c4 3/2-2');
  });

  test('go on for as long as a chord may stand', () => {
    const long = made('"C/1000".slow(160).arpeggio(up, 1/4)');
    assert.equal(pitches(long, 0, 2), 'c4 e4 g4 c4 e4 g4 c4 e4');
    assert.equal(pitches(long, 120_000, 120_001), 'c4 e4 g4 c4');
  });

  test('go over octaves, through voicings, and leave hits alone', () => {
    assert.equal(pitches(made('"C".arpeggio(up, 1/8, 2)')), 'c4 e4 g4 c5 e5 g5 c4 e4');
    assert.equal(pitches(made('"C".invert.arpeggio(up, 1/4)')), 'e4 g4 c5 e4');
    assert.equal(pitches(made('"bd C".arpeggio(up, 1/4)')), 'bd c4 e4');
    assert.equal(pitches(made('"0,2,4".arpeggio(down, 1/4)', inA)), 'e5 c5 a4 e5');
  });

  test('count their steps in the meter', () => {
    assert.equal(onsets(made('"C".arpeggio(up, 1/8)', { meter: '6/8' })).length, 6);
  });
});

suite('Voicings', () => {
  test('lead each voice by the shortest way', () => {
    assert.equal(
      pitches(made('"C | F | G | C".voicing(close, c4..c5)'), 0, 4),
      'e4+g4+c5 f4+a4+c5 d4+g4+b4 e4+g4+c5',
    );
  });

  test('stay as they are on a chord that is repeated, and come round', () => {
    const bars = [0, 1, 2, 3].map((bar) => pitches(made('"Am | Am | F | F".voicing'), bar, bar + 1));
    assert.equal(bars[0], bars[1]);
    assert.equal(bars[2], bars[3]);
    assert.equal(pitches(made('"Am | F".voicing'), 0, 2), pitches(made('"Am | F".voicing'), 2, 4));
  });

  test('keep to their range, whatever the style', () => {
    for (const style of ['close', 'open', 'drop2', 'drop3', 'rootless']) {
      const voiced = made(`"Am7 | Dm9 | G13 | Cmaj7#11 | F#m7b5 | B7b9".voicing(${style}, c3..c6)`);
      for (const { value } of onsets(voiced, 0, 6)) {
        assert.ok(value.kind === 'chord');
        assert.ok(
          value.midi.every((midi) => midi >= 48 && midi <= 84),
          style,
        );
        assert.deepEqual(
          [...value.midi].sort((a, b) => a - b),
          value.midi,
          'from the bass up',
        );
      }
    }
  });

  test('leave the root to the bass where told to, and keep a slash bass below', () => {
    assert.ok(!/c\d/.test(pitches(made('"C7".voicing(rootless)'))));
    assert.match(pitches(made('"C/E".voicing')), /^e\d\+/);
    assert.match(pitches(made('"Am7/G".voicing(drop2, c4..c6)')), /^g\d\+/);
  });

  test('follow a transposition before them', () => {
    const names = (text: string): string =>
      pitches(made(text))
        .split('+')
        .map((name) => name.replace(/\d/, ''))
        .sort()
        .join(' ');
    assert.equal(names('"C".transpose(+2st).voicing'), 'a d f#');
    assert.equal(names('"C7".transpose(+2st).voicing(rootless)'), 'a c f#');
  });
});
