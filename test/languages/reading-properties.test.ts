// Songs broken at random: tokens taken away, put in and swapped, one edit after the other. Nothing throws, the
// layout keeps the song, and what a reader knows from earlier texts never shows in a reading.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { parse } from '../../src/languages/song/parse.ts';
import { piecesOf } from '../../src/languages/song/pieces.ts';
import { newReader } from '../../src/languages/song/read.ts';
import { scan } from '../../src/languages/song/scan.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Change, DeclarationKind } from '../../src/song/problem.ts';
import { applied } from './marked.ts';
import { meaning, road, small, whole } from './song-data.ts';

/** One change of a text, by shares of its length, so that it means something in any text. */
type Step =
  | { readonly do: 'delete'; readonly at: number; readonly tokens: number }
  | { readonly do: 'insert'; readonly at: number; readonly text: string }
  | { readonly do: 'swap'; readonly at: number; readonly with: number };

const pieces = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '`',
  '|',
  ',',
  ':',
  '=',
  '..',
  '.',
  '*',
  '//',
  '\n',
  '\r\n',
  ' ',
  '-6dB',
  '50%',
  'bar 3',
  ' at ',
  'like',
  'with',
  'without',
  'ramp to 90bpm over 2 bars',
  '\nsection x 8 bars {',
  '\ntrack t { level: -3dB }',
  '\nsong "Twice" { tempo 90bpm }',
  '\nautomate t.level { 0%: -6dB }',
  '\nlyrics',
  'pattern',
  '\ntake',
  '\ntrack: mute',
  '\nsample, clap }',
  '// codetta-ignore INS1: so be it',
  'é',
  '\ud800',
];

// Doubles would mostly be next to nothing, and all changes in the first line.
const share = fc.nat(9_999).map((part) => part / 10_000);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('delete' as const), at: share, tokens: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ do: fc.constant('insert' as const), at: share, text: fc.constantFrom(...pieces) }),
  fc.record({ do: fc.constant('swap' as const), at: share, with: share }),
);
const song = fc.constantFrom(whole, small, road);

function after(text: string, change: Step): string {
  const { kinds, starts } = scan(text);
  const token = (at: number): number => Math.min(kinds.length, Math.floor(at * (kinds.length + 1)));
  const at = token(change.at);
  switch (change.do) {
    case 'delete':
      return text.slice(0, starts[at]) + text.slice(starts[Math.min(kinds.length, at + change.tokens)]);
    case 'insert':
      return text.slice(0, starts[at]) + change.text + text.slice(starts[at]);
    case 'swap': {
      const [a, b] = [at, token(change.with)].sort((left, right) => left - right) as [number, number];
      if (b === kinds.length || a === b) return text;
      const [first, second] = [text.slice(starts[a], starts[a + 1]), text.slice(starts[b], starts[b + 1])];
      return (
        text.slice(0, starts[a]) +
        second +
        text.slice(starts[a + 1], starts[b]) +
        first +
        text.slice(starts[b + 1])
      );
    }
  }
}

suite('a song that is being edited', () => {
  test('reads as the same text does that nobody has read before', () =>
    fc.assert(
      fc.property(song, fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
        const read = newReader();
        let text = start;
        read(text);
        for (const change of steps) {
          text = after(text, change);
          assert.equal(JSON.stringify(read(text)), JSON.stringify(newReader()(text)));
        }
      }),
      { numRuns: 120 },
    ));
  test('comes in pieces that are the text, and parse as they do in it', () =>
    fc.assert(
      fc.property(song, fc.array(step, { maxLength: 6 }), (start, steps) => {
        const text = steps.reduce(after, start);
        const found = piecesOf(text);
        assert.equal(found.map((piece) => piece.text).join(''), text);
        const moved = (from: number, part: unknown): string =>
          JSON.stringify(part, (key, value: unknown) =>
            (key === 'from' || key === 'to') && typeof value === 'number' ? value + from : value,
          );
        const byPiece = found.flatMap((piece) =>
          parse(piece.text).statements.map((statement) => moved(piece.from, statement)),
        );
        assert.deepEqual(
          byPiece,
          parse(text).statements.map((statement) => moved(0, statement)),
        );
      }),
      { numRuns: 200 },
    ));
  test('is laid out at once, and stays the song', () =>
    fc.assert(
      fc.property(song, fc.array(step, { maxLength: 5 }), (start, steps) => {
        const text = steps.reduce(after, start);
        const before = songLanguage.read(text);
        const once = songLanguage.format(before);
        const read = songLanguage.read(once);
        assert.equal(songLanguage.format(read), once);
        assert.deepEqual(meaning(read.song), meaning(before.song));
        const comments = (one: string): readonly string[] => {
          const { kinds, starts } = scan(one);
          return kinds.flatMap((kind, i) =>
            kind === 'comment' ? [one.slice(starts[i], starts[i + 1]).trimEnd()] : [],
          );
        };
        assert.deepEqual(comments(once), comments(text));
      }),
      { numRuns: 200 },
    ));
  test('takes any change, or says why not', () => {
    const paths = [
      'bass.level',
      'song.tempo',
      'song.key',
      'vox1.gain',
      'verse.bars',
      'sub.filter.Q',
      'pad.send.space',
      'master.limiter.threshold',
    ];
    const values = ['-3dB', '97bpm', 'D dorian', '12 bars', '2', '-2dBTP'];
    const declares: readonly DeclarationKind[] = ['track', 'section', 'take', 'marker', 'progression'];
    const change = fc.oneof(
      fc.record({
        do: fc.constant('set' as const),
        path: fc.constantFrom(...paths),
        value: fc.constantFrom(...values),
      }),
      fc.record({ do: fc.constant('delete' as const), id: fc.nat(600) }),
      fc.record({
        do: fc.constant('declare' as const),
        what: fc.constantFrom(...declares),
        name: fc.constantFrom('fresh', 'newer', 'verse'),
      }),
      fc.record({ do: fc.constant('arrange' as const), section: fc.constantFrom('verse', 'chorus') }),
    );
    fc.assert(
      fc.property(
        song,
        fc.array(change, { minLength: 1, maxLength: 10 }),
        (start, changes: readonly Change[]) => {
          let text = start;
          for (const one of changes) {
            const result = songLanguage.edit(songLanguage.read(text), [one]);
            if (!result.ok) assert.match(result.reason, /[.?]$/);
            else text = applied(text, result.edits);
          }
          songLanguage.read(text);
        },
      ),
      { numRuns: 150 },
    );
  });
});
