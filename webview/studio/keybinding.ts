// Keys of the table of commands as Monaco counts them: `alt+m q` is a chord of two presses.

import { KeyCode, KeyMod } from 'monaco-editor';
import { type Command, macKey } from '../../src/protocol/commands.ts';

const isMac = /mac/i.test(navigator.userAgent);

const held: Readonly<Record<string, number>> = {
  // Monaco's CtrlCmd is Ctrl here, and Cmd on a Mac.
  ctrl: isMac ? KeyMod.WinCtrl : KeyMod.CtrlCmd,
  cmd: KeyMod.CtrlCmd,
  shift: KeyMod.Shift,
  alt: KeyMod.Alt,
};

const named: Readonly<Record<string, KeyCode>> = {
  enter: KeyCode.Enter,
  backspace: KeyCode.Backspace,
  home: KeyCode.Home,
  up: KeyCode.UpArrow,
  down: KeyCode.DownArrow,
  '.': KeyCode.Period,
};

/** Undefined for a command without a key. */
export function keybindingOf(command: Command): number | undefined {
  const [first, second] = ((isMac ? macKey(command) : command.key) ?? '').split(' ').filter(Boolean);
  if (first === undefined) return undefined;
  return second === undefined ? pressOf(first) : KeyMod.chord(pressOf(first), pressOf(second));
}

/** @throws Error for a key that has no number here: a mistake of the table */
function pressOf(press: string): number {
  const parts = press.split('+');
  const last = parts.at(-1)!;
  const code = named[last] ?? (/^[a-z]$/.test(last) ? KeyCode.KeyA + last.charCodeAt(0) - 97 : undefined);
  if (code === undefined) throw new Error(`no key is called ${last}`);
  return parts.slice(0, -1).reduce((keys, part) => keys | (held[part] ?? 0), code);
}
