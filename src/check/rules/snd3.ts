// SND3: a bass that a phone cannot play.

import { bassOf, partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { bandsBetween, decibels, meanPower } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const snd3: Rule = {
  id: 'SND3',
  tier: 'audio',
  severity: 'information',
  title: 'A bass that is gone on a phone',
  why: `The speaker of a phone ends at 200 to 300 Hz. A bass of which everything lies below is not heard there at all: the
song has no bass line on the device that most people listen to. Overtones carry the line for it, and the ear supplies the
fundamental: a saw or a square in the place of a sine, a filter that is opened a little, some distortion. Looks at the
lowest part that plays below C3 for the most part; drums do without.`,
  examples: {
    fires: `song "Gone" { tempo 120bpm }
instrument deep = Synth { oscillator: sine, envelope.attack: 20ms, envelope.release: 200ms }
track bass { instrument: deep, level: -6dB }
section verse 4 bars { bass: "a1 e1 a1 g1" }
arrange verse
`,
    silent: `song "There" { tempo 120bpm }
instrument deep = Synth { oscillator: sawtooth, envelope.attack: 20ms, envelope.release: 200ms }
track bass { instrument: deep, level: -6dB }
section verse 4 bars { bass: "a1 e1 a1 g1" }
arrange verse
`,
  },
  check: withSound((context) => {
    const { figure, timeline, measured, index } = context;
    const bass = bassOf(partsOf(context));
    if (!bass) return [];
    const all: readonly [number, number] = [0, timeline.bars];
    const count = measured.bandHertz.length;
    const edge = figure(figures.phoneBelow);
    const heard = meanPower(bass.sound, all, bandsBetween(measured.bandHertz, edge, 20_000), count);
    const whole = meanPower(bass.sound, all, bandsBetween(measured.bandHertz, 0, 20_000), count);
    const share = decibels(heard / whole);
    if (!(share < figure(figures.phoneLeast))) return [];
    const instrument = index.instruments.get(bass.track.instrument?.name ?? '');
    const isSine = instrument?.settings.some(
      ({ path, value }) => path === 'oscillator' && value.value === 'sine',
    );
    return [
      {
        id: bass.track.name.id,
        ...(instrument ? { also: [instrument.name.id] } : {}),
        message: `${bass.track.name.name} is gone on a phone: what it has above ${edge} Hz is ${Math.min(99, -share).toFixed(0)} dB below the rest of it. Give it overtones: a saw or a square, an open filter, some distortion.`,
        ...(instrument && isSine
          ? {
              fixes: [
                {
                  title: `Let ${instrument.name.name} play a saw`,
                  changes: [{ do: 'set', path: `${instrument.name.name}.oscillator`, value: 'sawtooth' }],
                },
              ] as const,
            }
          : {}),
      },
    ];
  }),
};
