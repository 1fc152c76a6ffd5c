// AST1: a sound that goes out with the song, and nobody says whether it may.

import type { AudioSource } from '../../song/material.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Fix } from '../../song/problem.ts';
import type { Finding, Rule } from '../rule.ts';

export const ast1: Rule = {
  id: 'AST1',
  tier: 'score',
  severity: 'warning',
  title: 'A delivered sound without a licence',
  why: `A song that is delivered takes its sounds along, and a sound that is not yours needs a licence: the one that nobody wrote
down is the one that takes the song off the platform. Write what you may do with it (\`licence: "CC-BY-4.0"\`), and whom to
credit; your own recording is \`licence: "own recording"\`. Looked at are the samples of a song that has a \`deliver\`; takes are
your own. A file that is missing, or that is no sound, is told of where it is opened: by the player, the bounce and the shell.`,
  examples: {
    fires: `song "Whose Clap" { tempo 112bpm }
deliver spotify
instrument soft = Synth { }
sample clap = "sounds/clap.wav"
track drum { instrument: soft }
section verse 4 bars { drum: clap }
arrange verse
`,
    silent: `song "My Clap" { tempo 112bpm }
deliver spotify
instrument soft = Synth { }
sample clap = "sounds/clap.wav" { licence: "CC0-1.0" }
track drum { instrument: soft }
section verse 4 bars { drum: clap }
arrange verse
`,
  },
  check: ({ song }) => {
    if (song.deliveries.length === 0) return [];
    return song.samples
      .filter(({ file }) => file.licence === undefined || file.licence.value.trim() === '')
      .map(
        ({ name, file, settings }): Finding => ({
          id: file.path.id,
          message: `${name.name} is delivered with the song, and nothing says that it may be. Write its licence, and whom to credit.`,
          fixes: ownRecording(file, settings[0]?.pathId),
        }),
      );
  },
};

const ownRecording = (file: AudioSource, firstEntry: SourceId | undefined): readonly Fix[] => {
  const title = 'Say that it is your own recording';
  const entry = 'licence: "own recording"';
  if (firstEntry !== undefined) return [{ title, changes: [{ do: 'insert', id: firstEntry, text: entry }] }];
  const { hash, credit, licence, path } = file;
  // What stands in the braces already has no place of its own here.
  if (hash ?? credit ?? licence) return [];
  return [
    { title, changes: [{ do: 'replace', id: path.id, text: `${JSON.stringify(path.value)} { ${entry} }` }] },
  ];
};
