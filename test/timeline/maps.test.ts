// Tempo, meter and key that change within the song, at the places where a musician writes them.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { meterAt } from '../../src/music/meter.ts';
import { bpmAt } from '../../src/music/tempo.ts';
import type { Song } from '../../src/song/song.ts';
import { keyAt } from '../../src/timeline/keys.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { measure, mini, transformed } from '../pattern/songs.ts';
import { arranged, key, meter, notesOf, place, section, song, tempo } from './songs.ts';

/** Verse of four bars, bridge of two, verse again, at 120 in 4/4: a bar lasts two seconds. */
const laidOut = (parts: Partial<Song>) =>
  layOut(
    song({
      sections: [section('verse', 4, { bass: mini('a1*4') }), section('bridge', 2, { bass: mini('c2*2') })],
      arrangement: arranged('verse bridge verse'),
      ...parts,
    }),
  );

const problemsOf = (parts: Partial<Song>): readonly string[] =>
  laidOut(parts).problems.map(({ id, message }) => `${id}: ${message}`);

const near = (found: readonly number[], wanted: readonly number[]): void => {
  assert.equal(found.length, wanted.length);
  for (const [index, value] of found.entries())
    assert.ok(Math.abs(value - wanted[index]!) < 1e-9, `${value} is not ${wanted[index]} (${index})`);
};

suite('Tempo through a song', () => {
  test('changes at a section, and stays so until the next change', () => {
    const { barSeconds, seconds } = laidOut({ tempoChanges: [tempo('60 at bridge')] });
    near(barSeconds, [0, 2, 4, 6, 8, 12, 16, 20, 24, 28, 32]);
    assert.equal(seconds, 32);
  });

  test('changes in every place of its section', () => {
    const { barSeconds } = laidOut({
      tempoChanges: [tempo('60 at bridge'), tempo('120 at verse bar 2')],
    });
    near(barSeconds, [0, 2, 4, 6, 8, 12, 16, 20, 22, 24, 26]);
  });

  test('comes back on a ramp that follows a change: 60 at the bridge, ramp to 120 over two bars', () => {
    const timeline = laidOut({ tempoChanges: [tempo('60 at bridge'), tempo('ramp 120 over 2 bars')] });
    // Eight beats from 60 to 120 last 60 * 8 / 60 * ln 2 seconds.
    const ramp = 8 * Math.log(2);
    near(
      [4, 6, 7, 10].map((bar) => timeline.barSeconds[bar]!),
      [8, 8 + ramp, 10 + ramp, 16 + ramp],
    );
    assert.equal(bpmAt(timeline.tempo, 20), 90);
    // Notes go along: the second of the bridge's two stands where two beats of the ramp have passed.
    const note = timeline.tracks[0]!.notes[17]!;
    near([note.startSeconds], [8 + 8 * Math.log(75 / 60)]);
    near([note.startSeconds + note.lengthSeconds], [timeline.barSeconds[5]!]);
  });

  test('ramps from the start of the song, by beats, and from a beat within a bar', () => {
    const rising = laidOut({ tempoChanges: [tempo('ramp 240 over 4 beats')] });
    near([rising.barSeconds[1]!], [2 * Math.log(2)]);
    const late = laidOut({ tempoChanges: [tempo('ramp 60 over 1 bars at bar 2 beat 3')] });
    assert.deepEqual(
      [5, 6, 8, 10].map((quarters) => bpmAt(late.tempo, quarters)),
      [120, 120, 90, 60],
    );
  });

  test('tells of a section that is not there, with the one that was meant', () => {
    const { problems } = laidOut({ tempoChanges: [tempo('60 at brigde')] });
    assert.deepEqual(
      problems.map(({ message, severity, fixes }) => [message, severity, fixes?.[0]?.title]),
      [
        [
          'There is no section called brigde, so this has no place. Did you mean bridge?',
          'error',
          'Change to bridge',
        ],
      ],
    );
  });

  test('tells of bars and beats that are not there', () => {
    assert.deepEqual(problemsOf({ tempoChanges: [tempo('60 at bar 11')] }), [
      '1060: There is no such place: the song has 10 bars, so there is no bar 11 in it. Choose one up to 10.',
    ]);
    assert.deepEqual(problemsOf({ tempoChanges: [tempo('60 at bridge bar 3')] }), [
      '1060: There is no such place: bridge has 2 bars, so there is no bar 3 in it. Choose one up to 2.',
    ]);
    assert.deepEqual(problemsOf({ tempoChanges: [tempo('60 at bar 2 beat 5')] }), [
      '1060: There is no such place: bar 2 of the song is in 4/4, so there is no beat 5. Choose one up to 4.',
    ]);
  });

  test('tells of two tempos at one place: the first counts', () => {
    const changes = [tempo('60 at bridge', 61), tempo('90 at bar 5', 62)];
    assert.deepEqual(problemsOf({ tempoChanges: changes }), [
      '62: The tempo changes twice at bar 5: the first counts. Take one away.',
    ]);
    assert.equal(laidOut({ tempoChanges: changes }).seconds, 32);
  });

  test('tells of a ramp that the next change cuts short', () => {
    assert.deepEqual(
      problemsOf({ tempoChanges: [tempo('ramp 60 over 4 bars at bar 2', 61), tempo('90 at bridge', 62)] }),
      [
        '61: This ramp is not over when the next change of tempo comes in bar 5, and never reaches 60bpm. Make it shorter, or let the next change come later.',
      ],
    );
    assert.deepEqual(
      problemsOf({ tempoChanges: [tempo('ramp 60 over 3 bars at bar 2'), tempo('90 at bridge')] }),
      [],
    );
  });

  test('says nothing of places in a song that is not arranged yet', () => {
    assert.deepEqual(
      problemsOf({ arrangement: [], tempoChanges: [tempo('60 at bar 9'), tempo('70 at bridge')] }),
      [],
    );
  });
});

suite('Meter through a song', () => {
  test('makes a bar of the bridge last seven eighths, and a cycle of its pattern too', () => {
    const timeline = laidOut({
      meterChanges: [
        { meter: meter('7/8'), at: place('bridge') },
        { meter: meter('4/4'), at: place('bar 7') },
      ],
    });
    near(timeline.barSeconds, [0, 2, 4, 6, 8, 9.75, 11.5, 13.5, 15.5, 17.5, 19.5]);
    assert.deepEqual(
      [0, 4, 5, 6].map((bar) => meterAt(timeline.meters, bar).beats),
      [4, 7, 7, 4],
    );
    // Two notes of the bridge share its bar: each is three and a half eighths.
    assert.equal(timeline.tracks[0]!.notes[16]!.lengthSeconds, 0.875);
  });

  test('counts the beats of a place in the meter of its bar', () => {
    const timeline = laidOut({
      meterChanges: [{ meter: meter('6/8'), at: place('bridge') }],
      tempoChanges: [tempo('60 at bridge bar 1 beat 4')],
    });
    near([timeline.barSeconds[5]! - timeline.barSeconds[4]!], [0.75 + 1.5]);
  });

  test('moves a pattern by the notes of the bar that it plays in', () => {
    const late = transformed(mini('a1'), 'late', measure(1 / 8, 'notes'));
    const timeline = laidOut({
      sections: [section('verse', 4, {}), section('bridge', 2, { bass: late })],
      arrangement: arranged('bridge verse bridge'),
      meterChanges: [{ meter: meter('3/4'), at: place('verse') }],
    });
    // An eighth is an eighth of a bar of 4/4, and a sixth of one of 3/4.
    assert.match(notesOf(timeline, 'bass'), /^a1 1\/8\+1, a1 9\/8\+7\/8, a1 37\/6\+1, a1 43\/6\+5\/6$/);
  });

  test('tells of a meter that changes within a bar, and twice at one', () => {
    assert.deepEqual(
      problemsOf({
        meterChanges: [
          { meter: meter('7/8', 71), at: place('bar 2 beat 3', 51) },
          { meter: meter('6/8', 72), at: place('bar 2', 52) },
        ],
      }),
      [
        '51: The meter changes at a bar line: this counts from bar 2 on. Leave out the beat.',
        '72: The meter changes twice at bar 2: the first counts. Take one away.',
      ],
    );
  });
});

suite('Key through a song', () => {
  test('is the one of the bar', () => {
    const { keys } = laidOut({
      key: key('A minor'),
      keyChanges: [
        { key: key('A minor'), at: place('bar 7') },
        { key: key('C dorian'), at: place('bridge') },
      ],
    });
    assert.deepEqual(
      [0, 3, 4, 5, 6].map((bar) => keyAt(keys, bar)?.tonic),
      ['A', 'A', 'C', 'C', 'A'],
    );
  });

  test('may begin later than the song', () => {
    const { keys } = laidOut({ keyChanges: [{ key: key('C major'), at: place('bridge') }] });
    assert.deepEqual([keyAt(keys, 3), keyAt(keys, 4)?.tonic], [undefined, 'C']);
  });
});

suite('A marker', () => {
  test('stands in every place of its section, in bars and in seconds', () => {
    const { markers } = laidOut({
      markers: [
        { name: { name: 'end', id: 7 }, at: place('bar 10 beat 3'), declaration: 0 },
        { name: { name: 'lift', id: 8 }, at: place('verse 50%'), declaration: 0 },
      ],
    });
    assert.deepEqual(
      markers.map(({ name: of, bars, seconds }) => [of, bars.n / bars.d, seconds]),
      [
        ['lift', 2, 4],
        ['lift', 8, 16],
        ['end', 9.5, 19],
      ],
    );
  });
});
