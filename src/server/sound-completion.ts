// Completion where a song names a recording: in the quotes behind Sampler, Kit, take and sample, and of the sounds of a
// kit. The files are those beside the song; the text before the caret tells what may stand there, in both languages.

import type { Completion } from '../languages/language.ts';
import type { OpenSong } from './documents.ts';
import type { World } from './world.ts';

/** The files that may stand at the offset; undefined where that is no place for one. */
export const completeSoundFile = (
  { document, reading: { text } }: OpenSong,
  offset: number,
  { soundsNear }: Pick<World, 'soundsNear'>,
): readonly Completion[] | undefined => {
  const place = soundsNear && placeOf(text, offset);
  if (!place) return undefined;
  const rest = /^[^"'`\r\n]*/.exec(text.slice(offset))![0];
  // Without its other quote, what stands behind the caret is not of the string.
  const isClosed = text[offset + rest.length] === place.quote;
  const range = { from: place.from, to: isClosed ? offset + rest.length : offset };
  return soundsNear(document.uri)
    .filter((file) => takes[place.kind].test(file))
    .map((file, rank) => ({
      label: file.replace(/\/$/, ''),
      kind: 'value',
      detail: file.endsWith('/') ? 'a folder of recordings' : 'a recording',
      insert: file.replace(/\/$/, ''),
      range,
      // Behind the sounds that come along.
      rank: 1000 + rank,
    }));
};

type Kind = 'file' | 'sampler' | 'kit';

const takes: Readonly<Record<Kind, RegExp>> = {
  file: /\.(?!sf[23]$)\w+$/i,
  sampler: /./,
  kit: /\/$/,
};

interface Place {
  readonly kind: Kind;
  readonly quote: string;
  /** Behind the first quote. */
  readonly from: number;
}

const placeOf = (text: string, offset: number): Place | undefined => {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const open = /(["'`])([^"'`]*)$/.exec(line);
  if (!open) return undefined;
  const kind = kindOf(line.slice(0, open.index), text, offset);
  return kind && { kind, quote: open[1]!, from: offset - open[2]!.length };
};

/** By what stands before the quote: a call, a declaration, or a sound of a kit or a sampler. */
const kindOf = (before: string, text: string, offset: number): Kind | undefined => {
  const call = /\b(Sampler|Kit|take|sample)\(\s*$/.exec(before)?.[1];
  if (call === 'Sampler') return 'sampler';
  if (call === 'Kit') return 'kit';
  if (call || /^\s*(?:take|sample)\s+\S+\s*=\s*$/.test(before)) return 'file';
  if (/\b(?:table|wavetable)\s*:\s*$/.test(before)) return 'file';
  if (!/(?:^|[\s{,])[\w#]+\s*:\s*$/.test(before)) return undefined;
  // The word at the margin begins the statement that the caret is in.
  const statement = text
    .slice(0, offset)
    .split(/\n(?=\S)/)
    .at(-1)!;
  return /^(?:kit\b|instrument\b[^{]*\bSampler\b)/.test(statement) && !/\bpreset\s*:\s*$/.test(before)
    ? 'file'
    : undefined;
};
