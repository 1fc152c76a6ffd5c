// Patterns, and the transforms that make patterns of them.

import { api, type Instance, Thing, takeInstance, Wrong } from './calls.ts';
import { tables } from './tables.ts';

/** A piece of mini-notation: text, and where it stands in the call. */
export interface Segment {
  readonly text: string;
  readonly at: Instance;
  readonly path: readonly (string | number)[];
}

export class Pattern extends Thing {}

export class MiniPattern extends Pattern {
  readonly segments: readonly Segment[];
  readonly isChart: boolean;
  constructor(segments: readonly Segment[], at: Instance, isChart: boolean) {
    super(at);
    this.segments = segments;
    this.isChart = isChart;
  }
}

export class Silence extends Pattern {}

export class Transformed extends Pattern {
  /** Undefined where the patterns stand in the brackets: `cat(a, b)`. */
  readonly of: Pattern | undefined;
  readonly transform: string;
  readonly given: readonly unknown[];
  constructor(of: Pattern | undefined, transform: string, given: readonly unknown[], at: Instance) {
    super(at);
    this.of = of;
    this.transform = transform;
    this.given = given;
  }
}

/** A transform without a pattern, for others to apply. */
export class Change extends Thing {
  readonly transform: string;
  readonly given: readonly unknown[];
  constructor(transform: string, given: readonly unknown[], at: Instance) {
    super(at);
    this.transform = transform;
    this.given = given;
  }
}

/** Music that begins later in its section. */
export class Part extends Thing {
  readonly music: Thing;
  readonly place: unknown;
  constructor(music: Thing, place: unknown, at: Instance) {
    super(at);
    this.music = music;
    this.place = place;
  }
}

/** By the function: `every(4, rev)` hands the function itself on. */
export const changeNames = new Map<unknown, string>();

const isTemplate = (value: unknown): value is readonly string[] => Array.isArray(value) && 'raw' in value;

const miniOf = (isChart: boolean) =>
  api((text: unknown, ...holes: unknown[]): MiniPattern => {
    const at = takeInstance();
    if (typeof text === 'string') return new MiniPattern([{ text, at, path: [0] }], at, isChart);
    if (!isTemplate(text))
      throw new Wrong('Mini-notation is text: mini`a1 ~ a1 [c2 e2]`, or mini(text).', at, [0]);
    const segments: Segment[] = [];
    text.forEach((piece, index) => {
      segments.push({ text: piece, at, path: [0, `t${index}`] });
      if (index < holes.length) segments.push(...hole(holes[index], at, index));
    });
    return new MiniPattern(segments, at, isChart);
  });

const hole = (value: unknown, at: Instance, index: number): readonly Segment[] => {
  if (value instanceof MiniPattern) return value.segments;
  if (typeof value === 'string' || typeof value === 'number')
    return [{ text: String(value), at, path: [0, `h${index}`] }];
  throw new Wrong(
    value instanceof Pattern
      ? 'A pattern with transforms is no text: put patterns together with cat or stack.'
      : 'Text, a number or a pattern of mini-notation stands here.',
    at,
    [0, `h${index}`],
  );
};

export const mini = miniOf(false);
export const progression = miniOf(true);
export const silence = new Silence(0);

/** The transforms as functions: `rev`, `fast(2)`, `cat(a, b)`. */
export const transformFunctions: Record<string, unknown> = {};

const methods = Pattern.prototype as unknown as Record<string, unknown>;
methods['at'] = function (this: Pattern, place: unknown) {
  return new Part(this, place, takeInstance());
};
for (const { names, standsAlone } of tables.transforms)
  for (const name of names) {
    methods[name] = function (this: Pattern, ...given: unknown[]) {
      return new Transformed(this, name, given, takeInstance());
    };
    const standing = standsAlone
      ? api((...given: unknown[]) => new Transformed(undefined, name, given, takeInstance()))
      : api((...given: unknown[]) => new Change(name, given, takeInstance()));
    if (!standsAlone) changeNames.set(standing, name);
    transformFunctions[name] = standing;
  }
