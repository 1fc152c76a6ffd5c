// MIX7, MIX9 and HYG1: sends, forgotten buttons, leftovers.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { chosenFor } from '../../src/check/choices.ts';
import { mix7 } from '../../src/check/rules/mix7.ts';
import { indexSong } from '../../src/check/song-index.ts';
import type { Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { checked, checks, fixed } from './checked.ts';

suite('MIX7', () => {
  test('flags a send to a bus that is not there, and names the nearest', () =>
    checks(`
instrument soft = Synth { }
track lead { instrument: soft, send echos: -12dB }
                                    ^^^^^ MIX7: lead sends to echos, but there is no bus echos, so the send is not heard. Did you mean echo?
track pad { instrument: soft, send echo: -9dB }
bus echo { delay: 3/16 40% }
section verse 2 bars { lead: "a4", pad: "a3" }
arrange verse`));

  test('takes the send away as well, with its comma', () => {
    const before = checked(`instrument soft = Synth { }
track lead { instrument: soft, send hall: -12dB, level: -3dB }
section verse 2 bars { lead: "a4" }
arrange verse
`);
    const remove = before.problems[0]!.fixes!.find(({ title }) => title === 'Remove the send to hall')!;
    assert.match(fixed(before, remove), /^track lead \{ instrument: soft, level: -3dB \}/m);
  });
});

const contextOf = (song: Song) => ({
  song,
  timeline: layOut(song),
  index: indexSong(song),
  figure: chosenFor(song).figure,
  placeOf: (id: number) => id,
});

suite('MIX7 on buses', () => {
  // The .song language sends from tracks alone; other languages, and later versions, may say this.
  const circle = (): Song => {
    const { song } = checked(`song "Circle" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft, send one: -12dB, send two: -12dB }
bus one { reverb: 2s }
bus two { delay: 1/8 }
section verse 2 bars { lead: "a4" }
arrange verse
`).reading;
    const [toOne, toTwo] = song.tracks[0]!.sends;
    const [one, two] = song.buses;
    return {
      ...song,
      buses: [
        { ...one!, sends: [toTwo!] },
        { ...two!, sends: [toOne!] },
      ],
    };
  };

  test('flags each send of a circle, and offers to take it out', () => {
    const song = circle();
    const found = mix7.check(contextOf(song));
    assert.deepEqual(
      found.map(({ message }) => /\(.*\)/.exec(message)![0]),
      ['(one > two > one)', '(two > one > two)'],
    );
    assert.deepEqual(
      found.map(({ fixes }) => fixes![0]!.title),
      ['Remove the send to two', 'Remove the send to one'],
    );
  });

  test('is silent on buses in a row', () => {
    const song = circle();
    const row = { ...song, buses: [song.buses[0]!, { ...song.buses[1]!, sends: [] }] };
    assert.deepEqual(mix7.check(contextOf(row)), []);
  });
});

suite('MIX9', () => {
  test('flags solo and mute, on tracks and on buses', () =>
    checks(`
instrument soft = Synth { }
track lead { instrument: soft, solo, send hall: -9dB }
                               ^^^^ MIX9: The solo of lead is on, so only what is soloed is heard in every bounce.
bus hall { reverb: 2s, highpass: 200Hz, mute }
                                        ^^^^ MIX9: The mute of hall is on, so hall is missing from every bounce.
section verse 2 bars { lead: "a4" }
arrange verse`));
});

suite('HYG1', () => {
  test('what only an unused pattern mentions is unused, and goes with it', () => {
    const before = checked(`instrument soft = Synth { }
track lead { instrument: soft }
pattern base = "a4 c5"
pattern twice = base.fast(2)
section verse 2 bars { lead: "a4" }
arrange verse
`);
    assert.deepEqual(
      before.problems.map(({ message }) => message.split(',')[0]),
      ['Nothing uses the pattern base', 'Nothing uses the pattern twice'],
    );
    const after = fixed(before, before.problems[0]!.fixes![0]!);
    assert.doesNotMatch(after, /pattern/);
    assert.deepEqual(checked(after).problems, []);
  });

  test('what a track names is used, though it never plays', () =>
    checks(`
instrument soft = Synth { }
instrument spare = Synth { }
           ^^^^^ HYG1: Nothing uses the instrument spare
track lead { instrument: soft }
bus hall { reverb: 2s }
    ^^^^ HYG1: Nothing uses the bus hall
section verse 2 bars { lead: "a4" }
arrange verse`));
});
