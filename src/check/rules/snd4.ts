// SND4: partials that are folded back into hearing, out of tune.

import type { Insert } from '../../song/song.ts';
import { effectNamed, kindName } from '../../vocabulary/effects.ts';
import { withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { barsInWords } from '../measured.ts';
import type { Finding, Rule } from '../rule.ts';

export const snd4: Rule = {
  id: 'SND4',
  tier: 'audio',
  severity: 'warning',
  title: 'Aliasing from FM or distortion',
  why: `Deep FM and hard distortion make partials without end. Those beyond half the sample rate are folded back and land anywhere:
a whistle that goes down while the line goes up. Codetta renders FM at up to four times the rate and what bends the wave at eight
times, so most of what aliases elsewhere does not here, and this is quiet. Where a track reaches so high that this may not be enough,
it is rendered again at four times the rate, and what stands at the one and not at the other is counted, bar by bar. Looked at are Synth,
FMSynth, AMSynth, MonoSynth and DuoSynth, up to their last Distortion or Chebyshev; a BitCrusher folds on purpose, and is left alone.
Lower the depth, or play it lower.`,
  examples: {
    fires: `song "Whistle" { tempo 120bpm }
instrument glass = FMSynth { modulationIndex: 100, harmonicity: 7.3 }
track bell { instrument: glass, level: -12dB }
section verse 4 bars { bell: "c7 e7" }
arrange verse
`,
    silent: `song "Bell" { tempo 120bpm }
instrument glass = FMSynth { modulationIndex: 30, harmonicity: 7.3 }
track bell { instrument: glass, level: -12dB }
section verse 4 bars { bell: "c7 e7" }
arrange verse
`,
  },
  check: withSound(({ song, index, figure, measured: { aliasing = [], tracks } }) =>
    song.tracks.flatMap((track, place): readonly Finding[] => {
      const found = aliasing[place];
      const sound = tracks[place];
      if (!found || !sound) return [];
      const most = figure(figures.aliases);
      const bars = [...found.bars.keys()].filter(
        (bar) => found.bars[bar]! > most && sound.bars.loudness[bar]! > -60,
      );
      if (bars.length === 0) return [];
      const worst = Math.max(...bars.map((bar) => found.bars[bar]!));
      const instrument = index.instruments.get(track.instrument?.name ?? '');
      const insert = track.inserts.findLast(
        ({ effect }) => kindName(effect.name) === 'Chebyshev' || kindName(effect.name) === 'Distortion',
      );
      const name = track.name.name;
      const [path, parameter, usual] = insert
        ? kindName(insert.effect.name) === 'Chebyshev'
          ? ([`${name}.${wordOf(insert)}.order`, 'order', 1] as const)
          : ([`${name}.${wordOf(insert)}.distortion`, 'distortion', 0.4] as const)
        : ([`${instrument?.name.name}.modulationIndex`, 'modulationIndex', 10] as const);
      const { settings } = insert ?? instrument ?? { settings: [] };
      const written = settings.find((setting) => setting.path === parameter)?.value;
      const now = written?.kind === 'measure' ? written.value : usual;
      const half = parameter === 'order' ? Math.floor(now / 2) : Number((now / 2).toFixed(3));
      const value = parameter === 'distortion' ? `${Math.round(half * 100)}%` : String(half);
      return [
        {
          id: insert?.id ?? track.instrument?.id ?? track.name.id,
          message: `${name} folds partials back into hearing in ${barsInWords(bars)}: ${Math.abs(worst).toFixed(0)} dB below it stands what is out of tune with it, and from ${Math.abs(most)} dB on that is a whistle. Take less of ${insert ? insert.effect.name : 'the modulation'}, or play it lower.`,
          fixes: [
            {
              title: `Set ${path} to ${value}`,
              changes: [{ do: 'set', path, value }],
            },
          ],
        },
      ];
    }),
  ),
};

/** The word by which a strip has it: `distortion2`. */
const wordOf = ({ effect }: Insert): string => effectNamed(effect.name)!.property;
