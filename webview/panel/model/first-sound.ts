// The least that plays, as an example for a song that has nothing yet.

export const firstSound = `instrument tone = PolySynth(Synth) { }
track chords { instrument: tone }
section verse 2 bars { chords: "C F | G C" }
arrange verse`;
