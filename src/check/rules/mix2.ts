// MIX2: one part hides another.

import { barsHeard, type Part, partsOf, type SoundContext, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { barsInWords, decibels, powerIn } from '../measured.ts';
import type { Finding, Rule } from '../rule.ts';

export const mix2: Rule = {
  id: 'MIX2',
  tier: 'audio',
  severity: 'warning',
  title: 'One part masks another',
  why: `Where a louder part sounds in the same bands at the same time, a softer one is not heard, however good it is: it only
takes headroom. Give one of them another place: an octave, an EQ, the other side, or the gaps of the rhythm. Parts are
compared bar by bar in thirds of an octave, where the softer one has what makes it heard. Told of is a part that is covered
nearly everywhere it plays; drums are left out, since what is heard of them are the attacks, and so are parts that another one
doubles in pitch, which is an arrangement.`,
  examples: {
    fires: `song "Buried" { tempo 120bpm, key A minor }
instrument wide = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
instrument soft = PolySynth(Synth) { oscillator: triangle, envelope.sustain: 90% }
track pad  { instrument: wide, level: -6dB }
track keys { instrument: soft, level: -24dB }
section verse 4 bars { pad: "[a3,c4,e4,g4]", keys: "c4 e4 c4 e4" }
arrange verse
`,
    silent: `song "Beside" { tempo 120bpm, key A minor }
instrument wide = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
instrument soft = PolySynth(Synth) { oscillator: triangle, envelope.sustain: 90% }
track pad  { instrument: wide, level: -18dB }
track keys { instrument: soft, level: -9dB }
section verse 4 bars { pad: "[a3,c4,e4,g4]", keys: "c4 e4 c4 e4" }
arrange verse
`,
  },
  hasNoFix: true,
  check: withSound((context) => {
    const parts = partsOf(context).filter(({ midi }) => midi !== undefined);
    return parts.flatMap((part) => {
      const worst = parts
        .filter((other) => other !== part)
        .map((other) => ({ other, ...covered(part, other, context) }))
        .sort((left, right) => right.bars.length - left.bars.length)[0];
      const heard = barsHeard(part).length;
      if (!worst || heard === 0 || worst.bars.length < context.figure(figures.maskedBars) * heard) return [];
      return [told(part, worst.other, worst.bars, worst.centre)];
    });
  }),
};

/** Bars in which `other` covers nearly all of a part, and the middle of what it covers. */
const covered = (
  part: Part,
  other: Part,
  { measured: { bandHertz }, figure }: SoundContext,
): { readonly bars: readonly number[]; readonly centre: number } => {
  const count = bandHertz.length;
  const over = figure(figures.maskedBy);
  let [octaves, weight] = [0, 0];
  const bars = barsHeard(part).filter((bar) => {
    let [hidden, all] = [0, 0];
    const powers = bandHertz.map((_, band) => powerIn(part.sound, bar, [band], count));
    const loudest = decibels(Math.max(...powers));
    for (const [band, power] of powers.entries()) {
      // What lies further below the part's own loudest band does not make it heard.
      const counts = Math.max(0, decibels(power) - loudest + 24);
      if (counts === 0) continue;
      all += counts;
      if (decibels(powerIn(other.sound, bar, [band], count)) - decibels(power) < over) continue;
      hidden += counts;
      octaves += counts * Math.log2(bandHertz[band]!);
      weight += counts;
    }
    return all > 0 && hidden / all >= figure(figures.maskedShare);
  });
  return { bars, centre: weight > 0 ? 2 ** (octaves / weight) : 0 };
};

const told = (part: Part, other: Part, bars: readonly number[], centre: number): Finding => {
  const [name, by] = [part.track.name.name, other.track.name.name];
  return {
    id: part.track.name.id,
    also: [other.track.name.id],
    message: `${name} is hidden by ${by} around ${inHertz(centre)} in ${barsInWords(bars)}. Turn ${by} down there, move one of them by an octave or to the side, or raise ${name}.`,
  };
};

const inHertz = (hertz: number): string =>
  hertz >= 1000 ? `${(hertz / 1000).toFixed(1)} kHz` : `${Math.round(hertz / 10) * 10} Hz`;
