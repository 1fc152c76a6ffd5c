// What the audio thread says of itself, some sixty times a second: where the song stands, what waits, how loud each
// strip is. The newest of it, and the loudest since it was last looked at.

import {
  field,
  meterStart,
  meterStride,
  type ReportField,
  reductionStart,
  reportLength,
} from './messages.ts';

export class Reports {
  #newest: Float64Array = new Float64Array(reportLength);
  readonly #meters = new Float32Array(reportLength - meterStart);

  take(report: Float64Array): void {
    this.#newest = report;
    const count = this.value('strips') * meterStride;
    for (let index = 0; index < count; index++) {
      // Reductions are negative: the deepest counts.
      const value = Math.abs(report[meterStart + index]!);
      if (value > this.#meters[index]!) this.#meters[index] = value;
    }
  }

  value(name: ReportField): number {
    return this.#newest[field[name]]!;
  }

  /**
   * The loudest since `clearMeters`, five numbers a strip (tracks, buses, master): peakL, peakR, rmsL,
   * rmsR as linear gain, and by how many dB the strip is turned down. The same array every time.
   */
  get meters(): Float32Array {
    return this.#meters;
  }

  clearMeters(): void {
    this.#meters.fill(0);
  }

  /** dB by which each effect of the watched strip turns down, and behind the most there can be the master's limiter. */
  get reductions(): Float64Array {
    return this.#newest.subarray(reductionStart, meterStart);
  }
}
