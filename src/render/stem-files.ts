// Which strips of a song are stems, and what their files are called. Together they are the mix as it goes into
// the master, sample for sample.

import path from 'node:path';
import type { Tap } from '../engine/offline/render.ts';
import type { Program } from '../engine/program.ts';
import { stripSlots } from '../vocabulary/layout.ts';

/**
 * Tracks that play and buses that are sent to, those that are muted left out.
 * @param song  the file of the bounce: `night.wav` has stems like `night - bass.wav`
 */
export function stemFiles(
  program: Program,
  song: string,
): readonly (Tap & { readonly name: string; readonly file: string })[] {
  const { tracks, buses } = program;
  const sentTo = new Set([...tracks, ...buses].flatMap(({ sends }) => sends.map(({ bus }) => bus)));
  const { dir, name: base, ext } = path.parse(song);
  const taken = new Set<string>();
  const fileOf = (name: string): string => {
    const plain = `${base} - ${safe(name)}`;
    // Two names that differ in what a file's name can't say, or in upper and lower case alone.
    let free = plain;
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${plain} ${count}`;
    taken.add(free.toLowerCase());
    return path.join(dir, `${free}${ext}`);
  };
  return [
    ...tracks.flatMap((track, index) =>
      track.eventCount > 0 && isOpen(track) ? [{ kind: 'track' as const, index, name: track.name }] : [],
    ),
    ...buses.flatMap((bus, index) =>
      sentTo.has(index) && isOpen(bus) ? [{ kind: 'bus' as const, index, name: bus.name }] : [],
    ),
  ].map((tap) => ({ ...tap, file: fileOf(tap.name) }));
}

const isOpen = ({ strip }: { readonly strip: Float32Array }): boolean => strip[openSlot] !== 0;

const openSlot = stripSlots('track').indexOf('open');

// What some system does not allow in a file's name.
const safe = (name: string): string => name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-');
