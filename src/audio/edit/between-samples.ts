// A sound between its samples: a sinc under a Kaiser window, of 16 samples, from a table of places.

const taps = 16;
const places = 256;
const table = makeTable();

/** The value at a place, in samples; silence stands around the sound. On a sample it is that sample. */
export function valueAt(channel: Float32Array, place: number): number {
  const whole = Math.floor(place);
  const rest = place - whole;
  if (rest === 0) return channel[whole] ?? 0;
  const row = Math.round(rest * places) * taps;
  const from = whole - taps / 2 + 1;
  let sum = 0;
  if (from >= 0 && from + taps <= channel.length)
    for (let tap = 0; tap < taps; tap++) sum += table[row + tap]! * channel[from + tap]!;
  else for (let tap = 0; tap < taps; tap++) sum += table[row + tap]! * (channel[from + tap] ?? 0);
  return sum;
}

function makeTable(): Float64Array {
  const made = new Float64Array((places + 1) * taps);
  for (let place = 0; place <= places; place++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const x = tap - taps / 2 + 1 - place / places;
      const weight = sinc(0.95 * x) * window(x / (taps / 2));
      made[place * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) made[place * taps + tap]! /= sum;
  }
  return made;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Kaiser's, from -1 to 1. */
function window(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(7 * Math.sqrt(1 - x * x)) / bessel(7);
}

/** The modified Bessel function of order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; k < 30; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
