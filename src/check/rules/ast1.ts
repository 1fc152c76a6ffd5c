// AST1: a file of sound that is not there, is another one than was meant, or that nobody may send out.

import type { AudioSource } from '../../song/material.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Fix } from '../../song/problem.ts';
import type { Song } from '../../song/song.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { type NamedFile, namedFiles } from '../sound-files.ts';

export const ast1: Rule = {
  id: 'AST1',
  tier: 'score',
  severity: 'warning',
  title: 'A file of sound missing, changed, or without a licence',
  why: `A song is its text and the recordings that it names. A file that is not there is silence, and an error: where one of its
name lies elsewhere in the project, the fix points there. A song can say which content it means (\`hash: "..."\`, the SHA-256 of
the file): another one is told, for a take that was overwritten by mistake can still be brought back, and one that was edited on
purpose gets its new hash by the fix. And a sound that is not yours needs a licence: the one that nobody wrote down is the one
that takes the song off the platform. Write what you may do with it (\`licence: "CC-BY-4.0"\`), and whom to credit; your own
recording is \`licence: "own recording"\`. Licences are asked of the samples of a song that has a \`deliver\`; takes are your own.`,
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
  check: (context) => [...fromTheDisk(context), ...unlicensed(context.song)],
};

const fromTheDisk = ({ song, soundFiles = {} }: CheckContext): readonly Finding[] =>
  namedFiles(song).flatMap(({ owner, file }): readonly Finding[] => {
    const found = soundFiles[file.path.value];
    if (!found) return [];
    if (found.ok) return changed(file, found.hash);
    const { reason, elsewhere } = found;
    const there =
      elsewhere === undefined
        ? 'Put the file there, or write where it is.'
        : `One of that name is at ${elsewhere}.`;
    return [
      {
        id: file.path.id,
        severity: 'error',
        message: `${owner} is silent: ${file.path.value} can't be opened, ${reason} ${there}`,
        ...(elsewhere === undefined
          ? {}
          : {
              fixes: [
                {
                  title: `Take ${elsewhere}`,
                  changes: [{ do: 'replace', id: file.path.id, text: JSON.stringify(elsewhere) }],
                },
              ],
            }),
      },
    ];
  });

const changed = ({ hash, path }: AudioSource, found: string | undefined): readonly Finding[] => {
  if (!hash || found === undefined || found === hash.value.trim().toLowerCase()) return [];
  return [
    {
      id: hash.id,
      also: [path.id],
      message: `${path.value} is not the file that the song means: its content has another hash. Bring the old one back, or take the new one as it is.`,
      fixes: [
        {
          title: `Take ${path.value} as it is now`,
          changes: [{ do: 'replace', id: hash.id, text: JSON.stringify(found) }],
        },
      ],
    },
  ];
};

const unlicensed = ({ deliveries, samples }: Song): readonly Finding[] => {
  if (deliveries.length === 0) return [];
  return samples
    .filter(({ file }) => file.licence === undefined || file.licence.value.trim() === '')
    .map(({ name, file, settings }) => ({
      id: file.path.id,
      message: `${name.name} is delivered with the song, and nothing says that it may be. Write its licence, and whom to credit.`,
      fixes: ownRecording(file, settings[0]?.pathId),
    }));
};

const ownRecording = (file: NamedFile['file'], firstEntry: SourceId | undefined): readonly Fix[] => {
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
