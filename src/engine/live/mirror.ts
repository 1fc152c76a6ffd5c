// Tone.js's Transport as the mirror of the core's position: smooth between reports, corrected by them.
// Whatever is synced to the Transport (plug-ins, displays) follows the core; nothing here makes notes.

import type { Context } from 'tone';

/** Half a frame of a 60 Hz display; below this nobody sees a jump, and Tone's ticks are 3 ms apart. */
const toleranceSeconds = 0.012;

/** Tone's Transport jumps with its next tick of the page. */
const seamSeconds = 0.1;

/** Farther than a correction goes: the song was sent to another place. */
const leapSeconds = 0.2;

interface LoopSeconds {
  readonly from: number;
  readonly to: number;
}

export class Mirror {
  readonly #context: Context;
  #loop: LoopSeconds | undefined;
  /** Of the context, when the song last came to another place. */
  #leapSeconds = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  setTempo(bpm: number): void {
    const { transport } = this.#context;
    if (transport.bpm.value !== bpm) transport.bpm.value = bpm;
  }

  /** Seconds of the song; none ends looping. */
  setLoop(range: LoopSeconds | undefined): void {
    const { transport } = this.#context;
    this.#loop = range;
    if (range) transport.setLoopPoints(range.from, range.to);
    transport.loop = range !== undefined;
  }

  /** Follows a report: the song stood at `songSeconds` when the context stood at `contextSeconds`. */
  follow(playing: boolean, songSeconds: number, contextSeconds: number): void {
    const { transport } = this.#context;
    const now = this.#context.immediate();
    if (!playing) {
      if (transport.state === 'started') transport.pause(now);
      if (Math.abs(transport.getSecondsAtTime(now) - songSeconds) > toleranceSeconds)
        transport.setSecondsAtTime(songSeconds, now);
      this.#leapSeconds = now;
      return;
    }
    const expected = this.#looped(songSeconds + (now - contextSeconds), songSeconds);
    if (transport.state !== 'started') {
      transport.start(now, expected);
      this.#leapSeconds = now;
      return;
    }
    const shown = transport.getSecondsAtTime(now);
    const off = Math.abs(shown - expected);
    // Where the loop jumps, one of the two has jumped before the other: the next report tells.
    if (off <= toleranceSeconds || (this.#isAtSeam(expected) && this.#isAtSeam(shown))) return;
    transport.setSecondsAtTime(expected, now);
    if (off > leapSeconds) this.#leapSeconds = now;
  }

  /**
   * Seconds of the song that are heard now, the way to the speakers taken off. A place that was gone to is
   * told at once and waits there for its sound: the place before it is never told again.
   */
  heardSeconds(outputLatency: number): number {
    const { transport } = this.#context;
    const heard = Math.max(this.#leapSeconds, this.#context.immediate() - outputLatency);
    return Math.max(0, transport.getSecondsAtTime(heard));
  }

  /** A place that time has carried over the loop's end since the song stood at `from` stands after its start. */
  #looped(seconds: number, from: number): number {
    const loop = this.#loop;
    return loop && from < loop.to && seconds >= loop.to ? loop.from + (seconds - loop.to) : seconds;
  }

  #isAtSeam(seconds: number): boolean {
    const loop = this.#loop;
    return (
      loop !== undefined &&
      (Math.abs(seconds - loop.from) < seamSeconds || Math.abs(seconds - loop.to) < seamSeconds)
    );
  }
}
