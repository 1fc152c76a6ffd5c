// A sinc under a Kaiser window: what all our resampling filters are cut from. Worked out once, in double
// precision, with the language's own maths, so that every machine gets the same.

/** sin(pi x) / (pi x), with its first zero at x = 1. */
export function sinc(x: f64): f64 {
  if (Math.abs(x) < 1e-9) return 1;
  const angle = NativeMath.PI * x;
  return NativeMath.sin(angle) / angle;
}

/** The window at `x` from -1 to 1; 0 outside. `beta` 9 is some -90 dB beside the band, 10 some -100 dB. */
export function kaiser(x: f64, beta: f64): f64 {
  if (x <= -1 || x >= 1) return 0;
  return besselI0(beta * NativeMath.sqrt(1 - x * x)) / besselI0(beta);
}

/** Modified Bessel function of order 0, by its series. */
function besselI0(x: f64): f64 {
  let term: f64 = 1;
  let sum: f64 = 1;
  for (let k = 1; k < 50; k++) {
    term *= (x / (2 * <f64>k)) * (x / (2 * <f64>k));
    sum += term;
  }
  return sum;
}
