// HYG4: songs that import each other in a circle.

import { listed } from '../in-words.ts';
import type { Rule } from '../rule.ts';

export const hyg4: Rule = {
  id: 'HYG4',
  tier: 'score',
  severity: 'error',
  title: 'An import circle',
  why: `A song that imports from another, which imports from the first, has no beginning: what is in the circle stays
silent. Take one of the imports away, or move what both need to a third file that imports from neither.`,
  examples: {
    fires: `import { hook } from "./other.song"
song "Round" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft }
pattern riff = "a4 c5"
section verse 2 bars { lead: riff }
section lift 2 bars like verse with { lead: hook }
arrange verse lift
`,
    silent: `import { hook } from "./hooks.song"
song "In a Row" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 2 bars { lead: hook }
arrange verse
`,
    files: {
      './other.song': 'import { riff } from "./main.song"\npattern hook = riff\n',
      './hooks.song': 'pattern hook = "a4 c5 e5 c5"\n',
    },
  },
  check: ({ song }) =>
    (song.circles ?? []).map(({ names, path, declaration }) => ({
      id: path.id,
      message: `This song and ${path.value} import each other, in a circle, so what is imported is silent. Take one of the imports away, or move what both need to a third file.`,
      fixes: [
        {
          title: `Write ${listed(names.map(({ as }) => as.name))} here instead`,
          changes: [
            {
              do: 'replace' as const,
              id: declaration,
              text: names.map(({ as }) => `pattern ${as.name} = "~"`).join('\n'),
            },
          ],
        },
      ],
    })),
};
