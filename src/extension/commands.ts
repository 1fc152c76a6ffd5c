// The commands, by their ids in package.json.

import * as vscode from 'vscode';
import { checkSectionGiven, checkValueGiven } from '../protocol/check.ts';
import { type SectionGiven, songCommands } from '../protocol/song-commands.ts';
import type { Desk } from './desk.ts';
import { newSong } from './new-song.ts';

export function registerCommands(desk: Desk): readonly vscode.Disposable[] {
  const commands: Readonly<Record<string, (given?: unknown) => Promise<void>>> = {
    'codetta.newSong': newSong,
    'codetta.openPanel': () => desk.openPanel(),
    'codetta.playPause': () => desk.transport('toggle'),
    'codetta.stop': () => desk.transport('stop'),
    'codetta.silence': () => desk.transport('silence'),
    'codetta.playFromHere': () => desk.playFromCursor(),
    'codetta.bounce': () => desk.bounce(),
    [songCommands.play]: (given) => withSection(given, (section) => desk.playSection(section)),
    [songCommands.loop]: (given) => withSection(given, (section) => desk.loopSection(section)),
    [songCommands.bounce]: (given) => withSection(given, (section) => desk.bounceSection(section)),
    [songCommands.set]: async (given) => {
      const checked = checkValueGiven(given);
      if (checked.ok) await desk.setValue(checked.message);
    },
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
}

// Any extension may run a command, with anything.
const withSection = async (given: unknown, run: (section: SectionGiven) => Promise<void>): Promise<void> => {
  const checked = checkSectionGiven(given);
  if (checked.ok) await run(checked.message);
};
