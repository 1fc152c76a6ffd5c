// The newest song in the core, and where its strips are there: they keep their places, whatever comes and goes
// around them.

import { limits, type Program, type StripProgram } from '../program.ts';
import type { PlacesOf, StripName } from './mixer.ts';
import { noPlaces, type Places, placed } from './places.ts';

export class Standing {
  #program: Program | undefined;
  #places: PlacesOf = { track: noPlaces(limits.tracks), bus: noPlaces(limits.buses) };

  get program(): Program | undefined {
    return this.#program;
  }

  get places(): PlacesOf {
    return this.#places;
  }

  /** Where its tracks are. */
  get tracks(): Places {
    return this.#places.track;
  }

  get buses(): Places {
    return this.#places.bus;
  }

  /** The song and all of its places anew. */
  load(program: Program): void {
    this.#places = { track: noPlaces(limits.tracks), bus: noPlaces(limits.buses) };
    this.update(program);
  }

  /** A changed song: what has the name that it had stays where it is. */
  update(program: Program): void {
    this.#places = {
      track: placed(program.tracks, this.#places.track),
      bus: placed(program.buses, this.#places.bus),
    };
    this.#program = program;
  }

  placeOf(kind: StripName, index: number): number | undefined {
    return kind === 'master' ? 0 : this.#places[kind].of[index];
  }

  stripAt(kind: StripName, index: number): StripProgram | undefined {
    const program = this.#program;
    return kind === 'master' ? program?.master : program?.[kind === 'track' ? 'tracks' : 'buses'][index];
  }
}
