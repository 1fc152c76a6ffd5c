// The stages of npm test, in the order they run: what each needs, and how it runs.

import { findChromium } from './chromium.mjs';
import { findFfmpeg } from './ffmpeg.mjs';
import { findTests, runMocha } from './mocha-stage.mjs';
import { runTypes } from './types-stage.mjs';
import { runEditorTests } from './vscode/editor-stage.mjs';
import { ensureServer } from './vscode/install-server.mjs';

// Folders that are a stage of their own; all the others are pure.
const apart = [
  'test/architecture',
  'test/server',
  'test/engine/live',
  'test/sound',
  'test/cli',
  'test/panel',
  'test/studio',
  'test/editor',
  'test/workbench',
  'test/vsix',
];

// Thousands of texts, songs or patterns each: worth their seconds, but not between two keystrokes.
const isFaults = (file) => /\b(robust|any-text|properties)\.test\.ts$/.test(file);
const inRooms = () => findTests('test', { except: apart });

/**
 * A stage: `needs` are run first and throw Missing where something can't be had; `build` is how much
 * of dist it needs; `run` returns `{ passed, failed, skipped, problem? }`, or undefined where there are no
 * tests, which is a failure.
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
    about: 'language, model, checks, timeline: no file, no process, no clock',
    build: 'none',
    needs: [],
    run: mochaIn(() => inRooms().filter((file) => !isFaults(file)), { limitSeconds: 180, timeoutMs: 10_000 }),
  },
  {
    name: 'faults',
    about: 'any text, any song, any pattern: nothing throws, nothing hangs',
    build: 'none',
    needs: [],
    run: mochaIn(() => inRooms().filter(isFaults), { limitSeconds: 300, timeoutMs: 60_000 }),
  },
  {
    name: 'server',
    about: 'the language server and the audio thread, spoken to by their messages',
    build: 'core',
    needs: [],
    run: mochaIn(() => [...findTests('test/server'), ...findTests('test/engine/live')], {
      limitSeconds: 300,
      timeoutMs: 30_000,
    }),
  },
  {
    name: 'house',
    about: 'import rules, style, notices',
    build: 'none',
    needs: [],
    run: mochaIn(() => findTests('test/architecture'), { limitSeconds: 180, timeoutMs: 60_000 }),
  },
  {
    name: 'sound',
    about: 'what comes out, measured',
    build: 'all',
    needs: [findFfmpeg, findChromium],
    run: mochaIn(() => findTests('test/sound'), { limitSeconds: 1500, timeoutMs: 120_000, exit: true }),
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
    run: mochaIn(() => [...findTests('test/panel'), ...findTests('test/studio')], {
      limitSeconds: 1500,
      timeoutMs: 60_000,
      exit: true,
    }),
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
