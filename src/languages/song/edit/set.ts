// `set`: the value at a path of the mixer, an instrument, a recording, a section or the song: one edit of one literal.
// `bass.level`, `bass.send.space`, `bass.eq.low`, `master.limiter.threshold`, `sub.filter.Q`, `song.tempo`,
// `vox1.gain` of a take, `verse.bars` of a section.

import { nearestNames } from '../../../song/nearest.ts';
import type { Reading } from '../../language.ts';
import { andList, didYouMean } from '../lower/ledger.ts';
import type { Tree } from '../tree.ts';
import type { Edited } from './edited.ts';
import { setHeader } from './set-header.ts';
import { setInstrument } from './set-instrument.ts';
import { materialNamed, setMaterial } from './set-material.ts';
import { setSection } from './set-section.ts';
import { isStripPath, setStrip } from './set-strip.ts';
import { stripNamed } from './strip-named.ts';

export function set(reading: Reading, tree: Tree, path: string, value: string): Edited {
  const [name = '', ...rest] = path.trim().split('.');
  const text = value.trim();
  if (rest.length === 0)
    return { reason: `\`${path}\` names no value: write it like \`bass.level\` or \`song.tempo\`.` };
  if (name === 'song') return setHeader(tree, rest.join('.'), text);
  const strip = stripNamed(reading, name);
  const isInstrument = reading.song.instruments.some((instrument) => instrument.name.name === name);
  // A track and its instrument often share a name: what a strip has goes to the strip.
  if (strip && (isStripPath(strip, rest) || !isInstrument)) return setStrip(reading, tree, strip, rest, text);
  if (isInstrument) return setInstrument(reading, tree, name, rest.join('.'), text);
  const kind = materialNamed(reading.song, name);
  if (kind) return setMaterial(reading, tree, kind, name, rest.join('.'), text);
  if (reading.song.sections.some((section) => section.name.name === name))
    return setSection(reading, tree, name, rest.join('.'), text);
  return { reason: noSuchName(reading, name) };
}

export function noSuchName({ song }: Reading, name: string): string {
  const names = [...song.tracks, ...song.buses, ...song.instruments].map((part) => part.name.name);
  const near = nearestNames(name, [...names, 'master', 'song']);
  const exists = `There are ${andList([...new Set([...names, 'master', 'song'])].map((one) => `\`${one}\``))}.`;
  return `The song has no track, bus or instrument \`${name}\`.${didYouMean(near) || ` ${exists}`}`;
}
