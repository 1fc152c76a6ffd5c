// The door for what strip-view.ts says: effects, instruments, lanes, and the gestures that change them.

import type { LaneShape } from '../song/place.ts';
import { count, fields, finite, flag, type Guard, list, oneOf, optional, text } from './shape.ts';

const name = text(200);
const sentence = text(4000);
const range = { from: count, to: count };
const shapes: readonly LaneShape[] = ['linear', 'exponential', 'step', 'curve'];

const numberOrWord: Guard = (value, at) =>
  typeof value === 'string' ? sentence(value, at) : finite(value, at);

const values = list(fields({ path: name, value: numberOrWord, text: sentence }), 1000);

/** By what stands behind the strip's or the instrument's name, each a reason and the code. */
export const lockedGuard: Guard = (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} must be an object`;
  const lock = fields({ reason: sentence, ...range });
  for (const [path, one] of Object.entries(value)) {
    const wrong = name(path, `${at} key`) ?? lock(one, `${at}.${path}`);
    if (wrong) return wrong;
  }
  return undefined;
};

export const insertGuard = fields({
  effect: name,
  summary: sentence,
  values,
  bypassed: optional(oneOf([true])),
  key: optional(name),
  ...range,
});

export const instrumentGuard = fields({
  name,
  type: name,
  values,
  locked: optional(lockedGuard),
  ...range,
});

export const lanesGuard = list(
  fields({
    path: name,
    section: optional(name),
    places: list(fields({ bar: finite, bars: finite }), 100_000),
    points: list(
      fields({ at: name, bars: finite, value: finite, text: name, shape: oneOf(shapes) }),
      100_000,
    ),
    wave: optional(sentence),
    locked: optional(fields({ reason: sentence, ...range })),
    ...range,
  }),
  10_000,
);

/** Gestures of the mixer and of lanes, by what they do. */
export const deskGestures = {
  sets: fields({ values: list(fields({ path: name, value: name }), 1000) }),
  chain: fields({ strip: name, effects: list(name, 100) }),
  bands: fields({
    strip: name,
    effect: optional(name),
    bands: list(fields({ type: name, frequency: name, gain: optional(name), Q: optional(name) }), 100),
  }),
  automate: fields({
    path: name,
    section: optional(name),
    points: list(fields({ at: name, value: name, shape: oneOf(shapes), point: optional(count) }), 10_000),
  }),
};

export const sendGuard = fields({ bus: name, levelDb: finite, pre: optional(flag) });
