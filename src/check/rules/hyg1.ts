// HYG1: a pattern, progression, instrument or bus that nothing uses.

import { nearest } from '../../song/nearest.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Song } from '../../song/song.ts';
import type { Name } from '../../song/value.ts';
import type { Finding, Rule } from '../rule.ts';
import { namesMentioned } from '../song-index.ts';

export const hyg1: Rule = {
  id: 'HYG1',
  tier: 'score',
  severity: 'information',
  title: 'An unused pattern, progression, instrument or bus',
  why: `What nothing plays is not heard, and makes the song harder to read: whoever opens it next cannot tell an
idea in waiting from a leftover. A pattern that only an unused pattern mentions is unused as well. What a
misspelt name most likely means counts as used: ARR1 and MIX7 tell of the name.`,
  examples: {
    fires: `song "Leftovers" { tempo 112bpm }
instrument lead = Synth { }
track lead { instrument: lead }
pattern hook = "a4 c5 e5 c5"
pattern oldHook = "a4 b4 c5 b4"
section verse 4 bars { lead: hook }
arrange verse
`,
    silent: `song "Leftovers" { tempo 112bpm }
instrument lead = Synth { }
track lead { instrument: lead }
pattern hook = "a4 c5 e5 c5"
pattern answer = hook.rev
section verse 4 bars { lead: answer }
arrange verse
`,
  },
  check: ({ song }) => {
    const parts = partsOf(song);
    const used = reachable(parts, rootsOf(song));
    const rest = parts.filter((part) => !used.has(part));
    const usersByKey = usersIn(rest);
    return rest.map((part) => unused(part, usersOf(part, usersByKey)));
  },
};

/** A declaration that must be used to make sense. */
interface UsablePart {
  readonly what: 'pattern' | 'progression' | 'instrument' | 'bus';
  readonly name: Name;
  readonly declaration: SourceId;
  /** Keys of what it uses itself. */
  readonly uses: readonly string[];
}

// Patterns and progressions share one space of names.
const key = (what: 'music' | 'instrument' | 'bus', name: string): string => `${what} ${name}`;
const keyOf = ({ what, name }: UsablePart): string =>
  key(what === 'pattern' || what === 'progression' ? 'music' : what, name.name);

/** A key as it is, or the nearest that exists: the other of two findings of one misspelt name is noise. */
const meantAmong = (parts: readonly UsablePart[]) => {
  const keys = new Set(parts.map(keyOf));
  const known = new Map<string, string>();
  return (wanted: string): string => {
    if (keys.has(wanted)) return wanted;
    const before = known.get(wanted);
    if (before !== undefined) return before;
    const [what, name] = wanted.split(' ') as [string, string];
    const names = [...keys]
      .filter((one) => one.startsWith(`${what} `))
      .map((one) => one.slice(what.length + 1));
    const close = nearest(name, names);
    const meant = close === undefined ? wanted : `${what} ${close}`;
    known.set(wanted, meant);
    return meant;
  };
};

const partsOf = (song: Song): readonly UsablePart[] => [
  ...song.patterns.map((pattern) => ({
    what: 'pattern' as const,
    ...pattern,
    uses: musicIn(pattern.expression),
  })),
  ...song.progressions.map((chart) => ({
    what: 'progression' as const,
    ...chart,
    uses: musicIn(chart.expression),
  })),
  ...song.instruments.map((instrument) => ({ what: 'instrument' as const, ...instrument, uses: [] })),
  ...song.buses.map((bus) => ({
    what: 'bus' as const,
    ...bus,
    uses: bus.sends.map((send) => key('bus', send.bus.name)),
  })),
];

const rootsOf = (song: Song): readonly string[] => [
  ...song.sections.flatMap((section) => section.parts.flatMap((part) => musicIn(part.expression))),
  ...song.tracks.flatMap((track) => (track.instrument ? [key('instrument', track.instrument.name)] : [])),
  ...song.tracks.flatMap((track) => track.sends.map((send) => key('bus', send.bus.name))),
];

const musicIn = (expression: Parameters<typeof namesMentioned>[0]): readonly string[] =>
  namesMentioned(expression).map((name) => key('music', name));

const reachable = (parts: readonly UsablePart[], roots: readonly string[]): ReadonlySet<UsablePart> => {
  const used = new Set<UsablePart>();
  const meant = meantAmong(parts);
  const byKey = grouped(parts, (part) => [keyOf(part)]);
  const wanted = roots.map(meant);
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    for (const part of byKey.get(next) ?? []) {
      if (used.has(part)) continue;
      used.add(part);
      wanted.push(...part.uses.map(meant));
    }
  }
  return used;
};

const unused = (part: UsablePart, users: readonly UsablePart[]): Finding => {
  // Those that use it are unused too, and would stand there with a name that is gone.
  const names = [part, ...users].map(({ name }) => name.name);
  return {
    id: part.name.id,
    message: `Nothing uses the ${part.what} ${part.name.name}, so it is not heard. Use it, or delete it.`,
    fixes: [
      {
        title: users.length === 0 ? `Delete the ${part.what} ${part.name.name}` : `Delete ${listed(names)}`,
        changes: [part, ...users].map(({ declaration }) => ({ do: 'delete' as const, id: declaration })),
      },
    ],
  };
};

/** Who uses what, among those that nothing uses. */
type Users = ReadonlyMap<string, readonly UsablePart[]>;

const usersIn = (parts: readonly UsablePart[]): Users => grouped(parts, ({ uses }) => new Set(uses));

const grouped = (
  parts: readonly UsablePart[],
  keysOf: (part: UsablePart) => Iterable<string>,
): ReadonlyMap<string, readonly UsablePart[]> => {
  const groups = new Map<string, UsablePart[]>();
  for (const part of parts)
    for (const one of keysOf(part)) {
      const group = groups.get(one);
      if (group) group.push(part);
      else groups.set(one, [part]);
    }
  return groups;
};

/** All that uses a part, or uses what uses it. */
const usersOf = (part: UsablePart, users: Users): readonly UsablePart[] => {
  const found = new Set<UsablePart>();
  const targets = [part];
  for (let target = targets.shift(); target; target = targets.shift()) {
    for (const user of users.get(keyOf(target)) ?? []) {
      if (user === part || found.has(user)) continue;
      found.add(user);
      targets.push(user);
    }
  }
  return [...found];
};

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
