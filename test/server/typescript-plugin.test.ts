// TypeScript's own server with our plugin, as VS Code starts it: a song in a folder with nothing installed has its
// types, its completions and its documentation.

import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { eventually } from '../tools/eventually.ts';

const song = `import { MonoSynth, mini, song, track } from 'codetta';
const sub = MonoSynth({ oscillator: 'sawtooth', filter: { Q: 2 } });
const line = mini\`a1 c2\`;
const bass = track('bass', { instrument: sub, level: -6 });
export default song('A', { key: 'A minor' }).tracks(bass);
line.
`;

suite('TypeScript with the plugin', () => {
  let server: Server;
  suiteSetup(async () => {
    server = await startServer({ 'a.song.ts': song, 'b.ts': "import 'codetta';\n" });
  });
  suiteTeardown(() => server.stop());

  test('knows the module of a song in a folder with nothing installed', async () => {
    const messages = await server.problems('a.song.ts');
    assert.deepEqual(
      messages.map((message) => message.split('\n')[0]),
      ["Type 'number' is not assignable to type '`${number}dB`'.", 'Identifier expected.'],
    );
  });

  test('completes what a pattern can do, with its documentation', async () => {
    const at = { file: server.file('a.song.ts'), line: 6, offset: 6 };
    const { entries } = await server.ask('completionInfo', at);
    const names = entries.map(({ name }: { name: string }) => name);
    for (const name of ['fast', 'arpeggio', 'every', 'humanize']) assert.ok(names.includes(name), name);
    const [details] = await server.ask('completionEntryDetails', { ...at, entryNames: ['humanize'] });
    assert.match(details.documentation[0].text, /\w+/);
  });

  test('explains a parameter of an instrument', async () => {
    const offset = song.split('\n')[1]!.indexOf('Q') + 1;
    const info = await server.ask('quickinfo', { file: server.file('a.song.ts'), line: 2, offset });
    assert.match(info.displayString, /Q\?: number/);
    assert.match(info.documentation, /Resonance/);
  });

  test('leads a definition to the types that come along', async () => {
    const offset = song.split('\n')[1]!.indexOf('MonoSynth') + 1;
    const [place] = await server.ask('definition', { file: server.file('a.song.ts'), line: 2, offset });
    assert.equal(fs.realpathSync(place.file), fs.realpathSync(inRoot('src/api/codetta.d.ts')));
  });

  test('leaves a `codetta` of the project in its place', async () => {
    const own = await startServer({
      'a.song.ts': "import { mine } from 'codetta';\nmine;\n",
      'node_modules/codetta/index.d.ts': 'export const mine: 7;\n',
      'node_modules/codetta/package.json': '{ "name": "codetta", "version": "9.0.0", "types": "index.d.ts" }',
    });
    try {
      assert.deepEqual(await own.problems('a.song.ts'), []);
      const info = await own.ask('quickinfo', { file: own.file('a.song.ts'), line: 2, offset: 1 });
      assert.match(info.displayString, /mine: 7/);
    } finally {
      own.stop();
    }
  });
});

interface Server {
  file(name: string): string;
  // biome-ignore lint/suspicious/noExplicitAny: tsserver's answers have no types of their own here.
  ask(command: string, given: object): Promise<any>;
  problems(name: string): Promise<readonly string[]>;
  stop(): void;
}

interface Answer {
  readonly type: string;
  readonly request_seq: number;
  readonly success: boolean;
  readonly body: unknown;
  readonly message: string;
}

/** A server over a new folder of files, told to load the plugin as VS Code tells it. */
async function startServer(files: Readonly<Record<string, string>>): Promise<Server> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-types-')));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const child: ChildProcess = fork(
    inRoot('node_modules/typescript/lib/tsserver.js'),
    [
      '--useNodeIpc',
      '--disableAutomaticTypingAcquisition',
      '--globalPlugins',
      'codetta-typescript-plugin',
      '--pluginProbeLocations',
      inRoot('.'),
    ],
    { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const answers = new Map<number, Answer>();
  child.on('message', (message) => {
    const answer = message as Answer;
    if (answer.type === 'response') answers.set(answer.request_seq, answer);
  });
  let seq = 0;
  const send = (command: string, given: object): number => {
    seq += 1;
    child.send({ seq, type: 'request', command, arguments: given });
    return seq;
  };
  const ask = async (command: string, given: object) => {
    const id = send(command, given);
    const { success, body, message } = await eventually(`the answer to ${command}`, () => answers.get(id));
    assert.ok(success, message);
    return body;
  };
  // What VS Code says of files that no tsconfig.json holds.
  send('compilerOptionsForInferredProjects', {
    options: { module: 'ESNext', moduleResolution: 'Node', target: 'ES2022', strict: true, allowJs: true },
  });
  const file = (name: string): string => path.join(folder, name).replace(/\\/g, '/');
  for (const name of Object.keys(files).filter((one) => !one.includes('/')))
    send('open', { file: file(name) });
  return {
    file,
    ask,
    problems: async (name) => {
      const [syntax, semantic] = [
        await ask('syntacticDiagnosticsSync', { file: file(name) }),
        await ask('semanticDiagnosticsSync', { file: file(name) }),
      ] as readonly (readonly { readonly text: string; readonly start: { readonly line: number } }[])[];
      return [...semantic!, ...syntax!].map(({ text }) => text);
    },
    stop: () => {
      child.kill();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
