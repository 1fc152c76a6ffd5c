// What the mixer does to the text beside setting a value: effects in another order, bypassed, added and taken out;
// bands of an equaliser; sends before the fader; groups; lanes. Every other character stays as it was.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Change, WantedBand, WantedPoint } from '../../src/song/problem.ts';
import { edited, setTo } from './marked.ts';

const refused = (text: string, changes: readonly Change[]): string => {
  const result = songLanguage.edit(songLanguage.read(text), changes);
  return result.ok ? `done: ${JSON.stringify(result.edits)}` : result.reason;
};

const chained = (text: string, strip: string, ...effects: readonly string[]): string =>
  edited(text, [{ do: 'chain', strip, effects }]);

const banded = (text: string, ...bands: readonly string[]): string =>
  edited(text, [{ do: 'bands', strip: 't', bands: bands.map(bandOf) }]);

/** `bell 250Hz -2dB 1.2`. */
const bandOf = (words: string): WantedBand => {
  const [type = '', frequency = '', ...rest] = words.split(' ');
  const gain = rest.find((word) => word.endsWith('dB'));
  const Q = rest.find((word) => !word.endsWith('dB'));
  return { type, frequency, ...(gain && { gain }), ...(Q && { Q }) };
};

suite('the effects of a strip', () => {
  test('change places, and lines and comments stay', () => {
    assert.equal(
      chained(
        'track t {\n  eq: low -2dB // mud\n  level: -6dB\n  compressor: -18dB 3:1 // even\n}\n',
        't',
        'Compressor',
        'EQ3',
      ),
      'track t {\n  compressor: -18dB 3:1 // mud\n  level: -6dB\n  eq: low -2dB // even\n}\n',
    );
    assert.equal(
      chained(
        'track t { eq: low -2dB, high 3dB, chorus, delay: 3/16 }',
        't',
        'PingPongDelay',
        'EQ3',
        'Chorus',
      ),
      'track t { delay: 3/16, eq: low -2dB, high 3dB, chorus }',
    );
  });
  test('come and go', () => {
    assert.equal(chained('track t { level: -6dB }', 't', 'Chorus'), 'track t { level: -6dB, chorus }');
    assert.equal(
      chained('track t {\n  chorus\n  level: -6dB\n}', 't', 'Compressor', 'Chorus'),
      'track t {\n  compressor\n  chorus\n  level: -6dB\n}',
    );
    assert.equal(chained('track t { chorus, level: -6dB }', 't'), 'track t { level: -6dB }');
    assert.equal(
      chained('track t { chorus, phaser, bypass: chorus phaser }', 't', 'Phaser'),
      'track t { phaser, bypass: phaser }',
    );
    assert.equal(chained('track t { chorus, phaser, bypass: chorus }', 't', 'Phaser'), 'track t { phaser }');
    assert.equal(chained('arrange a\n', 'master', 'Compressor'), 'arrange a\n\nmaster { compressor }\n');
  });
  test('are not moved where the words would mean something else', () => {
    assert.match(
      refused('track t { chorus, highpass: 35Hz, eq: low -2dB, bell 1kHz 2dB }', [
        { do: 'chain', strip: 't', effects: ['Chorus', 'Highpass', 'EQ3'] },
      ]),
      /stand together/,
    );
    assert.match(
      refused('track t {}', [{ do: 'chain', strip: 't', effects: ['Sparkle'] }]),
      /no effect `Sparkle`/,
    );
    assert.match(refused('track t {}', [{ do: 'chain', strip: 'u', effects: [] }]), /no track/);
  });
  test('let everything pass while they are bypassed', () => {
    const text = 'track t { eq: low -2dB, chorus }';
    assert.equal(setTo(text, 't.bypass.eq', 'true'), 'track t { eq: low -2dB, chorus, bypass: eq }');
    assert.equal(
      setTo('track t { eq: low -2dB, chorus, bypass: eq }', 't.bypass.chorus', 'true'),
      'track t { eq: low -2dB, chorus, bypass: eq chorus }',
    );
    assert.equal(
      setTo('track t { eq: low -2dB, chorus, bypass: eq chorus }', 't.bypass.eq', 'false'),
      'track t { eq: low -2dB, chorus, bypass: chorus }',
    );
    assert.equal(
      setTo('track t { chorus, bypass: chorus, mute }', 't.bypass.chorus', 'false'),
      'track t { chorus, mute }',
    );
    assert.equal(setTo('track t { chorus }', 't.bypass.chorus', 'false'), 'track t { chorus }');
    assert.match(
      refused('track t {}', [{ do: 'set', path: 't.bypass.eq', value: 'true' }]),
      /no effect `eq`/,
    );
    assert.match(
      refused('master { limiter: -1dBTP }', [{ do: 'set', path: 'master.bypass.limiter', value: 'true' }]),
      /always on/,
    );
  });
  test('that are bypassed and not there are told of', () => {
    const { problems } = songLanguage.read('song "S" {}\ntrack t { chorus, bypass: chrous }');
    assert.match(problems[0]!.message, /no effect `chrous` in this strip to bypass. Did you mean `chorus`/);
    const { song } = songLanguage.read('track t { eq: low -2dB, bell 1kHz 2dB, bypass: eq }');
    assert.deepEqual(
      song.tracks[0]!.bypass!.effects.map(({ name }) => name),
      ['EQ3', 'ParametricEQ'],
    );
  });
});

suite('the bands of an equaliser', () => {
  test('move in frequency and gain: two literals, nothing else', () => {
    assert.equal(
      banded('track t { eq: highpass 35Hz, bell 250Hz -2dB 1.2 }', 'highpass 35Hz', 'bell 300Hz -4.5dB 1.2'),
      'track t { eq: highpass 35Hz, bell 300Hz -4.5dB 1.2 }',
    );
    assert.equal(
      banded('track t { eq: bell 250Hz }', 'bell 250Hz -3dB 2'),
      'track t { eq: bell 250Hz -3dB 2 }',
    );
    assert.equal(banded('track t { eq: bell 250Hz Q 3 }', 'bell 200Hz 3'), 'track t { eq: bell 200Hz Q 3 }');
  });
  test('come and go with their comma', () => {
    const text = 'track t { eq: low -2dB, highpass 35Hz, bell 250Hz -2dB // here\n}';
    assert.equal(
      banded(text, 'highpass 35Hz', 'bell 250Hz -2dB', 'highshelf 8kHz 2dB'),
      'track t { eq: low -2dB, highpass 35Hz, bell 250Hz -2dB, highshelf 8kHz 2dB // here\n}',
    );
    assert.equal(banded(text, 'bell 250Hz -2dB'), 'track t { eq: low -2dB, bell 250Hz -2dB // here\n}');
    assert.equal(banded(text), 'track t { eq: low -2dB // here\n}');
    assert.equal(
      banded('track t { eq: highpass 35Hz, bell 250Hz -2dB }', 'bell 250Hz -2dB'),
      'track t { eq: bell 250Hz -2dB }',
    );
    assert.equal(banded('track t { mute }', 'bell 1kHz 3dB'), 'track t { mute, eq: bell 1kHz 3dB }');
    assert.equal(
      banded('track t { eq: low 2dB }', 'bell 1kHz 3dB'),
      'track t { eq: low 2dB, bell 1kHz 3dB }',
    );
    assert.equal(banded('track t { eq: bell 1kHz 3dB, mute }'), 'track t { mute }');
  });
  test('turn from one kind into another', () => {
    assert.equal(
      banded('track t { eq: bell 250Hz -2dB 1 }', 'notch 250Hz 1'),
      'track t { eq: notch 250Hz 1 }',
    );
    assert.equal(
      banded('track t { eq: highpass 35Hz 0.7 }', 'lowshelf 35Hz 2dB 0.7'),
      'track t { eq: lowshelf 35Hz 2dB 0.7 }',
    );
  });
  test('are held to what there is', () => {
    const bands = (...words: readonly string[]): Change[] => [
      { do: 'bands', strip: 't', bands: words.map(bandOf) },
    ];
    assert.match(refused('track t { eq: bell 1kHz }', bands('bell 90kHz')), /30kHz/);
    assert.match(refused('track t {}', bands(...new Array<string>(9).fill('bell 1kHz'))), /8 bands/);
    assert.match(refused('track t {}', bands('wobble 1kHz')), /no band/);
  });
  test('are what was asked for, whatever was there', () => {
    const hertz = fc.integer({ min: 20, max: 20000 }).map((value) => `${value}Hz`);
    const gain = fc.integer({ min: -40, max: 40 }).map((value) => `${value / 2}dB`);
    const quality = fc.integer({ min: 1, max: 400 }).map((value) => String(value / 10));
    const band: fc.Arbitrary<WantedBand> = fc.oneof(
      fc.record(
        { type: fc.constantFrom('bell', 'lowshelf', 'highshelf'), frequency: hertz, gain, Q: quality },
        { requiredKeys: ['type', 'frequency'] },
      ),
      fc.record(
        { type: fc.constantFrom('highpass', 'lowpass', 'notch'), frequency: hertz, Q: quality },
        { requiredKeys: ['type', 'frequency'] },
      ),
    );
    const settings = (text: string) =>
      songLanguage
        .read(text)
        .song.tracks[0]!.inserts.find(({ effect }) => effect.name === 'ParametricEQ')
        ?.settings.map(({ path, value }) => [path, value.value]);
    const bands = fc.array(band, { maxLength: 8 });
    const frame = fc.constantFrom(
      ['track t { ', ' }'],
      ['track t {\n  mute\n  ', ' // eq\n  level: -6dB\n}'],
      ['track t { chorus, ', ', compressor: -18dB 3:1 }'],
    );
    fc.assert(
      fc.property(frame, bands, bands, ([open, close], before, after) => {
        const text = `${open}phaser${close}`;
        const make = (from: string, wanted: readonly WantedBand[]): string =>
          edited(from, [{ do: 'bands', strip: 't', bands: wanted }]);
        assert.deepEqual(settings(make(make(text, before), after)), settings(make(text, after)));
      }),
    );
  });
});

suite('sends and groups', () => {
  const buses = 'bus space {}\n';
  test('a send before the fader, behind it again, and out', () => {
    assert.equal(
      setTo(`${buses}track t { send space: -12dB, mute }`, 't.send.space.pre', 'true'),
      `${buses}track t { send space: -12dB pre, mute }`,
    );
    assert.equal(
      setTo(`${buses}track t { send space: -12dB pre, mute }`, 't.send.space.pre', 'false'),
      `${buses}track t { send space: -12dB, mute }`,
    );
    assert.equal(
      setTo(`${buses}track t { send space: pre -12dB }`, 't.send.space.pre', 'false'),
      `${buses}track t { send space: -12dB }`,
    );
    assert.equal(
      setTo(`${buses}track t { send space: -12dB, mute }`, 't.send.space', ''),
      `${buses}track t { mute }`,
    );
  });
  test('a track in a group, in another, in none', () => {
    assert.equal(setTo('track t { mute }', 't.group', 'drums'), 'track t { mute, group: drums }');
    assert.equal(setTo('track t { group: drums, mute }', 't.group', 'band'), 'track t { group: band, mute }');
    assert.equal(setTo('track t { group: drums, mute }', 't.group', ''), 'track t { mute }');
    assert.match(refused('track t {}', [{ do: 'set', path: 't.group', value: 'two words' }]), /one word/);
  });
});

suite('a lane of points', () => {
  const song = (rest: string): string =>
    `section build 4 bars {}\ntrack bass { level: -6dB }\narrange build\n${rest}`;
  const automated = (
    rest: string,
    change: (points: WantedPoint[]) => WantedPoint[],
    section?: string,
  ): string => {
    const text = song(rest);
    const lane = songLanguage.read(text).song.automation[0];
    const points = (lane?.points ?? []).map(({ at, value, shape, id }): WantedPoint => {
      const { origins } = songLanguage.read(text);
      const said = (one: number): string => text.slice(origins[one]!.from, origins[one]!.to);
      return { at: said(at.id), value: said(value.id), shape, id };
    });
    const change_ = {
      do: 'automate',
      path: 'bass.level',
      ...(section && { section }),
      points: change(points),
    } as const;
    const result = edited(text, [change_]);
    assert.ok(result.startsWith(song('').trimEnd()), result);
    return result.slice(song('').length);
  };
  const lane = 'automate bass.level in build { 0%: -12dB, 50%: -9dB, 100%: -6dB exponential }\n';

  test('a point moved is its literals', () => {
    assert.equal(
      automated(lane, ([a, b, c]) => [a!, { ...b!, at: 'bar 2', value: '-3dB' }, c!], 'build'),
      'automate bass.level in build { 0%: -12dB, bar 2: -3dB, 100%: -6dB exponential }\n',
    );
  });
  test('a point more, a point less, another curve', () => {
    const fresh: WantedPoint = { at: 'bar 2', value: '-4dB', shape: 'curve' };
    assert.equal(
      automated(lane, ([a, b, c]) => [a!, fresh, b!, c!], 'build'),
      'automate bass.level in build { 0%: -12dB, bar 2: -4dB curve, 50%: -9dB, 100%: -6dB exponential }\n',
    );
    assert.equal(
      automated(lane, ([a, b, c]) => [a!, b!, c!, { ...fresh, at: 'bar 4 beat 4' }], 'build'),
      'automate bass.level in build { 0%: -12dB, 50%: -9dB, 100%: -6dB exponential, bar 4 beat 4: -4dB curve }\n',
    );
    assert.equal(
      automated(lane, ([a, , c]) => [a!, c!], 'build'),
      'automate bass.level in build { 0%: -12dB, 100%: -6dB exponential }\n',
    );
    assert.equal(
      automated(lane, ([a, b, c]) => [a!, { ...b!, shape: 'step' }, { ...c!, shape: 'linear' }], 'build'),
      'automate bass.level in build { 0%: -12dB, 50%: -9dB step, 100%: -6dB }\n',
    );
  });
  test('lines and comments stay', () => {
    const tall = 'automate bass.level in build {\n  0%: -12dB // soft\n  100%: -6dB\n}\n';
    assert.equal(
      automated(
        tall,
        ([a, b]) => [a!, { at: '50%', value: '-9dB', shape: 'linear' }, { ...b!, value: '-3dB' }],
        'build',
      ),
      'automate bass.level in build {\n  0%: -12dB // soft\n  50%: -9dB\n  100%: -3dB\n}\n',
    );
  });
  test('a lane that is new, and one that is gone', () => {
    const points: WantedPoint[] = [
      { at: 'bar 1', value: '-6dB', shape: 'linear' },
      { at: 'bar 3', value: '0dB', shape: 'exponential' },
    ];
    assert.equal(
      automated('', () => points),
      '\nautomate bass.level { bar 1: -6dB, bar 3: 0dB exponential }\n',
    );
    assert.equal(
      automated(lane, () => [], 'build'),
      '',
    );
    assert.match(
      automated('', () =>
        Array.from({ length: 6 }, (_, i) => ({
          at: `bar ${i + 1}`,
          value: '-6dB',
          shape: 'linear' as const,
        })),
      ),
      /^\nautomate bass.level \{\n {2}bar 1: -6dB\n/,
    );
  });
  test('is refused where a wave stands, or where nothing moves', () => {
    const points: WantedPoint[] = [{ at: 'bar 1', value: '-6dB', shape: 'linear' }];
    assert.match(
      refused(song('automate bass.level { lfo: sine 1/2 -12dB to -6dB }'), [
        { do: 'automate', path: 'bass.level', points },
      ]),
      /wave/,
    );
    assert.match(
      refused(song(''), [{ do: 'automate', path: 'bass.warmth', points }]),
      /Nothing in the song moves/,
    );
  });
  test('is what was asked for, whatever was there', () => {
    const point = fc.record({
      bar: fc.integer({ min: 1, max: 4 }),
      beat: fc.integer({ min: 1, max: 16 }),
      level: fc.integer({ min: -600, max: 60 }),
      shape: fc.constantFrom('linear' as const, 'exponential' as const, 'curve' as const, 'step' as const),
    });
    const points = fc
      .uniqueArray(point, { selector: ({ bar, beat }) => bar * 16 + beat, minLength: 1, maxLength: 8 })
      .map((all) =>
        all
          .sort((one, other) => one.bar * 16 + one.beat - other.bar * 16 - other.beat)
          .map(
            ({ bar, beat, level, shape }): WantedPoint => ({
              at: `bar ${bar} beat ${1 + (beat - 1) / 4}`,
              value: `${level / 10}dB`,
              shape,
            }),
          ),
      );
    const said = (text: string) =>
      songLanguage
        .read(text)
        .song.automation[0]?.points.map(({ at, value, shape }) => [
          at.bar?.value,
          at.beat?.value,
          value.value,
          shape,
        ]);
    fc.assert(
      fc.property(
        points,
        points,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (before, after, keeps) => {
          const make = (text: string, wanted: readonly WantedPoint[]): string =>
            edited(text, [{ do: 'automate', path: 'bass.level', points: wanted }]);
          const first = make(song(''), before);
          const ids = songLanguage.read(first).song.automation[0]!.points.map(({ id }) => id);
          // Some points of before become points of after, in their order.
          let next = 0;
          const wanted = after.map((one, index) => {
            const id = keeps[index] ? ids[next++] : undefined;
            return id === undefined ? one : { ...one, id };
          });
          assert.deepEqual(said(make(first, wanted)), said(make(song(''), after)));
        },
      ),
    );
  });
});
