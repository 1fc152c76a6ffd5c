// Which port of the audio thread each plug of a song comes in by, and a program that says so. A place keeps its
// port while it is there, so that what plays on is not interrupted. Pure.

import { type InsertProgram, limits, type PlugProgram, type Program } from '../program.ts';

/** By place; what is not in `plugs` is left out, and what is new takes a port that is not `taken`. */
export function portsOf(
  plugs: readonly PlugProgram[],
  before: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const ports = new Map<string, number>();
  for (const { place } of plugs) {
    const port = before.get(place);
    if (port !== undefined) ports.set(place, port);
  }
  const used = new Set([...taken, ...ports.values()]);
  for (const { place } of plugs) {
    if (ports.has(place)) continue;
    const free = Array.from({ length: limits.ports }, (_, port) => port).find((port) => !used.has(port));
    if (free === undefined) continue;
    used.add(free);
    ports.set(place, free);
  }
  return ports;
}

/** The program with ports in place of its plugs' indices; what has none is not there. */
export function ported(program: Program, ports: ReadonlyMap<string, number>): Program {
  const portAt = (plug: number): number | undefined => ports.get(program.plugs[plug]?.place ?? '');
  const chain = (inserts: readonly InsertProgram[]): readonly InsertProgram[] =>
    inserts.flatMap((insert) => {
      if (insert.plug === undefined) return [insert];
      const port = portAt(insert.plug);
      return port === undefined ? [] : [{ ...insert, plug: port, parameters: Float32Array.of(port) }];
    });
  return {
    ...program,
    tracks: program.tracks.map(({ plug, ...track }) => {
      const port = plug === undefined ? undefined : portAt(plug);
      return { ...track, inserts: chain(track.inserts), ...(port !== undefined && { plug: port }) };
    }),
    buses: program.buses.map((bus) => ({ ...bus, inserts: chain(bus.inserts) })),
    master: { ...program.master, inserts: chain(program.master.inserts) },
  };
}
