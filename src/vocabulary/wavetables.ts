// The wavetables that come with Codetta, by the names that songs call them: periods that `position` morphs through.

import type { BundledSound } from './bundled-sounds.ts';

/** `oscillator: { type: wavetable, table: glass, position: 40% }`. */
export const bundledWavetables: readonly BundledSound[] = [
  { name: 'basic', doc: 'A sawtooth that becomes a square.' },
  { name: 'bright', doc: 'A sine that opens up to a sawtooth, as if a filter did.' },
  { name: 'triangles', doc: 'A triangle that becomes a square.' },
  { name: 'pulse', doc: 'A square that grows thin, to a pulse of 4 %.' },
  { name: 'sync', doc: 'A sawtooth hard-synced to another, one to six times its pitch.' },
  { name: 'softsync', doc: 'A sine in a window, synced, one to nine times its pitch.' },
  { name: 'resonant', doc: 'A sawtooth with a resonance that climbs.' },
  { name: 'fold', doc: 'A sine folded over itself, ever more often.' },
  { name: 'fm', doc: 'A sine bent by its octave, ever deeper.' },
  { name: 'chime', doc: 'A sine bent by its seventh partial, ever deeper.' },
  { name: 'vowel', doc: 'A voice that sings a, e, i, o, u.' },
  { name: 'choir', doc: 'Voices on ah that become oo, breathy above.' },
  { name: 'growl', doc: 'A dark voice whose formants open.' },
  { name: 'organ', doc: 'A drawbar organ, drawn bar by bar.' },
  { name: 'pipes', doc: 'A church organ: a flute stop, then principals, then mixtures.' },
  { name: 'strings', doc: 'Bowed strings in a wooden body, from far to near.' },
  { name: 'brass', doc: 'A horn, from soft to blaring.' },
  { name: 'reed', doc: 'A clarinet that becomes an oboe.' },
  { name: 'flute', doc: 'A flute, blown harder and harder.' },
  { name: 'pluck', doc: 'A string, plucked from its middle to its end.' },
  { name: 'tine', doc: 'An electric piano, from its mellow body to its bell.' },
  { name: 'bell', doc: 'A bell, its partials spread wide.' },
  { name: 'glass', doc: 'A few high partials, far apart.' },
  { name: 'metal', doc: 'Partials of no order, other ones in every period.' },
  { name: 'digital', doc: 'A sine in steps, from many to two.' },
  { name: 'bits', doc: 'Steps drawn at random, as on an early digital synthesizer.' },
  { name: 'octaves', doc: 'A sine and its octaves, one by one.' },
  { name: 'fifths', doc: 'Twelfths and their octaves: a chord without its third.' },
  { name: 'comb', doc: 'A sawtooth through a comb whose teeth move.' },
  { name: 'buzz', doc: 'All partials as loud as one another, ever more of them.' },
];
