// Code lenses: over a section to play, loop, queue and bounce it, over a track to hear it alone. They are offered
// for the commands that the editor says it has; the protocol has none for music.

import type { CodeLens } from 'vscode-languageserver';
import { type SectionGiven, songCommands, type ValueGiven } from '../protocol/song-commands.ts';
import type { SourceId } from '../song/origin.ts';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

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
        const given: SectionGiven = { uri, section: name.name };
        return [
          ...lens(name.id, '$(play) Play', songCommands.play, given),
          ...lens(name.id, 'Loop', songCommands.loop, given),
          ...lens(name.id, 'Queue', songCommands.queue, given),
          ...lens(name.id, 'Bounce', songCommands.bounce, given),
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
  const given: ValueGiven = { uri, path: `${name}.${flag}`, value: String(!isOn) };
  return lens(id, isOn ? `${word} off` : word, songCommands.set, given);
};
