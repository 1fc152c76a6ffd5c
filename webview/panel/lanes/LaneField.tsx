// The points of one lane over time, where the arrangement has them. A point is a control of its own: arrows move it,
// C changes its curve, Delete takes it out, and its place and value can be typed.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { GesturePoint, PanelLane } from '../../../src/protocol/strip-view.ts';
import type { NumberParameter } from '../../../src/vocabulary/parameter.ts';
import { clamp } from '../model/fader-law.ts';
import { keptPoints, laneShapes, laneValue, placesOf, placeText, snapped } from '../model/lanes.ts';
import type { Panel } from '../model/panel.ts';
import { placeOn, readTyped, rounded, spokenSetting, valueOn, writtenSetting } from '../model/travel.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { useCanvas } from '../parts/use-canvas.ts';
import { ValueField } from '../parts/ValueField.tsx';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly path: string;
  readonly section: string | undefined;
  /** What is written of it, if anything. */
  readonly lane: PanelLane | undefined;
  readonly parameter: NumberParameter;
  /** What the control says where no lane does. */
  readonly resting: number;
}

interface Held {
  readonly point: number;
  readonly bars: number;
  readonly value: number;
}

const stepShare = 0.01;

export function LaneField({ panel, song, path, section, lane, parameter, resting }: Props) {
  const { view } = panel;
  const held = useSignal<Held | undefined>(undefined);
  const chosen = useSignal(0);
  const field = useRef<HTMLDivElement>(null);
  const pointer = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const places = lane?.places ?? placesOf(song, section);
  const [place] = places;
  const base = place?.bar ?? 0;
  const length = place?.bars ?? song.bars;
  const locked =
    lane?.locked?.reason ?? (lane?.wave === undefined ? undefined : `A wave moves this: ${lane.wave}`);
  const written = lane ? keptPoints(lane) : [];
  const points = (lane?.points ?? []).map((point, index) =>
    held.value?.point === index ? { ...point, bars: held.value.bars, value: held.value.value } : point,
  );
  const usesShares = written.some(({ at }) => at.endsWith('%'));
  const textAt = (bars: number): string =>
    placeText(song, base, bars, section === undefined ? undefined : length, { share: usesShares });
  const send = (all: readonly (GesturePoint & { readonly bars: number })[]): void => {
    const sorted = [...all].sort((one, other) => one.bars - other.bars);
    panel.gesture({
      do: 'automate',
      path,
      ...(section !== undefined && { section }),
      points: sorted.map(({ bars: _, ...point }) => point),
    });
  };
  const change = (
    index: number,
    to: { readonly bars?: number; readonly value?: number; readonly shape?: GesturePoint['shape'] },
  ): void => {
    const bars = to.bars === undefined ? undefined : clamp(to.bars, 0, length);
    send(
      written.map((point, at) =>
        at === index
          ? {
              ...point,
              ...(bars !== undefined && { bars, at: textAt(bars) }),
              ...(to.value !== undefined && { value: writtenSetting(parameter, to.value) }),
              ...(to.shape && { shape: to.shape }),
            }
          : point,
      ),
    );
  };
  const add = (bars: number, value: number): void => {
    if (locked !== undefined) return;
    const at = clamp(snapped(song, base, bars, 4), 0, length);
    send([
      ...written,
      { bars: at, at: textAt(at), value: writtenSetting(parameter, value), shape: 'linear' },
    ]);
  };
  const remove = (index: number): void => send(written.filter((_, at) => at !== index));
  const release = (): void => {
    const now = held.value;
    if (now) change(now.point, { bars: now.bars, value: now.value });
    held.value = undefined;
  };
  const hold = (
    index: number,
    by: { readonly bars?: number; readonly share?: number },
    isFine: boolean,
  ): void => {
    const point = points[index]!;
    const bars = clamp(point.bars + (by.bars ?? 0), 0, length);
    held.value = {
      point: index,
      bars: isFine ? snapped(song, base, bars) : bars,
      value: by.share ? valueOn(parameter, placeOn(parameter, point.value) + by.share) : point.value,
    };
  };
  const ref = useCanvas(
    ({ context, width, height }) => {
      const style = getComputedStyle(ref.current!);
      const colour = (name: string): string => style.getPropertyValue(name).trim();
      context.translate(-view.left.value, 0);
      for (const one of places) {
        context.fillStyle = colour('--grid');
        context.fillRect(view.xOf(one.bar), 0, view.xOf(one.bars), height);
        if (points.length === 0) continue;
        context.strokeStyle = colour('--accent');
        context.lineWidth = 2;
        context.beginPath();
        const from = Math.max(0, view.left.value - view.xOf(one.bar));
        const to = Math.min(view.xOf(one.bars), view.left.value + width - view.xOf(one.bar));
        for (let x = from; x <= to; x += 2) {
          const y = (1 - placeOn(parameter, laneValue(points, view.barsAt(x)))) * height;
          context.lineTo(view.xOf(one.bar) + x, y);
        }
        context.stroke();
      }
    },
    [song, JSON.stringify(points), view.left.value, view.barWidth.value, view.width.value],
  );
  const spot = (event: MouseEvent): { readonly bars: number; readonly value: number } => {
    const box = field.current!.getBoundingClientRect();
    const at = view.barsAt(event.clientX - box.left + view.left.value);
    const within = places.find(({ bar, bars }) => at >= bar && at < bar + bars);
    return {
      bars: at - (within?.bar ?? base),
      value: valueOn(parameter, 1 - (event.clientY - box.top) / box.height),
    };
  };
  const active = points[chosen.value];
  return (
    <>
      <div class="lane-row">
        <span class="lane-name" title={path}>
          {path}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: points on a line are no fieldset. */}
        <div
          class={`lane-field ${locked === undefined ? '' : 'is-locked'}`}
          ref={field}
          role="group"
          aria-label={`Points of ${path}${section === undefined ? '' : ` in ${section}`}`}
          onDblClick={(event) => {
            if (event.target !== field.current && event.target !== ref.current) return;
            const { bars, value } = spot(event);
            if (bars >= 0 && bars <= length) add(bars, value);
          }}
        >
          <canvas ref={ref} />
          {places.map((one, copy) =>
            points.map((point, index) => (
              <button
                key={`${copy} ${index}`}
                type="button"
                role="slider"
                {...(copy > 0 && { tabIndex: -1, 'aria-hidden': true })}
                class={`lane-point is-${point.shape} ${chosen.value === index ? 'is-chosen' : ''}`}
                disabled={locked !== undefined}
                style={{
                  left: `${view.xOf(one.bar + point.bars) - view.left.value}px`,
                  top: `${(1 - placeOn(parameter, point.value)) * 100}%`,
                }}
                aria-label={`Point ${index + 1} of ${path}`}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(placeOn(parameter, point.value) * 100)}
                aria-valuetext={`${textAt(point.bars)}, ${spokenSetting(parameter, point.value)}${index > 0 ? `, ${point.shape}` : ''}`}
                title={`${textAt(point.bars)}: ${writtenSetting(parameter, point.value)} ${point.shape}`}
                onFocus={() => (chosen.value = index)}
                onPointerDown={(event) => {
                  if (event.button !== 0) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  event.currentTarget.focus({ preventScroll: true });
                  event.preventDefault();
                  pointer.current = { x: event.clientX, y: event.clientY, moved: false };
                }}
                onPointerMove={(event) => {
                  const from = pointer.current;
                  if (!from) return;
                  const fine = event.shiftKey ? 0.2 : 1;
                  const bars = view.barsAt(event.clientX - from.x) * fine;
                  const share = (-(event.clientY - from.y) / field.current!.clientHeight) * fine;
                  if (bars === 0 && share === 0) return;
                  pointer.current = { x: event.clientX, y: event.clientY, moved: true };
                  hold(index, { bars, share }, false);
                }}
                onPointerUp={() => {
                  const now = held.value;
                  if (pointer.current?.moved && now)
                    held.value = { ...now, bars: snapped(song, base, now.bars, 4) };
                  pointer.current = undefined;
                  release();
                }}
                onPointerCancel={() => {
                  pointer.current = undefined;
                  held.value = undefined;
                }}
                onKeyDown={(event) => {
                  const by = keyMoves(event, song, base);
                  if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
                  else if (event.key === 'c' || event.key === 'C')
                    change(index, {
                      shape: laneShapes[(laneShapes.indexOf(point.shape) + 1) % laneShapes.length]!,
                    });
                  else if (by) {
                    hold(index, by, true);
                    clearTimeout(rest.current);
                    rest.current = setTimeout(release, 450);
                  } else return;
                  event.preventDefault();
                  event.stopPropagation();
                }}
              >
                <span class="unseen">{index + 1}</span>
              </button>
            )),
          )}
        </div>
      </div>
      <div class="lane-bar" role="toolbar" aria-label="Point">
        <IconButton
          icon="add"
          label="Add a point at the playhead"
          disabled={locked !== undefined}
          onPress={() => {
            const at = panel.songBars();
            const within = places.find(({ bar, bars }) => at >= bar && at < bar + bars);
            const bars = within ? at - within.bar : 0;
            add(bars, points.length > 0 ? laneValue(points, bars) : resting);
          }}
        />
        {locked !== undefined && (
          <button type="button" class="lane-lock" onClick={() => lane && panel.reveal(lane.locked ?? lane)}>
            {locked}. Show the code
          </button>
        )}
        {active && locked === undefined && (
          <>
            <span>{textAt(active.bars)}</span>
            <ValueField
              label={`Value of point ${chosen.value + 1} of ${path}`}
              shown={writtenSetting(parameter, active.value)}
              take={(typed) => {
                const value = readTyped(parameter, typed, writtenSetting(parameter, active.value));
                if (value === undefined) return false;
                change(chosen.value, { value: rounded(parameter, value) });
                return true;
              }}
            />
            {chosen.value > 0 && (
              <select
                aria-label={`Curve to point ${chosen.value + 1} of ${path}`}
                value={active.shape}
                onChange={(event) =>
                  change(chosen.value, { shape: event.currentTarget.value as GesturePoint['shape'] })
                }
              >
                {laneShapes.map((shape) => (
                  <option key={shape} value={shape}>
                    {shape}
                  </option>
                ))}
              </select>
            )}
            <IconButton
              icon="trash"
              label={`Take point ${chosen.value + 1} out`}
              onPress={() => remove(chosen.value)}
            />
          </>
        )}
      </div>
    </>
  );
}

/** Arrows: a quarter of a beat, a hundredth of the way; with Shift a fifth of it. */
function keyMoves(
  event: KeyboardEvent,
  song: PanelSong,
  base: number,
): { readonly bars?: number; readonly share?: number } | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const fine = event.shiftKey ? 0.2 : 1;
  const step = (snapped(song, base, 1 / 16, 4) || 1 / 16) * fine;
  switch (event.key) {
    case 'ArrowRight':
      return { bars: step };
    case 'ArrowLeft':
      return { bars: -step };
    case 'ArrowUp':
      return { share: stepShare * fine };
    case 'ArrowDown':
      return { share: -stepShare * fine };
    default:
      return undefined;
  }
}
