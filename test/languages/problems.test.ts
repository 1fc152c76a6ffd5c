// What a wrong song gets: the fact, the limit and a fix, on the exact characters.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { fixed, problems, problemsOf, unmarked } from './marked.ts';

suite('values', () => {
  test('a number without its unit', () => {
    problems(`
      track bass { level: -6 }
                          ^^ \`-6\` has no unit: \`level\` takes a level in decibels, such as \`-6dB\`.
    `);
    assert.deepEqual(fixed('track bass { level: -6 }'), { 'Write `-6dB`': 'track bass { level: -6dB }' });
    assert.deepEqual(Object.keys(fixed('instrument a = Synth { envelope.attack: 3 }')), [
      'Write `3ms`',
      'Write `3s`',
    ]);
    assert.deepEqual(fixed('section a 8 { }'), { 'Write `8 bars`': 'section a 8 bars { }' });
  });
  test('another unit than the one that is due', () =>
    problems(`
    instrument a = Synth { envelope.attack: 8dB }
                                            ^^^ \`8dB\` is a level in decibels, but \`envelope.attack\` takes a time, such as \`5ms\`.
    master { limiter: -1dB }
                      ^^^^ \`-1dB\` is a level in decibels, but \`threshold\` takes a true peak, such as \`-1dBTP\`.
    track b { level: 6foo }
                     ^^^^ There is no unit \`foo\`: \`level\` takes a level in decibels
  `));
  test('a unit in other capitals is understood', () => {
    assert.deepEqual(fixed('track b { level: -6db }'), { 'Write `dB`': 'track b { level: -6dB }' });
  });
  test('a number out of range, with the nearest', () => {
    problems(`
      instrument a = MonoSynth { filter.Q: 99 }
                                           ^^ \`99\` is out of range: \`filter.Q\` is at most 30.
      track b { level: 40dB }
                       ^^^^ \`40dB\` is out of range: \`level\` is at most 12dB.
    `);
    assert.deepEqual(fixed('song "T" { tempo 5bpm }'), { 'Change to `20bpm`': 'song "T" { tempo 20bpm }' });
  });
  test('a note value that is too long at this tempo', () =>
    problems(`
    song "T" { tempo 60bpm }
    bus echo { delay: 1/1 }
                      ^^^ \`1/1\` (4s at this tempo) is out of range: \`delayTime\` is at most 2s.
  `));
  test('a word that is none of the choices', () => {
    problems(`
      instrument a = Synth { oscillator: sawtoth }
                                         ^^^^^^^ \`oscillator\` is \`sine\`, \`square\`, \`sawtooth\`, \`triangle\`, \`pulse\`, \`pwm\` or one of 18 more, not \`sawtoth\`. Did you mean \`sawtooth\`, \`amsawtooth\` or \`fmsawtooth\`?
      instrument b = Synth { oscillator: square99 }
                                         ^^^^^^^^ \`oscillator\` is \`sine\`, \`square\`,
    `);
    assert.deepEqual(fixed('instrument a = Synth { oscillator: sawtoth }'), {
      'Change to `sawtooth`': 'instrument a = Synth { oscillator: sawtooth }',
      'Change to `amsawtooth`': 'instrument a = Synth { oscillator: amsawtooth }',
      'Change to `fmsawtooth`': 'instrument a = Synth { oscillator: fmsawtooth }',
    });
  });
  test('levels of partials: numbers only, in their range', () =>
    problems(`
      instrument a = Synth { oscillator.partials: 1 0.5 3 }
                                                        ^ \`3\` is out of range: \`oscillator.partials\` takes -1 to 1.
      instrument b = Synth { oscillator.partials: loud }
                                                  ^^^^ \`oscillator.partials\` takes up to 32 numbers, such as \`1 0.5 0.25\`.
      instrument c = Synth { oscillator.partials: 1 50% }
                                                    ^^^ \`oscillator.partials\` takes numbers without a unit.
    `));
  test('a place that is none', () => {
    assert.deepEqual(Object.keys(fixed('track t { pan: -20% }')), ['Change to `20% left`']);
    assert.deepEqual(Object.keys(fixed('track t { pan: 20% }')), [
      'Change to `20% left`',
      'Change to `20% right`',
    ]);
    problems(`
      track t { pan: 120% left }
                     ^^^^^^^^^ \`pan\` takes a place such as
    `);
  });
  test('a value that is missing or one too many', () =>
    problems(`
    track t { level: }
              ^^^^^^ A value is missing: \`level\` takes a level in decibels
    track u { level: -6dB -3dB }
                          ^^^^ \`level\` takes one value; this is one too many.
    track v { compressor: -6dB 3:1 8ms 9ms 1dB 1dB 7dB }
                                                   ^^^ Compressor has no further parameter for this value
  `));
});

suite('names', () => {
  test('a parameter that the instrument does not have, with the nearest', () => {
    problems(`
      instrument a = MonoSynth { filter.q: 2 }
                                 ^^^^^^^^ MonoSynth has no \`filter.q\`. Did you mean \`filter.Q\`
      instrument b = Synth { voices: 4 }
                             ^^^^^^ Synth has no \`voices\`.
    `);
    assert.equal(
      fixed('instrument a = MonoSynth { release: 1s }')['Change to `envelope.release`'],
      'instrument a = MonoSynth { envelope.release: 1s }',
    );
  });
  test('bands of an equaliser that say too little, too much, or nothing that a band has', () =>
    problems(`
    bus b { eq: highpass 35Hz, bell 250Hz -2dB 1.2, low -2dB, level: -3dB }
    track t { eq: bell -2dB }
                       ^^^^ \`-2dB\` is a level in decibels, but \`frequency\` takes a frequency
    track u { eq: notch, lowpass 8kHz 0.7 3dB }
                  ^^^^^ \`notch\` takes a frequency, such as \`1kHz\`: \`notch 50Hz 8\`.
                                          ^^^ A \`lowpass\` takes \`frequency\`, \`Q\`, each once.
  `));
  test('a response that is no sample of the song', () =>
    problems(`
    sample hall = "hall.wav"
    bus room { convolver: hal, wet 30% }
                          ^^^ There is no sample and no response \`hal\`. Did you mean \`hall\`
    bus other { convolver: { response: xylophone } }
                                       ^^^^^^^^^ There is no sample and no response \`xylophone\`. \`room\`, \`hall\`, \`plate\` and \`spring\` come along; a file of your own is named by a sample, \`sample xylophone = "sounds/cave.wav"\`.
    bus third { convolver: { response: 3 } }
                             ^^^^^^^^^^^ Made of what? Write \`response: hall\`.
  `));
  test('a track to listen to that is not there, or is not named', () =>
    problems(`
    track kick { }
    track bass { compressor: -18dB 3:1 key kik }
                                           ^^^ There is no track \`kik\`. Did you mean \`kick\`
    track pad { compressor: -18dB key }
                                  ^^^ Listen to which track? Write \`compressor: -18dB 3:1 key kick\`.
  `));
  test('an instrument, a property, a header word, a statement that there is not', () =>
    problems(`
    song "T" { tempoo 90bpm }
               ^^^^^^ The song's header has no \`tempoo\`. Did you mean \`tempo\`?
    instrument a = MonoSinth
                   ^^^^^^^^^ There is no instrument \`MonoSinth\`. Did you mean \`MonoSynth\`
    track t { levle: -6dB }
              ^^^^^ A track has no \`levle\`. Did you mean \`level\`?
    trakc u { }
    ^^^^^ \`trakc\` is not a word that starts a line. Did you mean \`track\`?
  `));
  test('a kit that was declared as an instrument', () => {
    problems(`
    instrument drums = Kit("bundled/909")
                       ^^^ A kit is declared with its own word: \`kit drums = Kit("bundled/808")\`.
  `);
    assert.deepEqual(fixed('instrument drums = Kit("bundled/909")'), {
      'Declare a kit': 'kit drums = Kit("bundled/909")',
    });
  });
  test('an instrument that comes along as a recording', () => {
    problems(`
    instrument keys = Piano
                      ^^^^^ \`Piano\` is no instrument by itself: a recorded one is \`Sampler("piano")\`.
  `);
    assert.deepEqual(fixed('instrument keys = Piano'), {
      'Play its recording': 'instrument keys = Sampler("piano")',
    });
  });
  test('a transform that there is not, or with too little', () =>
    problems(`
    pattern a = "c4".fsat(2)
                     ^^^^ There is no transform "fsat". Did you mean fast?
    pattern b = "c4".every(4)
                ^^^^^^^^^^^^^ every needs transform
  `));
  test('two of one name: both places', () => {
    const { text, marks } = unmarked(`
      track bass { mute }
      bus bass { }
          ^^^^ \`bass\` is already the name of a track: the first counts. Rename one of them.
    `);
    const [problem] = problemsOf(text);
    assert.deepEqual(
      [problem!.from, problem!.message, problem!.also?.length],
      [marks[0]!.from, marks[0]!.message, 1],
    );
    problems(`
      pattern a = "c4"
      progression a = | C |
                  ^ \`a\` is already the name of a pattern
      track t { level: -6dB, level: -3dB, eq: low 1dB low 2dB }
                             ^^^^^^^^^^^ \`level\` is written twice here
                                                      ^^^ \`low\` is set twice
      section s 4 bars { t: a, t: a }
                               ^ \`t\` plays twice in this section
    `);
  });
  test('a name that is missing or cannot be one', () =>
    problems(`
    track { level: -6dB }
    ^^^^^ A name is missing: \`track bass …\`.
    track master { }
          ^^^^^^ A track cannot be called \`master\`
    pattern silence = "c4"
            ^^^^^^^ A pattern cannot be called \`silence\`
  `));
});

suite('density', () => {
  test('a transform that asks for more notes than play', () =>
    problems(`
      pattern dense = "hh*1024".fast(1024)
                      ^^^^^^^^^^^^^^^^^^^^ This asks for more than 16,384 notes in one bar
    `));
});

suite('shape', () => {
  test('a brace, a bracket, a quote that is never closed, with what closes it', () => {
    assert.deepEqual(fixed('track a { level: -6dB\ntrack b { }'), {
      'Close it with `}`': 'track a { level: -6dB }\ntrack b { }',
    });
    assert.deepEqual(fixed('pattern a = "c4".fast(2\npattern b = "c4"'), {
      'Close it with `)`': 'pattern a = "c4".fast(2)\npattern b = "c4"',
    });
    assert.deepEqual(fixed('pattern a = "c4 e4\npattern b = "c4"'), {
      'Close the string with "': 'pattern a = "c4 e4"\npattern b = "c4"',
    });
  });
  test('a colon or an equals sign that is missing', () => {
    assert.deepEqual(fixed('track a { level -6dB }'), { 'Add the colon': 'track a { level: -6dB }' });
    assert.deepEqual(fixed('pattern a "c4"'), { 'Add `=`': 'pattern a = "c4"' });
  });
  test('something where it has no place', () =>
    problems(`
    pattern a = "c4" "e4"
                     ^^^^ One pattern stands here; this is one too many.
    }
    ^ This \`}\` closes nothing
    42
    ^^ A line starts with a word
    section s 8 bars { bass }
                       ^^^^ What plays here?
    arrange s*
             ^ How often?
    arrange s*1.5
              ^^^ A section plays a whole number of times.
  `));
  test('a problem in a pattern stands on its own characters', () =>
    problems(`
    pattern a = "c4 C4 [e4"
                    ^^ C4 is no chord. Notes are written in lowercase: c4.
                       ^ This [ is never closed.
  `));
  test('the meter, the key, the seed', () =>
    problems(`
    song "T" { meter 4/3, key H minor, seed 1.5 }
                     ^^^ A meter is 1 to 64 beats over 1, 2, 4, 8, 16 or 32
                              ^ \`H\` is no tonic
                                            ^^^ A seed is a whole number from 0
  `));
  test('the rest of a song with a mistake goes on', () => {
    const found = problemsOf(
      'song "T" { tempo }\ntrack a { level: loud }\ntrack b { pan: 20% lift, mute }\narrange',
    );
    assert.equal(found.length, 4);
  });
});
