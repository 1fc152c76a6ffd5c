// A Chromium for the tests: CODETTA_BROWSER, or what is installed (Chrome, Chromium, Edge), or
// Debian's package where we may install it. Only the finding; playwright-core drives it.

import path from 'node:path';
import { Missing } from '../../src/build/say.mjs';
import { canInstall, findOnPath, install, isProgram } from './debian.mjs';

/** Flags that make a headless run quiet and the same everywhere. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** Path of the browser. Throws Missing with one line that says how to get one. */
export function findChromium() {
  const named = process.env.CODETTA_BROWSER;
  if (named) {
    if (isProgram(named)) return named;
    throw new Missing(`CODETTA_BROWSER names ${named}, which is not a program.`);
  }
  const found = installed();
  if (found) return found;
  if (canInstall()) {
    // Without a font, every page is empty boxes.
    install(['chromium', 'fonts-liberation']);
    const now = installed();
    if (now) return now;
  }
  throw new Missing(
    'No browser was found: install Chrome, Chromium or Edge, or name one by CODETTA_BROWSER=/path/to/it (on Debian: apt-get install chromium).',
  );
}

/**
 * What `chromium.launch` of playwright-core takes; `args` are added to ours, `more` overrides.
 * @param {import('playwright-core').LaunchOptions} [options]
 * @returns {import('playwright-core').LaunchOptions}
 */
export function launchOptions({ args = [], ...more } = {}) {
  return { executablePath: findChromium(), headless: true, args: [...chromiumFlags, ...args], ...more };
}

function installed() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'microsoft-edge-stable',
    'msedge',
  ];
  for (const name of names) {
    const found = findOnPath(name);
    if (found) return found;
  }
  return places().find(isProgram);
}

function places() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', path.join(process.env.HOME ?? '/', 'Applications')];
    return folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const folders = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter(Boolean);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  return [];
}
