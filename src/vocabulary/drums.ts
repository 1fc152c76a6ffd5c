// Drum hits as mini-notation names them, after Tidal and Strudel.

export interface DrumHit {
  readonly name: string;
  readonly doc: string;
}

export const drumHits: readonly DrumHit[] = [
  { name: 'x', doc: "a hit at the instrument's own pitch" },
  { name: 'bd', doc: 'bass drum' },
  { name: 'sd', doc: 'snare drum' },
  { name: 'hh', doc: 'closed hi-hat' },
  { name: 'oh', doc: 'open hi-hat' },
  { name: 'cp', doc: 'clap' },
  { name: 'rim', doc: 'rimshot' },
  { name: 'lt', doc: 'low tom' },
  { name: 'mt', doc: 'middle tom' },
  { name: 'ht', doc: 'high tom' },
  { name: 'cr', doc: 'crash cymbal' },
  { name: 'rd', doc: 'ride cymbal' },
  { name: 'sh', doc: 'shaker' },
  { name: 'cb', doc: 'cowbell' },
];

const names = new Set(drumHits.map((hit) => hit.name));

export const isDrumHit = (name: string): boolean => names.has(name);
