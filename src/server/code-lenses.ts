// Code lenses: over a section to play, loop and bounce it, over a track to hear it alone. They are offered
// for the commands that the editor says it has; the protocol has none for music.

import type { CodeLens } from 'vscode-languageserver';
import type { SourceId } from '../song/origin.ts';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

/** The commands, by what they are given: one object each. */
export const lensCommands = {
  /** `{ uri, section }` */
  play: 'codetta.playSection',
  /** `{ uri, section }` */
  loop: 'codetta.loopSection',
  /** `{ uri, section }` */
  bounce: 'codetta.bounceSection',
  /** `{ uri, path, value }`: a value of the mixer, set in the text. */
  set: 'codetta.set',
} as const;

export const codeLenses = (song: OpenSong, commands: readonly string[] = []): CodeLens[] => {
  const { uri } = song.document;
  const { sections, tracks } = song.reading.song;
  const arranged = new Set(song.reading.song.arrangement.map(({ section }) => section.name));
  const lens = (id: SourceId, title: string, command: string, given: object): readonly CodeLens[] => {
    const place = song.reading.origins[id];
    if (!place || !commands.includes(command)) return [];
    const range = rangeIn(song.document, place);
    // An editor shows a lens over the line that its range starts in.
    return [{ range, command: { title, command, arguments: [given] } }];
  };
  return [
    ...sections
      .filter(({ name }) => arranged.has(name.name))
      .flatMap(({ name }) => {
        const given = { uri, section: name.name };
        return [
          ...lens(name.id, '$(play) Play', lensCommands.play, given),
          ...lens(name.id, 'Loop', lensCommands.loop, given),
          ...lens(name.id, 'Bounce', lensCommands.bounce, given),
        ];
      }),
    ...tracks.flatMap(({ name, solo, mute }) => [
      ...flagLens(lens, name, uri, 'solo', solo?.value ?? false),
      ...flagLens(lens, name, uri, 'mute', mute?.value ?? false),
    ]),
  ];
};

const flagLens = (
  lens: (id: SourceId, title: string, command: string, given: object) => readonly CodeLens[],
  { name, id }: { readonly name: string; readonly id: SourceId },
  uri: string,
  flag: 'solo' | 'mute',
  isOn: boolean,
): readonly CodeLens[] => {
  const word = flag === 'solo' ? 'Solo' : 'Mute';
  const given = { uri, path: `${name}.${flag}`, value: String(!isOn) };
  return lens(id, isOn ? `${word} off` : word, lensCommands.set, given);
};
