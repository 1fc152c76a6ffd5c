// What every fader, pan and send does with pointer and keyboard: relative dragging, fine with Shift,
// double-click to rest, arrows, and one release per gesture. The look is the caller's.

import { useRef } from 'preact/hooks';

export interface Slider {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value in its own unit, where \`value\` is a place on its way. */
  readonly shown?: number;
  /** The value as a screen reader says it, with its unit. */
  readonly spoken: string;
  readonly vertical?: boolean;
  /** Where a double-click puts it. */
  readonly rest: number;
  /** Steps of the arrow keys: small with Shift, large with Page Up and Page Down. */
  readonly steps: { readonly fine: number; readonly normal: number; readonly coarse: number };
  /** Place 0..1 of a value on its way, and back. */
  readonly placeOf: (value: number) => number;
  readonly valueAt: (place: number) => number;
  /** Why it can't be moved, where it can't. */
  readonly locked?: string | undefined;
  /** Pixels that the cap itself takes of the element's length. */
  readonly capPixels: number;
  readonly move: (value: number) => void;
  readonly release: () => void;
  readonly cancel: () => void;
}

const fineShare = 0.2;
/** Keys held and repeated are one gesture; it ends when they rest this long. */
const keyRestMs = 450;

interface Drag {
  place: number;
  at: number;
  readonly length: number;
  moved: boolean;
}

/** Attributes for the element that stands for the slider. */
export function useSlider(slider: Slider) {
  const drag = useRef<Drag | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The timer outlives the rendering that set it.
  const latest = useRef(slider);
  latest.current = slider;

  const along = (event: PointerEvent): number => (slider.vertical ? -event.clientY : event.clientX);
  const hold = (value: number): void => slider.move(Math.min(slider.max, Math.max(slider.min, value)));
  const endKeys = (): void => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current.release();
  };
  const endDrag = (end: 'release' | 'cancel'): void => {
    if (!drag.current) return;
    const { moved } = drag.current;
    drag.current = undefined;
    if (moved) slider[end]();
  };

  return {
    role: 'slider' as const,
    tabIndex: 0,
    'aria-label': slider.label,
    'aria-orientation': slider.vertical ? ('vertical' as const) : ('horizontal' as const),
    'aria-valuemin': slider.min,
    'aria-valuemax': slider.max,
    'aria-valuenow': slider.value,
    'aria-valuetext': slider.locked === undefined ? slider.spoken : `${slider.spoken}, ${slider.locked}`,
    'aria-readonly': slider.locked !== undefined,

    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0 || slider.locked !== undefined) return;
      const element = event.currentTarget as HTMLElement;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      endKeys();
      const box = element.getBoundingClientRect();
      const length = Math.max(1, (slider.vertical ? box.height : box.width) - slider.capPixels);
      drag.current = { place: slider.placeOf(slider.value), at: along(event), length, moved: false };
      event.preventDefault();
    },
    onPointerMove(event: PointerEvent): void {
      const current = drag.current;
      if (!current) return;
      const distance = along(event) - current.at;
      if (distance === 0) return;
      current.at = along(event);
      current.place += (distance / current.length) * (event.shiftKey ? fineShare : 1);
      current.moved = true;
      hold(slider.valueAt(Math.min(1, Math.max(0, current.place))));
    },
    onPointerUp: () => endDrag('release'),
    onPointerCancel: () => endDrag('cancel'),
    onLostPointerCapture: () => endDrag('release'),
    onDblClick(): void {
      if (slider.locked !== undefined) return;
      slider.move(slider.rest);
      slider.release();
    },
    onBlur: endKeys,
    onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape' && drag.current) {
        endDrag('cancel');
        return;
      }
      const value = afterKey(slider, event);
      if (value === undefined || slider.locked !== undefined) return;
      event.preventDefault();
      event.stopPropagation();
      hold(Math.round(value * 10_000) / 10_000);
      clearTimeout(timer.current);
      timer.current = setTimeout(endKeys, keyRestMs);
    },
  };
}

function afterKey(
  { value, min, max, rest, steps }: Slider,
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const step = shiftKey ? steps.fine : steps.normal;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return value + step;
    case 'ArrowDown':
    case 'ArrowLeft':
      return value - step;
    case 'PageUp':
      return value + steps.coarse;
    case 'PageDown':
      return value - steps.coarse;
    case 'Home':
      return min;
    case 'End':
      return max;
    case 'Delete':
    case 'Backspace':
    case '0':
      return rest;
    default:
      return undefined;
  }
}
