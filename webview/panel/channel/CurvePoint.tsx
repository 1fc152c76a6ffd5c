// A point on a curve: dragged (Shift for fine), turned by the wheel, moved by keys; one release a gesture, Escape takes
// a drag back. What the moves mean is the caller's.

import { useRef } from 'preact/hooks';

interface Props {
  /** What it is dragged over. */
  readonly field: { readonly current: HTMLElement | null };
  readonly class: string;
  /** Shares of the field, from its top left. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** Of what it stands for first. */
  readonly range: { readonly min: number; readonly max: number; readonly now: number };
  /** All that it stands for, as a screen reader says it. */
  readonly spoken: string;
  readonly title: string;
  readonly text: string;
  /** Why it can't be moved, where it can't. */
  readonly locked?: string | undefined;
  /** By shares of the field, rightwards and downwards. */
  readonly drag: (dx: number, dy: number) => void;
  /** The wheel, upwards or downwards. */
  readonly turn?: (direction: 1 | -1) => void;
  /** A key, and how far of its usual way it goes; false where it means nothing here. */
  readonly press: (key: string, step: number) => boolean;
  /** A double click. */
  readonly rest: () => void;
  readonly remove?: () => void;
  readonly release: () => void;
  readonly cancel: () => void;
}

const fineShare = 0.2;
/** Keys and wheel are one gesture until they rest this long. */
const restMs = 450;

export function CurvePoint(props: Props) {
  const held = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The timer outlives the rendering that set it.
  const latest = useRef(props);
  latest.current = props;
  const isLocked = props.locked !== undefined;

  const soon = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current.release(), restMs);
  };
  const end = (by: 'release' | 'cancel'): void => {
    const moved = held.current?.moved;
    held.current = undefined;
    if (moved) latest.current[by]();
  };
  const move = (event: PointerEvent): void => {
    if (!held.current) return;
    const box = props.field.current!.getBoundingClientRect();
    const share = event.shiftKey ? fineShare : 1;
    const dx = ((event.clientX - held.current.x) / box.width) * share;
    const dy = ((event.clientY - held.current.y) / box.height) * share;
    if (dx === 0 && dy === 0) return;
    held.current = { x: event.clientX, y: event.clientY, moved: true };
    props.drag(dx, dy);
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    if (key === 'Escape' && held.current) end('cancel');
    else if (isLocked) return;
    else if (props.remove && (key === 'Delete' || key === 'Backspace')) props.remove();
    else if (props.press(key, shiftKey ? fineShare : 1)) soon();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      role="slider"
      class={`curve-point ${props.class} ${isLocked ? 'is-locked' : ''}`}
      style={{ left: `${props.x * 100}%`, top: `${props.y * 100}%` }}
      aria-label={props.label}
      aria-valuemin={props.range.min}
      aria-valuemax={props.range.max}
      aria-valuenow={props.range.now}
      aria-valuetext={isLocked ? `${props.spoken}, ${props.locked}` : props.spoken}
      aria-readonly={isLocked}
      title={props.title}
      onPointerDown={(event) => {
        if (event.button !== 0 || isLocked) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        event.preventDefault();
        held.current = { x: event.clientX, y: event.clientY, moved: false };
      }}
      onPointerMove={move}
      onPointerUp={() => end('release')}
      onPointerCancel={() => end('cancel')}
      onWheel={(event) => {
        if (!props.turn || isLocked) return;
        event.preventDefault();
        props.turn(event.deltaY < 0 ? 1 : -1);
        soon();
      }}
      onDblClick={(event) => {
        event.stopPropagation();
        if (!isLocked) props.rest();
      }}
      onKeyDown={onKey}
    >
      {props.text}
    </button>
  );
}
