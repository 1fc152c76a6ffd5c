// How songs are played live, as VS Code's settings keep it.

import * as vscode from 'vscode';
import { type LiveSettings, liveSettings, usualLiveSettings } from '../protocol/live-settings.ts';

const names = Object.keys(usualLiveSettings) as readonly (keyof LiveSettings)[];
const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('codetta');

export const readLiveSettings = (): LiveSettings =>
  liveSettings(Object.fromEntries(names.map((name) => [name, configuration().get(name)])));

/** Writes what is another value than before, for all songs of this person. */
export async function keepLiveSettings(settings: LiveSettings): Promise<void> {
  const before = readLiveSettings();
  for (const name of names)
    if (settings[name] !== before[name])
      await configuration().update(name, settings[name], vscode.ConfigurationTarget.Global);
}
