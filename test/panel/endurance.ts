// What a long session needs: a session of the real kind in the host's page, edits that are music, edits that
// are broken, and what the browser counts of memory and audio nodes after a forced collection.

import type { CDPSession } from 'playwright-core';
import type { Shown } from './stage.ts';

export interface Counts {
  /** Bytes of script objects in the page and the panel, garbage collected. */
  readonly heap: number;
  /** Audio nodes that the browser holds. */
  readonly audioNodes: number;
  readonly worklets: number;
  readonly elements: number;
}

/** Counts after a forced collection. */
export async function countsOf(shown: Shown): Promise<Counts> {
  const session = await shown.page.context().newCDPSession(shown.page);
  try {
    await session.send('Performance.enable');
    // What one collection lets go of, the next one frees.
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
    return await metrics(session);
  } finally {
    await session.detach();
  }
}

async function metrics(session: CDPSession): Promise<Counts> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  const valueOf = (name: string): number => all.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    heap: valueOf('JSHeapUsedSize'),
    audioNodes: valueOf('AudioHandlers'),
    worklets: valueOf('AudioWorkletProcessors'),
    elements: valueOf('Nodes'),
  };
}

/** A text with one note of it another one: `round` says which. */
export function edited(text: string, round: number): string {
  const notes = [...text.matchAll(/(?<=")[a-g]\d/g)];
  const note = notes[round % notes.length];
  if (!note) throw new Error('There is no note to edit in this song.');
  const pitch = 'abcdefg'[(round * 3 + Math.floor(round / notes.length)) % 7]!;
  return text.slice(0, note.index) + pitch + text.slice(note.index + 1);
}

/** A text as a hand in the middle of a change leaves it: something cut out, doubled or put in, by chance. */
export function broken(text: string, chance: () => number): string {
  const at = Math.floor(chance() * text.length);
  const length = 1 + Math.floor(chance() * 24);
  const junk = ['{', '}', '"', '[', ')', 'section ', ' = ', '<', '*'][Math.floor(chance() * 9)]!;
  switch (Math.floor(chance() * 3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + junk + text.slice(at);
    default:
      return text.slice(0, at) + junk + text.slice(at + length);
  }
}

/** Even chance from 0 to 1, the same each time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
