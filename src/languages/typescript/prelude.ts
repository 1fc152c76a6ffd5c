// What runs before a song: what would make the same text different music is taken away, with words where a song
// asks for it, and chance is made to grow from the song's seed.

/** @param seed  undefined where the song's seed is computed, so that nothing can grow from it before it runs */
export const prelude = (seed: number | undefined): string => `(() => {
  'use strict';
  const say = globalThis.codettaSay;
  delete globalThis.codettaSay;
  const { stringify } = JSON;
  const shown = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value);
    try {
      return typeof value === 'object' && value !== null ? stringify(value) ?? String(value) : String(value);
    } catch {
      return 'an object';
    }
  };
  const line = (level) => (...values) => { say(level, values.map(shown).join(' ')); };
  globalThis.console = Object.freeze({
    log: line('log'), info: line('log'), debug: line('log'), warn: line('warn'), error: line('error'),
  });
  const refuse = (words) => { throw new Error(words); };
  globalThis.Date = new Proxy(function Date() {}, {
    construct: () => refuse('A song has no clock: the same text is the same music. Write the number that you mean.'),
    apply: () => refuse('A song has no clock: the same text is the same music. Write the number that you mean.'),
    get: () => refuse('A song has no clock: the same text is the same music. Write the number that you mean.'),
  });
  for (const name of ['WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'performance', 'gc'])
    delete globalThis[name];
  let state = ${seed === undefined ? 'undefined' : (seed >>> 0) ^ Math.floor(seed / 2 ** 32)};
  Object.defineProperty(Math, 'random', {
    value: () => {
      if (state === undefined)
        refuse("Math.random grows from the song's seed, which is computed here: write it as a number, seed: 7.");
      // Mulberry32, by Tommy Ettinger (public domain).
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  });
})();`;
