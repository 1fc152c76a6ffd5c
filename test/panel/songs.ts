// Songs for the panel's tests: short, and with a sound that is easy to tell from silence.

/** Twelve seconds at 120 bpm: sections of one bar pair, a steady kick, a held tone at `tone`. */
export const testSong = ({ tone = 'a2', toneLevel = '-12dB', kick = 'bd*4' } = {}): string => `
song "Test Song" {
  tempo 120bpm
  meter 4/4
  key A minor
}
instrument drum = MembraneSynth { octaves: 4, envelope.decay: 120ms, envelope.release: 20ms }
instrument organ = Synth { oscillator: sine, envelope.attack: 5ms, envelope.sustain: 100%, envelope.release: 20ms }
pattern beat = "${kick}"
pattern drone = "${tone}"
track kick { instrument: drum, level: -6dB }
track tone { instrument: organ, level: ${toneLevel}, send room: -30dB }
bus room { reverb: 0.4s, highpass: 200Hz, level: -6dB }
master { limiter: -1dBTP }
section one 2 bars { kick: beat, tone: drone }
section two 2 bars { kick: beat, tone: drone }
section three 2 bars { kick: beat, tone: drone }
arrange one two three
`;
