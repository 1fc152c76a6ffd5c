// EDT1: a take cut in mid-wave, with no fade to soften it.

import type { SourceId } from '../../song/origin.ts';
import { figures } from '../figures.ts';
import { isSaid, ofTakes, placeInFile, takeNumber } from '../heard-takes.ts';
import { listed } from '../in-words.ts';
import type { Finding, Rule } from '../rule.ts';

export const edt1: Rule = {
  id: 'EDT1',
  tier: 'recording',
  severity: 'warning',
  title: 'A hard cut off a zero crossing',
  why: `A wave that begins or ends anywhere but at zero jumps there, and a jump is a click. Every take fades over 5 ms at both ends
unless it says otherwise, which is too short to hear and long enough; this is told where a take says \`fade: 0ms\` (or
\`fadeIn\`, \`fadeOut\`) and the place it is cut at is louder than the figure below. Cuts in silence, in room noise and at zero
crossings are let pass.`,
  examples: {
    fires: `song "Clicks" { tempo 96bpm }
take vox1 = "takes/vox1.wav" { trim: 1s..5s, fade: 0ms }
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    silent: `song "Soft Edges" { tempo 96bpm }
take vox1 = "takes/vox1.wav" { trim: 1s..5s }
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    recordings: {
      'takes/vox1.wav': {
        seconds: 8,
        clipped: [],
        onsets: [],
        notes: [],
        cuts: [
          { seconds: 0, jumpDb: -80 },
          { seconds: 1, jumpDb: -14 },
          { seconds: 5, jumpDb: -66 },
          { seconds: 8, jumpDb: -80 },
        ],
      },
    },
  },
  check: ofTakes(({ take, name, recording, from, to }, { figure }) => {
    const fade = takeNumber(take, 'fade');
    const ends = [
      { path: 'fadeIn', at: from, word: 'begins' },
      { path: 'fadeOut', at: to, word: 'ends' },
    ].flatMap(({ path, at, word }) => {
      const own = isSaid(take, path) ? takeNumber(take, path) : fade;
      const cut = recording.cuts.find(({ seconds }) => Math.abs(seconds - at) < 1e-6);
      return own === 0 && cut && cut.jumpDb > figure(figures.cutJump)
        ? [{ path, word, at, jumpDb: cut.jumpDb }]
        : [];
    });
    if (ends.length === 0) return [];
    const said = ends.map(
      ({ word, at, jumpDb }) =>
        `${word} at ${placeInFile(at)} of the file, where the wave stands at ${jumpDb.toFixed(0)} dBFS`,
    );
    // What is said of one end counts before what is said of both.
    const paths = [...new Set(ends.map(({ path }) => (isSaid(take, path) ? path : 'fade')))];
    const changes = paths.map((path) => ({ do: 'set' as const, path: `${name}.${path}`, value: '5ms' }));
    const place: SourceId = take.trim?.id ?? take.file.path.id;
    const finding: Finding = {
      id: place,
      message: `${name} ${listed(said)}, with no fade: it clicks. Fade it over 5 ms.`,
      fixes: [{ title: `Fade ${name} over 5 ms`, changes }],
    };
    return [finding];
  }),
};
