// In the lines of statements that have a form of words: `automate PATH in SECTION`, `marker NAME at PLACE`,
// `lyrics TRACK in SECTION`, `expect …`, `deliver …`, and what a section is like.

import { deliveryTargets } from '../../../vocabulary/delivery.ts';
import { sectionBars } from '../../../vocabulary/mixer.ts';
import { type Target, targetsOf } from '../../../vocabulary/targets.ts';
import { rangeInWords } from '../../../vocabulary/written.ts';
import type { Completion, Reading } from '../../language.ts';
import { sectionInWords } from '../in-words.ts';
import { expectations } from '../phrases.ts';
import type { Left } from './left.ts';
import { caret, offer, offerValues } from './offer.ts';

type Song = Reading['song'];

/** What may stand at the caret of the line that starts with `keyword`; undefined for one without a form. */
export function completeForm(keyword: string, song: Song, left: Left): readonly Completion[] | undefined {
  const words = wordsBefore(left);
  const last = words.at(-1) ?? '';
  switch (keyword) {
    case 'automate':
      if (words.length === 1) return completePaths(song, left);
      return last === 'in' ? completeSections(song, left) : word(left, words, 2, 'in', 'the section');
    case 'lyrics':
      if (words.length === 1) return completeTracks(song, left);
      return last === 'in' ? completeSections(song, left) : word(left, words, 2, 'in', 'the section');
    case 'marker':
      if (words.length < 2) return [];
      return completePlace(song, left, words) ?? word(left, words, 2, 'at', 'the place');
    case 'expect':
      return completeExpectation(song, left, words);
    case 'deliver':
      return deliveryTargets.map(({ name, doc }, rank) =>
        offer(left, caret(left), 'value', name, { detail: doc, rank }),
      );
    case 'section':
      return completeSectionForm(song, left, words);
    default:
      return undefined;
  }
}

/** The words of the entry, paths in one. */
export function wordsBefore({ before }: Left): readonly string[] {
  const words: string[] = [];
  let isGoingOn = false;
  for (const { kind, text } of before) {
    if (kind === '.' || isGoingOn) words.push(`${words.pop() ?? ''}${text}`);
    else words.push(text);
    isGoingOn = kind === '.';
  }
  return words;
}

/** Behind `at`: sections and bars; undefined elsewhere. */
export function completePlace(
  song: Song,
  left: Left,
  words: readonly string[],
): readonly Completion[] | undefined {
  const last = words.at(-1);
  const bar = offer(left, caret(left), 'keyword', 'bar', {
    detail: 'counted from 1',
    insert: 'bar ${1:1}',
    snippet: true,
    rank: 100,
  });
  if (last === 'at') return [...completeSections(song, left), bar];
  const isInSection = words.at(-2) === 'at' && song.sections.some(({ name }) => name.name === last);
  return isInSection ? [bar] : undefined;
}

export const completeSections = (song: Song, left: Left): readonly Completion[] =>
  song.sections.map((section, rank) =>
    offer(left, caret(left), 'section', section.name.name, { detail: sectionInWords(section), rank }),
  );

const completeTracks = (song: Song, left: Left): readonly Completion[] =>
  song.tracks.map(({ name, instrument }, rank) =>
    offer(left, caret(left), 'track', name.name, { detail: instrument?.name ?? '', rank }),
  );

/** All that can move: strips first by their mixer's values, then by their effects and instruments. */
function completePaths(song: Song, left: Left): readonly Completion[] {
  const owners = [...song.tracks, ...song.buses].map(({ name }) => name.name);
  const targets = [...owners, 'master'].flatMap((owner) => targetsOf(song, owner));
  return targets.map(({ path, parameter }: Target, rank) =>
    offer(left, caret(left), 'parameter', path, {
      detail: rangeInWords(parameter),
      documentation: parameter.doc,
      rank,
    }),
  );
}

function completeExpectation(song: Song, left: Left, words: readonly string[]): readonly Completion[] {
  const last = words.at(-1);
  if (words.length === 1) {
    return [
      ...expectations.map(({ example, doc, snippet }, rank) =>
        offer(left, caret(left), 'snippet', example.replace(/^expect /, ''), {
          detail: doc,
          insert: snippet,
          snippet: true,
          rank,
        }),
      ),
      ...completeSections(song, left).map((one) => ({ ...one, rank: 50 })),
      ...completeTracks(song, left).map((one) => ({ ...one, rank: 60 })),
    ];
  }
  if (last === 'than') return completeSections(song, left);
  if (last === 'louder') return one(left, 'than', 'the other section');
  if (words.length !== 2) return [];
  return song.tracks.some(({ name }) => name.name === last)
    ? one(left, 'within', 'a range of notes')
    : one(left, 'louder', 'than another section');
}

function completeSectionForm(song: Song, left: Left, words: readonly string[]): readonly Completion[] {
  const last = words.at(-1);
  if (last === 'like') return completeSections(song, left).filter(({ label }) => label !== words[1]);
  if (last === 'without') return completeTracks(song, left);
  if (left.number) return offerValues(left, sectionBars);
  const apart = [
    ...one(left, 'with', 'parts of its own'),
    ...one(left, 'without', 'tracks that it leaves out'),
  ];
  // Behind the brace that closes its parts.
  if (words.length === 0) return apart;
  if (words.length < 2) return [];
  if (words.includes('like')) return apart;
  return one(left, 'like', 'takes over the parts of another section');
}

const word = (
  left: Left,
  words: readonly string[],
  place: number,
  label: string,
  detail: string,
): readonly Completion[] => (words.length === place ? one(left, label, detail) : []);

const one = (left: Left, label: string, detail: string): readonly Completion[] => [
  offer(left, caret(left), 'keyword', label, { detail, insert: `${label} ` }),
];
