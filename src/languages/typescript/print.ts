// The song model as the text of a `.song.ts`: constants for what a song is made of, then the song as one chain.
// Evaluated, it is the same song. Comments are in no model, so they do not come along; what a song imports
// has been linked into it before, since files of the other language are not for importing.

import type { Song } from '../../song/song.ts';
import { songChain } from './print/chain.ts';
import { type Constant, constant, expressionText, widest } from './print/code.ts';
import { printSections } from './print/form.ts';
import { newNames } from './print/names.ts';
import { musicOf, printPatterns } from './print/pattern.ts';
import { printInstruments, printMaterial } from './print/sounds.ts';
import { printStrips } from './print/strip.ts';

/** A song as text of the language of `.song.ts`, laid out. */
export function print(song: Song): string {
  const names = newNames(song);
  const music = musicOf(names);
  const groups: readonly (readonly Constant[])[] = [
    printInstruments(song.instruments, names),
    printMaterial(song, names),
    ...printPatterns(song, names, music),
    printStrips(song.tracks, 'track', names),
    printStrips(song.buses, 'bus', names),
    printSections(song, names, music),
  ];
  const printed = groups.filter((group) => group.length > 0).map(groupText);
  const chain = `export default ${expressionText(songChain(song, names), 'export default '.length)};\n`;
  return [importText(names.used()), ...printed, chain].join('\n');
}

/** Constants below each other; one that goes over lines has an empty line around it. */
const groupText = (group: readonly Constant[]): string => {
  const texts = group.map(constant);
  return texts
    .map((text, i) => {
      const isLong = text.includes('\n');
      const before = texts[i - 1];
      return `${before !== undefined && (isLong || before.includes('\n')) ? '\n' : ''}${text}\n`;
    })
    .join('');
};

const importText = (names: readonly string[]): string => {
  const line = `import { ${names.join(', ')} } from 'codetta';\n`;
  return line.length <= widest + 1
    ? line
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'codetta';\n`;
};
