// Instruments made of files by their names: a kit of hits (`bd.wav`, `bd 2.wav`, or a folder `bd` of them),
// a sampler of notes (`piano C4.wav`), single files.

import fs from 'node:fs/promises';
import path from 'node:path';
import type { DecodedAudio } from '../audio/decoded.ts';
import type { Recording, SoundMap, Zone } from '../engine/sounds/sound-map.ts';
import { plainZone } from '../engine/sounds/sound-map.ts';
import { readNote } from '../music/pitch.ts';
import type { OpenMap } from './open-map.ts';
import { readSound } from './sound-thread.ts';

/** Hats that silence one another, whatever kit they are of. */
export const chokeOf = (hit: string): number => (hit === 'hh' || hit === 'oh' ? 1 : 0);

/** More files than any kit has. */
const mostFiles = 2000;

/** A folder of hits. */
export async function kitFolderMap(folder: string): Promise<OpenMap> {
  const found = await soundsIn(folder, 1);
  const hits = new Map<string, string[]>();
  for (const file of found) {
    const inside = path.dirname(path.relative(folder, file));
    // In a folder of its own a hit's files may be called anything: they count in their order.
    const name = inside === '.' ? path.parse(file).name.replace(/[\s_-]*\d*$/, '') : inside;
    hits.set(name.toLowerCase(), [...(hits.get(name.toLowerCase()) ?? []), file]);
  }
  if (hits.size === 0) throw new Error('there are no sounds in that folder. Put in bd.wav, sd.wav, hh.wav.');
  const zones = [...hits].flatMap(([name, files]) =>
    files.map(
      (file, variant): Zone => ({
        ...plainZone,
        recording: path.relative(folder, file),
        hit: { name, variant },
        keys: [-1, -1],
        oneShot: true,
        choke: chokeOf(name),
      }),
    ),
  );
  return fromFolder(folder, zones);
}

/** A folder of notes: each file's name has its note. */
export async function samplerFolderMap(folder: string): Promise<OpenMap> {
  const notes = (await soundsIn(folder, 0)).flatMap((file) => {
    const root = noteIn(path.parse(file).name);
    return root === undefined ? [] : [{ recording: path.relative(folder, file), root }];
  });
  if (notes.length === 0)
    throw new Error('no file in that folder has a note in its name. Call them after their notes: C4.wav.');
  return fromFolder(folder, spread(notes));
}

/** Files by the notes that a song gives them. */
export async function notesMap(files: readonly (readonly [note: string, file: string])[]): Promise<OpenMap> {
  const notes = files.map(([note, file]) => ({ recording: file, root: readNote(note)?.midi ?? 60 }));
  return { map: { id: `notes ${JSON.stringify(notes)}`, zones: spread(notes) }, read: readPlain };
}

/** One file, at the note that it says it was made of; else at c4. It is decoded to see that. */
export async function fileMap(file: string): Promise<OpenMap> {
  const sound = await readSound(file);
  const { mtimeMs } = await fs.stat(file);
  // What was decoded to see its length is what is asked for next.
  let known: DecodedAudio | undefined = sound;
  const read: OpenMap['read'] = async (recording, edit) => {
    const first = edit === undefined && recording === file ? known : undefined;
    known = undefined;
    return first ?? readSound(recording, edit);
  };
  const length = { frames: sound.channels[0]!.length, sampleRate: sound.sampleRate };
  const id = `file ${mtimeMs} ${file}`.replaceAll('#', '');
  return { map: { id, zones: [zoneOfFile(file, sound)], length }, read };
}

const zoneOfFile = (file: string, { root, loop }: DecodedAudio): Zone => ({
  ...plainZone,
  recording: file,
  root: root ?? noteIn(path.parse(file).name) ?? 60,
  ...(loop ? { loop } : {}),
});

/** Each note plays the keys that are nearer to it than to its neighbours; between two, the higher one's. */
export function spread(
  notes: readonly { readonly recording: string; readonly root: number }[],
): readonly Zone[] {
  const inOrder = [...notes].sort((one, other) => one.root - other.root);
  return inOrder.map(({ recording, root }, index): Zone => {
    const before = inOrder[index - 1]?.root;
    const after = inOrder[index + 1]?.root;
    return {
      ...plainZone,
      recording,
      root,
      keys: [
        before === undefined ? 0 : Math.ceil((before + root) / 2),
        after === undefined ? 127 : Math.ceil((root + after) / 2) - 1,
      ],
    };
  });
}

/** The note in a file's name: `A0v10`, `piano_C#4`, `Bb3 soft`. */
export const noteIn = (name: string): number | undefined => {
  const written = /(?:^|[^A-Za-z])([A-Ga-g])(#|b|s)?(-?\d)(?![0-9])/.exec(name);
  if (!written) return undefined;
  return readNote(`${written[1]!.toLowerCase()}${written[2] ?? ''}${written[3]}`)?.midi;
};

const readPlain = async (file: string): Promise<Omit<Recording, 'hash'>> => readSound(file);

async function fromFolder(folder: string, zones: SoundMap['zones']): Promise<OpenMap> {
  const { mtimeMs } = await fs.stat(folder);
  return {
    map: { id: `folder ${mtimeMs} ${path.basename(folder)} ${zones.length}`.replaceAll('#', ''), zones },
    read: (recording) => readSound(path.join(folder, recording)),
  };
}

/** Files of sound, by their names' endings, in the order of their names; folders inside so deep. */
async function soundsIn(folder: string, deep: number): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => inNaturalOrder(one.name, other.name))) {
    const file = path.join(folder, entry.name);
    // A link could lead out of the project.
    if (entry.isFile() && /\.(wav|aiff?|aifc|flac|mp3|ogg)$/i.test(entry.name)) found.push(file);
    else if (entry.isDirectory() && deep > 0 && !entry.name.startsWith('.'))
      found.push(...(await soundsIn(file, deep - 1)));
    if (found.length > mostFiles)
      throw new Error(`it has more than ${mostFiles} sounds. Name a smaller folder.`);
  }
  return found;
}

const inNaturalOrder = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });
