// The sandbox: QuickJS, compiled to WebAssembly. It has a memory of its own, which the song cannot leave, and is
// given no files, no network, no clock and no chance but the song's seed. What it may use is bounded: time by an
// interrupt, memory and depth by the engine. Pure: nothing here knows of Node or of a page.

import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { apiModule, runtimeModule } from '../../api/module.ts';
import type { Said } from './evaluated.ts';
import { prelude } from './prelude.ts';

export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export const defaultLimits: Limits = { milliseconds: 2000, megabytes: 64 };

/** What runs: modules by their ids, as JavaScript. */
export interface Run {
  readonly entry: string;
  code(id: string): string | undefined;
  /** The module that a path leads to from another; undefined for none. */
  resolve(from: string, path: string): string | undefined;
  /** What chance begins with; undefined where the song has no seed that is written. */
  readonly seed: number | undefined;
  readonly limits: Limits;
  now(): number;
}

export type Ran =
  | { readonly ok: true; readonly json: string; readonly said: readonly Said[] }
  | { readonly ok: false; readonly fault: Fault; readonly said: readonly Said[] };

export interface Fault {
  readonly kind: 'thrown' | 'time' | 'memory' | 'depth' | 'waiting';
  readonly message: string;
  /** Where, by module and place in its code; innermost first. */
  readonly places: readonly { readonly module: string; readonly line: number; readonly column?: number }[];
}

// What the engine has to say when it is thrown away in the middle of a song is of no use to anyone.
const quiet = { print: () => {}, printErr: () => {} };

// The one thing that is needed of the host's own WebAssembly, which neither a page nor Node is asked for here.
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
  }) => { readonly buffer: { readonly byteLength: number } };
};

/** Pages of 64 kB: what the engine has from the start, for itself. */
const ownPages = 256;
const pagesPerMegabyte = 16;

let engine:
  | {
      readonly megabytes: number;
      readonly memory: { readonly buffer: { readonly byteLength: number } };
      readonly loaded: Promise<QuickJSWASMModule>;
    }
  | undefined;

/** The engine with room for so much; loaded once, and anew after a song that broke it. */
export const loadEngine = ({ megabytes }: Limits): Promise<QuickJSWASMModule> => {
  if (engine?.megabytes !== megabytes) {
    // The engine's own limit counts blocks and not how large they are, so its memory itself has an end.
    const maximum = ownPages + megabytes * pagesPerMegabyte;
    const memory = new WebAssembly.Memory({ initial: ownPages, maximum });
    const loaded = newQuickJSWASMModuleFromVariant(
      newVariant(variant, { wasmMemory: memory as never, emscriptenModule: quiet as object }),
    );
    engine = { megabytes, memory, loaded };
  }
  return engine.loaded;
};

/** Whether the engine's memory has grown to its end, or nearly. */
const isFull = ({ megabytes }: Limits): boolean =>
  engine !== undefined &&
  engine.memory.buffer.byteLength > 0.9 * 65_536 * (ownPages + megabytes * pagesPerMegabyte);

/** Runs a song in an engine of its own, and throws that away. */
export const run = (quickjs: QuickJSWASMModule, song: Run): Ran => {
  const { limits, now } = song;
  const runtime = quickjs.newRuntime({
    memoryLimitBytes: limits.megabytes * 1024 * 1024,
    maxStackSizeBytes: 256 * 1024,
  });
  const deadline = now() + limits.milliseconds;
  let isLate = false;
  runtime.setInterruptHandler(() => {
    isLate ||= now() > deadline;
    return isLate;
  });
  runtime.setModuleLoader(
    (id) => {
      if (id === 'codetta:runtime') return runtimeModule;
      if (id === 'codetta') return apiModule;
      return song.code(id) ?? { error: new Error(notImported(id)) };
    },
    // An error of this function would be lost: the module that is not there has one.
    (from, path) =>
      path === 'codetta' || path === 'codetta:runtime' ? path : (song.resolve(from, path) ?? path),
  );
  const context = runtime.newContext();
  const said: Said[] = [];
  try {
    listen(context, said);
    const outcome = evaluated(context, runtime, song);
    if (!outcome.ok && outcome.fault.kind === 'memory') engine = undefined;
    if (isLate) return { ok: false, fault: late(limits, outcome.ok ? [] : outcome.fault.places), said };
    return outcome.ok ? { ...outcome, said } : { ...outcome, fault: inWords(outcome.fault, limits), said };
  } finally {
    dispose(context, runtime);
  }
};

const notImported = (path: string): string =>
  `A song imports at its top, with import ... from: ${path} is not among its imports.`;

type Outcome = { readonly ok: true; readonly json: string } | { readonly ok: false; readonly fault: Fault };

const evaluated = (context: QuickJSContext, runtime: QuickJSRuntime, song: Run): Outcome => {
  const first = context.evalCode(prelude(song.seed), 'codetta:prelude');
  if (first.error) return { ok: false, fault: faultOf(context, first.error) };
  first.value.dispose();
  const loaded = context.evalCode(runnerOf(song.entry), 'codetta:run', { type: 'module' });
  if (loaded.error) return { ok: false, fault: faultOf(context, loaded.error) };
  const handle = loaded.value;
  try {
    const jobs = runtime.executePendingJobs();
    if (jobs.error) return { ok: false, fault: faultOf(context, jobs.error) };
    jobs.dispose();
    const state = context.getPromiseState(handle);
    // Without memory there is none for telling of it either, and the song never comes to its end.
    if (state.type === 'pending')
      return {
        ok: false,
        fault: { kind: isFull(song.limits) ? 'memory' : 'waiting', message: '', places: [] },
      };
    if (state.type === 'rejected') return { ok: false, fault: faultOf(context, state.error) };
    const json = context.getProp(state.value, 'json');
    const found = context.typeof(json) === 'string' ? context.getString(json) : undefined;
    json.dispose();
    if (state.value.alive) state.value.dispose();
    return found !== undefined
      ? { ok: true, json: found }
      : { ok: false, fault: { kind: 'thrown', message: 'The song handed out nothing.', places: [] } };
  } finally {
    if (handle.alive) handle.dispose();
  }
};

/** Runs the song and writes it out; what the API found wrong on the way comes out like a song. */
const runnerOf = (entry: string): string =>
  `import{hand,wrongOf}from'codetta:runtime';` +
  `let made;let found;try{made=await import(${JSON.stringify(entry)});}catch(error){found=wrongOf(error);if(found===undefined)throw error;}` +
  'export const json=found??hand(made.default);';

/** `console` of the song, bounded. */
const listen = (context: QuickJSContext, said: Said[]): void => {
  const say = context.newFunction('say', (level, text) => {
    if (said.length >= mostLines) return;
    const word = context.getString(level);
    said.push({
      level: word === 'warn' || word === 'error' ? word : 'log',
      text: context.getString(text).slice(0, mostCharacters),
    });
  });
  context.setProp(context.global, 'codettaSay', say);
  say.dispose();
};

const [mostLines, mostCharacters] = [1000, 2000];

/** What was thrown; lets go of it. */
const faultOf = (context: QuickJSContext, error: QuickJSHandle): Fault => {
  try {
    return faultIn(context, error);
  } finally {
    error.dispose();
  }
};

const faultIn = (context: QuickJSContext, error: QuickJSHandle): Fault => {
  const text = (name: string): string => {
    const handle = context.getProp(error, name);
    const found = context.typeof(handle) === 'string' ? context.getString(handle) : '';
    handle.dispose();
    return found.slice(0, 4000);
  };
  const isObject = context.typeof(error) === 'object';
  const message = isObject ? text('message') : `The song throws ${short(context, error)}.`;
  const stack = isObject ? text('stack') : '';
  const name = isObject ? text('name') : '';
  const kind = /out of memory/.test(message)
    ? 'memory'
    : /stack overflow|call stack size/i.test(message)
      ? 'depth'
      : 'thrown';
  return {
    kind,
    message: name && name !== 'Error' && kind === 'thrown' ? `${name}: ${message}` : message,
    places: placesIn(stack),
  };
};

const short = (context: QuickJSContext, value: QuickJSHandle): string => {
  const type = context.typeof(value);
  if (type === 'string') return JSON.stringify(context.getString(value).slice(0, 200));
  return type === 'number' ? String(context.getNumber(value)) : type;
};

/** `at name (module:line:column)`. */
const placesIn = (stack: string): Fault['places'] =>
  [...stack.matchAll(/(?:\(|at )((?:file:)[^()\n]*?):(\d+)(?::(\d+))?\)?$/gm)].map(
    ([, module, line, column]) => ({
      module: module!,
      line: Number(line),
      ...(column !== undefined && { column: Number(column) }),
    }),
  );

const late = ({ milliseconds }: Limits, places: Fault['places']): Fault => ({
  kind: 'time',
  message: `The song runs for more than ${milliseconds / 1000} s, which is what a song may take: look for a loop that does not end, or make less.`,
  places,
});

const inWords = (fault: Fault, { megabytes }: Limits): Fault => {
  switch (fault.kind) {
    case 'memory':
      return {
        ...fault,
        message: `The song takes more than ${megabytes} MB of memory, which is what a song may take: make less at once.`,
      };
    case 'depth':
      return {
        ...fault,
        message: 'Functions call each other too deep: look for one that calls itself without an end.',
      };
    case 'waiting':
      return {
        ...fault,
        message:
          'The song waits for a promise that nothing settles: a song has nothing to wait for. Take the await away.',
      };
    default:
      return { ...fault, message: missingInWords(fault.message) };
  }
};

/** What programs elsewhere have and a song has not. */
const missing: Readonly<Record<string, string>> = {
  setTimeout: 'no timers: its time is that of its music',
  setInterval: 'no timers: its time is that of its music',
  setImmediate: 'no timers: its time is that of its music',
  requestAnimationFrame: 'no timers: its time is that of its music',
  performance: 'no clock: the same text is the same music',
  fetch: 'no network: copy what it needs beside it and import that',
  XMLHttpRequest: 'no network: copy what it needs beside it and import that',
  WebSocket: 'no network: copy what it needs beside it and import that',
  require: 'only ES imports: write import ... from',
  process: 'no system around it',
  global: 'no system around it',
  Buffer: 'no system around it',
  window: 'no page around it',
  document: 'no page around it',
  crypto: 'no chance but that of its seed: use Math.random, which grows from it',
};

const missingInWords = (message: string): string => {
  const name = /^ReferenceError: '?(\w+)'? is not defined$/.exec(message)?.[1];
  const words = name === undefined ? undefined : missing[name];
  return words ? `\`${name}\`: a song has ${words}.` : message;
};

/** The engine refuses to go while something of it is held; it is thrown away as a whole either way. */
const dispose = (context: QuickJSContext, runtime: QuickJSRuntime): void => {
  try {
    context.dispose();
    runtime.dispose();
  } catch {
    // What is left lies in the engine's own memory, which the next song does not reach.
    engine = undefined;
  }
};
