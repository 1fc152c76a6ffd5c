// The metronome's sound: a short tone on each beat, higher on the first of a bar. It stands outside of the core,
// so that no bounce can hold it. While it sounds the song gives way by as much as it takes: the sum of the two
// is never over full scale, and the guard's word holds.

/** Length of a click, and how long it takes to rise: shorter is heard as a crack. */
const lengthSeconds = 0.045;
const riseSeconds = 0.001;
const accentHertz = 1760;
const beatHertz = 1175;
/** A beat inside the bar, beside its first. */
const beatGain = 0.55;
const mostWaiting = 32;

export class Click {
  /** Of the accent, linear, 0 to 1; 0 is silence. */
  gain = 0;
  readonly #sampleRate: number;
  readonly #length: number;
  /** Frames from now on at which clicks begin, and which are accents: the first `#waiting` count. */
  readonly #starts = new Int32Array(mostWaiting);
  readonly #accents = new Uint8Array(mostWaiting);
  #waiting = 0;
  /** Frames of the click that have sounded; past its length where none sounds. */
  #age: number;
  #peak = 0;
  #step = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#length = Math.round(lengthSeconds * sampleRate);
    this.#age = this.#length;
  }

  /** A click begins in so many frames; those that are struck later begin later. */
  strike(inFrames: number, kind: 'accent' | 'beat'): void {
    if (this.gain <= 0 || this.#waiting === mostWaiting) return;
    this.#starts[this.#waiting] = inFrames;
    this.#accents[this.#waiting++] = kind === 'accent' ? 1 : 0;
  }

  /** What waits does not sound any more; what sounds rings out. */
  forget(): void {
    this.#waiting = 0;
  }

  /** Puts the clicks of the next frames on top of the song's; allocates nothing. */
  mix(left: Float32Array, right: Float32Array): void {
    const frames = left.length;
    if (this.#waiting === 0 && this.#age >= this.#length) return;
    for (let frame = 0; frame < frames; frame++) {
      if (this.#waiting > 0 && this.#starts[0]! <= frame) this.#begin();
      if (this.#age < this.#length) this.#add(left, right, frame);
    }
    for (let index = 0; index < this.#waiting; index++) this.#starts[index]! -= frames;
  }

  #begin(): void {
    const isAccent = this.#accents[0] === 1;
    this.#age = 0;
    this.#peak = Math.min(1, this.gain) * (isAccent ? 1 : beatGain);
    this.#step = (2 * Math.PI * (isAccent ? accentHertz : beatHertz)) / this.#sampleRate;
    this.#waiting -= 1;
    this.#starts.copyWithin(0, 1);
    this.#accents.copyWithin(0, 1);
  }

  #add(left: Float32Array, right: Float32Array, frame: number): void {
    const age = this.#age++;
    const rise = Math.min(1, age / (riseSeconds * this.#sampleRate));
    const share = 1 - age / this.#length;
    const envelope = this.#peak * rise * share * share * share;
    const click = envelope * Math.sin(age * this.#step);
    left[frame] = left[frame]! * (1 - envelope) + click;
    right[frame] = right[frame]! * (1 - envelope) + click;
  }
}
