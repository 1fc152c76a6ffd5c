// A generated song of about 5,000 lines, written as people write: instruments and strips laid out over lines,
// patterns with names, charts, sections of several tracks, and a form that comes back to them.

const tonics = ['a', 'c', 'd', 'e', 'g'] as const;
const charts = ['| Am7 | Fmaj7 | C | G |', '| Dm7 | Em7 | Fmaj7 | Em7 |', '| Am | Em | F | G |'] as const;

/** Parts of a section that play patterns. */
const parts = 12;

/** Figures that tests and benches go by. */
export const longSongLines = 5000;

/**
 * The song. Equal arguments give equal text.
 * @param lines  about how many lines it has
 * @param seed   another song of the same size
 */
export function longSong(lines = longSongLines, seed = 1): string {
  const chance = generator(seed);
  const pick = <Part>(parts: readonly Part[]): Part => parts[Math.floor(chance() * parts.length)]!;
  const tracks = Array.from({ length: 24 }, (_, index) => `t${index}`);
  const text: string[] = [
    `song "Long ${seed}" {`,
    '  tempo 112bpm',
    '  meter 4/4',
    '  key A minor',
    '  seed 7',
    '}',
    '',
  ];
  for (const track of tracks) {
    text.push(
      `instrument i_${track} = PolySynth(Synth) {`,
      '  voices: 8',
      `  oscillator: ${pick(['sine', 'triangle', 'sawtooth', 'square'])}`,
      `  envelope.attack: ${5 + Math.floor(chance() * 40)}ms`,
      '  envelope.release: 200ms',
      '}',
      `track ${track} {`,
      `  instrument: i_${track}`,
      `  level: -${6 + Math.floor(chance() * 12)}dB`,
      '  send room: -12dB',
      '}',
    );
  }
  text.push('bus room { reverb: 2s, highpass: 250Hz }', '');
  const sections = Math.max(1, Math.floor((lines - text.length - 10) / (2 * parts + 4)));
  const names = Array.from({ length: sections * parts }, (_, index) => `p${index}`);
  for (const name of names) text.push(`pattern ${name} = "${line(chance)}"`);
  for (const [index, chart] of charts.entries()) text.push(`progression c${index} = ${chart}`);
  for (let section = 0; section < sections; section += 1) {
    // One track plays the chords, the others each a pattern of their own.
    const [pad, ...players] = tracks.filter((_, index) => (index + section) % 3 !== 0);
    text.push(`section s${section} ${pick([4, 8])} bars {`, `  ${pad}: c${section % charts.length}`);
    for (const [index, track] of players.slice(0, parts).entries())
      text.push(`  ${track}: ${names[section * parts + index]}`);
    text.push('}', '');
  }
  // Every section is heard once, a few of them come back.
  for (let from = 0; from < sections; from += 12) {
    const row = Array.from({ length: Math.min(12, sections - from) }, (_, index) => `s${from + index}`);
    text.push(`${from === 0 ? 'arrange' : '  '} ${row.join(' ')}`);
  }
  text.push('');
  return text.join('\n');
}

/** A bar or four of a melody in A minor. */
const line = (chance: () => number): string => {
  const note = (): string => `${tonics[Math.floor(chance() * tonics.length)]}${3 + Math.floor(chance() * 2)}`;
  const bar = (): string =>
    Array.from({ length: 4 }, () => (chance() < 0.3 ? `[${note()} ${note()}]` : note())).join(' ');
  return chance() < 0.5 ? bar() : [bar(), bar(), bar(), bar()].join(' | ');
};

function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
