// What songs say of themselves, as far as it can be told from the notes. What takes the sound is tested with
// sound, in test/cli.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Verdict } from '../../src/check/clause.ts';
import { clausesOf } from '../../src/check/clauses.ts';
import { targetSounds } from '../../src/check/figures.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { deliveryTargets } from '../../src/vocabulary/delivery.ts';

const song = (parts: {
  readonly header?: string;
  readonly bass?: string;
  readonly lead?: string;
  readonly says: string;
}): string => `song "Clauses" { tempo 120bpm, ${parts.header ?? 'key A minor'} }
instrument soft = PolySynth(Synth) { }
instrument drum = MembraneSynth { }
track bass { instrument: soft }
track lead { instrument: soft }
track kick { instrument: drum }
section verse 4 bars { kick: "bd*4", bass: "${parts.bass ?? 'a1 e2'}", lead: "${parts.lead ?? 'a4 c5 e5 a4'}" }
arrange verse
${parts.says}
`;

const judged = (text: string): Verdict & { readonly name: string; readonly at: string } => {
  const { song: read, origins, problems } = songLanguage.read(text);
  assert.deepEqual(problems, []);
  const [clause, ...more] = clausesOf(read);
  assert.ok(clause && more.length === 0, 'one clause');
  assert.equal(clause.needs, 'notes');
  const { from, to } = origins[clause.id]!;
  return {
    name: clause.name,
    at: text.slice(from, to),
    ...clause.judge({ song: read, timeline: layOut(read) }),
  };
};

const table: readonly (readonly [string, Parameters<typeof song>[0], boolean, RegExp])[] = [
  ['a song as long as it should be', { says: 'expect length 0:05..0:10' }, true, /lasts 0:08\./],
  ['too short', { says: 'expect length 0:10..0:20' }, false, /0:02 too short\. Repeat/],
  ['too long', { says: 'brief { length 0:02..0:05 }' }, false, /0:03 too long\. Cut/],
  ['a bass in its range', { says: 'expect bass within E1..G3' }, true, /from A1 to E2\./],
  ['a bass too high', { says: 'expect bass within E1..D2' }, false, /E2 in bar 1 \(verse\) is above D2/],
  ['a bass too low', { says: 'expect bass within C2..G3' }, false, /A1 in bar 1 \(verse\) is below C2/],
  ['drums have no range', { says: 'expect kick within C2..G3' }, false, /no notes with a pitch/],
  [
    'an end on the tonic',
    { bass: 'e2 a1', says: 'expect ends in key' },
    true,
    /ends over A1, the tonic of A minor/,
  ],
  ['an end on the fifth', { says: 'expect ends in key' }, false, /ends over E2.*tonic of A minor is A/],
  [
    'a last chord with a foreign note',
    { bass: 'e2 a1', lead: 'c5 c#5', says: 'expect ends in key' },
    false,
    /has C#5, which is not in A minor/,
  ],
  ['no key', { header: 'meter 4/4', says: 'expect ends in key' }, false, /no key to end in/],
];

suite('what a song says of itself', () => {
  for (const [name, parts, holds, says] of table)
    test(name, () => {
      const verdict = judged(song(parts));
      assert.equal(verdict.holds, holds, verdict.message);
      assert.match(verdict.message, says);
    });

  test('stands on its own line', () => {
    assert.equal(judged(song({ says: 'expect ends in key' })).at, 'expect ends in key');
    assert.equal(judged(song({ says: 'brief { length 0:02..0:05 }' })).at, '0:02..0:05');
  });

  test('a compact disc takes one format', () => {
    const formats = (extras: string): readonly Verdict[] => {
      const { song: read } = songLanguage.read(song({ says: `deliver cd ${extras}` }));
      return clausesOf(read)
        .filter(({ needs }) => needs === 'notes')
        .map(({ judge }) => judge({ song: read, timeline: layOut(read) }));
    };
    assert.deepEqual(
      formats('{ rate: 44.1kHz, bits: 16 }').map(({ holds }) => holds),
      [true],
    );
    const [wrong] = formats('{ rate: 48kHz, bits: 24 }');
    assert.equal(wrong!.holds, false);
    assert.match(wrong!.message, /the delivery says 48 kHz, 24 bits\. Write `rate: 44\.1kHz, bits: 16`/);
  });

  test('every place to deliver to has its figures', () =>
    assert.deepEqual(Object.keys(targetSounds).sort(), deliveryTargets.map(({ name }) => name).sort()));
});
