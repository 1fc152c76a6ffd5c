// Groups of tracks, each rendered by a core of its own, as what one core mixes.

import { copyRoom, type StemSource } from '../../../src/engine/core/stem-blocks.ts';
import { type Stretch, stemRenderer } from '../../../src/engine/offline/render.ts';
import type { Program } from '../../../src/engine/program.ts';
import { coreModule } from '../listen.ts';

const blocks = 16;

export function together(
  program: Program,
  stretch: Stretch,
  groups: readonly (readonly number[])[],
): StemSource {
  const renderers = groups.map((tracks) => stemRenderer(coreModule(), program, stretch, tracks, blocks));
  return {
    tracks: groups.flat(),
    blocks,
    fill: (rooms) => {
      const given = renderers.flatMap(({ next }) => next());
      for (const [at, room] of rooms.entries()) copyRoom(given[at]!, room);
    },
  };
}
