// The overview of all keys, from the table of commands.

import { useEffect, useRef } from 'preact/hooks';
import { commands, macKey, shownKey } from '../../../src/protocol/commands.ts';
import type { Panel } from '../model/panel.ts';

const isMac = /mac/i.test(navigator.userAgent);

export function Keys({ panel }: { readonly panel: Panel }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => {
    panel.live.showsKeys.value = false;
  };
  const keyed = commands.filter(({ key, panelKey }) => key || panelKey);
  return (
    <dialog class="keys" ref={dialog} aria-label="Keys" onClose={close}>
      <div class="keys-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Command</th>
              <th scope="col">In the text</th>
              <th scope="col">In the panel</th>
            </tr>
          </thead>
          <tbody>
            {keyed.map((command) => {
              const inText = isMac ? macKey(command) : command.key;
              return (
                <tr key={command.id}>
                  <td>
                    {command.title} <span class="dim">{command.does}</span>
                  </td>
                  <td>{inText && <kbd>{shownKey(inText)}</kbd>}</td>
                  <td>{command.panelKey && <kbd>{shownKey(command.panelKey)}</kbd>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <vscode-button onClick={() => dialog.current?.close()}>Close</vscode-button>
    </dialog>
  );
}
