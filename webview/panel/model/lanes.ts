// Lanes as the panel edits them: what can move, where a point stands in words, and what a lane says between its
// points. Pure.

import { meterAt } from '../../../src/music/meter.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { GesturePoint, PanelLane, PanelPoint } from '../../../src/protocol/strip-view.ts';
import type { LaneShape } from '../../../src/song/place.ts';
import { level, pan, sendLevel } from '../../../src/vocabulary/mixer.ts';
import type { NumberParameter } from '../../../src/vocabulary/parameter.ts';
import type { Control } from './control.ts';

export const laneShapes: readonly LaneShape[] = ['linear', 'exponential', 'curve', 'step'];

/** The parameter that a control's lane moves; undefined for what does not move by degrees. */
export function laneParameter({
  kind,
  setting,
}: Pick<Control, 'kind' | 'setting'>): NumberParameter | undefined {
  if (setting) return setting.parameter.kind === 'number' ? setting.parameter : undefined;
  switch (kind) {
    case 'level':
      return level;
    case 'pan':
      return pan;
    case 'send':
      return sendLevel;
    default:
      return undefined;
  }
}

/** The controls that can move over time, by the path of their lane. */
export function laneControls(controls: ReadonlyMap<string, Control>): ReadonlyMap<string, Control> {
  const found = new Map<string, Control>();
  for (const control of controls.values()) {
    if (control.lane !== undefined && laneParameter(control)) found.set(control.lane, control);
  }
  return found;
}

/** Where a lane of that path and section plays, and what is written of it. */
export const laneOf = (song: PanelSong, path: string, section: string | undefined): PanelLane | undefined =>
  song.lanes.find((lane) => lane.path === path && lane.section === section);

/** Where a lane in a section plays, in bars of the song; the whole song where it stands in none. */
export const placesOf = (song: PanelSong, section: string | undefined): PanelLane['places'] =>
  section === undefined
    ? [{ bar: 0, bars: song.bars }]
    : song.sections.filter(({ name }) => name === section).map(({ bar, bars }) => ({ bar, bars }));

/** Hundredths of a beat: finer than a hand means. */
const finest = 100;

/** A place in bars, put on the beats of its meter: \`divisions\` of a beat. */
export function snapped(
  song: Pick<PanelSong, 'meters'>,
  base: number,
  bars: number,
  divisions = finest,
): number {
  const { beats } = meterAt(song.meters, Math.floor(base + bars + 1e-9));
  const steps = beats * divisions;
  return Math.round(bars * steps) / steps;
}

/**
 * A place as a person writes it: \`bar 3\`, \`bar 3 beat 2.5\`; the ends of a section by share, and where \`share\` is
 * wanted all that are whole hundredths of it.
 * @param base    bar of the song at which the lane's first place begins
 * @param bars    from there
 * @param length  of the section in bars; undefined for the song
 */
export function placeText(
  song: Pick<PanelSong, 'meters'>,
  base: number,
  bars: number,
  length: number | undefined,
  { share = false }: { readonly share?: boolean } = {},
): string {
  if (length !== undefined && (share || bars <= 0 || bars >= length)) {
    const percent = (Math.min(Math.max(bars / length, 0), 1) * 100).toFixed(2);
    const isWhole = Math.abs(Number(percent) - Math.round(Number(percent))) < 0.005;
    if (bars <= 0 || bars >= length || isWhole) return `${Math.round(Number(percent))}%`;
  }
  const bar = Math.floor(bars + 1e-6);
  const { beats } = meterAt(song.meters, Math.floor(base) + bar);
  const beat = Math.round((bars - bar) * beats * finest) / finest + 1;
  if (beat >= beats + 1) return `bar ${bar + 2}`;
  return beat <= 1 ? `bar ${bar + 1}` : `bar ${bar + 1} beat ${beat}`;
}

/** What a lane says at a place, in bars from its start: as the timeline reads it where the tempo is steady. */
export function laneValue(
  points: readonly Pick<PanelPoint, 'bars' | 'value' | 'shape'>[],
  bars: number,
): number {
  const sorted = [...points].sort((one, other) => one.bars - other.bars);
  const next = sorted.findIndex((point) => point.bars > bars);
  const [before, after] = [
    sorted[(next < 0 ? sorted.length : next) - 1],
    next < 0 ? undefined : sorted[next],
  ];
  if (!before) return after?.value ?? 0;
  if (!after || after.shape === 'step') return before.value;
  const share = (bars - before.bars) / (after.bars - before.bars);
  const span = after.value - before.value;
  switch (after.shape) {
    case 'exponential':
      return before.value * after.value > 0
        ? before.value * (after.value / before.value) ** share
        : before.value + span * share;
    case 'curve':
      return before.value + span * share * share * (3 - 2 * share);
    default:
      return before.value + span * share;
  }
}

/** The points of a lane as a gesture has them, all as they are. */
export const keptPoints = ({ points }: PanelLane): readonly (GesturePoint & { readonly bars: number })[] =>
  points.map(({ at, text, shape, bars }, point) => ({ at, value: text, shape, point, bars }));
