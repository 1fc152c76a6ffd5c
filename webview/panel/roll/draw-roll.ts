// The picture of the piano roll: rows shaded by the key, beats and bars as lines, notes as boxes.

import type { PanelRoll } from '../../../src/protocol/gestures.ts';
import type { Box, Row } from '../model/roll.ts';
import type { Surface } from '../parts/use-canvas.ts';

export interface RollPicture {
  readonly roll: PanelRoll;
  readonly rows: readonly Row[];
  readonly boxes: readonly Box[];
  readonly rowHeight: number;
  readonly perBar: number;
  readonly caret: { readonly row: number; readonly step: number };
  readonly preview: Box | undefined;
  readonly held: Box | undefined;
}

export function drawRoll({ context, width, height }: Surface, element: Element, picture: RollPicture): void {
  const { roll, rows, boxes, rowHeight, perBar, caret, preview, held } = picture;
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const barWidth = width / roll.bars;

  for (const [index, row] of rows.entries()) {
    context.fillStyle = row.isTonic
      ? colour('--roll-tonic')
      : row.isInScale
        ? colour('--roll-row')
        : colour('--roll-outside');
    context.fillRect(0, index * rowHeight, width, rowHeight - 1);
  }
  // Lines closer than this are a grey carpet.
  const stepWidth = barWidth / perBar;
  if (stepWidth >= 6) {
    context.fillStyle = colour('--grid');
    for (let step = 1; step < perBar * roll.bars; step++)
      context.fillRect(Math.round(step * stepWidth), 0, 1, height);
  }
  context.fillStyle = colour('--line');
  for (let beat = 1; beat < roll.beats * roll.bars; beat++) {
    const isBar = beat % roll.beats === 0;
    context.globalAlpha = isBar ? 1 : 0.45;
    context.fillRect(Math.round((beat / roll.beats) * barWidth), 0, isBar ? 1.5 : 1, height);
  }
  context.globalAlpha = 1;

  const draw = (box: Box, fill: string, alpha: number): void => {
    const left = box.begin * barWidth;
    const wide = Math.max(3, (box.end - box.begin) * barWidth - 1.5);
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.beginPath();
    context.roundRect(left + 0.5, box.row * rowHeight + 1, wide, rowHeight - 3, 3);
    context.fill();
    if (wide > 26) {
      context.fillStyle = colour('--roll-word');
      context.font = `10px ${colour('--font')}`;
      context.textBaseline = 'middle';
      context.fillText(box.note.word, left + 4, box.row * rowHeight + rowHeight / 2, wide - 6);
    }
    context.globalAlpha = 1;
  };
  for (const box of boxes) draw(box, colour('--roll-note'), held?.note === box.note ? 0.35 : 1);
  if (preview) draw(preview, colour('--accent'), 0.9);

  context.strokeStyle = colour('--accent');
  context.lineWidth = 1.5;
  context.strokeRect(
    caret.step * stepWidth + 0.75,
    caret.row * rowHeight + 0.75,
    Math.max(3, stepWidth - 1.5),
    rowHeight - 2.5,
  );
}
