// What a song's text means: the model that everything else is made from.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Song } from '../../src/song/song.ts';
import type { Setting } from '../../src/song/value.ts';
import { dedent } from './marked.ts';
import { meaning } from './song-data.ts';

const song = (source: string): Song => songLanguage.read(dedent(source)).song;
const settings = (list: readonly Setting[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(list.map(({ path, value }) => [path, value.value]));

suite('the song', () => {
  test('has a title, an author, tempo, meter, key and seed', () => {
    const { title, author, tempo, meter, key, seed } = song(`
      song "Night \\"Drive\\"" {
        by "A. Producer"
        tempo 112.5bpm
        meter 7/8
        key F# dorian
        seed 42
      }
    `);
    assert.deepEqual(
      [title, author, tempo.value, meter.beats, meter.unit, key?.tonic, key?.mode, seed],
      ['Night "Drive"', 'A. Producer', 112.5, 7, 8, 'F#', 'dorian', 42],
    );
  });
  test('stands in 4/4 at 120bpm where it says nothing', () => {
    const { title, tempo, meter, key } = song('');
    assert.deepEqual([title, tempo.value, meter.beats, meter.unit, key], ['Untitled', 120, 4, 4, undefined]);
  });
  test('reads one line or many, with commas or without', () => {
    const long = song('song "T" {\n  tempo 90bpm\n  key A minor\n}\ntrack t {\n  level: -6dB\n  mute\n}');
    const short = song('song "T" { tempo 90 bpm, key A minor }\ntrack t { level: -6dB, mute }');
    assert.deepEqual(meaning(short), meaning(long));
  });
});

suite('instruments', () => {
  test("take parameters by Tone.js's names, in base units", () => {
    const [sub] = song(
      'instrument sub = MonoSynth { oscillator: square, filter.Q: 2, filter.rolloff: -24, envelope.release: 120ms, detune: -12ct }',
    ).instruments;
    assert.deepEqual([sub!.type.name, sub!.polyphonic], ['MonoSynth', false]);
    assert.deepEqual(settings(sub!.settings), {
      oscillator: 'square',
      'filter.Q': 2,
      'filter.rolloff': '-24',
      'envelope.release': 0.12,
      detune: -12,
    });
  });
  test('take a group of parameters in braces', () => {
    const [lead] = song('instrument lead = Synth { envelope: { attack: 10ms, sustain: 35% } }').instruments;
    assert.deepEqual(settings(lead!.settings), { 'envelope.attack': 0.01, 'envelope.sustain': 0.35 });
  });
  test('are polyphonic in a PolySynth', () => {
    const [pad, bare] = song(
      'instrument pad = PolySynth(FMSynth) { voices: 8 }\ninstrument bare = PolySynth',
    ).instruments;
    assert.deepEqual(
      [pad!.type.name, pad!.polyphonic, settings(pad!.settings)],
      ['FMSynth', true, { voices: 8 }],
    );
    assert.deepEqual([bare!.type.name, bare!.polyphonic], ['Synth', true]);
  });
  test('have a range of notes', () => {
    const [sub] = song('instrument sub = MonoSynth { range: B0..Gb3 }').instruments;
    assert.deepEqual([sub!.range?.low, sub!.range?.high], [23, 54]);
  });
});

suite('the mixer', () => {
  test('has level, pan, mute, solo and sends', () => {
    const [bass] = song(
      'track bass { instrument: sub, level: -9dB, pan: 20% left, mute, solo: false, send space: -12dB, send echo: 0dB }',
    ).tracks;
    assert.deepEqual(
      [
        bass!.instrument?.name,
        bass!.level?.value,
        bass!.pan?.value,
        bass!.mute?.value,
        bass!.solo?.value,
        bass!.sends.map(({ bus, level }) => [bus.name, level.value]),
      ],
      [
        'sub',
        -9,
        -0.2,
        true,
        false,
        [
          ['space', -12],
          ['echo', 0],
        ],
      ],
    );
  });
  test('send before the fader, and from bus to bus', () => {
    const { tracks, buses } = song(`
      track pad { send space: -12dB pre, send echo: 0dB }
      bus echo { delay: 1/8, send space: -6dB }
      bus space { reverb: 2s }
    `);
    assert.deepEqual(
      tracks[0]!.sends.map(({ bus, level, pre }) => [bus.name, level.value, pre]),
      [
        ['space', -12, true],
        ['echo', 0, undefined],
      ],
    );
    assert.deepEqual(
      buses[0]!.sends.map(({ bus, level }) => [bus.name, level.value]),
      [['space', -6]],
    );
  });
  test('keep their effects in the order written, and what those listen to', () => {
    const { tracks } = song(`
      track kick { }
      track bass { compressor: -18dB 3:1 key kick, highpass: 35Hz, eq: low -2dB }
      track pad { compressor: { threshold: -20dB, key: kick } }
    `);
    assert.deepEqual(
      tracks.flatMap(({ inserts }) => inserts.map(({ effect, key }) => [effect.name, key?.name])),
      [
        ['Compressor', 'kick'],
        ['Highpass', undefined],
        ['EQ3', undefined],
        ['Compressor', 'kick'],
      ],
    );
    assert.deepEqual(settings(tracks[1]!.inserts[0]!.settings), { threshold: -18, ratio: 3 });
  });
  test('pans to a side, to the whole of it, or to the centre', () => {
    const pans = ['35% right', 'left', 'centre', 'center', '0% left'].map(
      (pan) => song(`track t { pan: ${pan} }`).tracks[0]!.pan?.value,
    );
    assert.deepEqual(pans, [0.35, -1, 0, 0, 0]);
  });
  test('gives effects their values by place, by name, or in braces', () => {
    const inserts = (text: string): unknown =>
      song(`track t { ${text} }`).tracks[0]!.inserts.map(({ effect, settings: list }) => [
        effect.name,
        settings(list),
      ]);
    const glued = [['Compressor', { threshold: -18, ratio: 3, attack: 0.008, release: 0.12 }]];
    assert.deepEqual(inserts('compressor: -18dB 3:1 8ms 120ms'), glued);
    assert.deepEqual(inserts('compressor: -18dB, ratio 3:1, attack 8ms, release 120ms'), glued);
    assert.deepEqual(
      inserts('Compressor: { threshold: -18dB, ratio: 3:1, attack: 8ms, release: 120ms }'),
      glued,
    );
    assert.deepEqual(inserts('glue: -18dB 3:1 8ms release 120ms'), glued);
    assert.deepEqual(inserts('eq: low -2dB, high +3dB, level: -3dB'), [['EQ3', { low: -2, high: 3 }]]);
  });
  test('takes `predelay` as musicians write it, with its colon or without', () => {
    for (const text of [
      'reverb: 2.8s, predelay: 20ms, highpass: 250Hz',
      'reverb: 2.8s, preDelay 20ms\n highpass: 250Hz',
    ]) {
      const [space] = song(`bus space { ${text} }`).buses;
      assert.deepEqual(
        space!.inserts.map(({ effect, settings: list }) => [effect.name, settings(list)]),
        [
          ['Reverb', { decay: 2.8, preDelay: 0.02 }],
          ['Highpass', { frequency: 250 }],
        ],
      );
    }
  });
  test('takes a delay in note values', () => {
    const [delay] = song('bus echo { delay: 3/16 40% }').buses[0]!.inserts;
    assert.deepEqual(
      delay!.settings.map(({ value }) => value.kind === 'measure' && [value.quantity, value.value]),
      [
        ['notes', 3 / 16],
        ['ratio', 0.4],
      ],
    );
  });
  test('has one master', () => {
    const { master } = song('master { glue: -12dB 2:1, limiter: -1dBTP, level: -2dB }');
    assert.deepEqual(
      [master.level?.value, master.inserts.map(({ effect }) => effect.name)],
      [-2, ['Compressor', 'Limiter']],
    );
  });
});

suite('form', () => {
  test('has sections with what each track plays', () => {
    const [verse] = song(
      'pattern low = "a1"\nsection verse 16 bars {\n  bass: low.rev\n  kick: silence, pad: | Am7 | F |\n  lead: "c4*2".every(4, rev)\n}',
    ).sections;
    assert.equal(verse!.bars.value, 16);
    assert.deepEqual(
      verse!.parts.map(({ track, expression }) => [track.name, expression.kind]),
      [
        ['bass', 'transform'],
        ['kick', 'silence'],
        ['pad', 'mini'],
        ['lead', 'transform'],
      ],
    );
  });
  test('arranges them, with repeats, over lines', () => {
    const { arrangement } = song('arrange intro verse\n  chorus*2 // the lift\n  outro\narrange coda');
    assert.deepEqual(
      arrangement.map(({ section, repeats }) => [section.name, repeats]),
      [
        ['intro', 1],
        ['verse', 1],
        ['chorus', 2],
        ['outro', 1],
        ['coda', 1],
      ],
    );
  });
  test('counts an empty bar of a chart wherever it stands, and tells of it', () => {
    for (const [chart, bars] of [
      ['| Am | |', 2],
      ['| | Am |', 2],
      ['| Am | | C |', 3],
      ['| Am | |\n  | C |', 3],
      ['| Am |\n  | | C |', 3],
    ] as const) {
      const { song: read, problems } = songLanguage.read(`progression p = ${chart}`);
      const { expression } = read.progressions[0]!;
      assert.ok(expression.kind === 'mini' && expression.mini.root.kind === 'bars', chart);
      assert.equal(expression.mini.root.bars.length, bars, chart);
      assert.ok(
        problems.some(({ message }) => /^This bar is empty\. Write ~/.test(message)),
        chart,
      );
    }
  });
  test('reads a chart over several lines as one bar after the other', () => {
    const one = song('progression p = | Am7 | Fmaj7 Dm7 | C | G/B |');
    const two = song('progression p = | Am7 | Fmaj7 Dm7 |\n  | C | G/B | // back');
    const bars = ({ progressions: [p] }: Song): unknown =>
      p!.expression.kind === 'mini' &&
      p!.expression.mini.root.kind === 'bars' &&
      p!.expression.mini.root.bars.length;
    assert.equal(bars(one), 4);
    assert.equal(bars(two), 4);
  });
  test('knows the characters of every note and chord', () => {
    const text = 'pattern p = "<c4 e4>*2 ~ [bd Am7]"\nprogression q = | Am7 | G/B |';
    const {
      song: {
        patterns: [p],
        progressions: [q],
      },
      origins,
    } = songLanguage.read(text);
    const places = [p!, q!].map(
      ({ expression }) =>
        expression.kind === 'mini' &&
        expression.mini.places.map((_, i) =>
          text.slice(origins[expression.firstAtom + i]!.from, origins[expression.firstAtom + i]!.to),
        ),
    );
    assert.deepEqual(places, [
      ['c4', 'e4', 'bd', 'Am7'],
      ['Am7', 'G/B'],
    ]);
  });
});

suite('what is meant', () => {
  test('is marked on its line, or on the line before', () => {
    const text =
      'track a { mute } // codetta-ignore MIX9: on purpose\n// codetta-ignore INS1, HAR1: a wild solo\n\npattern p = "c9"\n';
    const {
      song: { ignores },
      origins,
    } = songLanguage.read(text);
    assert.deepEqual(
      ignores.map(({ rule, reason, covers }) => [
        rule,
        reason,
        text.slice(origins[covers]!.from, origins[covers]!.to),
      ]),
      [
        ['MIX9', 'on purpose', 'track a { mute } // codetta-ignore MIX9: on purpose'],
        ['INS1', 'a wild solo', 'pattern p = "c9"'],
        ['HAR1', 'a wild solo', 'pattern p = "c9"'],
      ],
    );
  });
});
