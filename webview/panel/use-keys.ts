// Keys of the whole panel, where no control has a use for them.

import { useEffect } from 'preact/hooks';
import type { Panel } from './model/panel.ts';

export function useKeys(panel: Panel): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.metaKey) return;
      if (event.ctrlKey) {
        if (event.key === '.') act(event, panel.silence);
        return;
      }
      if (isTyping(event.target)) return;
      // A focused button has its own use for the space bar.
      if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) act(event, panel.toggle);
      else if (event.key === 'Home') act(event, panel.toStart);
      else if (event.key === 'l') act(event, () => panel.toggleLoop());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [panel]);
}

function act(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, vscode-single-select, [contenteditable], dialog') !== null
  );
}
