// The door for what program.ts of the engine says: the song as it is played, and the recorded sound in it.

import { laneParts, limits } from '../engine/program.ts';
import { toneTable } from '../vocabulary/tone-table.ts';
import { between, builtIn, count, fields, finite, type Guard, list, oneOf, optional, text } from './shape.ts';

const name = text(200);

export const samplesGuard = builtIn('Float32Array');
export const sampleGuard = fields({
  hash: text(400),
  sampleRate: between(1, 1_000_000),
  channels: list(samplesGuard, 2),
});

const port = between(0, limits.ports - 1);
const bus = between(0, limits.buses - 1);
const stripProgram = {
  strip: samplesGuard,
  inserts: list(
    fields({
      effect: count,
      parameters: samplesGuard,
      key: optional(between(0, limits.tracks - 1)),
      response: optional(between(0, limits.samples - 1)),
      plug: optional(port),
    }),
    limits.inserts,
  ),
};
const sends = list(fields({ bus, gain: finite, pre: optional(oneOf([true])) }), limits.buses);

/** Plain data in groups, as deep as Tone.js has them. */
const plugOptions: Guard = (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} must be an object`;
  for (const [word, option] of Object.entries(value)) {
    const isNumbers = Array.isArray(option) && option.every((one) => typeof one === 'number');
    if (isNumbers || ['number', 'string', 'boolean'].includes(typeof option)) continue;
    const wrong = at.length > 200 ? `${at} is too deep` : plugOptions(option, `${at}.${word}`);
    if (wrong) return wrong;
  }
  return undefined;
};

export const programGuard = fields({
  sampleRate: between(8000, 384_000),
  lengthSamples: count,
  tracks: list(
    fields({
      name,
      hash: name,
      instrument: between(-1, 1000),
      plug: optional(port),
      voices: between(1, limits.voices),
      instrumentParameters: samplesGuard,
      zones: samplesGuard,
      ...stripProgram,
      sends,
      events: builtIn('ArrayBuffer'),
      eventCount: between(0, limits.events),
      clips: optional(builtIn('ArrayBuffer')),
    }),
    limits.tracks,
  ),
  buses: list(fields({ name, ...stripProgram, sends }), limits.buses),
  master: fields(stripProgram),
  lanes: list(
    fields({
      strip: oneOf(['track', 'bus', 'master']),
      index: count,
      part: oneOf(laneParts),
      of: count,
      slot: count,
      decibels: optional(oneOf([true])),
      points: builtIn('ArrayBuffer'),
    }),
    limits.lanes,
  ),
  samples: list(sampleGuard, limits.samples),
  plugs: list(
    fields({
      id: text(100_000),
      place: text(100_000),
      type: oneOf(toneTable.map((row) => row.name)),
      options: plugOptions,
      voices: optional(between(1, limits.voices)),
    }),
    limits.plugs,
  ),
  barSamples: builtIn('Uint32Array'),
  beatSamples: builtIn('Uint32Array'),
  sectionSamples: builtIn('Uint32Array'),
});
