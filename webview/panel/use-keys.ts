// Keys of the whole panel, from the table of commands: those of the panel where no control has a use for them, and
// those of the text wherever the keyboard is.

import { useEffect } from 'preact/hooks';
import { type Command, commands, macKey } from '../../src/protocol/commands.ts';
import type { Panel } from './model/panel.ts';

const isMac = /mac/i.test(navigator.userAgent);
/** How long the second press of a chord is waited for. */
const chordMs = 3000;

export function useKeys(panel: Panel): void {
  useEffect(() => {
    let begun: string | undefined;
    let timer: number | undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || ['Alt', 'Control', 'Shift', 'Meta'].includes(event.key)) return;
      const press = pressOf(event);
      const inText = begun === undefined ? press : `${begun} ${press}`;
      const wasBegun = begun !== undefined;
      window.clearTimeout(timer);
      begun = undefined;
      const found = commands.find((command) => keyOf(command) === inText);
      if (found) {
        act(event, panel, found);
        return;
      }
      if (!wasBegun && commands.some((command) => keyOf(command)?.startsWith(`${press} `))) {
        begun = press;
        timer = window.setTimeout(() => {
          begun = undefined;
        }, chordMs);
        event.preventDefault();
        return;
      }
      if (wasBegun || event.altKey || event.metaKey || event.ctrlKey || isTyping(event.target)) return;
      const here = commands.find(({ panelKey }) => panelKey?.toLowerCase() === keyName(event));
      if (here && !isTaken(here, event, panel)) act(event, panel, here);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, [panel]);
}

const keyOf = (command: Command): string | undefined => (isMac ? macKey(command) : command.key);

function act(event: KeyboardEvent, panel: Panel, { panel: action, host }: Command): void {
  event.preventDefault();
  // A key that is held plays and pauses no more than once; a tempo goes on being nudged.
  if (event.repeat && action !== 'nudgeUp' && action !== 'nudgeDown') return;
  if (action) panel.act(action);
  else if (host) panel.ask(host);
}

/** A focused button has its own use for some keys; and Enter and Backspace are for a tempo that stands there. */
function isTaken({ panelKey, panel: action }: Command, { target }: KeyboardEvent, panel: Panel): boolean {
  const onControl = target instanceof Element && target.closest('button, a, [role], [tabindex]') !== null;
  if (panelKey === 'Space') return target instanceof HTMLButtonElement;
  const hasTempo = panel.live.tapped.value !== undefined || panel.song.value?.writtenBpm !== undefined;
  if (action === 'writeTempo' || action === 'nudgeBack') return onControl || !hasTempo;
  return false;
}

/** A press in VS Code's words: `ctrl+alt+enter`. */
function pressOf(event: KeyboardEvent): string {
  const held = [
    event.ctrlKey && 'ctrl',
    event.shiftKey && 'shift',
    event.altKey && 'alt',
    event.metaKey && 'cmd',
  ].filter(Boolean);
  // With Alt held, a Mac gives the letter that it would type: the key says which it is.
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  return order([...(held as string[]), (letter ?? keyName(event)).toLowerCase()]);
}

const names: Readonly<Record<string, string>> = { ' ': 'space', ArrowUp: 'up', ArrowDown: 'down' };

const keyName = ({ key }: KeyboardEvent): string => (names[key] ?? key).toLowerCase();

/** As the table writes them. */
const order = (parts: readonly string[]): string =>
  ['ctrl', 'cmd', 'shift', 'alt']
    .filter((part) => parts.includes(part))
    .concat(parts.at(-1)!)
    .join('+');

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="range"]), textarea, select, vscode-single-select, [contenteditable], dialog',
    ) !== null
  );
}
