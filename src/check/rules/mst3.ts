// MST3: a master that has been crushed.

import { withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { decibels, type Measured } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const mst3: Rule = {
  id: 'MST3',
  tier: 'audio',
  severity: 'warning',
  title: 'A crushed master',
  why: `PLR is how far the true peak stands above the integrated loudness. Under 8 LU the limiter works all the time: drums
lose their attack, and services turn the song down again, so that nothing is won. Only said where what the tracks play goes
well over the limiter's ceiling: a drone has a small PLR by nature, and nothing is wrong with it.`,
  examples: {
    fires: `song "Crushed" { tempo 120bpm }
instrument drum = MembraneSynth { octaves: 5, envelope.decay: 300ms }
track kick { instrument: drum, level: 12dB }
section verse 4 bars { kick: "bd*16" }
arrange verse
master { level: 12dB, limiter: -1dBTP }
`,
    silent: `song "Easy" { tempo 120bpm }
instrument drum = MembraneSynth { octaves: 5, envelope.decay: 300ms }
track kick { instrument: drum, level: 0dB }
section verse 4 bars { kick: "bd*16" }
arrange verse
master { limiter: -1dBTP }
`,
  },
  check: withSound(({ song, figure, measured: { mix, tracks } }) => {
    const limiter = song.master.inserts.find(({ effect }) => effect.name === 'Limiter');
    const written = limiter?.settings.find(({ path }) => path === 'threshold')?.value;
    const ceiling = written?.kind === 'measure' ? written.value : usualCeiling;
    const least = figure(figures.plrLeast);
    const place = limiter?.id ?? song.master.declaration ?? song.arrangement[0]?.id;
    if (place === undefined || mix.integrated === -Infinity) return [];
    if (!(mix.plr < least) || mix.truePeak < ceiling - 0.5) return [];
    const fader = song.master.level?.value ?? 0;
    // What comes to the limiter, as far as the tracks tell: its work is what lies over the ceiling.
    const over = fader + togetherPeak(tracks) - ceiling;
    if (over < atWork) return [];
    const level = Number((fader - over + atWork - 0.5).toFixed(1));
    return [
      {
        id: place,
        message: `Peaks stand ${mix.plr.toFixed(1)} LU above the loudness (${mix.integrated.toFixed(1)} LUFS), under ${least} the limiter crushes. Lower what goes into it by ${(least - mix.plr).toFixed(0)} dB or more.`,
        fixes: [
          {
            title: `Set the master to ${level}dB, so that the limiter holds single peaks alone`,
            changes: [{ do: 'set', path: 'master.level', value: `${level}dB` }],
          },
        ],
      },
    ];
  }),
};

/** The highest of all bars, of parts that peak each for itself. */
const togetherPeak = (tracks: Measured['tracks']): number => {
  const bars = tracks.find(Boolean)?.bars.peak.length ?? 0;
  let most = 0;
  for (let bar = 0; bar < bars; bar++)
    most = Math.max(
      most,
      tracks.reduce((sum, track) => sum + 10 ** ((track?.bars.peak[bar] ?? -Infinity) / 10), 0),
    );
  return decibels(most);
};

/** In dB over the ceiling: less is a peak now and then. */
const atWork = 3;

/** Of the limiter that is always on, where the song says nothing. */
const usualCeiling = -1;
