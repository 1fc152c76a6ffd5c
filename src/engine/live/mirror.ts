// Tone.js's Transport as the mirror of the core's position: smooth between reports, corrected by them.
// Whatever is synced to the Transport (plug-ins, displays) follows the core; nothing here makes notes.

import type { Context } from 'tone';

/** Half a frame of a 60 Hz display; below this nobody sees a jump, and Tone's ticks are 3 ms apart. */
const toleranceSeconds = 0.012;

/** Tone's Transport jumps with its next tick of the page. */
const seamSeconds = 0.1;

interface LoopSeconds {
  readonly from: number;
  readonly to: number;
}

export class Mirror {
  readonly #context: Context;
  #loop: LoopSeconds | undefined;

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
      return;
    }
    const expected = this.#looped(songSeconds + (now - contextSeconds), songSeconds);
    if (transport.state !== 'started') {
      transport.start(now, expected);
      return;
    }
    const off = Math.abs(transport.getSecondsAtTime(now) - expected);
    if (off > toleranceSeconds && !this.#isAtSeam(expected)) transport.setSecondsAtTime(expected, now);
  }

  /** Seconds of the song that are heard now, the way to the speakers taken off. */
  heardSeconds(outputLatency: number): number {
    const { transport } = this.#context;
    return Math.max(0, transport.getSecondsAtTime(Math.max(0, this.#context.immediate() - outputLatency)));
  }

  /** A place that time has carried over the loop's end since the song stood at `from` stands after its start. */
  #looped(seconds: number, from: number): number {
    const loop = this.#loop;
    return loop && from < loop.to && seconds >= loop.to ? loop.from + (seconds - loop.to) : seconds;
  }

  /** Where the loop jumps, one of the two has jumped before the other: the next report tells. */
  #isAtSeam(seconds: number): boolean {
    const loop = this.#loop;
    return (
      loop !== undefined &&
      (Math.abs(seconds - loop.from) < seamSeconds || Math.abs(seconds - loop.to) < seamSeconds)
    );
  }
}
