// What gets a name in a song: its sounds, takes, tunings and patterns, and which name, so that no two are alike.

import { type Thing, Wrong } from './calls.ts';
import { entriesOf, given, isName, leaf, short, syntax, within } from './page.ts';
import { Instrument, Material, type Strip } from './parts.ts';
import { MiniPattern, Pattern, Silence } from './patterns.ts';
import { eachMusic, type Names, writeChart, writePattern } from './write-music.ts';
import { writeInstrument, writeMaterial } from './write-settings.ts';

/** What a song leads to, by name: added to first, then written once. */
export interface Register {
  readonly names: Names;
  addSound(strip: Strip): void;
  addMusic(music: unknown): void;
  soundOf(thing: Thing): string | undefined;
  write(): void;
}

export const newRegister = (): Register => {
  const sounds = new Map<Thing, string>();
  const music = new Map<Thing, string>();
  const takenSounds = new Set<string>();
  const takenMusic = new Set<string>(['silence']);

  const nameFor = (thing: Thing, fallback: string, taken: Set<string>): string => {
    const wanted = thing.named && isName(thing.named.name) ? thing.named.name : fallback;
    let free = thing.named && isName(wanted) && !taken.has(wanted) ? wanted : '';
    for (let count = 1; free === ''; count += 1)
      if (!taken.has(`${wanted}_${count}`)) free = `${wanted}_${count}`;
    taken.add(free);
    return free;
  };

  const addMusic = (one: unknown): void =>
    eachMusic(one, (thing) => {
      if (music.has(thing) || thing instanceof Silence) return;
      if (thing instanceof Material) music.set(thing, nameFor(thing, thing.kind, takenMusic));
      // A pattern without a name of its own, or one of many by that name, stands where it plays.
      else if (thing.named && isName(thing.named.name) && !takenMusic.has(thing.named.name))
        music.set(thing, nameFor(thing, '', takenMusic));
    });

  const names: Names = { of: (thing) => music.get(thing) };

  const writeDeclared = (word: string, thing: Thing, called: string, write: () => void): void =>
    within(given(thing, thing.made), () => {
      syntax(`${word} `);
      if (thing.named?.name === called) leaf(called, { at: thing.named.at, path: [0] });
      else leaf(called, { at: thing.made, path: ['c'] });
      syntax(' = ');
      write();
      syntax('\n');
    });

  return {
    names,
    addMusic,
    addSound: (strip) => {
      const sound = entriesOf(given(strip.settings, strip.made, 1)).find(
        ({ key }) => key.value === 'instrument',
      )?.value;
      if (sound?.value === undefined) return;
      const { value: thing, at, path } = sound;
      const isSound =
        thing instanceof Instrument ||
        (thing instanceof Material && (thing.kind === 'kit' || thing.kind === 'sampler'));
      if (!isSound)
        throw new Wrong(
          `An instrument stands here, such as MonoSynth({ ... }). This is ${short(thing)}.`,
          at,
          path,
        );
      if (sounds.has(thing)) return;
      const fallback =
        thing instanceof Instrument ? `${thing.type[0]!.toLowerCase()}${thing.type.slice(1)}` : thing.kind;
      sounds.set(thing, nameFor(thing, fallback, takenSounds));
    },
    soundOf: (thing) => sounds.get(thing),
    write: () => {
      for (const [thing, called] of music)
        if (thing instanceof Material && thing.kind === 'tuning')
          writeDeclared('tuning', thing, called, () => writeMaterial(thing));
      for (const [thing, called] of sounds) {
        if (thing instanceof Instrument)
          writeDeclared('instrument', thing, called, () => writeInstrument(thing));
        else if (thing instanceof Material)
          writeDeclared(thing.kind === 'kit' ? 'kit' : 'instrument', thing, called, () =>
            writeMaterial(thing),
          );
      }
      for (const [thing, called] of music)
        if (thing instanceof Material && thing.kind === 'take')
          writeDeclared('take', thing, called, () => writeMaterial(thing));
      for (const [thing, called] of music) {
        if (!(thing instanceof Pattern)) continue;
        const isChart = thing instanceof MiniPattern && thing.isChart;
        writeDeclared(isChart ? 'progression' : 'pattern', thing, called, () => {
          if (isChart && writeChart(thing)) return;
          writePattern(thing, given(thing, thing.made), names);
        });
      }
    },
  };
};
