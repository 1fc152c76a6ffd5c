// The stages of npm test, in the order they run: what each needs, and how it runs.

import { findChromium } from './chromium.mjs';
import { findFfmpeg } from './ffmpeg.mjs';
import { findTests, runMocha } from './mocha-stage.mjs';
import { runTypes } from './types-stage.mjs';
import { runEditorTests } from './vscode/editor-stage.mjs';
import { ensureServer } from './vscode/install-server.mjs';

// Folders below test/ that are a stage of their own; all the others are pure.
const apart = ['architecture', 'sound', 'cli', 'panel', 'studio', 'editor', 'workbench', 'vsix'];

/**
 * A stage: `needs` are run first and throw Missing where something can't be had; `build` is how much
 * of dist it needs; `run` returns `{ passed, failed, skipped, problem? }`, or undefined: no tests yet.
 */
export const stages = [
  {
    name: 'types',
    about: 'every room compiles under its own rules',
    build: 'none',
    needs: [],
    run: () => runTypes(),
  },
  {
    name: 'pure',
    about: 'language, model, checks, timeline: no sound, no browser',
    build: 'core',
    needs: [],
    run: mochaIn(() => findTests('test', { except: apart }), { limitSeconds: 180, timeoutMs: 10_000 }),
  },
  {
    name: 'house',
    about: 'import rules',
    build: 'none',
    needs: [],
    run: mochaIn(() => findTests('test/architecture'), { limitSeconds: 180, timeoutMs: 60_000 }),
  },
  {
    name: 'sound',
    about: 'what comes out, measured',
    build: 'all',
    needs: [findFfmpeg, findChromium],
    run: mochaIn(() => findTests('test/sound'), { limitSeconds: 900, timeoutMs: 120_000, exit: true }),
  },
  {
    name: 'cli',
    about: 'the command line',
    build: 'all',
    needs: [],
    run: mochaIn(() => findTests('test/cli'), { limitSeconds: 600, timeoutMs: 60_000, exit: true }),
  },
  {
    name: 'studio',
    about: 'the panel and the studio in a real browser',
    build: 'all',
    needs: [findChromium],
    run: mochaIn(() => [...findTests('test/panel'), ...findTests('test/studio')], { limitSeconds: 600, timeoutMs: 60_000, exit: true }),
  },
  {
    name: 'editor',
    about: "inside VS Code's extension host",
    build: 'all',
    needs: [],
    run: async ({ grep }) => {
      const files = findTests('test/editor');
      return files.length === 0 ? undefined : runEditorTests(files, { grep });
    },
  },
  {
    name: 'workbench',
    about: 'VS Code, driven from outside',
    build: 'all',
    needs: [findChromium, ensureServer],
    run: mochaIn(() => findTests('test/workbench'), { limitSeconds: 900, timeoutMs: 90_000, exit: true }),
  },
  {
    name: 'vsix',
    about: 'the extension as it ships, packed and installed',
    build: 'all',
    needs: [findChromium, ensureServer],
    run: mochaIn(() => findTests('test/vsix'), { limitSeconds: 600, timeoutMs: 120_000, exit: true }),
  },
];

function mochaIn(find, limits) {
  return async ({ grep }) => {
    const files = find();
    return files.length === 0 ? undefined : runMocha(files, { ...limits, grep });
  };
}
