// The order in which buses are rendered: each before those that it sends to.

import type { BusProgram } from '../program.ts';

/** Indices of `buses`. A circle, which no program has, is cut where it comes round. */
export function busesInOrder(buses: readonly Pick<BusProgram, 'sends'>[]): readonly number[] {
  const done = new Set<number>();
  const order: number[] = [];
  const visit = (bus: number): void => {
    if (done.has(bus)) return;
    done.add(bus);
    for (const send of buses[bus]?.sends ?? []) visit(send.bus);
    if (bus < buses.length) order.push(bus);
  };
  for (let bus = 0; bus < buses.length; bus++) visit(bus);
  return order.reverse();
}
