// LYR1: notes that nothing is sung on, at the end of a line of lyrics.

import { toNumber } from '../../music/rational.ts';
import type { Lyrics } from '../../song/brief.ts';
import { figures } from '../figures.ts';
import { counted } from '../in-words.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const lyr1: Rule = {
  id: 'LYR1',
  tier: 'timeline',
  severity: 'warning',
  title: 'Syllables and notes differ in number',
  why: `Each note of a sung line has its syllable, or holds the one before it. One syllable too few, and every word after
the gap is sung on the wrong note; one too many, and the last has no note at all. Hold a syllable over a further note with
\`_\`, or split a word with \`-\`. Lyrics that leave more than the share of the notes below without words are a draft, or a
verse that hums: they are left alone as long as every syllable finds its note.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Short of Words" { tempo 92bpm }
instrument voice = Synth { }
track vox { instrument: voice }
section verse 2 bars { vox: "a4 c5 e5 c5 | a4 c5 e5 ~" }
arrange verse
lyrics vox in verse "Ci- ty lights go | by night"
`,
    silent: `song "Every Note" { tempo 92bpm }
instrument voice = Synth { }
track vox { instrument: voice }
section verse 2 bars { vox: "a4 c5 e5 c5 | a4 c5 e5 ~" }
arrange verse
lyrics vox in verse "Ci- ty lights go | by night _"
`,
  },
  check: (context) => context.song.lyrics.flatMap((lyrics) => tooFew(lyrics, context)),
};

const tooFew = (lyrics: Lyrics, context: CheckContext): readonly Finding[] => {
  const { timeline, figure } = context;
  const singer = timeline.tracks.find(({ track }) => track === lyrics.track.name);
  const place = timeline.sections.find(({ name }) => name === lyrics.section.name);
  const last = lyrics.syllables.at(-1);
  if (!singer || !place || !last) return [];
  const onsets = new Set<number>();
  for (const { start } of singer.notes) {
    const at = toNumber(start);
    if (at >= place.bar && at < place.bar + place.bars) onsets.add(at);
  }
  const sung = lyrics.syllables.reduce((sum, { held }) => sum + 1 + held, 0);
  const left = onsets.size - sung;
  if (left <= 0 || left > figure(figures.unsung) * onsets.size) return [];
  return [
    {
      id: last.id,
      message: `${lyrics.track.name} plays ${counted(onsets.size, 'note')} in ${lyrics.section.name}, and the lyrics have syllables for ${sung}: ${left === 1 ? 'the last note has' : `the last ${left} have`} none. Hold a syllable with \`_\`, or split a word.`,
      fixes: [
        {
          title: `Hold the last syllable over ${counted(left, 'more note')}`,
          changes: [
            {
              do: 'replace',
              id: last.id,
              text: `${last.text}${last.continues ? '-' : ''}${' _'.repeat(last.held + left)}`,
            },
          ],
        },
      ],
    },
  ];
};
