// What a performer does while a song plays: sections that are queued, changes that come in at the beat, the bar or the
// section, a metronome, a count-in, and an edit that would jump.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { changesOf } from '../../../src/engine/live/changes.ts';
import { field, type SwapPoint } from '../../../src/engine/live/messages.ts';
import { riseOf } from '../../../src/engine/live/rise.ts';
import type { Program } from '../../../src/engine/program.ts';
import { block, Player, programFrom, rate } from './played.ts';

/** Bars of two seconds: a of two bars plays a low tone, b of two a high one. */
const twoSections = ({
  low = 'a2',
  high = 'a4',
  level = -12,
  master = 0,
  meter = '4/4',
  more = '',
} = {}): Program =>
  programFrom(`
song "Set" { tempo 120bpm, meter ${meter} }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100%, envelope.attack: 1ms, envelope.release: 5ms }
track low { instrument: organ, level: ${level}dB${more} }
track high { instrument: organ, level: -12dB }
section a 2 bars { low: "${low}" }
section b 2 bars { high: "${high}" }
master { level: ${master}dB }
arrange a b
`);

const playing = (program = twoSections()): Player => {
  const player = new Player();
  player.say({ type: 'load', program });
  player.say({ type: 'transport', action: 'play' });
  return player;
};

const change = (player: Player, program: Program, at: SwapPoint = 'bar'): void =>
  player.say({ type: 'update', program: changesOf(program, new Set()).change, at });

const seconds = (player: Player): number => player.now[field.sample]! / rate;
const section = (first: number, last: number) => ({ from: first * 2 * rate, to: last * 2 * rate });

const power = (sound: Float32Array): number => sound.reduce((sum, one) => sum + one * one, 0) / sound.length;
const decibels = (one: number, other: number): number => 10 * Math.log10(one / other);

/** Samples at which something begins after silence. */
function onsets(sound: Float32Array, gap = 2000): number[] {
  const found: number[] = [];
  let quiet = gap;
  for (const [at, value] of sound.entries()) {
    if (Math.abs(value) > 1e-4) {
      if (quiet >= gap) found.push(at);
      quiet = 0;
    } else quiet += 1;
  }
  return found;
}

suite('What sounds', () => {
  const told = (player: Player): readonly number[] =>
    (['song', 'swapAt', 'queueAt'] as const).map((name) => player.now[field[name]]!);

  test('is the old song until the bar of the changed one, and the report says which, where and since when', () => {
    const player = playing();
    player.hear(0.5);
    assert.deepEqual(told(player), [1, -1, -1]);
    change(player, twoSections({ low: 'a2 e2' }));
    assert.deepEqual(told(player), [1, 2 * rate, -1]);
    player.hear(1);
    assert.equal(told(player)[0], 1);
    player.hear(0.6);
    assert.deepEqual(told(player), [3, -1, -1]);
    assert.ok(Math.abs(player.now[field.songSeconds]! - 0.1) < 0.01, `${player.now[field.songSeconds]}`);
  });

  test('is the newest at once where no note has changed', () => {
    const player = playing();
    player.hear(0.5);
    change(player, twoSections({ level: -14 }));
    assert.deepEqual(told(player), [3, -1, -1]);
  });

  test('is told of a queued section by its place in the newest song', () => {
    const player = playing();
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'bar', loops: false });
    assert.deepEqual(told(player), [1, -1, 2 * rate]);
    player.say({ type: 'hurry' });
    assert.deepEqual(told(player), [1, -1, -1]);
  });
});

suite('A queued section', () => {
  test('comes in on the next bar, to the sample, and plays on from there', () => {
    const player = playing();
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'bar', loops: false });
    assert.equal(player.now[field.queued], 1);
    const sound = player.record(1.6);
    const from = Math.round(1.5 * rate);
    // High, four times an octave's crossings, from the bar on.
    const crossings = (part: Float32Array): number =>
      part.reduce((count, value, at) => count + (at > 0 && part[at - 1]! <= 0 && value > 0 ? 1 : 0), 0);
    assert.ok(Math.abs(crossings(sound.subarray(from - 9600, from - 480)) - 110 * 0.19) < 3);
    assert.ok(crossings(sound.subarray(from + 1500, from + 4300)) > 20);
    assert.equal(player.now[field.queued], 0);
    assert.ok(Math.abs(seconds(player) - 4.1) < 0.02, `${seconds(player)}`);
  });

  test('goes round where it should loop', () => {
    const player = playing();
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'beat', loops: true });
    // To the second beat half a second, then half a second of the section.
    player.hear(1);
    assert.ok(Math.abs(seconds(player) - 4.5) < 0.02, `${seconds(player)}`);
    player.hear(4);
    assert.ok(Math.abs(seconds(player) - 4.5) < 0.02, `${seconds(player)}`);
  });

  test('comes at the end of the section that goes round, and does not wait for a bar past it', () => {
    const player = playing();
    player.say({ type: 'loop', range: section(0, 1) });
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'cycle', loops: true });
    player.hear(1.6);
    assert.ok(Math.abs(seconds(player) - 4.1) < 0.02, `${seconds(player)}`);
  });

  test('is taken back', () => {
    const player = playing();
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'bar', loops: false });
    player.say({ type: 'queue', range: undefined, at: 'bar', loops: false });
    player.hear(1.7);
    assert.ok(Math.abs(seconds(player) - 2.2) < 0.02, `${seconds(player)}`);
  });

  test('comes in at once when hurried', () => {
    const player = playing();
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'cycle', loops: false });
    player.say({ type: 'hurry' });
    player.hear(0.1);
    assert.ok(Math.abs(seconds(player) - 4.1) < 0.02, `${seconds(player)}`);
  });

  test('keeps its place in the music when a new tempo comes in before it', () => {
    const player = playing();
    player.hear(0.5);
    player.say({ type: 'queue', range: section(2, 4), at: 'cycle', loops: false });
    const text = twoSections();
    const slower = programFrom(`
song "Set" { tempo 60bpm }
instrument organ = Synth { oscillator: sine }
track low { instrument: organ }
track high { instrument: organ }
section a 2 bars { low: "a2" }
section b 2 bars { high: "a4" }
arrange a b
`);
    assert.equal(slower.lengthSamples, 2 * text.lengthSamples);
    change(player, slower, 'bar');
    // To the bar 1.5 s at the old tempo, then a bar of 4 s, then half a second of the queued section.
    player.hear(6);
    assert.ok(Math.abs(seconds(player) - 8.5) < 0.02, `${seconds(player)}`);
  });
});

suite('A changed song', () => {
  const until = (player: Player, wait: number): number => {
    const sound = player.record(wait);
    return sound.findLastIndex((value) => Math.abs(value) > 0.02) / rate;
  };
  for (const [at, expected] of [
    ['now', 0],
    ['beat', 0.3],
    ['bar', 1.3],
    ['cycle', 3.3],
  ] as const)
    test(`comes in at the next ${at}`, () => {
      const player = playing(twoSections({ high: '~' }));
      player.hear(0.7);
      change(player, silent(), at);
      const last = until(player, 3.31);
      assert.ok(Math.abs(last - expected) < 0.05, `sounded for ${last} s`);
    });

  test('comes in at once when hurried, and the song goes on from its place', () => {
    const player = playing();
    player.hear(0.7);
    change(player, twoSections({ low: '~' }), 'cycle');
    assert.equal(player.now[field.swapping], 1);
    player.say({ type: 'hurry' });
    const last = until(player, 1);
    assert.ok(last < 0.05, `sounded for ${last} s`);
    assert.equal(player.now[field.swapping], 0);
    assert.ok(Math.abs(seconds(player) - 1.7) < 0.02);
  });
});

const silent = (meter = '4/4'): Program => twoSections({ low: '~', high: '~', meter });

suite('The metronome', () => {
  test('clicks on every beat, to the sample, the first of a bar louder', () => {
    const player = new Player();
    player.say({ type: 'load', program: silent('3/4') });
    player.say({ type: 'metronome', isOn: true, gain: 0.5 });
    player.say({ type: 'transport', action: 'play' });
    const sound = player.record(3.2);
    const starts = onsets(sound);
    assert.equal(starts.length, 7);
    for (const [beat, start] of starts.entries())
      assert.ok(Math.abs(start - block - beat * 0.5 * rate) <= 3, `beat ${beat} at ${start}`);
    const peaks = starts.map((start) => Math.max(...sound.subarray(start, start + 500)));
    for (const [beat, peak] of peaks.entries())
      assert.ok(beat % 3 === 0 ? peak > 0.4 : peak < 0.3 && peak > 0.15, `beat ${beat}: ${peak}`);
  });

  test('is silent until it is switched on, and after', () => {
    const player = playing(silent());
    assert.equal(Math.max(...player.hear(1)), 0);
    player.say({ type: 'metronome', isOn: true, gain: 0.5 });
    assert.ok(Math.max(...player.hear(1)) > 0.1);
    player.say({ type: 'metronome', isOn: false, gain: 0.5 });
    player.hear(0.2);
    assert.equal(Math.max(...player.hear(1)), 0);
  });

  test('clicks on the first beat of a loop that comes round', () => {
    const player = new Player();
    player.say({ type: 'load', program: silent() });
    player.say({ type: 'loop', range: section(0, 1) });
    player.say({ type: 'metronome', isOn: true, gain: 0.5 });
    player.say({ type: 'transport', action: 'play' });
    const starts = onsets(player.record(4.2));
    assert.equal(starts.length, 9);
    assert.ok(Math.abs(starts[4]! - block - 2 * rate) <= 3);
  });

  test('and a loud song together stay under full scale', () => {
    const player = playing(twoSections({ level: 6, master: 12 }));
    player.say({ type: 'metronome', isOn: true, gain: 1 });
    assert.ok(Math.max(...player.hear(2)) <= 1);
  });
});

suite('The count-in', () => {
  test('counts a bar in the meter, then the song begins on the beat', () => {
    const player = new Player();
    player.say({ type: 'load', program: twoSections({ meter: '3/4' }) });
    player.say({ type: 'metronome', isOn: false, gain: 0.5 });
    player.say({ type: 'transport', action: 'play', countIn: 1 });
    assert.equal(player.now[field.toCount], 3);
    const sound = player.record(2);
    const starts = onsets(sound);
    assert.equal(starts.length, 4, String(starts));
    const gaps = starts.slice(1).map((start, index) => start - starts[index]!);
    for (const gap of gaps) assert.ok(Math.abs(gap - rate / 2) <= 6, `${gaps}`);
    assert.equal(player.now[field.toCount], 0);
    assert.equal(player.now[field.playing], 1);
  });

  test('from the middle of a bar leads up to there', () => {
    const player = new Player();
    player.say({ type: 'load', program: silent() });
    player.say({ type: 'metronome', isOn: true, gain: 0.5 });
    player.say({ type: 'seek', sample: 3 * rate });
    player.say({ type: 'transport', action: 'play', countIn: 1 });
    const starts = onsets(player.record(4.2));
    // Four of the bar before, two of its own, then the song's third beat and on.
    assert.equal(starts.length, 9, String(starts));
    for (const gap of starts.slice(1).map((start, index) => start - starts[index]!))
      assert.ok(Math.abs(gap - rate / 2) <= 3, String(starts));
    assert.ok(Math.abs(seconds(player) - 4.2) < 0.03, `${seconds(player)}`);
  });

  test('ends with silence', () => {
    const player = new Player();
    player.say({ type: 'load', program: silent() });
    player.say({ type: 'metronome', isOn: false, gain: 0.5 });
    player.say({ type: 'transport', action: 'play', countIn: 2 });
    player.hear(0.3);
    player.say({ type: 'silence' });
    player.hear(0.1);
    assert.equal(Math.max(...player.hear(2)), 0);
    assert.equal(player.now[field.playing], 0);
  });
});

suite('An edit that would jump', () => {
  const levels = (player: Player, length: number): number[] =>
    Array.from({ length: Math.round(length / 0.25) }, () => power(player.record(0.25)));

  const edited = (before: Program, after: Program): { first: number; last: number; db: number } => {
    const player = playing(before);
    player.say({ type: 'loop', range: section(0, 1) });
    const was = levels(player, 1.5).at(-1)!;
    change(player, after);
    player.hear(0.6);
    const { [field.swellDb]: db } = player.now;
    const now = levels(player, 7);
    return { first: decibels(now[0]!, was), last: decibels(now.at(-1)!, was), db: db! };
  };

  test('of a fader comes up over some seconds, and says by how much', () => {
    const { first, last, db } = edited(twoSections(), twoSections({ level: 0 }));
    assert.ok(Math.abs(db - 12) < 1, `told ${db} dB`);
    assert.ok(first < 3, `first ${first.toFixed(1)} dB`);
    assert.ok(Math.abs(last - 12) < 0.5, `last ${last.toFixed(1)} dB`);
  });

  test('of the master too', () => {
    const { first, last, db } = edited(twoSections({ level: -24 }), twoSections({ level: -24, master: 10 }));
    assert.ok(Math.abs(db - 10) < 1, `told ${db} dB`);
    assert.ok(first < 3, `first ${first.toFixed(1)} dB`);
    assert.ok(Math.abs(last - 10) < 0.5, `last ${last.toFixed(1)} dB`);
  });

  test('of the notes is held from the bar on at which they come', () => {
    const { first, last, db } = edited(quiet('20%'), quiet('100%'));
    assert.ok(db > 10, `told ${db} dB`);
    assert.ok(first < 4, `first ${first.toFixed(1)} dB`);
    assert.ok(last > 12, `last ${last.toFixed(1)} dB`);
  });

  test('is held back where the gain is that of an effect', () => {
    const makeup = (db: number): string => `, compressor: 0dB 1:1 makeup ${db}dB`;
    const { first, last, db } = edited(twoSections({ more: makeup(0) }), twoSections({ more: makeup(12) }));
    assert.ok(db > 11 && db < 13, `${db} dB`);
    assert.ok(first < 4, `first ${first.toFixed(1)} dB`);
    assert.ok(last > 10, `last ${last.toFixed(1)} dB`);
    const driven = (amount: number): string => `, distortion: ${amount}%`;
    const fuzz = edited(twoSections({ more: driven(3) }), twoSections({ more: driven(80) }));
    assert.ok(fuzz.db > 6, `${fuzz.db} dB`);
    assert.ok(fuzz.first < 6, `first ${fuzz.first.toFixed(1)} dB`);
  });

  test('by less than 6 dB is there at once', () => {
    const { first, db } = edited(twoSections(), twoSections({ level: -8 }));
    assert.equal(db, 0);
    assert.ok(Math.abs(first - 4) < 0.5, `first ${first.toFixed(1)} dB`);
  });

  test('is none where a hand lets a track sound again', () => {
    const { first, db } = edited(twoSections({ more: ', mute: true' }), twoSections());
    assert.equal(db, 0);
    assert.ok(first > 20);
  });

  test('is none where a fader was dragged there before the text says it', () => {
    const player = playing();
    player.say({ type: 'loop', range: section(0, 1) });
    player.hear(1);
    player.say({ type: 'strip', kind: 'track', index: 0, slot: 0, value: 1 });
    player.hear(0.5);
    change(player, twoSections({ level: 0 }));
    assert.equal(player.now[field.swellDb], 0);
  });

  test('is told from the version that sounds, where nothing sounded there is none', () => {
    const [one, other] = [silent(), twoSections()];
    assert.equal(riseOf(one, other, { old: 0, next: 0 }, () => 0).db, 0);
  });
});

const quiet = (velocity: string): Program =>
  programFrom(`
song "Set" { tempo 120bpm }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100%, envelope.attack: 1ms, envelope.release: 5ms }
track low { instrument: organ, level: -12dB }
pattern pulse = "a2*4"
section a 2 bars { low: pulse.velocity(${velocity}) }
arrange a a
`);
