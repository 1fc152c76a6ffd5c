// Songs that play recordings made in the test, from their text to the core's sound.

import { compile } from '../../src/engine/compile.ts';
import type { Program } from '../../src/engine/program.ts';
import { keyOf } from '../../src/engine/sounds/requests.ts';
import { plainZone, type Recording, type Zone } from '../../src/engine/sounds/sound-map.ts';
import type { Sounds } from '../../src/engine/sounds/sounds.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { listen, type Sound } from './listen.ts';

export const rate = 48_000;

/** A zone of the recording of that name, and what is special about it. */
export const zone = (recording: string, special: Partial<Zone> = {}): Zone => ({
  ...plainZone,
  recording,
  ...special,
});

/** A hit of a kit. */
export const hit = (name: string, variant = 0, special: Partial<Zone> = {}): Zone =>
  zone(`${name}${variant}`, { hit: { name, variant }, keys: [-1, -1], oneShot: true, ...special });

/** Samples as a recording; equal names in one test are equal sounds. */
export const recording = (
  channel: ArrayLike<number>,
  sampleRate = rate,
  right?: ArrayLike<number>,
): Recording => ({
  hash: `${sampleRate} ${Array.from(channel).reduce((sum, x, i) => (sum * 31 + x * 1e6 + i) % 1e9, 7)} ${right !== undefined}`,
  sampleRate,
  channels: [channel, ...(right ? [right] : [])].map((one) => Float32Array.from(one)),
});

export const sine = (hertz: number, seconds: number, sampleRate = rate, gain = 0.5): Float32Array =>
  Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, i) => gain * Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );

/** Every request is answered with the same zones. */
export const soundsOf = (
  zones: readonly Zone[],
  recordings: Readonly<Record<string, Recording>>,
): Sounds => ({
  map: (request) => ({ id: keyOf(request).replaceAll('#', ''), zones }),
  recording: (id) => recordings[id.slice(id.indexOf('#') + 1)],
});

/** Two seconds a bar. */
export function programOf(song: string, sounds: Sounds, sampleRate = rate): Program {
  const reading = songLanguage.read(song);
  const errors = reading.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return compile(reading.song, layOut(reading.song), sampleRate, sounds);
}

/** What a Sampler plays in `notes`, from its start. */
export const sampler = (
  notes: string,
  zones: readonly Zone[],
  recordings: Readonly<Record<string, Recording>>,
  { settings = '', seconds = 2, sampleRate = rate, piece = 128, strip = '' } = {},
): Sound =>
  listen(
    programOf(
      `song "T" { tempo 120bpm }\ninstrument s = Sampler("piano") { ${settings} }\ntrack s { instrument: s${strip} }\nsection a 4 bars { s: "${notes}" }\narrange a`,
      soundsOf(zones, recordings),
      sampleRate,
    ),
    seconds,
    piece,
  );

/** What a kit plays. */
export const kit = (
  notes: string,
  zones: readonly Zone[],
  recordings: Readonly<Record<string, Recording>>,
  seconds = 2,
): Sound =>
  listen(
    programOf(
      `song "T" { tempo 120bpm }\nkit k = Kit("808")\ntrack k { instrument: k }\nsection a 4 bars { k: "${notes}" }\narrange a`,
      soundsOf(zones, recordings),
    ),
    seconds,
  );
