// The notes and the recordings of the part of the song that is drawn, as one picture. Drawn when the song, a mute, the zoom or
// the page changes, not while it plays or is scrolled a little.

import type { PanelNote, PanelSong, Wave } from '../../../src/protocol/song-view.ts';
import { type ArrangementView, barStep, type Extent } from '../model/arrangement-view.ts';
import { trackColourOn } from '../parts/track-colour.ts';
import { type Surface, useCanvas } from '../parts/use-canvas.ts';
import { drawClips } from './draw-clips.ts';

interface Props {
  readonly view: ArrangementView;
  readonly song: PanelSong;
  /** Pictures of its recordings, by hash. */
  readonly waves: ReadonlyMap<string, Wave>;
  /** For each track, whether it is muted or another one is soloed. */
  readonly silent: readonly boolean[];
}

const padding = 4;
const noteHeight = 2.5;
const gap = 1;
/** More notes than this in a pixel are one grey whatever they are: so many of them are drawn. */
const notesPerPixel = 1.5;

export function Notes({ view, song, waves, silent }: Props) {
  const [drawn, rows, barWidth, rowHeight] = [
    view.drawn.value,
    view.drawnRows.value,
    view.barWidth.value,
    view.rowHeight.value,
  ];
  const ref = useCanvas(
    (surface) =>
      drawSong(surface, { song, waves, silent, drawn, rows, barWidth, rowHeight, element: ref.current! }),
    [song, waves, silent.join(), drawn, rows, barWidth, rowHeight],
  );
  return (
    <canvas
      class="notes"
      ref={ref}
      style={{
        left: `${drawn.from}px`,
        width: `${Math.max(0, drawn.to - drawn.from)}px`,
        top: `${rows.from * rowHeight}px`,
        height: `${Math.max(0, rows.to - rows.from) * rowHeight}px`,
      }}
    />
  );
}

interface Picture {
  readonly song: PanelSong;
  readonly waves: ReadonlyMap<string, Wave>;
  readonly silent: readonly boolean[];
  readonly drawn: Extent;
  readonly rows: Extent;
  readonly barWidth: number;
  readonly rowHeight: number;
  readonly element: Element;
}

function drawSong({ context, width, height }: Surface, picture: Picture): void {
  const { song, waves, silent, drawn, rows, barWidth, rowHeight, element } = picture;
  context.save();
  context.translate(-drawn.from, -rows.from * rowHeight);
  drawGrid(context, picture, width, height);
  const sections = sectionsIn(song, drawn.from / barWidth, drawn.to / barWidth);
  for (let track = rows.from; track < rows.to; track++) {
    const top = track * rowHeight;
    const colour = trackColourOn(element, song.tracks[track]!, track);
    const presence = silent[track] ? 0.25 : 1;
    drawClips(context, track, { top, height: rowHeight, colour, presence }, { song, waves, drawn, barWidth });
    context.fillStyle = colour;
    for (const section of sections) {
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
        { presence, drawn },
      );
    }
  }
  context.restore();
}

/** The sections of which a part lies between two places in bars; they ascend. */
function sectionsIn({ sections }: PanelSong, from: number, to: number): PanelSong['sections'] {
  const first = sections.findIndex(({ bar, bars }) => bar + bars > from);
  if (first < 0) return [];
  const behind = sections.findIndex(({ bar }, index) => index > first && bar >= to);
  return sections.slice(first, behind < 0 ? undefined : behind);
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
  { presence, drawn }: { readonly presence: number; readonly drawn: Extent },
): void {
  const thick = Math.min(noteHeight, box.height / 3);
  const step = Math.max(1, Math.ceil(notes.length / Math.max(8, box.width * notesPerPixel)));
  for (let index = 0; index < notes.length; index += step) {
    const [start, length, pitch, velocity] = notes[index]!;
    const left = box.left + start * box.width;
    // A sixteenth in a three-minute song is thinner than a pixel: it must still be seen.
    const width = Math.max(1.25, length * box.width - 0.75);
    if (left > drawn.to) break;
    if (left + width < drawn.from) continue;
    context.globalAlpha = (0.45 + 0.55 * velocity) * presence;
    context.fillRect(left, box.top + (1 - pitch) * (box.height - thick), width, thick);
  }
}

function drawGrid(context: CanvasRenderingContext2D, picture: Picture, width: number, height: number): void {
  const { song, drawn, rows, barWidth, rowHeight, element } = picture;
  const style = getComputedStyle(element);
  const top = rows.from * rowHeight;
  const line = (bar: number): void => context.fillRect(Math.round(bar * barWidth), top, 1, height);
  context.fillStyle = style.getPropertyValue('--grid').trim();
  // Lines closer than this are a grey carpet.
  const step = barStep(barWidth, 14);
  const last = Math.min(song.bars, drawn.to / barWidth);
  for (let bar = Math.floor(drawn.from / barWidth / step) * step; bar < last; bar += step) line(bar);
  for (let row = Math.max(1, rows.from); row < rows.to; row++)
    context.fillRect(drawn.from, Math.round(row * rowHeight), width, 1);
  context.fillStyle = style.getPropertyValue('--line').trim();
  for (const { bar } of sectionsIn(song, drawn.from / barWidth, last)) if (bar > 0) line(bar);
}
