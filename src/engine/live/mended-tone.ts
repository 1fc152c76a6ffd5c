// A fault of Tone.js 15 mended where it is loaded: an Oscillator that was started again before its last sound was over,
// and then disposed, would let go of a frequency that is gone when that sound ends. It throws there, and its nodes stay.

import { Oscillator } from 'tone';

interface Ending {
  readonly disposed: boolean;
  _cleanUpConnections(sounded: { disconnect(): unknown }): void;
}

const ending = Oscillator.prototype as unknown as Ending;
const cleanUp = ending._cleanUpConnections;
ending._cleanUpConnections = function (this: Ending, sounded) {
  if (this.disposed) sounded.disconnect();
  else cleanUp.call(this, sounded);
};
