// How the live engine stands, as the page shows it, and what an answer of the device makes of that.

import type { Opening } from './opening.ts';

export type PlayerState =
  | 'silent' // nothing was asked for yet
  | 'starting'
  | 'locked' // needs a click in the page
  | 'no device'
  | 'failed'
  | 'playing'
  | 'paused'
  | 'stopped';

export interface PlayerStatus {
  readonly state: PlayerState;
  /** For a person, where something is wrong. */
  readonly reason?: string;
}

/** Of a device that does not run. */
export const statusOf = (opening: Exclude<Opening, { readonly state: 'running' }>): PlayerStatus =>
  opening.state === 'locked' ? { state: 'locked' } : { state: 'no device', reason: opening.reason };
