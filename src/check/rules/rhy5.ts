// RHY5: two grooves in one: tracks of a section that swing by different amounts.

import type { PatternExpression } from '../../song/pattern.ts';
import type { Section } from '../../song/song.ts';
import type { Measure } from '../../song/value.ts';
import { eachExpression } from '../../song/walk.ts';
import { written } from '../../vocabulary/written.ts';
import { figures } from '../figures.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const rhy5: Rule = {
  id: 'RHY5',
  tier: 'score',
  severity: 'warning',
  title: 'Swing that differs between tracks of one groove',
  why: `A groove is what all players agree on. Hats at 58% and a shaker at 66% play the same off-beat a few hundredths of a
second apart: not loose, but flammed. Give them one swing. Tracks that are straight on purpose against a swung one are
left alone, and so is swing of different note values, which is another thing.`,
  examples: {
    fires: `song "Flams" { tempo 96bpm }
instrument hat = MetalSynth { }
instrument shaker = NoiseSynth { }
track hats { instrument: hat }
track shake { instrument: shaker }
section verse 2 bars { hats: "hh*16".swing(58%, 1/16), shake: "sh*16".swing(66%, 1/16) }
arrange verse
`,
    silent: `song "One Groove" { tempo 96bpm }
instrument hat = MetalSynth { }
instrument shaker = NoiseSynth { }
track hats { instrument: hat }
track shake { instrument: shaker }
section verse 2 bars { hats: "hh*16".swing(58%, 1/16), shake: "sh*16".swing(58%, 1/16) }
arrange verse
`,
  },
  check: (context) => context.song.sections.flatMap((section) => differing(section, context)),
};

interface Swung {
  readonly amount: Measure;
  /** The notes that swing, a share of a whole note. */
  readonly of: number;
  readonly track: string;
}

const differing = (section: Section, context: CheckContext): readonly Finding[] => {
  const all = section.parts.flatMap(({ expression, track }) => swingsIn(expression, track.name, context));
  return all.flatMap((swing, place): readonly Finding[] => {
    const other = all
      .slice(0, place)
      .find((one) => one.of === swing.of && one.amount.id !== swing.amount.id && one.track !== swing.track);
    if (!other || Math.abs(other.amount.value - swing.amount.value) <= context.figure(figures.oneSwing))
      return [];
    const [own, its] = [written(swing.amount.value, 'ratio'), written(other.amount.value, 'ratio')];
    return [
      {
        id: swing.amount.id,
        also: [other.amount.id],
        message: `${swing.track} swings ${own} and ${other.track} ${its} in ${section.name.name}: the same off-beats come apart. Share one swing.`,
        fixes: [
          {
            title: `Swing ${its}, as ${other.track} does`,
            changes: [{ do: 'replace', id: swing.amount.id, text: its }],
          },
        ],
      },
    ];
  });
};

/** Swings by which an expression is played, those of the patterns that it names too. */
const swingsIn = (
  expression: PatternExpression,
  track: string,
  context: CheckContext,
  open: ReadonlySet<string> = new Set(),
): readonly Swung[] => {
  const found: Swung[] = [];
  eachExpression(expression, (inner) => {
    if (inner.kind === 'name' && !open.has(inner.name.name)) {
      const pattern = context.index.patterns.get(inner.name.name);
      if (pattern)
        found.push(...swingsIn(pattern.expression, track, context, new Set([...open, inner.name.name])));
    }
    if (inner.kind !== 'transform' || inner.transform.name !== 'swing') return;
    const [amount, of] = inner.arguments;
    if (amount?.kind !== 'measure') return;
    found.push({ amount, of: of?.kind === 'measure' ? of.value : 1 / 16, track });
  });
  return found;
};
