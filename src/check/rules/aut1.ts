// AUT1: a level that jumps while something sounds.

import { targetAt } from '../../vocabulary/targets.ts';
import { written } from '../../vocabulary/written.ts';
import { figures } from '../figures.ts';
import { endSecondsOf, placementAt, playersOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const aut1: Rule = {
  id: 'AUT1',
  tier: 'timeline',
  severity: 'warning',
  title: 'A level that jumps while a note sounds',
  why: `A fader that jumps by many decibels in the middle of a note clicks: the wave has a step in it, and a step is all
frequencies at once. Ramp it, if only over a sixteenth. Between two notes nobody hears it, and down to silence it is a cut
that is meant: both are left alone, and so are sends (a throw into the echo opens at once) and where a curve begins and ends with its section.`,
  examples: {
    fires: `song "Click" { tempo 100bpm }
instrument soft = PolySynth(Synth) { envelope.sustain: 80% }
track pad { instrument: soft, level: -6dB }
section build 4 bars { pad: "a3 | c4@4 | e4 | c4" }
arrange build
automate pad.level in build { 0%: -6dB, bar 2 beat 3: -20dB step, 100%: -20dB }
`,
    silent: `song "Ramp" { tempo 100bpm }
instrument soft = PolySynth(Synth) { envelope.sustain: 80% }
track pad { instrument: soft, level: -6dB }
section build 4 bars { pad: "a3 | c4@4 | e4 | c4" }
arrange build
automate pad.level in build { 0%: -6dB, bar 2 beat 2: -6dB, bar 2 beat 3: -20dB, 100%: -20dB }
`,
  },
  check: (context) => {
    const [jump, within] = [context.figure(figures.levelJump), context.figure(figures.levelTime)];
    return context.timeline.lanes.flatMap(({ path, spans }): readonly Finding[] => {
      const target = targetAt(context.song, path.name);
      if (target?.parameter.path !== 'level') return [];
      return spans.flatMap(({ points }) =>
        points.flatMap((point, place): readonly Finding[] => {
          const before = points[place - 1];
          if (!before || typeof point.value !== 'number' || typeof before.value !== 'number') return [];
          const isSudden = point.shape === 'step' || point.seconds - before.seconds <= within;
          const by = point.value - before.value;
          const isCut = Math.min(point.value, before.value) <= silence;
          if (!isSudden || isCut || Math.abs(by) <= jump) return [];
          const name = target.path.split('.')[0]!;
          if (!soundsAcross(point.seconds, name, context)) return [];
          const text = ramped(point.bars, before.value, context);
          return [
            {
              id: point.id,
              message: `${target.path} jumps by ${written(Math.abs(by), 'decibels')} while a note sounds (bar ${Math.floor(point.bars.n / point.bars.d) + 1}), and that clicks. Ramp it over a sixteenth or more, or let it jump between two notes.`,
              ...(text === undefined || point.shape !== 'step'
                ? {}
                : {
                    fixes: [
                      {
                        title: 'Ramp it over a quarter of a beat',
                        changes: [
                          {
                            do: 'replace' as const,
                            id: point.id,
                            text: `${text}: ${written(before.value, 'decibels')}, ${placeText(point.bars, context)}: ${written(point.value, 'decibels')}`,
                          },
                        ],
                      },
                    ],
                  }),
            },
          ];
        }),
      );
    });
  },
};

/** In decibels: from there on a strip is off. */
const silence = -60;

const soundsAcross = (seconds: number, name: string, context: CheckContext): boolean =>
  playersOf(context)
    .filter(
      (player) =>
        name === 'master' || player.name === name || player.track.sends.some(({ bus }) => bus.name === name),
    )
    .some(({ notes }) =>
      notes.some((note) => note.startSeconds < seconds - 0.01 && endSecondsOf(note) > seconds + 0.01),
    );

type Bars = { readonly n: number; readonly d: number };

/** A quarter of a beat before a place, as a curve of the section writes it. */
const ramped = (bars: Bars, _value: number, context: CheckContext): string | undefined => {
  const beats = beatsAt(bars, context);
  const at = bars.n / bars.d - 1 / (4 * beats);
  const place = placementAt(context.timeline, Math.floor(at));
  return place && at >= place.bar ? writtenPlace(at - place.bar, beats) : undefined;
};

const placeText = (bars: Bars, context: CheckContext): string => {
  const at = bars.n / bars.d;
  const place = placementAt(context.timeline, Math.floor(at - 1e-9));
  return writtenPlace(at - (place?.bar ?? 0), beatsAt(bars, context));
};

const beatsAt = (bars: Bars, { timeline }: CheckContext): number => {
  const bar = Math.max(0, Math.floor(bars.n / bars.d - 1e-9));
  const point = timeline.meters.findLast((one) => one.bar <= bar) ?? timeline.meters[0]!;
  return point.meter.beats;
};

const writtenPlace = (bars: number, beats: number): string => {
  const bar = Math.floor(bars + 1e-9);
  const beat = Number(((bars - bar) * beats + 1).toFixed(3));
  return beat === 1 ? `bar ${bar + 1}` : `bar ${bar + 1} beat ${beat}`;
};
