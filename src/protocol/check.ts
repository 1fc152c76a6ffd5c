// The door of the protocol: whatever arrives is checked before anything reads it.
// A message that is not one of the union is refused with the reason in words, and never throws.

import { targetSounds } from '../check/figures.ts';
import { limits } from '../engine/program.ts';
import type { SoundRequest } from '../engine/sounds/requests.ts';
import { deliveryTargets } from '../vocabulary/delivery.ts';
import { programGuard, sampleGuard, samplesGuard } from './check-program.ts';
import { songGuard, waveGuard } from './check-song.ts';
import { deskGestures } from './check-strips.ts';
import { hostActions, panelActions } from './commands.ts';
import { metronomeLevels, mostCountIn, swapPoints } from './live-settings.ts';
import { type BounceOptions, type FromPanel, mostBounceFrames, stageStates, type ToPanel } from './panel.ts';
import {
  between,
  count,
  fields,
  finite,
  flag,
  type Guard,
  list,
  oneOf,
  optional,
  row,
  text,
  union,
} from './shape.ts';
import type { SectionGiven, ValueGiven } from './song-commands.ts';
import { type FromStage, stageThemes, type ToStage } from './stage.ts';
import { type FromStudio, mostText, type ToStudio } from './studio.ts';

export type Checked<T> =
  | { readonly ok: true; readonly message: T }
  | { readonly ok: false; readonly reason: string };

export const checkFromPanel = (value: unknown): Checked<FromPanel> => checked(fromPanel, value);
export const checkToPanel = (value: unknown): Checked<ToPanel> => checked(toPanel, value);
export const checkSectionGiven = (value: unknown): Checked<SectionGiven> => checked(sectionGiven, value);
export const checkValueGiven = (value: unknown): Checked<ValueGiven> => checked(valueGiven, value);
export const checkFromStudio = (value: unknown): Checked<FromStudio> => checked(fromStudio, value);
export const checkToStudio = (value: unknown): Checked<ToStudio> => checked(toStudio, value);

export const checkToStage = (value: unknown): Checked<ToStage> => checked(toStage, value);
export const checkFromStage = (value: unknown): Checked<FromStage> => checked(fromStage, value);

export const checkSoundRequest = (value: unknown): Checked<SoundRequest> => checked(soundRequest, value);

function checked<T>(guard: Guard, value: unknown): Checked<T> {
  try {
    const reason = guard(value, 'message');
    return reason === undefined ? { ok: true, message: value as T } : { ok: false, reason };
  } catch (error) {
    // Only something that is not plain data gets here, as an object whose fields throw.
    return {
      ok: false,
      reason: `message cannot be read: ${error instanceof Error ? error.message : 'it throws'}`,
    };
  }
}

const name = text(200);
const sentence = text(4000);
const share = between(0, 1);
const range = { from: count, to: count };
const nothing = fields({});

const address = text(10_000);
const sectionGiven = fields({ uri: address, section: name });
const valueGiven = fields({ uri: address, path: name, value: name });

/** The choices of a bounce; the panel's and the hosts' menus show them in this order. */
export const bounceRates: readonly BounceOptions['rate'][] = [44100, 48000, 88200, 96000];
export const bounceBits: readonly BounceOptions['bits'][] = ['16', '24', '32f'];
export const bounceFormats: readonly NonNullable<BounceOptions['format']>[] = ['wav', 'flac'];
/** Places that play all songs equally loud. */
export const bounceTargets: readonly string[] = deliveryTargets
  .map(({ name }) => name)
  .filter((name) => targetSounds[name]?.loudness !== undefined);

const bounceOptions = fields({
  rate: oneOf(bounceRates),
  bits: oneOf(bounceBits),
  format: optional(oneOf(bounceFormats)),
  from: optional(name),
  to: optional(name),
  bars: optional(fields({ from: count, to: count })),
  target: optional(oneOf(bounceTargets)),
  stems: optional(oneOf([true])),
});

const bounceState = union('state', {
  running: fields({ share, secondsLeft: optional(finite) }),
  done: fields({
    file: text(10_000),
    seconds: finite,
    startSeconds: finite,
    peakDb: finite,
    truePeakDb: finite,
    loudness: finite,
    waveform: list(share, 10_000),
    levelling: optional(fields({ gainDb: finite, aimed: finite, heldBack: flag })),
    sound: optional(fields({ bounce: count, sampleRate: between(8000, 384_000), frames: count })),
    stems: optional(list(fields({ name, file: text(10_000), peakDb: finite }), 100)),
    notes: optional(list(sentence, 1000)),
  }),
  cancelled: nothing,
  failed: fields({ reason: sentence }),
});

const barTime = row(finite, between(1, 1e9));
const noteAt = { begin: barTime, word: name };
const gesture = union('do', {
  rearrange: fields({
    placements: list(fields({ section: name, repeats: count, from: optional(count) }), 10_000),
  }),
  resize: fields({ section: name, bars: count }),
  velocity: fields({ from: count, begins: list(barTime, 10_000), velocity: share }),
  roll: fields({
    from: count,
    edits: list(
      fields({ note: optional(fields(noteAt)), to: optional(fields({ ...noteAt, end: barTime })) }),
      10_000,
    ),
  }),
  ...deskGestures,
});

const tempo = between(1, 2000);
const live = fields({
  swap: oneOf(swapPoints),
  countIn: between(0, mostCountIn),
  metronome: flag,
  metronomeLevel: between(metronomeLevels.min, metronomeLevels.max),
});

const byte = between(0, 255);
const picture = fields({
  playing: flag,
  seconds: finite,
  bar: count,
  beat: count,
  beats: count,
  toCount: count,
  section: finite,
  share,
  queued: optional(finite),
  wave: list(byte, 1024),
  bands: list(byte, 256),
});

const fromPanel = union('type', {
  ready: nothing,
  set: fields({ request: count, version: count, path: name, value: name }),
  gesture: fields({ request: count, version: count, gesture }),
  reveal: fields(range),
  startBounce: fields({ options: bounceOptions }),
  cancelBounce: nothing,
  readBounce: fields({ bounce: count, from: count, count: between(1, mostBounceFrames) }),
  transportChanged: fields({ playing: flag, bar: finite, beat: finite }),
  sounding: fields({ version: count, ids: list(count, 10_000), light: count, toldMs: finite, dueMs: finite }),
  command: fields({ command: oneOf(hostActions) }),
  settings: fields({ settings: live }),
  nudge: fields({ bpm: optional(tempo) }),
  tapped: fields({ bpm: optional(tempo) }),
  picture: fields({ picture }),
  report: fields({ level: oneOf(['error', 'warning']), message: sentence }),
});

const problem = fields({
  ...range,
  rule: name,
  severity: oneOf(['error', 'warning', 'information']),
  message: text(100_000),
  line: between(1, Number.MAX_SAFE_INTEGER),
  track: optional(name),
  section: optional(name),
});

const roll = fields({
  name: text(500),
  ...range,
  bars: count,
  beats: count,
  notes: list(
    fields({
      begin: barTime,
      end: barTime,
      word: name,
      midi: list(finite, 100),
      velocity: share,
      hit: optional(name),
      ...range,
    }),
    limits.events,
  ),
  names: list(name, 128),
  scale: list(between(0, 11), 12),
  locked: optional(sentence),
  velocityLocked: optional(sentence),
});

const toPanel = union('type', {
  roll: fields({ version: count, roll: optional(roll) }),
  sample: fields({ sample: sampleGuard }),
  wave: fields({ wave: waveGuard }),
  song: fields({ version: count, song: songGuard, program: programGuard }),
  problems: fields({
    version: count,
    problems: list(problem, 100_000),
    playing: oneOf(['current', 'last good']),
  }),
  refused: fields({ request: count, reason: sentence, stale: flag }),
  accepted: fields({ request: count }),
  transport: fields({ action: oneOf(panelActions) }),
  playFrom: fields({ bar: count }),
  loopAt: fields({ bar: count }),
  queueAt: fields({ bar: count }),
  cursor: fields({ bar: optional(count) }),
  settings: fields({ settings: live }),
  lit: fields({ light: count }),
  stage: fields({ state: oneOf(stageStates) }),
  bounce: fields({ state: bounceState }),
  bounceSound: fields({ bounce: count, from: count, channels: list(samplesGuard, 2) }),
});

const disk = text(100);
const file = fields({ name: text(1000), text: text(mostText), disk });

const filePath = text(1000);
const found = fields({ ok: oneOf([true]), id: filePath, text: text(mostText) });
const missing = fields({ ok: oneOf([false]), reason: sentence });
const openedFile: Guard = (value, at) => (found(value, at) === undefined ? undefined : missing(value, at));

const soundRequest = union('kind', {
  sampler: fields({
    source: optional(filePath),
    preset: optional(name),
    files: list(row(name, filePath), 1000),
  }),
  kit: fields({ source: filePath }),
  response: fields({ source: name }),
  wavetable: fields({ source: name }),
  file: fields({ source: filePath }),
});

const toStudio = union('type', {
  opened: fields({ file }),
  changed: fields({ file }),
  removed: fields({ name: text(1000) }),
  saved: fields({ request: count, disk }),
  notSaved: fields({ request: count, reason: sentence, file: optional(file) }),
  bounce: fields({ state: bounceState }),
  other: fields({ path: filePath, from: filePath, opened: openedFile }),
  otherChanged: fields({ id: filePath }),
  refused: fields({ reason: sentence }),
});

const toStage = union('type', {
  text: fields({ title: sentence, language: oneOf(['song', 'typescript']), text: text(mostText) }),
  sections: fields({ sections: list(fields({ name, bar: count, bars: count }), 100_000) }),
  lit: fields({ places: list(fields(range), 10_000) }),
  cursor: fields({ offset: count }),
  picture: fields({ picture }),
  theme: fields({ theme: oneOf(stageThemes) }),
});

const fromStage = union('type', {
  ready: nothing,
  theme: fields({ theme: oneOf(stageThemes) }),
  close: nothing,
  fullScreen: nothing,
});

const fromStudio = union('type', {
  save: fields({ request: count, text: text(mostText), over: disk }),
  startBounce: fields({ text: text(mostText), options: bounceOptions }),
  cancelBounce: nothing,
  open: fields({ path: filePath, from: filePath }),
});
