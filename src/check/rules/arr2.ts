// ARR2: a pattern whose length does not divide its section, so that its last pass is cut.

import { lcm } from '../../music/rational.ts';
import type { SourceId } from '../../song/origin.ts';
import type { PatternExpression } from '../../song/pattern.ts';
import type { Fix } from '../../song/problem.ts';
import type { Part, Section, Song } from '../../song/song.ts';
import { longestStretch } from '../figures.ts';
import { type MiniExpression, type WrittenLength, writtenLength } from '../pattern-bars.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const arr2: Rule = {
  id: 'ARR2',
  tier: 'timeline',
  severity: 'warning',
  title: 'A pattern that does not divide its section',
  why: `A part loops from the first bar of its section to its last. A line of three bars in a section of eight
stops in the middle of its third pass: the phrase loses its ending just where the next section needs it. Pad the
line to a length that fits, trim it, or change the section's length so that the loop comes round. A pattern's
length here is what its bar lines say (or a \`< >\` that is all of it), times \`slow\`, over \`fast\`.`,
  examples: {
    fires: `song "Nine Bars" { tempo 112bpm }
instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern riff = "a1 c2 e2 c2 | f1 a1 c2 a1 | g1 b1 d2 b1"
section verse 8 bars { bass: riff }
arrange verse
`,
    silent: `song "Nine Bars" { tempo 112bpm }
instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern riff = "a1 c2 e2 c2 | f1 a1 c2 a1 | g1 b1 d2 b1"
section verse 9 bars { bass: riff }
arrange verse
`,
  },
  check: (context) =>
    context.song.sections.flatMap((section) =>
      section.parts.flatMap((part): readonly Finding[] => {
        const length = writtenLength(part.expression, context);
        return length && !divides(length.bars, section.bars.value)
          ? [cutTail(section, part, length, context)]
          : [];
      }),
    ),
};

const cutTail = (section: Section, part: Part, length: WrittenLength, context: CheckContext): Finding => {
  const bars = section.bars.value;
  const rest = bars % length.bars;
  const cut =
    length.bars > bars
      ? `only its first ${counted(bars)} are heard`
      : `its last pass is cut after ${counted(rest)}`;
  const fixes = [
    ...(length.literal ? literalFixes(length.literal, context) : []),
    ...sectionFixes(section, context),
  ];
  return {
    id: placeOf(part.expression),
    message: `What ${part.track.name} plays lasts ${counted(length.bars)}, and ${section.name.name} ${counted(bars)}: ${cut}. Pad or trim it, or let it come round in a section of another length.`,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

const placeOf = (expression: PatternExpression): SourceId =>
  expression.kind === 'name' ? expression.name.id : expression.id;

/** Pads or trims the literal to the next lengths that divide every section it plays in. */
const literalFixes = (literal: MiniExpression, context: CheckContext): readonly Fix[] => {
  const { song } = context;
  const { root, text } = literal.mini;
  // A chart over several lines may hold comments, which its text no longer has.
  if (root.kind !== 'bars' || text.includes('\n')) return [];
  const bars = root.bars.length;
  const users = song.sections.filter((section) =>
    section.parts.some((part) => writtenLength(part.expression, context)?.literal?.id === literal.id),
  );
  const fits = (length: number): boolean => users.every((section) => divides(length, section.bars.value));
  const shortest = Math.min(...users.map((section) => section.bars.value));
  const padded = countUp(bars + 1, shortest).find(fits);
  const trimmed = countUp(1, bars - 1).findLast(fits);
  const written = barsOfText(text);
  // Bar lines inside groups are told of elsewhere; then the bars cannot be counted by their lines.
  if (written.length !== bars) return [];
  const rewrite = (title: string, kept: readonly string[]): Fix => ({
    title,
    changes: [
      {
        do: 'replace',
        id: literal.id,
        text: isChart(literal, song) ? `| ${kept.join(' | ')} |` : `"${kept.join(' | ')}"`,
      },
    ],
  });
  return [
    ...(padded === undefined
      ? []
      : [
          rewrite(`Pad it with rests to ${counted(padded)}`, [
            ...written,
            ...countUp(bars + 1, padded).map(() => '~'),
          ]),
        ]),
    ...(trimmed === undefined ? [] : [rewrite(`Trim it to ${counted(trimmed)}`, written.slice(0, trimmed))]),
  ];
};

const isChart = (literal: MiniExpression, song: Song): boolean =>
  song.progressions.some(({ expression }) => expression.kind === 'mini' && expression.id === literal.id);

/** The text of each bar; bar lines at either end are optional. */
const barsOfText = (text: string): readonly string[] =>
  text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((bar) => bar.trim() || '~');

/** The nearest lengths of the section into which all its parts go. */
const sectionFixes = (section: Section, context: CheckContext): readonly Fix[] => {
  const lengths = section.parts.flatMap((part) => writtenLength(part.expression, context)?.bars ?? []);
  if (!lengths.every((length) => Number.isInteger(length) || divides(length, 1))) return [];
  const unit = lengths.filter(Number.isInteger).reduce(lcm, 1);
  const bars = section.bars.value;
  // Where no length is written there is nothing to rewrite.
  if (section.bars.id === section.name.id) return [];
  const [shorter, longer] = [Math.floor(bars / unit) * unit, Math.ceil(bars / unit) * unit];
  const wanted = [longer, shorter].filter(
    (length) => length > 0 && length <= longestStretch * bars && length !== bars,
  );
  return wanted.map((length) => ({
    title: `${length > bars ? 'Lengthen' : 'Shorten'} ${section.name.name} to ${counted(length)}, so that it comes round`,
    changes: [{ do: 'replace', id: section.bars.id, text: `${length} ${length === 1 ? 'bar' : 'bars'}` }],
  }));
};

const divides = (length: number, whole: number): boolean => {
  const times = whole / length;
  return Math.abs(times - Math.round(times)) < 1e-9 && Math.round(times) >= 1;
};

const countUp = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.floor(to) - from + 1) }, (_, step) => from + step);

const counted = (bars: number): string => `${Number(bars.toFixed(3))} ${bars === 1 ? 'bar' : 'bars'}`;
