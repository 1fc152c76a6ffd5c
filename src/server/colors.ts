// The colours of tracks and buses: shown in the text, and chosen there.

import type { ColorInformation, ColorPresentation, Range } from 'vscode-languageserver';
import { type Color, readColor, writtenColor } from '../song/color.ts';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

export const documentColors = ({ document, reading: { song, origins } }: OpenSong): ColorInformation[] =>
  [...song.tracks, ...song.buses].flatMap(({ color }) => {
    const shown = color && readColor(color.value);
    return shown ? [{ color: { ...shown, alpha: 1 }, range: rangeIn(document, origins[color.id]!) }] : [];
  });

/** How a chosen colour is written; a song has no see-through ones. */
export const colorPresentations = (color: Color, range: Range): ColorPresentation[] => {
  const label = writtenColor(color);
  return [{ label, textEdit: { range, newText: label } }];
};
