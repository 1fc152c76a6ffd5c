// The sounds of the songs that a host has open: read when a song first names them, kept while they are used.
// Pure: who reads files, or asks a server for them, is passed in.

import type { SourceId } from '../../song/origin.ts';
import type { Song } from '../../song/song.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { limits } from '../program.ts';
import { clipFaults } from './clip-faults.ts';
import { recordingsNeeded } from './needed.ts';
import { keyOf, requestsOf, type SoundRequest } from './requests.ts';
import type { Recording, SoundMap } from './sound-map.ts';
import type { Sounds } from './sounds.ts';
import { trimFaults } from './trim-faults.ts';

/** Where sounds come from. Both reject with an Error whose message is a sentence for a person. */
export interface SoundReader {
  map(request: SoundRequest): Promise<SoundMap>;
  recording(id: string): Promise<Recording>;
}

export interface SoundFault {
  readonly request: SoundRequest;
  readonly reason: string;
  /** Where the song says what is wrong with it, where that is not the path. */
  readonly id?: SourceId;
}

type Known<Part> =
  | { readonly state: 'coming'; readonly arrival: Promise<unknown> }
  | { readonly state: 'there'; readonly part: Part }
  | { readonly state: 'missing'; readonly reason: string };

export class SoundStore implements Sounds {
  readonly #reader: SoundReader;
  readonly #maps = new Map<string, Known<SoundMap>>();
  readonly #recordings = new Map<string, Known<Recording>>();
  readonly #mostBytes: number;

  /** @param mostBytes  of the recordings of one song */
  constructor(reader: SoundReader, mostBytes: number = limits.sampleBytes) {
    this.#reader = reader;
    this.#mostBytes = mostBytes;
  }

  map(request: SoundRequest): SoundMap | undefined {
    const known = this.#maps.get(keyOf(request));
    return known?.state === 'there' ? known.part : undefined;
  }

  recording(id: string): Recording | undefined {
    const known = this.#recordings.get(id);
    return known?.state === 'there' ? known.part : undefined;
  }

  /** Reads what the song plays and is not read yet. Resolves, when all is there, with whether there was anything. */
  async bring(song: Song, timeline: Timeline): Promise<boolean> {
    const maps = requestsOf(song).map((request) =>
      fill(this.#maps, keyOf(request), () => this.#reader.map(request)),
    );
    const isNew = (await Promise.all(maps)).includes(true);
    const needed = recordingsNeeded(song, timeline, this);
    const recordings = needed.map((id) => fill(this.#recordings, id, () => this.#reader.recording(id)));
    const isFresh = (await Promise.all(recordings)).includes(true);
    this.#makeRoom(needed);
    return isFresh || isNew;
  }

  /** What is over the limit is silent, and told of; what no song of late plays is forgotten where it weighs. */
  #makeRoom(needed: readonly string[]): void {
    let bytes = 0;
    for (const id of needed) {
      const size = this.#bytesOf(id);
      if (bytes + size > this.#mostBytes)
        this.#recordings.set(id, { state: 'missing', reason: overLimit(id, size, this.#mostBytes, bytes) });
      else bytes += size;
    }
    const wanted = new Set(needed);
    for (const id of this.#recordings.keys()) {
      if (wanted.has(id)) continue;
      bytes += this.#bytesOf(id);
      if (bytes > keptBytes) this.#recordings.delete(id);
    }
  }

  #bytesOf(id: string): number {
    return this.recording(id)?.channels.reduce((sum, { byteLength }) => sum + byteLength, 0) ?? 0;
  }

  /** What of the song's sounds could not be read, once each. */
  faults(song: Song, timeline: Timeline): readonly SoundFault[] {
    const faults: SoundFault[] = [...trimFaults(song, this), ...clipFaults(song, timeline, this)];
    const needed = new Set(recordingsNeeded(song, timeline, this));
    for (const request of requestsOf(song)) {
      const known = this.#maps.get(keyOf(request));
      if (known?.state === 'missing') faults.push({ request, reason: known.reason });
      if (known?.state !== 'there') continue;
      const { id } = known.part;
      const reasons = new Set<string>();
      for (const [recording, state] of this.#recordings)
        if (state.state === 'missing' && needed.has(recording) && recording.startsWith(`${id}#`))
          reasons.add(state.reason);
      for (const reason of reasons) faults.push({ request, reason });
    }
    return faults;
  }

  /** What is not there yet, and not known to be missing: as the song names it. */
  coming(song: Song, timeline: Timeline): ReadonlySet<string> {
    const needed = recordingsNeeded(song, timeline, this).filter((id) => isComing(this.#recordings.get(id)));
    const requests = requestsOf(song).filter((request) => {
      const known = this.#maps.get(keyOf(request));
      if (known?.state !== 'there') return isComing(known);
      return needed.some((id) => id.startsWith(`${known.part.id}#`));
    });
    return new Set(
      requests.flatMap((request) =>
        request.kind === 'sampler'
          ? [
              ...(request.source === undefined ? [] : [request.source]),
              ...request.files.map(([, path]) => path),
            ]
          : [request.source],
      ),
    );
  }

  /** Forgets what could not be read: it may be there now. */
  lookAgain(): void {
    for (const known of [this.#maps, this.#recordings])
      for (const [key, { state }] of known) if (state === 'missing') known.delete(key);
  }
}

const isComing = (known: Known<unknown> | undefined): boolean =>
  known === undefined || known.state === 'coming';

/** So much is kept of what a song before this one played. */
const keptBytes = 256_000_000;

function overLimit(id: string, size: number, most: number, taken: number): string {
  const file = id.slice(id.indexOf('#') + 1).split('\n')[0]!;
  const name = file.split(/[\\/]/).at(-1);
  const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e5) / 10} MB`;
  return (
    `${name} can't be played: it takes ${inMegabytes(size)} of memory, and the sounds of a song may take ` +
    `${inMegabytes(most)}, of which others have ${inMegabytes(taken)}. Cut the file to what plays.`
  );
}

/** Whether it was not there; a part that is on its way already is waited for. */
async function fill<Part>(
  into: Map<string, Known<Part>>,
  key: string,
  read: () => Promise<Part>,
): Promise<boolean> {
  const known = into.get(key);
  if (known) {
    if (known.state === 'coming') await known.arrival;
    return known.state === 'coming';
  }
  const arrival = settled(read);
  into.set(key, { state: 'coming', arrival });
  into.set(key, await arrival);
  return true;
}

async function settled<Part>(read: () => Promise<Part>): Promise<Known<Part>> {
  try {
    return { state: 'there', part: await read() };
  } catch (error) {
    return { state: 'missing', reason: error instanceof Error ? error.message : String(error) };
  }
}
