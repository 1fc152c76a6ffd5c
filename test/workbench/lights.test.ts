// What sounds lights up in VS Code's own editor, token by token, and no letter moves for it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { openWorkbench, type Workbench } from '../tools/vscode/workbench.ts';
import { openPanel } from './panel.ts';

const songs = {
  'lights.song': `song "Lights" { tempo 120bpm }
instrument tone = Synth { envelope.release: 20ms }
track lead { instrument: tone, level: -20dB }
section a 16 bars { lead: "c4 e4 g4 ~" }
arrange a
`,
  'lights.song.ts': `import { mini, Synth, section, song, track } from 'codetta';
const lead = track('lead', { instrument: Synth({ envelope: { release: '20ms' } }), level: '-20dB' });
const a = section('a', '16 bars', { lead: mini\`c4 e4 g4 ~\` });
export default song('Lights', { tempo: '120bpm' }).tracks(lead).arrange(a);
`,
} as const;

suite('VS Code while a song plays', () => {
  let vs: Workbench;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-lights-'));
  suiteSetup(async () => {
    for (const [name, text] of Object.entries(songs)) fs.writeFileSync(path.join(folder, name), text);
    vs = await openWorkbench({ folder });
  });
  suiteTeardown(async () => {
    await vs?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  for (const name of Object.keys(songs) as (keyof typeof songs)[])
    test(`lights up what sounds in ${name}, token by token, and moves no letter`, async () => {
      await vs.openFile(name);
      await openPanel(vs);
      await vs.panelFrame().getByRole('heading', { name: 'Lights' }).waitFor();
      await watch();
      await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
      const found = () => vs.page.evaluate(() => (globalThis as unknown as Watched).seen);
      await eventually(
        'three tokens and darkness',
        async () => {
          const { lit, dark } = await found();
          return new Set(lit).size === 3 && dark > 0;
        },
        async () => JSON.stringify(await found()),
      );
      await vs.panelFrame().getByRole('button', { name: 'Stop', exact: true }).click();
      const { lit, moved } = await found();
      // A hint of the server may come in while a token is lit.
      assert.ok(moved <= 1, `letters moved with ${moved} of ${lit.length} lights`);
      assert.deepEqual([...new Set(lit)].sort(), ['c4', 'e4', 'g4']);
      await vs.runCommand('View: Close All Editors');
    });

  interface Watched {
    /** Letters that were seen lit, and how often the line moved under a light. */
    seen: { lit: string[]; dark: number; moved: number; line: string };
  }

  async function watch(): Promise<void> {
    await vs.page.evaluate(() => {
      const editor = document.querySelector('.editor-instance .monaco-editor')!;
      const lines = editor.querySelector<HTMLElement>('.view-lines')!;
      // The editor makes a line anew when colours or hints of a server come in.
      const lineNow = (): HTMLElement =>
        [...lines.querySelectorAll<HTMLElement>('.view-line')].find((one) =>
          one.textContent!.includes('c4'),
        )!;
      const seen = { lit: [] as string[], dark: 0, moved: 0, line: '' };
      Object.assign(globalThis, { seen });
      const layout = () => {
        const line = lineNow();
        const { left, top, width } = line.firstElementChild!.getBoundingClientRect();
        return { place: `${left} ${top} ${width}`, text: line.textContent! };
      };
      let before = layout();
      new MutationObserver(() => {
        const light = editor.querySelector<HTMLElement>('.view-overlays [class*="TextEditorDecorationType"]');
        if (!light) {
          seen.dark++;
          before = layout();
        } else {
          const line = lineNow();
          const now = layout();
          if (now.text === before.text && now.place !== before.place) seen.moved++;
          seen.line = line.textContent!;
          const text = line.firstElementChild!.getBoundingClientRect();
          const letter = text.width / seen.line.length;
          const { left, width } = light.getBoundingClientRect();
          const column = Math.round((left - text.left) / letter);
          seen.lit.push(
            seen.line.replaceAll('\u00a0', ' ').slice(column, column + Math.round(width / letter)),
          );
        }
      }).observe(editor.querySelector('.view-overlays')!, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
  }
});
