// Time in steps of 10 ms: what every meter here counts in, whatever the sample rate. A stretch of steps can
// then be asked for any of the figures, so that sections and bars need no meters of their own.

export const stepSeconds = 0.01;

/** The step in which a moment lies. */
export const stepAt = (seconds: number): number => Math.floor(seconds / stepSeconds + 1e-6);

/** A range of steps; the whole where absent. */
export interface Stretch {
  readonly from?: number;
  readonly to?: number;
}

/** Where steps end in samples: a rate that is no multiple of 100 has some that are a sample longer. */
const stepEnd = (step: number, rate: number): number => Math.round((step + 1) * rate * stepSeconds);

/** Cuts blocks of any length into steps. */
export interface StepCutter {
  /** `piece` is told of each part of the block that lies in one step, `full` of each end of a step. */
  cut(frames: number, piece: (from: number, to: number) => void, full: (frames: number) => void): void;
}

export const newStepCutter = (rate: number): StepCutter => {
  let [frame, step, began] = [0, 0, 0];
  return {
    cut(frames, piece, full) {
      for (let at = 0; at < frames; ) {
        const end = stepEnd(step, rate);
        const to = Math.min(frames, at + end - frame);
        piece(at, to);
        frame += to - at;
        at = to;
        if (frame < end) return;
        full(frame - began);
        began = frame;
        step++;
      }
    },
  };
};
