// The recordings of the arrangement as waveforms, in the part that is drawn.

import type { PanelClip, PanelSong, Wave } from '../../../src/protocol/song-view.ts';
import type { Extent } from '../model/arrangement-view.ts';
import { swing } from '../model/clip-picture.ts';
import { barsAt, secondsAt } from '../model/places.ts';

interface Lanes {
  readonly song: PanelSong;
  readonly waves: ReadonlyMap<string, Wave>;
  readonly drawn: Extent;
  readonly barWidth: number;
}

interface Row {
  readonly top: number;
  readonly height: number;
  readonly colour: string;
  /** 1, or less where the track is silent. */
  readonly presence: number;
}

export function drawClips(
  context: CanvasRenderingContext2D,
  track: number,
  { top, height, colour, presence }: Row,
  lanes: Lanes,
): void {
  const { song, waves, drawn, barWidth } = lanes;
  context.fillStyle = colour;
  for (const clip of song.clips) {
    if (clip.track !== track) continue;
    const left = barsAt(song, clip.startSeconds) * barWidth;
    const right = barsAt(song, clip.startSeconds + clip.lengthSeconds) * barWidth;
    if (right < drawn.from || left > drawn.to) continue;
    context.globalAlpha = 0.16 * presence;
    context.beginPath();
    context.roundRect(left + 1, top + 1, Math.max(1, right - left - 2), height - 2, 3);
    context.fill();
    const wave = waves.get(clip.wave);
    if (!wave) continue;
    context.globalAlpha = 0.85 * presence;
    const [from, to] = [Math.max(left, drawn.from), Math.min(right, drawn.to)];
    for (let x = Math.floor(from); x < to; x++) {
      const [low, high] = columnOf(clip, wave, song, [x / barWidth, (x + 1) / barWidth]);
      const middle = top + height / 2;
      const reach = height / 2 - 3;
      context.fillRect(x, middle - high * reach, 1, Math.max(1, (high - low) * reach));
    }
  }
}

const columnOf = (
  clip: PanelClip,
  wave: Wave,
  song: PanelSong,
  [from, to]: readonly [number, number],
): readonly [number, number] => swing(clip, wave, secondsAt(song, from), secondsAt(song, to));
