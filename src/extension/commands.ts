// The commands, by their ids in package.json.

import * as vscode from 'vscode';
import type { Desk } from './desk.ts';
import { newSong } from './new-song.ts';

export function registerCommands(desk: Desk): readonly vscode.Disposable[] {
  const commands: Readonly<Record<string, () => Promise<void>>> = {
    'codetta.newSong': newSong,
    'codetta.openPanel': () => desk.openPanel(),
    'codetta.playPause': () => desk.transport('toggle'),
    'codetta.stop': () => desk.transport('stop'),
    'codetta.silence': () => desk.transport('silence'),
    'codetta.playFromHere': () => desk.playFromCursor(),
    'codetta.bounce': () => desk.bounce(),
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
}
