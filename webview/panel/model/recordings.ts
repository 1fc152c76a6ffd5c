// The recorded sound of a song, as the host sends it: samples for the audio thread, which come once by their hash, and
// pictures of clips. What a song does not play any more is forgotten.

import { signal } from '@preact/signals';
import type { Program, SampleProgram } from '../../../src/engine/program.ts';
import type { PanelSong, Wave } from '../../../src/protocol/song-view.ts';

export class Recordings {
  /** Pictures by the hash of their recordings: what clips show. */
  readonly waves = signal<ReadonlyMap<string, Wave>>(new Map());
  #samples = new Map<string, SampleProgram>();

  addSample(sample: SampleProgram): void {
    this.#samples.set(sample.hash, sample);
  }

  addWave(wave: Wave): void {
    this.waves.value = new Map([...this.waves.value, [wave.hash, wave]]);
  }

  /** The program with the sound of its samples. */
  into(program: Program): Program {
    const samples = program.samples.map((sample) => this.#samples.get(sample.hash) ?? sample);
    this.#samples = new Map(samples.map((sample) => [sample.hash, sample]));
    return { ...program, samples };
  }

  /** Only pictures that the song's clips show are kept. */
  keep({ clips }: Pick<PanelSong, 'clips'>): void {
    const shown = new Set(clips.map(({ wave }) => wave));
    if ([...this.waves.value.keys()].some((hash) => !shown.has(hash)))
      this.waves.value = new Map([...this.waves.value].filter(([hash]) => shown.has(hash)));
  }
}
