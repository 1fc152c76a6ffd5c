// MST2: true peaks over the ceiling of the place that the song goes to.

import { withSound } from '../audible.ts';
import { ceilingOf, peakTolerance } from '../clauses/delivery.ts';
import { targetSounds } from '../figures.ts';
import { tenths } from '../in-words.ts';
import type { Rule } from '../rule.ts';

export const mst2: Rule = {
  id: 'MST2',
  tier: 'audio',
  severity: 'error',
  title: 'True peak over the ceiling',
  why: `Between two samples the waveform goes higher than either; a converter plays that, and an encoder for streaming makes
it higher still. So each place asks for a ceiling by true peak, and the limiter of the master holds any that it is given:
the fix writes the lowest one that the deliveries ask for.`,
  examples: {
    fires: `song "Over" { tempo 120bpm }
instrument drum = MembraneSynth { octaves: 5, envelope.decay: 200ms }
track kick { instrument: drum, level: 12dB }
section verse 4 bars { kick: "bd*2" }
arrange verse
deliver bandcamp
master { limiter: 0dBTP }
`,
    silent: `song "Under" { tempo 120bpm }
instrument drum = MembraneSynth { octaves: 5, envelope.decay: 200ms }
track kick { instrument: drum, level: 12dB }
section verse 4 bars { kick: "bd*2" }
arrange verse
deliver bandcamp
master { limiter: -1dBTP }
`,
  },
  check: withSound(({ song, measured: { mix } }) => {
    const asked = song.deliveries.flatMap(({ targets }) =>
      targets.flatMap(({ name, id }) => {
        const sound = targetSounds[name];
        return sound ? [{ name, id, ceiling: ceilingOf(sound, mix.integrated), source: sound.source }] : [];
      }),
    );
    const over = asked.filter(({ ceiling }) => mix.truePeak > ceiling + peakTolerance);
    const [lowest] = [...over].sort((left, right) => left.ceiling - right.ceiling);
    if (!lowest) return [];
    const limiter = song.master.inserts.find(({ effect }) => effect.name === 'Limiter');
    return [
      {
        id: limiter?.id ?? lowest.id,
        also: over.map(({ id }) => id),
        message: `The true peak is ${tenths(mix.truePeak)} dBTP, and ${lowest.name} takes ${lowest.ceiling} at most (${lowest.source}). Lower the ceiling of the limiter.`,
        fixes: [
          {
            title: `Set the limiter to ${lowest.ceiling}dBTP`,
            changes: [{ do: 'set', path: 'master.limiter.threshold', value: `${lowest.ceiling}dBTP` }],
          },
        ],
      },
    ];
  }),
};
