// What the page and the worker with the meters say to each other.

/** To the worker. The port is where the audio thread's sound arrives. */
export type ToMeters =
  | { readonly type: 'start'; readonly port: MessagePort; readonly rate: number }
  | { readonly type: 'reset' }
  /** Another strip is looked at: what was measured of the one before is forgotten. */
  | { readonly type: 'other' }
  | { readonly type: 'stop' };

/** One of the two that are measured. */
export interface Measured {
  readonly momentary: number;
  readonly shortTerm: number;
  readonly truePeak: number;
  readonly clips: number;
  readonly correlation: number;
  readonly bands: Float32Array;
  /** Left and right in turn: the newest sound, for a goniometer. */
  readonly scope: Float32Array;
}

/** From the worker, about 30 times a second. `strip` where one is looked at. */
export interface FromMeters {
  readonly master: Measured;
  readonly strip: Measured | undefined;
  /** Frames that the audio thread could not hand over. */
  readonly missed: number;
}
