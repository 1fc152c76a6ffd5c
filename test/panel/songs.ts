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

/** An hour at 120 bpm: 1800 bars in 225 sections of 64 tracks, each with four notes a bar in half of them. */
export function hourOfMusic(tracks = 64): string {
  const names = Array.from({ length: tracks }, (_, index) => `t${index}`);
  const sections = Array.from({ length: 5 }, (_, section) => {
    const playing = names.filter((_, index) => (index + section) % 2 === 0);
    return `section s${section} 8 bars {\n${playing.map((name, index) => `  ${name}: p${(index + section) % 8}`).join('\n')}\n}`;
  });
  const patterns = Array.from(
    { length: 8 },
    (_, index) =>
      `pattern p${index} = "a${2 + (index % 4)} c${3 + (index % 3)} e3 ~ | g3 a3 ~ e${2 + (index % 4)}"`,
  );
  const rows = Array.from({ length: 45 }, () => '  s0 s1 s2 s3 s4');
  return [
    'song "An Hour" { tempo 120bpm, meter 4/4, key A minor }',
    'instrument tone = Synth { envelope.release: 50ms }',
    ...names.map((name) => `track ${name} { instrument: tone, level: -30dB }`),
    ...patterns,
    ...sections,
    `arrange\n${rows.join('\n')}`,
    '',
  ].join('\n');
}
