// Files of sound read beside the host: a worker thread decodes and edits what would hold up an editor, started when it
// is first needed and ended when it has had nothing to do for a while. What was made of a take is kept within a limit.

import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DecodedAudio } from '../audio/decoded.ts';
import { decodeFile } from './open-map.ts';
import type { FromSoundWorker, ToSoundWorker } from './sound-messages.ts';

/** A file of this size is decoded within some milliseconds: a drum, a note. */
const smallBytes = 300_000;
const idleMilliseconds = 20_000;
/** Of what was made of takes. */
const keptBytes = 256_000_000;

/**
 * The sound of a file, decoded, and edited where `edit` says how.
 * @throws Error whose message says what is wrong, as the end of a sentence
 */
export async function readSound(file: string, edit?: string): Promise<DecodedAudio> {
  const { size, mtimeMs } = await fs.stat(file);
  if (edit === undefined) return size <= smallBytes ? decodeFile(file) : inThread(file);
  const name = `${file} ${mtimeMs} ${size} ${edit}`;
  const before = made.get(name);
  const making = before ?? inThread(file, edit);
  // The newest stand last.
  made.delete(name);
  made.set(name, making);
  try {
    const sound = await making;
    forgetOldest();
    return sound;
  } catch (error) {
    made.delete(name);
    throw error;
  }
}

const made = new Map<string, Promise<DecodedAudio>>();
const sizes = new WeakMap<Promise<DecodedAudio>, number>();

function forgetOldest(): void {
  let bytes = 0;
  for (const [name, making] of [...made].reverse()) {
    bytes += sizes.get(making) ?? 0;
    if (bytes > keptBytes) made.delete(name);
  }
}

interface Thread {
  readonly worker: Worker;
  readonly asked: Map<number, { resolve(sound: DecodedAudio): void; reject(error: Error): void }>;
  idle: NodeJS.Timeout | undefined;
}

let thread: Thread | undefined;
let orders = 0;

function inThread(file: string, edit?: string): Promise<DecodedAudio> {
  const now = thread ?? start();
  thread = now;
  clearTimeout(now.idle);
  now.worker.ref();
  const order = ++orders;
  const reading = new Promise<DecodedAudio>((resolve, reject) => {
    now.asked.set(order, { resolve, reject });
    now.worker.postMessage({ order, file, edit } satisfies ToSoundWorker);
  });
  void reading.then(
    ({ channels }) => sizes.set(reading, 4 * channels.reduce((sum, { length }) => sum + length, 0)),
    () => {},
  );
  return reading;
}

function start(): Thread {
  const worker = new Worker(workerFile());
  const started: Thread = { worker, asked: new Map(), idle: undefined };
  const end = (reason: string): void => {
    if (thread === started) thread = undefined;
    for (const { reject } of started.asked.values()) reject(new Error(reason));
    started.asked.clear();
  };
  worker.on('message', (message: FromSoundWorker) => {
    const asked = started.asked.get(message.order);
    started.asked.delete(message.order);
    if (message.ok) asked?.resolve(message.sound);
    else asked?.reject(new Error(message.reason));
    if (started.asked.size > 0) return;
    // A thread with nothing to do keeps no process alive.
    worker.unref();
    started.idle = setTimeout(() => {
      if (thread === started) thread = undefined;
      void worker.terminate();
    }, idleMilliseconds);
    started.idle.unref();
  });
  worker.on('error', (error) => end(`reading it failed: ${error.message}.`));
  worker.on('exit', () => end('reading it ended early. Save the song to try again.'));
  return started;
}

/** Beside the bundle, or the source itself where that runs. */
function workerFile(): string {
  const built = fileURLToPath(new URL('./sound-worker.js', import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL('./sound-worker.ts', import.meta.url));
}
