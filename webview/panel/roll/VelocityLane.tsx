// Under the piano roll: how hard each note is played, as bars that are dragged up and down. Notes that begin
// together are one bar. A slider does the same for the note at the caret.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { BarTime, PanelRoll, RollNoteView } from '../../../src/protocol/gestures.ts';
import { inBars, spokenTime } from '../model/roll.ts';
import { useCanvas } from '../parts/use-canvas.ts';

interface Props {
  readonly roll: PanelRoll;
  /** Where the caret stands, in bars. */
  readonly caret: number;
  readonly onSet: (begins: readonly BarTime[], velocity: number) => void;
}

const height = 56;
/** Pixels beside a bar that still are it. */
const reach = 14;

export function VelocityLane({ roll, caret, onSet }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const drag = useSignal<{ readonly note: RollNoteView; readonly velocity: number } | undefined>(undefined);
  const held = drag.value;
  const ref = useCanvas(
    ({ context, width, height }) => {
      const style = getComputedStyle(ref.current!);
      const colour = (name: string): string => style.getPropertyValue(name).trim();
      const barWidth = width / roll.bars;
      context.fillStyle = colour('--grid');
      for (const level of [0.25, 0.5, 0.75]) context.fillRect(0, Math.round(height * (1 - level)), width, 1);
      for (const note of roll.notes) {
        const isHeld = held !== undefined && sameBegin(held.note, note);
        const velocity = isHeld ? held.velocity : note.velocity;
        const x = inBars(note.begin) * barWidth;
        const tall = Math.max(2, velocity * (height - 8));
        context.fillStyle = colour(isHeld ? '--accent' : '--roll-note');
        context.fillRect(x + 1, height - tall, 3, tall);
        context.beginPath();
        context.arc(x + 2.5, height - tall, 4, 0, 2 * Math.PI);
        context.fill();
      }
    },
    [roll, held],
  );
  const noteAt = (event: PointerEvent): RollNoteView | undefined => {
    const box = area.current!.getBoundingClientRect();
    const x = event.clientX - box.left;
    const far = (note: RollNoteView): number =>
      Math.abs((inBars(note.begin) / roll.bars) * box.width + 2.5 - x);
    const nearest = [...roll.notes].sort((a, b) => far(a) - far(b))[0];
    return nearest && far(nearest) <= reach ? nearest : undefined;
  };
  const levelAt = (event: PointerEvent): number => {
    const box = area.current!.getBoundingClientRect();
    const share = (box.bottom - event.clientY) / (box.height - 8);
    return Math.round(Math.min(1, Math.max(0.01, share)) * 100) / 100;
  };
  const press = (event: PointerEvent): void => {
    const note = event.button === 0 ? noteAt(event) : undefined;
    if (!note) return;
    area.current!.setPointerCapture(event.pointerId);
    drag.value = { note, velocity: levelAt(event) };
  };
  const move = (event: PointerEvent): void => {
    if (drag.value) drag.value = { ...drag.value, velocity: levelAt(event) };
  };
  const release = (): void => {
    const done = drag.value;
    drag.value = undefined;
    if (done && percent(done.velocity) !== percent(done.note.velocity))
      onSet([done.note.begin], done.velocity);
  };
  const under = roll.notes.find(
    ({ begin, end }) => inBars(begin) <= caret + 1e-9 && caret < inBars(end) - 1e-9,
  );
  const level = percent((held && under && sameBegin(held.note, under) ? held : under)?.velocity ?? 0);
  return (
    <>
      <div class="velocity-head">
        {under ? (
          <input
            type="range"
            min={1}
            max={100}
            step={1}
            value={level}
            aria-label={`Velocity of ${under.word}, ${spokenTime(inBars(under.begin), roll.beats)}`}
            aria-valuetext={`${level} %`}
            title={roll.velocityLocked ?? `Velocity of ${under.word}: ${level} %`}
            onChange={(event) => onSet([under.begin], event.currentTarget.valueAsNumber / 100)}
            onKeyDown={(event) => event.stopPropagation()}
          />
        ) : (
          <span class="dim">vel</span>
        )}
      </div>
      <div
        class={`velocity-lane ${held ? 'is-dragging' : ''}`}
        ref={area}
        title={roll.velocityLocked ?? 'Drag a bar: how hard the notes there are played'}
        style={{ height: `${height}px`, minWidth: `${roll.bars * 120}px` }}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => (drag.value = undefined)}
      >
        <canvas ref={ref} />
        {held && <output>{percent(held.velocity)} %</output>}
      </div>
    </>
  );
}

const percent = (velocity: number): number => Math.round(velocity * 100);

const sameBegin = (one: RollNoteView, other: RollNoteView): boolean =>
  inBars(one.begin) === inBars(other.begin);
