// MST5: a song that leaps out of its album.

import { withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { listed } from '../in-words.ts';
import type { Rule } from '../rule.ts';

export const mst5: Rule = {
  id: 'MST5',
  tier: 'audio',
  severity: 'warning',
  title: "An album's songs differ erratically in loudness",
  why: `An album is heard from song to song at one setting of the volume, and services that play it as an album leave its songs in
the proportions that they were mastered in (AES TD1008: one gain for all of them, by the loudest). A song that leaps out makes a
hand go to the knob. Songs that say \`album "Name"\` are measured together: with \`codetta check --audio *.song\` at the shell, and in
an editor those of the folder, after a save. Each is held against the middle of the others; a ballad may lie well below the rest,
which is why softer is told much later than louder. From three songs on.`,
  examples: {
    fires: `song "The Loud One" { album "Night Songs", tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
master { level: -3dB }
`,
    silent: `song "The Quiet One" { album "Night Songs", tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
master { level: -8dB }
`,
    album: [
      { title: 'Opener', integrated: -33.5 },
      { title: 'Harbour', integrated: -35 },
      { title: 'Tide', integrated: -32.4 },
    ],
  },
  check: withSound(({ song, figure, measured: { mix, album = [] } }) => {
    const others = album.filter(({ integrated }) => Number.isFinite(integrated));
    if (!song.album || others.length < 2 || !Number.isFinite(mix.integrated)) return [];
    const middle = median(others.map(({ integrated }) => integrated));
    const off = mix.integrated - middle;
    if (off <= figure(figures.albumLouder) && -off <= figure(figures.albumSofter)) return [];
    const wanted = Number(((song.master.level?.value ?? 0) - off).toFixed(1));
    const names = listed(others.slice(0, 3).map(({ title }) => title));
    const rest = others.length > 3 ? ` and ${others.length - 3} more` : '';
    return [
      {
        id: song.album.id,
        message: `${song.title} is at ${mix.integrated.toFixed(1)} LUFS, ${Math.abs(off).toFixed(1)} LU ${off > 0 ? 'above' : 'below'} the middle of ${song.album.value} (${names}${rest}): it leaps out when the album is played through. ${off > 0 ? 'Lower' : 'Raise'} the master.`,
        ...(wanted >= -60 && wanted <= 12
          ? {
              fixes: [
                {
                  title: `Set the master to ${wanted}dB`,
                  changes: [{ do: 'set', path: 'master.level', value: `${wanted}dB` }],
                },
              ],
            }
          : {}),
      },
    ];
  }),
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
