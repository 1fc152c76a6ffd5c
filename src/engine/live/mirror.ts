// Tone.js's Transport as the mirror of the core's position: smooth between reports, corrected by them.
// Whatever is synced to the Transport (plug-ins, displays) follows the core; nothing here makes notes.

import type { Context } from 'tone';

/** Half a frame of a 60 Hz display; below this nobody sees a jump, and Tone's ticks are 3 ms apart. */
const toleranceSeconds = 0.012;

export class Mirror {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  setTempo(bpm: number): void {
    const { transport } = this.#context;
    if (transport.bpm.value !== bpm) transport.bpm.value = bpm;
  }

  /** Seconds of the song; none ends looping. */
  setLoop(range: { readonly from: number; readonly to: number } | undefined): void {
    const { transport } = this.#context;
    if (range) transport.setLoopPoints(range.from, range.to);
    transport.loop = range !== undefined;
  }

  /** Follows a report: the song stood at `songSeconds` when the context stood at `contextSeconds`. */
  follow(playing: boolean, songSeconds: number, contextSeconds: number): void {
    const { transport } = this.#context;
    const now = this.#context.immediate();
    if (!playing) {
      if (transport.state === 'started') transport.pause(now);
      if (Math.abs(transport.getSecondsAtTime(now) - songSeconds) > toleranceSeconds) transport.setSecondsAtTime(songSeconds, now);
      return;
    }
    const expected = songSeconds + (now - contextSeconds);
    if (transport.state !== 'started') {
      transport.start(now, expected);
      return;
    }
    // At a loop's end one of the two has jumped already: the next report tells.
    const off = Math.abs(transport.getSecondsAtTime(now) - expected);
    const loopLength = transport.loop ? Number(transport.loopEnd) - Number(transport.loopStart) : Infinity;
    if (off > toleranceSeconds && Math.abs(off - loopLength) > 0.2) transport.setSecondsAtTime(expected, now);
  }

  /** Seconds of the song that are heard now, the way to the speakers taken off. */
  heardSeconds(outputLatency: number): number {
    const { transport } = this.#context;
    return Math.max(0, transport.getSecondsAtTime(Math.max(0, this.#context.immediate() - outputLatency)));
  }
}
