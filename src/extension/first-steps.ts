// What a person has done for the first time: the walkthrough ticks its steps by these words of VS Code's `when` language.
// VS Code counts a word only where it comes true while the walkthrough is known to it; one that was true before never ticks
// anything. So they are said while the walkthrough is open, what was done before it with the rest. Kept for as long as the
// window is open; VS Code remembers the ticks.

import * as vscode from 'vscode';

type Step = 'hasBegun' | 'hasPlayed' | 'hasChangedWhilePlaying' | 'hasMixed' | 'hasBounced';

const taken = new Set<Step>();
const told = new Set<Step>();

/** Ticks a step of the walkthrough. */
export function stepTaken(step: Step): void {
  if (taken.has(step)) return;
  taken.add(step);
  tick();
}

/** Ticks what was done before, when the walkthrough is opened. */
export const followWalkthrough = (): vscode.Disposable => vscode.window.tabGroups.onDidChangeTabs(tick);

function tick(): void {
  if (taken.size === told.size || !isOpen()) return;
  for (const step of taken) {
    if (told.has(step)) continue;
    told.add(step);
    void vscode.commands.executeCommand('setContext', `codetta.${step}`, true);
  }
}

/** The walkthrough's tab is one of VS Code's own, of a kind that extensions are told nothing of. */
const isOpen = (): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input === undefined));
