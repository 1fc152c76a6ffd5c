// RHY2: a loop that is stretched too far to sound like itself.

import { bpmAt, quartersAt } from '../../music/tempo.ts';
import { figures } from '../figures.ts';
import { placementsOf, takeNumber, takeWord } from '../heard-takes.ts';
import { tenths } from '../in-words.ts';
import type { Finding, Rule } from '../rule.ts';

export const rhy2: Rule = {
  id: 'RHY2',
  tier: 'timeline',
  severity: 'warning',
  title: 'A loop stretched too far',
  why: `A loop that follows the song's tempo is stretched or squeezed, and beyond an eighth or so that is heard: hits flutter, voices
get a metallic room, the groove leans. Find a loop nearer to the song's tempo, or play it like a tape (\`stretch: repitch\`), which
moves its pitch with its speed and leaves its hits whole: what samplers have always done to drums. A loop at half or twice the
song's tempo plays untouched where its \`tempo\` says so. Quiet where the loop is played like a tape, and for takes without a
\`tempo\`, which keep their own.`,
  examples: {
    fires: `song "Flutter" { tempo 120bpm }
take beat = "loops/beat.wav" { tempo: 96bpm, loop: true }
track drums { level: -6dB }
section verse 4 bars { drums: beat }
arrange verse
`,
    silent: `song "Near Enough" { tempo 104bpm }
take beat = "loops/beat.wav" { tempo: 96bpm, loop: true }
track drums { level: -6dB }
section verse 4 bars { drums: beat }
arrange verse
`,
  },
  check: (context) => {
    const { song, timeline, figure } = context;
    const most = figure(figures.stretched);
    return song.takes.flatMap((take, index): readonly Finding[] => {
      const own = takeNumber(take, 'tempo');
      if (own <= 0 || takeWord(take, 'stretch') === 'repitch') return [];
      const tempos = placementsOf(context, index).map(({ startSeconds }) =>
        bpmAt(timeline.tempo, quartersAt(timeline.tempo, Math.max(0, startSeconds))),
      );
      const worst = tempos.reduce((far, tempo) => (away(tempo, own) > away(far, own) ? tempo : far), own);
      if (away(worst, own) <= most + 1e-9) return [];
      const { name } = take.name;
      const octave = [own / 2, own * 2].find((tempo) => away(worst, tempo) <= most);
      const percent = Math.round(100 * (Math.max(worst / own, own / worst) - 1));
      const setting = take.settings.find(({ path }) => path === 'tempo');
      return [
        {
          id: setting?.value.id ?? take.name.id,
          message: `${name} was played at ${bpm(own)} and follows the song at ${bpm(worst)}: it is ${worst < own ? 'stretched' : 'squeezed'} by ${percent} %, and over ${Math.round(100 * most)} % that is heard.${octave === undefined ? ' Find a loop nearer to the song, or play it like a tape.' : ` Counted at ${bpm(octave)} it fits.`}`,
          fixes: [
            ...(octave === undefined
              ? []
              : [
                  {
                    title: `Count ${name} at ${bpm(octave)}`,
                    changes: [{ do: 'set' as const, path: `${name}.tempo`, value: bpm(octave) }],
                  },
                ]),
            {
              title: `Play ${name} like a tape, its pitch with its speed`,
              changes: [{ do: 'set', path: `${name}.stretch`, value: 'repitch' }],
            },
          ],
        },
      ];
    });
  },
};

/** How much faster or slower, as a share. */
const away = (tempo: number, own: number): number => Math.max(tempo / own, own / tempo) - 1;

const bpm = (tempo: number): string => `${tenths(tempo).replace(/\.0$/, '')}bpm`;
