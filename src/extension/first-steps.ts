// What a person has done for the first time: the walkthrough ticks its steps by these words of VS Code's
// `when` language. Kept for as long as the window is open; VS Code remembers the ticks.

import * as vscode from 'vscode';

const done = new Set<string>();

/** Ticks a step of the walkthrough. */
export function stepTaken(step: 'hasPlayed' | 'hasChangedWhilePlaying' | 'hasMixed'): void {
  if (done.has(step)) return;
  done.add(step);
  void vscode.commands.executeCommand('setContext', `codetta.${step}`, true);
}
