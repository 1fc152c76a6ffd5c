// How values remember where they were made: every call of the API runs as an instance of its site, and what it
// makes keeps the instance. Transpiled songs call these functions; see languages/typescript/instrument.ts.

/** A call that ran, as an index into `instances`; 0 is none. */
export type Instance = number;

/** Pairs: the site of a call, and the frame that it ran in. The first is none. */
export const instances: number[] = [0, 0];
/** Triples: a function, the instance that called it, and the frame around it. The first is none. */
export const frames: number[] = [0, 0, 0];

/** The call of the API that is about to begin, and the call of a song's function. */
let beginning: Instance = 0;
let entering: Instance = 0;

const newInstance = (site: number, frame: number): Instance => instances.push(site, frame) / 2 - 1;

/** For the API's functions, first of all: the call that they run for; 0 where a song's own code calls them. */
export const takeInstance = (): Instance => {
  const instance = beginning;
  beginning = 0;
  return instance;
};

/** `track(...)`, or a function of the song that leads there. */
export const $f = (site: number, frame: number, called: unknown, ...given: unknown[]): unknown => {
  const instance = newInstance(site, frame);
  beginning = isOfApi(called) ? instance : 0;
  entering = beginning === 0 ? instance : 0;
  const result = (called as (...given: unknown[]) => unknown)(...given);
  entering = 0;
  return result;
};

/** `pattern.humanize(...)`: what stands before the dot may also be a thing of the song's own. */
export const $m = (
  site: number,
  frame: number,
  receiver: Record<string, (...given: unknown[]) => unknown>,
  name: string,
  ...given: unknown[]
): unknown => {
  beginning = receiver instanceof Thing ? newInstance(site, frame) : 0;
  return receiver[name]!(...given);
};

/** The tag of a template. */
export const $t =
  (site: number, frame: number, tag: unknown) =>
  (...given: unknown[]): unknown =>
    $f(site, frame, tag, ...given);

/** What a variable is called. The first name counts. */
export const $n = (site: number, frame: number, name: string, value: unknown): unknown => {
  if (value instanceof Thing && value.named === undefined && !Object.isFrozen(value))
    value.named = { name, at: newInstance(site, frame) };
  return value;
};

/** At the start of a song's function. */
export const $e = (called: number, around: number): number => {
  const by = entering;
  entering = 0;
  return frames.push(called, by, around) / 3 - 1;
};

const ofApi = new WeakSet<object>();
const isOfApi = (called: unknown): boolean => typeof called === 'function' && ofApi.has(called);

/** A function as one of the API. */
export const api = <Called extends (...given: never[]) => unknown>(called: Called): Called => {
  ofApi.add(called);
  return called;
};

/** Anything that the API makes. */
export class Thing {
  /** The call that made it. */
  readonly made: Instance;
  named: { readonly name: string; readonly at: Instance } | undefined;
  constructor(made: Instance) {
    this.made = made;
    this.named = undefined;
  }
}

/** A step from a call to a value in it: see languages/typescript/handed.ts. */
export type Step = string | number;

/** What a song says can't be: told on the value at `path` of the call. */
export class Wrong extends Error {
  readonly at: Instance;
  readonly path: readonly Step[];
  constructor(message: string, at: Instance, path: readonly Step[] = []) {
    super(message);
    this.at = at;
    this.path = path;
  }
}
