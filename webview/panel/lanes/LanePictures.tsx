// The lanes over the arrangement: each as a line in the row of its track, the whole height of the row for the way of
// its control. A picture; they are edited in the editor under the arrangement.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { laneControls, laneParameter, laneValue } from '../model/lanes.ts';
import type { Panel } from '../model/panel.ts';
import { placeOn } from '../model/travel.ts';
import { trackColourOn } from '../parts/track-colour.ts';
import { useCanvas } from '../parts/use-canvas.ts';

export function LanePictures({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const { view } = panel;
  const [drawn, rows, barWidth, rowHeight] = [
    view.drawn.value,
    view.drawnRows.value,
    view.barWidth.value,
    view.rowHeight.value,
  ];
  const controls = laneControls(panel.desk.controls.value);
  const ref = useCanvas(
    ({ context }) => {
      context.translate(-drawn.from, -rows.from * rowHeight);
      for (const lane of song.lanes) {
        const control = controls.get(lane.path);
        const parameter = control && laneParameter(control);
        if (!parameter || control.strip !== 'track' || lane.points.length === 0) continue;
        if (control.index < rows.from || control.index >= rows.to) continue;
        const top = control.index * rowHeight + 2;
        context.strokeStyle = trackColourOn(ref.current!, song.tracks[control.index]!, control.index);
        context.lineWidth = 1.5;
        for (const { bar, bars } of lane.places) {
          context.beginPath();
          const width = bars * barWidth;
          for (let x = 0; x <= width; x += 2) {
            const y = top + (1 - placeOn(parameter, laneValue(lane.points, x / barWidth))) * (rowHeight - 4);
            if (x === 0) context.moveTo(bar * barWidth, y);
            else context.lineTo(bar * barWidth + x, y);
          }
          context.stroke();
        }
      }
    },
    [song, controls, drawn, rows, barWidth, rowHeight],
  );
  return (
    <canvas
      class="notes lane-pictures"
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
