// The notes of the whole song as one picture. Drawn when the song, a mute or the size changes, not while
// it plays.

import type { PanelNote, PanelSong } from '../../../src/protocol/song-view.ts';
import { trackColourOn } from '../parts/track-colour.ts';
import { type Surface, useCanvas } from '../parts/use-canvas.ts';

interface Props {
  readonly song: PanelSong;
  /** For each track, whether it is muted or another one is soloed. */
  readonly silent: readonly boolean[];
}

const padding = 4;
const noteHeight = 2.5;
const gap = 1;

export function Notes({ song, silent }: Props) {
  const ref = useCanvas((surface) => drawSong(surface, song, silent, ref.current!), [song, silent.join()]);
  return <canvas class="notes" ref={ref} />;
}

function drawSong(
  { context, width, height }: Surface,
  song: PanelSong,
  silent: readonly boolean[],
  element: Element,
): void {
  const rowHeight = height / Math.max(1, song.tracks.length);
  const barWidth = width / song.bars;
  drawGrid(context, song, width, height, element);
  song.tracks.forEach((strip, track) => {
    const top = track * rowHeight;
    context.fillStyle = trackColourOn(element, strip, track);
    const presence = silent[track] ? 0.25 : 1;
    for (const section of song.sections) {
      const notes = section.cells[track];
      if (!notes || notes.length === 0) continue;
      const left = section.bar * barWidth;
      const cellWidth = section.bars * barWidth;
      context.globalAlpha = 0.16 * presence;
      context.beginPath();
      context.roundRect(left + gap, top + gap, Math.max(1, cellWidth - 2 * gap), rowHeight - 2 * gap, 3);
      context.fill();
      drawNotes(
        context,
        notes,
        { left: left + gap, top: top + padding, width: cellWidth - 2 * gap, height: rowHeight - 2 * padding },
        presence,
      );
    }
  });
  context.globalAlpha = 1;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawNotes(
  context: CanvasRenderingContext2D,
  notes: readonly PanelNote[],
  box: Box,
  presence: number,
): void {
  const thick = Math.min(noteHeight, box.height / 3);
  for (const [start, length, pitch, velocity] of notes) {
    context.globalAlpha = (0.45 + 0.55 * velocity) * presence;
    // A sixteenth in a three-minute song is thinner than a pixel: it must still be seen.
    const width = Math.max(1.25, length * box.width - 0.75);
    context.fillRect(
      box.left + start * box.width,
      box.top + (1 - pitch) * (box.height - thick),
      width,
      thick,
    );
  }
}

function drawGrid(
  context: CanvasRenderingContext2D,
  song: PanelSong,
  width: number,
  height: number,
  element: Element,
): void {
  const style = getComputedStyle(element);
  const barWidth = width / song.bars;
  // Lines closer than this are a grey carpet.
  const step = [1, 2, 4, 8, 16].find((bars) => bars * barWidth >= 14) ?? 32;
  context.fillStyle = style.getPropertyValue('--grid').trim();
  for (let bar = step; bar < song.bars; bar += step)
    context.fillRect(Math.round(bar * barWidth), 0, 1, height);
  const rowHeight = height / Math.max(1, song.tracks.length);
  for (let row = 1; row < song.tracks.length; row++)
    context.fillRect(0, Math.round(row * rowHeight), width, 1);
  context.fillStyle = style.getPropertyValue('--line').trim();
  for (const section of song.sections)
    if (section.bar > 0) context.fillRect(Math.round(section.bar * barWidth), 0, 1, height);
}
