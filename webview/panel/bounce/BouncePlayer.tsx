// The player of what was bounced: its waveform, which is also where to go, its figures, and the bounce
// before it to compare with, both as loud as the quieter one.

import { useEffect } from 'preact/hooks';
import { onFrame, wake } from '../model/frames.ts';
import type { Heard, Listening } from '../model/listening.ts';
import type { Panel } from '../model/panel.ts';
import { shownDb, shownTime, spokenDb } from '../model/words.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { useCanvas } from '../parts/use-canvas.ts';

const waveHeight = 84;

export function BouncePlayer({ panel }: { readonly panel: Panel }) {
  const { listening } = panel;
  useEffect(() => {
    const ended = onFrame(listening.draw);
    return () => {
      ended();
      listening.pause();
    };
  }, [listening]);
  const newest = listening.newest.value;
  const last = listening.last.value;
  if (!newest) return null;
  const isNew = listening.chosen.value === 'new' || !last;
  const shown = isNew ? newest : last;
  const playing = listening.isPlaying.value;
  const toggle = (): void => {
    // One sound at a time: the song waits while its bounce is heard.
    if (!playing) panel.pause();
    listening.toggle();
    wake();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) toggle();
    else if (event.key === 'x' && last) listening.choose(isNew ? 'last' : 'new');
    else return;
    event.preventDefault();
  };
  return (
    <section class="bounce-player" aria-label="Player" onKeyDown={onKey}>
      <Wave listening={listening} heard={shown} />
      <div class="bounce-player-bar">
        <IconButton
          class="play"
          icon={playing ? 'debug-pause' : 'play'}
          label={playing ? 'Pause the bounce' : 'Play the bounce'}
          keys="Space"
          onPress={toggle}
        />
        <Clock listening={listening} />
        {last && (
          <div class="bounce-compare" role="radiogroup" aria-label="Which bounce is heard">
            <Side listening={listening} which="new" text="This bounce" />
            <Side listening={listening} which="last" text="The last one" />
          </div>
        )}
      </div>
      <dl class="bounce-figures">
        <Figure name="Loudness" value={`${shownDb(shown.loudness)} LUFS`} />
        <Figure name="True peak" value={`${shownDb(shown.truePeakDb)} dBTP`} />
        <Figure name="Highest sample" value={`${shownDb(shown.peakDb)} dBFS`} />
      </dl>
      {last && <p class="bounce-match">{matchWords(listening)}</p>}
    </section>
  );
}

const matchWords = (listening: Listening): string => {
  const [one, other] = [listening.matchDb('new'), listening.matchDb('last')];
  const [which, by] = one < other ? ['This bounce', one] : ['The last one', other];
  return by > -0.05
    ? 'Both are as loud as each other. X switches between them.'
    : `${which} is turned down by ${spokenDb(-by)} here, so that both are as loud. X switches between them.`;
};

function Side({
  listening,
  which,
  text,
}: {
  readonly listening: Listening;
  readonly which: 'new' | 'last';
  readonly text: string;
}) {
  return (
    <label class="bounce-side">
      <input
        type="radio"
        name="bounce-side"
        checked={listening.chosen.value === which}
        onChange={() => listening.choose(which)}
      />
      <span>{text}</span>
    </label>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Clock({ listening }: { readonly listening: Listening }) {
  const { from, to } = listening.extent.value;
  return (
    <span class="bounce-clock">
      {shownTime(listening.seconds.value - from)} / {shownTime(to - from)}
    </span>
  );
}

function Wave({ listening, heard }: { readonly listening: Listening; readonly heard: Heard }) {
  const { from, to } = listening.extent.value;
  const length = Math.max(1e-3, to - from);
  const seconds = listening.seconds.value;
  const ref = useCanvas(
    ({ context, width, height }) => {
      const style = getComputedStyle(ref.current!);
      const colour = (name: string): string => style.getPropertyValue(name).trim();
      const { waveform } = heard;
      const left = ((heard.startSeconds - from) / length) * width;
      const columnWidth = ((heard.seconds / length) * width) / Math.max(1, waveform.length);
      const played = ((seconds - from) / length) * width;
      for (const [index, peak] of waveform.entries()) {
        const x = left + index * columnWidth;
        const tall = Math.max(1, peak * (height - 4));
        context.fillStyle = colour(x < played ? '--accent' : '--wave');
        context.fillRect(x, (height - tall) / 2, Math.max(1, columnWidth), tall);
      }
      context.fillStyle = colour('--text');
      context.fillRect(Math.max(0, played - 0.75), 0, 1.5, height);
    },
    [heard, seconds, from, to],
  );
  const seekAt = (event: PointerEvent): void => {
    const element = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown' && event.button === 0) element.setPointerCapture(event.pointerId);
    else if (event.buttons !== 1) return;
    const box = element.getBoundingClientRect();
    listening.seek(from + ((event.clientX - box.left) / box.width) * length);
    wake();
  };
  const onKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: seconds + 1,
      ArrowLeft: seconds - 1,
      ArrowUp: seconds + 1,
      ArrowDown: seconds - 1,
      PageUp: seconds + 10,
      PageDown: seconds - 10,
      Home: from,
      End: to,
    };
    const place = steps[event.key];
    if (place === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    listening.seek(place);
    wake();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="bounce-wave"
      role="slider"
      tabIndex={0}
      aria-label="Place in the bounce"
      aria-valuemin={0}
      aria-valuemax={Math.round(to - from)}
      aria-valuenow={Math.round(seconds - from)}
      aria-valuetext={`${shownTime(seconds - from)} of ${shownTime(to - from)}`}
      style={{ height: `${waveHeight}px` }}
      onPointerDown={seekAt}
      onPointerMove={seekAt}
      onKeyDown={onKey}
    >
      <canvas ref={ref} />
    </div>
  );
}
