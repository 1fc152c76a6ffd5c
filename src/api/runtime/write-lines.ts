// What stands on a line of its own in a song: automation, markers, lyrics, checks, what is expected and delivered.

import type { Instance } from './calls.ts';
import { below, entriesOf, type Given, given, leaf, name, quoted, syntax, value, within } from './page.ts';
import { type Said, Section, Strip } from './parts.ts';
import { nameOfSection } from './write-form.ts';
import { writeBlock } from './write-settings.ts';

/** Writes what was said on lines of their own; what is written elsewhere in a song is passed over. */
export const writeLines = (said: readonly Said[]): void => {
  for (const { word, given: all, at } of said) writers[word]?.(new Arguments(all, at));
};

/** What a call was given, each with its place. */
class Arguments {
  readonly all: readonly unknown[];
  readonly at: Instance;

  constructor(all: readonly unknown[], at: Instance) {
    this.all = all;
    this.at = at;
  }

  one(index: number): Given {
    return given(this.all[index], this.at, index);
  }

  section(index: number): void {
    leaf(nameOfSection(this.all[index], this.at, [index]), this.one(index));
  }

  line(write: () => void): void {
    within(given(this.all, this.at), () => {
      write();
      syntax('\n');
    });
  }
}

const separated = (count: number, write: (index: number) => void): void => {
  for (let index = 0; index < count; index += 1) {
    if (index > 0) syntax(', ');
    write(index);
  }
};

const writers: Readonly<Partial<Record<Said['word'], (said: Arguments) => void>>> = {
  automate: (said) =>
    said.line(() => {
      const hasSection = said.all.length > 2;
      syntax('automate ');
      value(said.one(0));
      if (hasSection) {
        syntax(' in ');
        said.section(1);
      }
      syntax(' { ');
      const points = entriesOf(said.one(hasSection ? 2 : 1));
      separated(points.length, (index) => {
        const { key, value: point } = points[index]!;
        value(key);
        syntax(': ');
        value(point);
      });
      syntax(' }');
    }),
  marker: (said) =>
    said.line(() => {
      syntax('marker ');
      name(said.one(0), 'marker');
      syntax(' at ');
      if (said.all[1] instanceof Section) said.section(1);
      else value(said.one(1));
    }),
  lyrics: (said) =>
    said.line(() => {
      const [track] = said.all;
      syntax('lyrics ');
      name(track instanceof Strip ? { ...said.one(0), value: track.name } : said.one(0), 'track');
      syntax(' in ');
      said.section(1);
      syntax(' ');
      quoted(said.one(2));
    }),
  checks: (said) =>
    said.line(() => {
      syntax('checks');
      writeBlock(said.one(0));
    }),
  expect: (said) => {
    for (let index = 0; index < said.all.length; index += 1)
      said.line(() => {
        syntax('expect ');
        value(said.one(index));
      });
  },
  deliver: (said) =>
    said.line(() => {
      const [targets, settings] = [said.one(0), said.one(1)];
      const all = Array.isArray(targets.value)
        ? targets.value.map((each, index) => below(targets, each, index))
        : [targets];
      syntax('deliver ');
      separated(all.length, (index) => value(all[index]!));
      const entries = entriesOf(settings).filter(({ value: setting }) => setting.value !== false);
      if (entries.length === 0) return;
      syntax(' { ');
      separated(entries.length, (index) => {
        const { key, value: setting } = entries[index]!;
        leaf(String(key.value), key);
        if (setting.value === true) return;
        syntax(': ');
        value(setting);
      });
      syntax(' }');
    }),
};
