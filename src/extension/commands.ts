// The commands of the table, and those of the lenses, as VS Code runs them.

import * as vscode from 'vscode';
import { checkSectionGiven, checkValueGiven } from '../protocol/check.ts';
import { commands, type HostAction } from '../protocol/commands.ts';
import { type SectionGiven, songCommands } from '../protocol/song-commands.ts';
import type { Desk } from './desk.ts';
import { newSong } from './new-song.ts';

export function registerCommands(desk: Desk): readonly vscode.Disposable[] {
  const onLens: Readonly<Record<string, (given?: unknown) => Promise<void>>> = {
    [songCommands.play]: (given) => withSection(given, (section) => desk.playSection(section)),
    [songCommands.loop]: (given) => withSection(given, (section) => desk.loopSection(section)),
    [songCommands.queue]: (given) => withSection(given, (section) => desk.queueSection(section)),
    [songCommands.bounce]: (given) => withSection(given, (section) => desk.bounceSection(section)),
    [songCommands.set]: async (given) => {
      const checked = checkValueGiven(given);
      if (checked.ok) await desk.setValue(checked.message);
    },
  };
  const onHost: Readonly<Record<HostAction, (given?: unknown) => Promise<void>>> = {
    newSong,
    openPanel: () => desk.openPanel(),
    playFromHere: () => desk.atCursor('playFrom'),
    loopHere: () => desk.atCursor('loopAt'),
    queueHere: () => desk.atCursor('queueAt'),
    swapNow: () => desk.swapNow(),
    soloTrack: () => desk.toggleAtCursor('solo'),
    muteTrack: () => desk.toggleAtCursor('mute'),
    revert: () => desk.revert(),
    bounce: () => desk.bounce(),
    stage: () => desk.openStage(),
  };
  return [
    ...commands.map(({ id, host, panel }) =>
      vscode.commands.registerCommand(id, (given: unknown) =>
        host ? onHost[host](given) : panel ? desk.transport(panel) : undefined,
      ),
    ),
    ...Object.entries(onLens).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  ];
}

// Any extension may run a command, with anything.
const withSection = async (given: unknown, run: (section: SectionGiven) => Promise<void>): Promise<void> => {
  const checked = checkSectionGiven(given);
  if (checked.ok) await run(checked.message);
};
