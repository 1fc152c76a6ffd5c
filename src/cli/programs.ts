// Programs of this machine that Codetta can use, found without starting any.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Path of the first of `names` on the PATH, or of the first of `places` that is a program. */
export const findProgram = (names: readonly string[], places: readonly string[] = []): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const onPath = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))),
  );
  return [...onPath, ...places].find(isProgram);
};

export const findBrowser = (): string | undefined => {
  const named = process.env['CODETTA_BROWSER'];
  if (named) return isProgram(named) ? named : undefined;
  return findProgram(
    [
      'google-chrome',
      'google-chrome-stable',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
      'firefox',
    ],
    browserPlaces(),
  );
};

export const findEditor = (): string | undefined =>
  findProgram(['code', 'code-insiders', 'codium', 'vscodium', 'cursor', 'code-server'], editorPlaces());

const browserPlaces = (): readonly string[] => {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Firefox', 'Safari'].flatMap((app) =>
      applications().map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app === 'Firefox' ? 'firefox' : app}`,
      ),
    );
  }
  if (process.platform !== 'win32') return [];
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Mozilla Firefox\\firefox.exe',
  ];
  return windowsFolders().flatMap((folder) => programs.map((program) => path.join(folder, program)));
};

const editorPlaces = (): readonly string[] => {
  if (process.platform === 'darwin') {
    return applications().map((folder) => `${folder}/Visual Studio Code.app/Contents/Resources/app/bin/code`);
  }
  if (process.platform !== 'win32') return [];
  return windowsFolders().flatMap((folder) => [
    path.join(folder, 'Microsoft VS Code\\Code.exe'),
    path.join(folder, 'Programs\\Microsoft VS Code\\Code.exe'),
  ]);
};

const applications = (): readonly string[] => ['/Applications', path.join(os.homedir(), 'Applications')];

const windowsFolders = (): readonly string[] =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const isProgram = (file: string): boolean => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};
