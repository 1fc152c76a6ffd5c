// ARR7: a section that is written and never arranged.

import { nearest } from '../../song/nearest.ts';
import type { Rule } from '../rule.ts';

export const arr7: Rule = {
  id: 'ARR7',
  tier: 'score',
  severity: 'warning',
  title: 'A section defined and never arranged',
  why: `A section that \`arrange\` never names is never heard. It is a part that got lost on the way, or one that
was cut and left lying: put it into the arrangement, or take it out of the song. Where \`arrange\` misspells its
name, ARR1 says so, and that is enough.`,
  examples: {
    fires: `song "Lost Bridge" { tempo 112bpm }
instrument lead = Synth { }
track lead { instrument: lead }
section verse 4 bars { lead: "a4 c5 e5 c5" }
section bridge 4 bars { lead: "f4 a4 c5 a4" }
arrange verse verse
`,
    silent: `song "Lost Bridge" { tempo 112bpm }
instrument lead = Synth { }
track lead { instrument: lead }
section verse 4 bars { lead: "a4 c5 e5 c5" }
section bridge 4 bars { lead: "f4 a4 c5 a4" }
arrange verse bridge verse
`,
  },
  check: ({ song, index }) => {
    // A misspelt name has one cause, which ARR1 tells of with the name that was meant.
    const meant = ({ name }: { readonly name: string }): string =>
      index.sections.has(name) ? name : (nearest(name, index.sections.keys()) ?? name);
    const arranged = new Set(song.arrangement.map(({ section }) => meant(section)));
    return song.sections
      .filter(({ name }) => !arranged.has(name.name))
      .map(({ name, declaration }) => ({
        id: name.id,
        message: `The section ${name.name} is never arranged, so it is not heard. Add it to \`arrange\`, or delete it.`,
        fixes: [
          { title: `Add ${name.name} to the arrangement`, changes: [{ do: 'arrange', section: name.name }] },
          { title: `Delete the section ${name.name}`, changes: [{ do: 'delete', id: declaration }] },
        ],
      }));
  },
};
