// Tone.js's own instruments and effects in a song: `tone.FMSynth`, `tone.Chorus`.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { limits } from '../../src/engine/program.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { effectNamed, hostedEffects } from '../../src/vocabulary/effects.ts';
import { hostedInstruments, instrumentNamed } from '../../src/vocabulary/instruments.ts';
import { labels } from './marked.ts';

const song = (declared: string, strip: string): string => `song "T" { tempo 120bpm }
${declared}
track lead { instrument: lead, ${strip} }
section a 1 bar { lead: "c4 e4" }
arrange a
`;

const programOf = (text: string) => {
  const reading = songLanguage.read(text);
  assert.deepEqual(
    reading.problems.map(({ message }) => message),
    [],
  );
  return compile(reading.song, layOut(reading.song), 48_000);
};
const told = (text: string): readonly string[] =>
  songLanguage.read(text).problems.map(({ message }) => message);

suite('what Tone.js plays', () => {
  test('every example of the table is a song without a problem', () => {
    for (const { example } of hostedInstruments) assert.deepEqual(told(song(example, 'level: -6dB')), []);
    for (const { example } of hostedEffects)
      assert.deepEqual(told(song('instrument lead = Synth', example)), []);
  });

  test('nothing in it can call, fetch or be more than plain data', () => {
    for (const type of [...hostedInstruments, ...hostedEffects])
      for (const { path } of type.parameters)
        assert.doesNotMatch(path, /url|^on|callback|context/i, type.name);
    for (const name of ['tone.Player', 'tone.Sampler', 'tone.UserMedia', 'tone.Convolver', 'tone.Recorder'])
      assert.equal(instrumentNamed(name) ?? effectNamed(name), undefined, name);
  });

  test('an instrument goes to the host with what the song sets of it, in the units of Tone.js', () => {
    const { plugs, tracks } = programOf(
      song(
        'instrument lead = PolySynth(tone.FMSynth) { voices: 3, harmonicity: 2, envelope.attack: 10ms, oscillator: fatsine }',
        'tone.Chorus: wet 50%, delayTime 5ms, tone.Filter: frequency 2kHz, rolloff -24dB',
      ),
    );
    assert.deepEqual(
      plugs.map(({ type, options, voices }) => ({ type, options, voices })),
      [
        {
          type: 'FMSynth',
          options: { harmonicity: 2, envelope: { attack: 0.01 }, oscillator: { type: 'fatsine' } },
          voices: 3,
        },
        { type: 'Chorus', options: { wet: 0.5, delayTime: 5 }, voices: undefined },
        { type: 'Filter', options: { frequency: 2000, rolloff: -24 }, voices: undefined },
      ],
    );
    assert.equal(tracks[0]!.plug, 0);
    assert.equal(tracks[0]!.eventCount, 2);
    assert.deepEqual(
      tracks[0]!.inserts.map(({ plug }) => plug),
      [1, 2],
    );
  });

  test('note values follow the tempo', () => {
    const { plugs } = programOf(song('instrument lead = Synth', 'tone.FeedbackDelay: delayTime 1/8'));
    assert.deepEqual(plugs[0]!.options, { delayTime: 0.25 });
  });

  test('a class that is not there is told with those that are near', () => {
    assert.match(
      told(song('instrument lead = tone.FMSinth', 'level: 0dB'))[0]!,
      /no instrument `tone.FMSinth`.*Did you mean `tone.FMSynth`/,
    );
    assert.match(
      told(song('instrument lead = Synth', 'tone.Choros: wet 20%'))[0]!,
      /no effect `tone.Choros`.*`tone.Chorus`/,
    );
    assert.match(told(song('instrument lead = tone.FMSynth { url: 3 }', 'level: 0dB'))[0]!, /has no `url`/);
  });

  test('over the most that a song can host, the rest is left out', () => {
    const tracks = Array.from({ length: limits.plugs + 2 }, (_, i) => `track t${i} { tone.Chorus: wet 50% }`);
    const { plugs } = programOf(`song "T" { tempo 120bpm }\n${tracks.join('\n')}\n`);
    assert.equal(plugs.length, limits.plugs);
  });

  test('the strip offers the way there, and the effects behind the dot', () => {
    assert.ok(labels('song "T" {}\ntrack a { $0 }').includes('tone.'));
    const found = labels('song "T" {}\ntrack a { tone.$0 }');
    assert.deepEqual(
      found,
      hostedEffects.map(({ name }) => name),
    );
    assert.ok(labels('song "T" {}\ntrack a { tone.Chorus: $0 }').includes('wet'));
  });
});
