// What comes out of the sandbox: JSON, checked here before anything looks at it. A song can hand out whatever it
// likes; only this shape gets in, and all that it holds are words and numbers.

/** A step from a call to a value in it: an argument or an item by its number, else a letter and what it names. */
export type Step = number | string;

/** A place in a call that ran. */
export interface Place {
  /** Index into the instances; 0 is none. */
  readonly call: number;
  readonly path: readonly Step[];
}

export interface Handed {
  /** The song as `.song` text. */
  readonly text: string;
  /** The words of it that a value of the program made. */
  readonly leaves: readonly (Place & { readonly from: number; readonly to: number })[];
  /** The stretches of it that a call or an entry of the program made. */
  readonly constructs: readonly (Place & { readonly from: number; readonly to: number })[];
  readonly calls: Calls;
}

/** What the API itself found wrong. */
export interface HandedWrong {
  readonly wrong: Place & { readonly message: string };
  readonly calls: Calls;
}

/** The calls that ran: pairs of a site and a frame; frames are triples of a function, the call, the frame around. */
export interface Calls {
  readonly instances: readonly number[];
  readonly frames: readonly number[];
}

/** @throws Error with what is no such JSON */
export const readHanded = (json: string): Handed | HandedWrong => {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value)) throw misshapen('it is no object');
  const calls = { instances: numbers(value['instances'], 2), frames: numbers(value['frames'], 3) };
  const last = calls.instances.length / 2;
  if (value['wrong'] !== undefined) {
    const { wrong } = value;
    if (!isRecord(wrong) || typeof wrong['message'] !== 'string' || !Array.isArray(wrong['path']))
      throw misshapen('its fault has no message');
    const place = placeOf([wrong['at'], ...wrong['path']], last);
    return { wrong: { message: wrong['message'].slice(0, 1000), ...place }, calls };
  }
  const { pieces } = value;
  if (!Array.isArray(pieces)) throw misshapen('it has no pieces');
  const texts: string[] = [];
  const leaves: Handed['leaves'][0][] = [];
  const constructs: Handed['constructs'][0][] = [];
  const open: (Place & { readonly from: number })[] = [];
  let length = 0;
  for (const piece of pieces as readonly unknown[]) {
    if (typeof piece === 'string') {
      texts.push(piece);
      length += piece.length;
    } else if (piece === 0) {
      const ended = open.pop();
      if (ended) constructs.push({ ...ended, to: length });
    } else if (Array.isArray(piece)) {
      const [text, ...rest] = piece as readonly unknown[];
      const place = placeOf(rest, last);
      if (text === 0) open.push({ ...place, from: length });
      else if (typeof text === 'string') {
        leaves.push({ ...place, from: length, to: length + text.length });
        texts.push(text);
        length += text.length;
      } else throw misshapen('a piece has no text');
    } else throw misshapen('a piece is neither text nor a list');
  }
  return { text: texts.join(''), leaves, constructs, calls };
};

const placeOf = ([call, ...path]: readonly unknown[], last: number): Place => {
  if (typeof call !== 'number' || !Number.isInteger(call) || call < 0 || call >= last)
    throw misshapen('a place has no call');
  if (path.length > 24 || !path.every((step) => typeof step === 'string' || isIndex(step)))
    throw misshapen('a place has no path');
  return { call, path: path as readonly Step[] };
};

const isIndex = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numbers = (value: unknown, size: number): readonly number[] => {
  if (!Array.isArray(value) || value.length % size !== 0 || !value.every(isIndex))
    throw misshapen('its calls are no numbers');
  return value as readonly number[];
};

const misshapen = (what: string): Error => new Error(`What the song handed out is no song: ${what}.`);
