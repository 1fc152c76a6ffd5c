// The worst of some problems, as the dots beside tracks and sections show it. Pure.

import type { PanelProblem } from '../../../src/protocol/panel.ts';

/** Undefined where there is nothing but hints, or nothing at all. */
export const worstOf = (problems: readonly PanelProblem[]): 'error' | 'warning' | undefined =>
  (['error', 'warning'] as const).find((severity) =>
    problems.some((problem) => problem.severity === severity),
  );
