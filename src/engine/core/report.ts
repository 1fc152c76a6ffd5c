// What the core counts of its own trouble, for the hosts to tell.

/** What the core counted of its own trouble since it started. */
export interface CoreReport {
  /** Blocks in which a strip held what is no sound, and was silenced. */
  readonly notANumber: number;
  readonly stolenVoices: number;
  /** Notes that began later than the song says. */
  readonly lateEvents: number;
  /** Blocks in which the limiter was at work. */
  readonly limiting: number;
  /** Notes that a track had more of at one moment than the core takes (200 within 128 samples). */
  readonly droppedNotes: number;
}

export const noTrouble: CoreReport = {
  notANumber: 0,
  stolenVoices: 0,
  lateEvents: 0,
  limiting: 0,
  droppedNotes: 0,
};

export const added = (one: CoreReport, other: CoreReport): CoreReport => ({
  notANumber: one.notANumber + other.notANumber,
  stolenVoices: one.stolenVoices + other.stolenVoices,
  lateEvents: one.lateEvents + other.lateEvents,
  limiting: one.limiting + other.limiting,
  droppedNotes: one.droppedNotes + other.droppedNotes,
});
