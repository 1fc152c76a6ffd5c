// MIX1: too hot into an insert that bends the wave.

import { withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { tenths } from '../in-words.ts';
import { barsInWords } from '../measured.ts';
import type { Finding, Rule } from '../rule.ts';

export const mix1: Rule = {
  id: 'MIX1',
  tier: 'audio',
  severity: 'warning',
  title: 'Over full scale into an insert that bends the wave',
  why: `A distortion, a bit crusher or a Chebyshev is made for levels up to 0 dBFS: what comes in higher is cut off square, whatever
its knob says, and turning the knob no longer changes the sound but only its level. Between synths and faders nothing else
minds: the mixer is floating point. Looks at what goes into the first such insert of a track; trim the instrument before it.`,
  examples: {
    fires: `song "Too Hot" { tempo 120bpm, key A minor }
instrument sharp = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
track lead { instrument: sharp, level: -18dB, distortion: 20% }
section verse 4 bars { lead: "[a3,c4,e4,a4] [c4,e4,g4,c5]" }
arrange verse
`,
    silent: `song "Trimmed" { tempo 120bpm, key A minor }
instrument sharp = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90%, volume: -12dB }
track lead { instrument: sharp, level: -12dB, distortion: 20% }
section verse 4 bars { lead: "[a3,c4,e4,a4] [c4,e4,g4,c5]" }
arrange verse
`,
  },
  check: withSound(({ song, index, figure, measured: { drives } }) =>
    song.tracks.flatMap((track, place): readonly Finding[] => {
      const drive = drives[place];
      const insert = drive && track.inserts[drive.insert];
      if (!drive || !insert) return [];
      const most = figure(figures.drive);
      const hot = [...drive.peak.keys()].filter((bar) => drive.peak[bar]! > most);
      if (hot.length === 0) return [];
      const peak = Math.max(...hot.map((bar) => drive.peak[bar]!));
      const instrument = index.instruments.get(track.instrument?.name ?? '');
      const written = instrument?.settings.find(({ path }) => path === 'volume')?.value;
      const volume = (written?.kind === 'measure' ? written.value : 0) - Math.ceil(peak - most + 1);
      return [
        {
          id: insert.id,
          message: `${track.name.name} comes into ${insert.effect.name} at ${tenths(peak)} dBFS in ${barsInWords(hot)}, and what is over ${tenths(most)} is cut off. Trim ${instrument?.name.name ?? 'the instrument'} by ${Math.ceil(peak - most)} dB.`,
          ...(instrument && volume >= -60
            ? {
                fixes: [
                  {
                    title: `Set the volume of ${instrument.name.name} to ${volume}dB`,
                    changes: [{ do: 'set', path: `${instrument.name.name}.volume`, value: `${volume}dB` }],
                  },
                ],
              }
            : {}),
        },
      ];
    }),
  ),
};
