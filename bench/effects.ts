// What an insert costs: nanoseconds for one stereo sample of each effect, and that as a ratio to an EQ3 in the same
// run. Run: npm run bench -- effects

import { effects } from '../src/vocabulary/effects.ts';
import { CoreEffect, type Settings } from '../test/sound/effects/core-effects.ts';
import { noise } from '../test/sound/effects/inputs.ts';
import { type Figure, tell } from './figures.ts';

const blockFrames = 128;
const blocks = 6000;

/** What is asked of an effect so that it works: a band that does something, a pitch that moves. */
const busy: Readonly<Record<string, Settings>> = {
  ParametricEQ: {
    'band1.type': 'highpass',
    'band1.frequency': 35,
    'band2.type': 'bell',
    'band2.gain': -2,
    'band3.type': 'bell',
    'band3.gain': 3,
    'band4.type': 'highshelf',
    'band4.gain': 2,
  },
  PitchShift: { pitch: 7 },
  FrequencyShifter: { frequency: 42 },
  Chebyshev: { order: 5 },
  Limiter: { threshold: -12 },
};

const sound = noise(0.5);
/** Of a hall: two seconds. */
const response = noise(2, 0.1);
const figures: Figure[] = [];
for (const { name } of effects) {
  // Measured beside each: what else the machine does comes and goes.
  const reference = await nanoseconds('EQ3');
  const cost = await nanoseconds(name);
  figures.push({
    what: `an insert of ${name}`,
    ours: `${cost.toFixed(1)} ns a stereo sample, ${Math.floor(1e9 / 48000 / cost)} in real time`,
    reference: `EQ3: ${reference.toFixed(1)} ns`,
    ratio: `${(cost / reference).toFixed(2)} x its time`,
  });
}
tell(figures);

/** The quickest of five runs: the others met something else at work on the machine. */
async function nanoseconds(name: string): Promise<number> {
  const effect = await CoreEffect.fresh(name, busy[name] ?? {});
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn++) {
    // There is sound in its memory from the start.
    effect.restart(busy[name] ?? {});
    if (name === 'Convolver') effect.load(response);
    effect.render(sound);
    const start = performance.now();
    effect.spin(sound, blocks);
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / (blocks * blockFrames);
}
