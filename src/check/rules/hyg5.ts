// HYG5: a mark that excuses nothing.

import { nearestNames } from '../../song/nearest.ts';
import type { Fix } from '../../song/problem.ts';
import type { Ignore } from '../../song/song.ts';
import type { Finding, Rule, Verdicts } from '../rule.ts';

export const hyg5: Rule = {
  id: 'HYG5',
  tier: 'score',
  severity: 'warning',
  title: 'A mark that excuses nothing',
  why: `\`codetta-ignore\` says of a line that what a check finds there is meant. Once the music has changed and there
is nothing left to excuse, the mark still stands there, and will hide the next slip on that line, one that nobody
meant. A mark for a check that does not exist excuses nothing at all. Marks for checks that this run does not make
(they are turned off, or need the measured sound) are left alone.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 1 bars { lead: "c4 f4 g4 c5" } // codetta-ignore HAR1: the sharp eleventh
arrange verse
`,
    silent: `song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 1 bars { lead: "c4 f#4 g4 c5" } // codetta-ignore HAR1: the sharp eleventh
arrange verse
`,
  },
  check: () => [],
  judge: ({ song }, verdicts) =>
    song.ignores.flatMap((ignore): readonly Finding[] => {
      // A reading that fails is nothing to be meant, and says so itself.
      if (ignore.rule === hyg5.id) return [];
      const standing = verdicts.standing(ignore.rule);
      if (standing === 'did not run' || verdicts.excuses(ignore)) return [];
      return [standing ? useless(ignore, song.ignores) : unknown(ignore, song.ignores, verdicts)];
    }),
};

const useless = (ignore: Ignore, all: readonly Ignore[]): Finding => ({
  id: ignore.id,
  message: `${ignore.rule} finds nothing on this line, so the mark excuses nothing and would hide the next slip. Delete it.`,
  fixes: [without(ignore, all)],
});

const unknown = (ignore: Ignore, all: readonly Ignore[], { ruleIds }: Verdicts): Finding => {
  const near = nearestNames(ignore.rule, ruleIds);
  return {
    id: ignore.id,
    message: `There is no check ${ignore.rule}, so the mark excuses nothing.${near[0] === undefined ? ' Delete it.' : ` Did you mean ${near[0]}?`}`,
    fixes: [
      without(ignore, all),
      ...near.map((rule) =>
        rewritten(ignore, all, `Change to ${rule}`, (one) => (one === ignore.rule ? rule : one)),
      ),
    ],
  };
};

const without = (ignore: Ignore, all: readonly Ignore[]): Fix => {
  const rest = all.filter(({ id }) => id === ignore.id).length > 1;
  return rest
    ? rewritten(ignore, all, `Take ${ignore.rule} out of the mark`, (one) => (one === ignore.rule ? '' : one))
    : { title: 'Delete the mark', changes: [{ do: 'delete', id: ignore.id }] };
};

/** The comment anew, with each rule as `rename` calls it; an empty name leaves it out. */
const rewritten = (
  ignore: Ignore,
  all: readonly Ignore[],
  title: string,
  rename: (rule: string) => string,
): Fix => {
  const rules = all
    .filter(({ id }) => id === ignore.id)
    .map(({ rule }) => rename(rule))
    .filter((rule) => rule !== '');
  const reason = ignore.reason === '' ? '' : `: ${ignore.reason}`;
  return {
    title,
    changes: [{ do: 'replace', id: ignore.id, text: `// codetta-ignore ${rules.join(', ')}${reason}` }],
  };
};
