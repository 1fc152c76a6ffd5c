// The piano roll of the pattern at the cursor: notes put in with a click, moved and stretched by dragging,
// taken out with a double click or Delete; the keyboard does all of it with a caret of its own.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { GestureNote, PanelRoll } from '../../../src/protocol/gestures.ts';
import type { Panel } from '../model/panel.ts';
import {
  adding,
  type Box,
  boxAt,
  boxesOf,
  deleting,
  grids,
  inBars,
  moving,
  type Row,
  resizing,
  rowsOf,
  spokenTime,
} from '../model/roll.ts';
import { counted } from '../model/words.ts';
import { Icon } from '../parts/Icon.tsx';
import { useCanvas } from '../parts/use-canvas.ts';
import { drawRoll } from './draw-roll.ts';
import { VelocityLane } from './VelocityLane.tsx';

/** Of notes, which are many, and of drums, which are words. */
const rowHeights = { notes: 14, drums: 22 };
/** Pixels at the right end of a note that stretch it. */
const edge = 7;

/** What the hand does, and how far it has come. */
interface Drag {
  readonly kind: 'move' | 'stretch';
  readonly box: Box;
  readonly x: number;
  readonly row: number;
  readonly steps: number;
  readonly rows: number;
}

export function Roll({ panel }: { readonly panel: Panel }) {
  const isOpen = panel.isRollOpen.value;
  const roll = panel.roll.value;
  return (
    <section class="roll" aria-label="Piano roll">
      <header class="roll-head">
        <button type="button" class="roll-toggle" aria-expanded={isOpen} onClick={panel.toggleRoll}>
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} /> Piano roll
        </button>
        {roll ? (
          <>
            <strong>{roll.name}</strong>
            <span class="roll-length">{counted(roll.bars, 'bar')}</span>
          </>
        ) : (
          isOpen && <span class="roll-hint">Put the cursor into a pattern in the text to see its notes.</span>
        )}
      </header>
      {isOpen && roll && <Grid key={roll.name} panel={panel} roll={roll} />}
    </section>
  );
}

function Grid({ panel, roll }: { readonly panel: Panel; readonly roll: PanelRoll }) {
  const grid = useSignal(3);
  const caret = useSignal({ row: -1, step: 0 });
  const drag = useSignal<Drag | undefined>(undefined);
  const area = useRef<HTMLDivElement>(null);
  const rows = rowsOf(roll);
  const boxes = boxesOf(roll, rows);
  const isDrums = rows.every(({ hit }) => hit !== undefined);
  const rowHeight = isDrums ? rowHeights.drums : rowHeights.notes;
  const perBar = roll.beats * grids[grid.value]!.steps;
  const steps = perBar * roll.bars;
  const at = {
    row:
      caret.value.row < 0
        ? Math.max(0, boxes[0]?.row ?? Math.floor(rows.length / 2))
        : Math.min(caret.value.row, rows.length - 1),
    step: Math.min(caret.value.step, steps - 1),
  };
  const preview = drag.value && previewOf(drag.value, rows, perBar);
  const ref = useCanvas(
    (surface) =>
      drawRoll(surface, ref.current!, {
        roll,
        rows,
        boxes,
        rowHeight,
        perBar,
        caret: at,
        preview,
        held: drag.value?.box,
      }),
    [roll, grid.value, at.row, at.step, preview, panel.bar.value],
  );
  const send = (edit: GestureNote): void => {
    if (roll.locked !== undefined) panel.notice.value = roll.locked;
    else panel.gesture({ do: 'roll', from: roll.from, edits: [edit] });
  };
  const pointOf = (event: MouseEvent): { row: number; bars: number; x: number } => {
    const box = area.current!.getBoundingClientRect();
    const x = event.clientX - box.left;
    return {
      x,
      row: Math.min(rows.length - 1, Math.max(0, Math.floor((event.clientY - box.top) / rowHeight))),
      bars: Math.min(roll.bars - 1e-6, Math.max(0, (x / box.width) * roll.bars)),
    };
  };
  const barWidth = (): number => area.current!.getBoundingClientRect().width / roll.bars;

  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { row, bars, x } = pointOf(event);
    caret.value = { row, step: Math.floor(bars * perBar) };
    const box = boxAt(boxes, row, bars);
    if (!box) return;
    area.current!.setPointerCapture(event.pointerId);
    const isEdge = box.end * barWidth() - x < Math.min(edge, ((box.end - box.begin) * barWidth()) / 2);
    drag.value = { kind: isEdge ? 'stretch' : 'move', box, x, row, steps: 0, rows: 0 };
  };
  const move = (event: PointerEvent): void => {
    const held = drag.value;
    if (!held) return;
    const { row, x } = pointOf(event);
    const stepped = Math.round(((x - held.x) / barWidth()) * perBar);
    drag.value = { ...held, steps: stepped, rows: held.kind === 'move' ? row - held.row : 0 };
  };
  const release = (): void => {
    const held = drag.value;
    drag.value = undefined;
    if (!held || (held.steps === 0 && held.rows === 0)) return;
    const edit =
      held.kind === 'stretch'
        ? resizing(held.box, held.steps, perBar)
        : moving(held.box, held.steps, rows[held.box.row + held.rows], perBar);
    send(edit);
  };
  const click = (event: MouseEvent): void => {
    const { row, bars } = pointOf(event);
    const box = boxAt(boxes, row, bars);
    if (event.detail === 2 && box) send(deleting(box));
    else if (event.detail === 1 && !box) send(adding(rows[row]!, Math.floor(bars * perBar), perBar));
  };
  const under = boxAt(boxes, at.row, (at.step + 0.5) / perBar);
  const onKey = (event: KeyboardEvent): void => {
    const step = (columns: number, down: number): void => {
      if (event.altKey && under)
        send(moving(under, columns, down === 0 ? undefined : rows[under.row + down], perBar));
      else if (event.shiftKey && under && columns !== 0) send(resizing(under, columns, perBar));
      caret.value = {
        row: Math.min(rows.length - 1, Math.max(0, at.row + (event.shiftKey ? 0 : down))),
        step: Math.min(steps - 1, Math.max(0, at.step + (event.shiftKey ? 0 : columns))),
      };
    };
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => step(-1, 0),
      ArrowRight: () => step(1, 0),
      ArrowUp: () => step(0, -1),
      ArrowDown: () => step(0, 1),
      Home: () => (caret.value = { ...at, step: 0 }),
      End: () => (caret.value = { ...at, step: steps - 1 }),
      Enter: () => under ?? send(adding(rows[at.row]!, at.step, perBar)),
      Delete: () => under && send(deleting(under)),
      Backspace: () => under && send(deleting(under)),
      Escape: () => (drag.value = undefined),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  };
  const spoken = `${rows[at.row]?.word ?? ''}, ${spokenTime(at.step / perBar, roll.beats)}${under ? `, ${under.note.word} from ${spokenTime(under.begin, roll.beats)}, velocity ${Math.round(under.note.velocity * 100)} %` : ', empty'}`;
  return (
    <>
      <div class="roll-tools">
        <label>
          Grid{' '}
          <select value={grid.value} onChange={(event) => (grid.value = Number(event.currentTarget.value))}>
            {grids.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {roll.locked !== undefined && (
          <span class="roll-locked">
            <Icon name="lock" /> {roll.locked}
          </span>
        )}
        <output class="roll-place" aria-live="polite">
          {spoken}
        </output>
      </div>
      <div class="roll-scroll">
        <div
          class={isDrums ? 'roll-keys is-drums' : 'roll-keys'}
          style={{ height: `${rows.length * rowHeight}px` }}
          aria-hidden="true"
        >
          {rows.map((row) => (
            <span
              key={row.word}
              class={`${row.isBlack ? 'is-black' : ''} ${row.isTonic ? 'is-tonic' : ''}`}
              style={{ height: `${rowHeight}px` }}
            >
              {row.hit !== undefined || row.isTonic || (row.midi ?? 0) % 12 === 0 ? row.word : ''}
            </span>
          ))}
        </div>
        <div
          class={`roll-grid ${drag.value ? 'is-dragging' : ''}`}
          ref={area}
          role="application"
          aria-roledescription="piano roll"
          aria-label={`Notes of ${roll.name}: arrows move the caret, Enter puts a note in, Delete takes it out, Alt with arrows moves it, Shift with arrows stretches it`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the grid takes keys, as an application does.
          tabIndex={0}
          style={{ height: `${rows.length * rowHeight}px`, minWidth: `${roll.bars * 120}px` }}
          onPointerDown={press}
          onPointerMove={move}
          onPointerUp={release}
          onPointerCancel={() => (drag.value = undefined)}
          onClick={click}
          onKeyDown={onKey}
        >
          <canvas ref={ref} />
        </div>
        <VelocityLane
          roll={roll}
          caret={(at.step + 0.5) / perBar}
          onSet={(begins, velocity) => {
            if (roll.velocityLocked !== undefined) panel.notice.value = roll.velocityLocked;
            else panel.gesture({ do: 'velocity', from: roll.from, begins, velocity });
          }}
        />
      </div>
    </>
  );
}

/** The box as it would lie if the hand let go now. */
function previewOf(
  { kind, box, steps, rows: down }: Drag,
  rows: readonly Row[],
  perBar: number,
): Box | undefined {
  const { to } =
    kind === 'stretch' ? resizing(box, steps, perBar) : moving(box, steps, rows[box.row + down], perBar);
  if (!to) return undefined;
  return { note: box.note, row: box.row + down, begin: inBars(to.begin), end: inBars(to.end) };
}
