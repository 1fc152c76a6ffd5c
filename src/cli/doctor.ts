// codetta doctor: what this machine can and can't do, and what would help.

import fs from 'node:fs/promises';
import type { Command } from 'commander';
import { testCore } from './core-test.ts';
import { findBrowser, findEditor, findProgram } from './programs.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

interface Finding {
  readonly name: string;
  /** `broken`: Codetta cannot do its work. `missing`: a part of it cannot. */
  readonly state: 'ok' | 'missing' | 'broken';
  readonly says: string;
  readonly remedy?: string;
}

export const doctorVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary("tell what this machine can and can't do")
      .description(
        "Tells what this machine can and can't do. Exits 0 where songs can be checked and bounced, 1 where not.",
      )
      .option('--json', 'for programs'),
  run: async (terminal, { json }: { json?: boolean }) => {
    const findings = [node(), core(), browser(), editor(), await audioDevice(), ffmpeg(), itself(terminal)];
    const ok = findings.every(({ state }) => state !== 'broken');
    terminal.out(
      json
        ? JSON.stringify({ ok, findings }, undefined, 2)
        : findings.map((one) => shown(one, terminal)).join('\n'),
    );
    return ok ? 0 : 1;
  },
};

const shown = ({ name, state, says, remedy }: Finding, { colors }: Terminal): string => {
  const signs = {
    ok: colors.green('ok      '),
    missing: colors.yellow('missing '),
    broken: colors.red('broken  '),
  };
  const first = `${signs[state]} ${name.padEnd(12)} ${says}`;
  return remedy ? `${first}\n${' '.repeat(22)}${remedy}` : first;
};

const oldestNode = 20;

const node = (): Finding => {
  const major = Number(process.versions.node.split('.')[0]);
  const says = `Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  if (major >= oldestNode) return { name: 'node', state: 'ok', says };
  return { name: 'node', state: 'broken', says, remedy: `Codetta needs Node ${oldestNode} or newer.` };
};

const core = (): Finding => {
  const test = testCore();
  if (test.ok) {
    const speed = Math.round(test.speed);
    return {
      name: 'core',
      state: 'ok',
      says: `${test.file} plays; a test bounce ran ${speed} times faster than it sounds`,
    };
  }
  return {
    name: 'core',
    state: 'broken',
    says: `it does not play: ${test.reason}`,
    remedy: 'Build it with `npm run build`, or install Codetta again.',
  };
};

const browser = (): Finding => {
  const found = findBrowser();
  if (found) return { name: 'browser', state: 'ok', says: found };
  return {
    name: 'browser',
    state: 'missing',
    says: 'none found: `codetta studio` prints an address that nothing here can open',
    remedy: 'Install Chrome, Chromium, Edge or Firefox, or name one by CODETTA_BROWSER=/path/to/it.',
  };
};

const editor = (): Finding => {
  const found = findEditor();
  if (found) return { name: 'editor', state: 'ok', says: found };
  return {
    name: 'editor',
    state: 'missing',
    says: 'VS Code was not found: the extension has nowhere to run',
    remedy:
      'Install VS Code, or write songs in `codetta studio`, or in any editor with `codetta lsp --stdio`.',
  };
};

const audioDevice = async (): Promise<Finding> => {
  if (process.platform !== 'linux') {
    return {
      name: 'audio',
      state: 'ok',
      says: 'the browser or VS Code plays through the system; bounces need no device',
    };
  }
  const cards = await fs.readFile('/proc/asound/cards', 'utf8').catch(() => '');
  const names = [...cards.matchAll(/^\s*\d+\s+\[[^\]]*\]:\s*(.*)$/gm)].map(([, name]) => name!.trim());
  if (names.length > 0) return { name: 'audio', state: 'ok', says: names.join('; ') };
  return {
    name: 'audio',
    state: 'missing',
    says: 'no sound card is seen here: playing is silent',
    remedy: 'Bounces need none: `codetta render song.song -o song.wav`, and listen elsewhere.',
  };
};

const ffmpeg = (): Finding => {
  const found = findProgram(['ffmpeg']);
  if (found) return { name: 'ffmpeg', state: 'ok', says: found };
  return {
    name: 'ffmpeg',
    state: 'missing',
    says: 'not found; it is needed only to run the tests of the sound',
    remedy: 'Install ffmpeg if you work on Codetta itself.',
  };
};

const itself = (terminal: Terminal): Finding => {
  const colours = terminal.colors.isColorSupported ? 'with colours' : 'without colours';
  const size = process.stdout.isTTY
    ? `${process.stdout.columns} columns`
    : 'not a terminal (a pipe or a file)';
  return { name: 'terminal', state: 'ok', says: `${size}, ${colours}` };
};
