// The problems of the song, the worst first, each a way to its place in the text.

import type { PanelProblem } from '../../../src/protocol/panel.ts';
import type { Panel } from '../model/panel.ts';
import { counted } from '../model/words.ts';
import { Icon } from '../parts/Icon.tsx';

export const problemsId = 'problems';

/** A text in ruins has thousands; the first ones are the cause. */
const mostShown = 100;

const order = ['error', 'warning', 'information'] as const;
const icons = { error: 'error', warning: 'warning', information: 'info' } as const;

export function Problems({ panel }: { readonly panel: Panel }) {
  const problems = [...panel.problems.value].sort(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity) || one.from - other.from,
  );
  if (problems.length === 0) return null;
  return (
    <section class="problems" id={problemsId} aria-label="Problems">
      <h2>
        Problems <vscode-badge variant="counter">{problems.length}</vscode-badge>
      </h2>
      <ul>
        {problems.slice(0, mostShown).map((problem) => (
          <ProblemRow
            key={`${problem.rule} ${problem.from} ${problem.message}`}
            problem={problem}
            onShow={() => panel.reveal(problem)}
          />
        ))}
      </ul>
      {problems.length > mostShown && (
        <p class="dim">{counted(problems.length - mostShown, 'more problem')} in the text.</p>
      )}
    </section>
  );
}

function ProblemRow({ problem, onShow }: { readonly problem: PanelProblem; readonly onShow: () => void }) {
  const { severity, message, line, rule, track, section } = problem;
  const where = [section, track].filter(Boolean).join(' · ');
  return (
    <li>
      <button type="button" class={`problem problem-${severity}`} onClick={onShow}>
        <Icon name={icons[severity]} />
        <span class="unseen">{severity}: </span>
        <span class="problem-message">{withCode(message)}</span>
        <span class="problem-where">
          {where && <span>{where}</span>} line {line} · {rule}
        </span>
      </button>
    </li>
  );
}

/** What stands in backticks is of the song's text. */
const withCode = (message: string) =>
  message.split('`').map((part, index, { length }) => {
    if (index % 2 === 0) return part;
    // The last backtick of an odd number closes nothing.
    return index < length - 1 ? <code key={index}>{part}</code> : `\`${part}`;
  });
