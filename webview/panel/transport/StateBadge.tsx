// Whether what plays is what is written: the number of problems, and whether the last good song plays on.

import type { Panel } from '../model/panel.ts';
import { counted } from '../model/words.ts';
import { Icon } from '../parts/Icon.tsx';
import { problemsId } from '../problems/Problems.tsx';

export function StateBadge({ panel }: { readonly panel: Panel }) {
  const problems = panel.problems.value;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const lastGood = panel.isLastGood.value;
  const kind = lastGood || errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'good';
  const found =
    errors > 0
      ? counted(errors, 'error')
      : warnings > 0
        ? counted(warnings, 'warning')
        : problems.length > 0
          ? counted(problems.length, 'hint')
          : 'No problems';
  const why = errors > 0 ? counted(errors, 'problem') : 'the text has nothing to play';
  const text = lastGood ? `Playing the last good song: ${why}` : found;
  const show = (): void => document.getElementById(problemsId)?.scrollIntoView({ block: 'nearest' });
  return (
    <button
      type="button"
      class={`state-badge state-${kind}`}
      onClick={show}
      disabled={problems.length === 0}
      title={text}
    >
      <Icon name={kind === 'error' ? 'error' : kind === 'warning' ? 'warning' : 'check'} />
      <span>{text}</span>
    </button>
  );
}
