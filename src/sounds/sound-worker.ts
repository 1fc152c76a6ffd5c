// The worker thread that decodes files of sound and edits takes: what takes longer than a host may be held up.

import fs from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { DecodedAudio } from '../audio/decoded.ts';
import { isKnown, sentenceOf } from '../files/world-error.ts';
import { editRecording, readEdit } from './edit-recording.ts';
import { decodeFile } from './open-map.ts';
import type { FromSoundWorker, ToSoundWorker } from './sound-messages.ts';

/** The file that was decoded last: a take is often edited again. */
let last: { readonly name: string; readonly sound: DecodedAudio } | undefined;

async function decoded(file: string): Promise<DecodedAudio> {
  const { mtimeMs, size } = await fs.stat(file);
  const name = `${file} ${mtimeMs} ${size}`;
  if (last?.name === name) return last.sound;
  const sound = await decodeFile(file);
  last = { name, sound };
  return sound;
}

async function answer({ order, file, edit }: ToSoundWorker): Promise<FromSoundWorker> {
  try {
    const sound = await decoded(file);
    const made = edit === undefined ? sound : editRecording(sound, readEdit(edit));
    // Copies travel: what was decoded stays here.
    const channels = made.channels.map((channel) => channel.slice());
    return { order, ok: true, sound: { ...(edit === undefined && sound), ...made, channels } };
  } catch (error) {
    const reason = isKnown(error)
      ? sentenceOf(error)
      : error instanceof Error
        ? error.message
        : String(error);
    return { order, ok: false, reason };
  }
}

// One after another, so that memory holds one sound at a time.
let queue: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: ToSoundWorker) => {
  queue = queue.then(async () => {
    const said = await answer(message);
    parentPort?.postMessage(said, said.ok ? said.sound.channels.map(({ buffer }) => buffer) : []);
  });
});
