// All clauses of a song, in the order of brief, expect and deliver. A mood and a genre are words to people:
// no figure says whether they hold, so they are no clauses.

import type { Brief } from '../song/brief.ts';
import type { Song } from '../song/song.ts';
import { type Clause, fails, holds, soundOf } from './clause.ts';
import { deliveryClauses } from './clauses/delivery.ts';
import { expectationClause } from './clauses/expectation.ts';
import { lengthVerdict, louderVerdict } from './clauses/verdicts.ts';
import { minutes } from './in-words.ts';

export const clausesOf = (song: Song): readonly Clause[] => [
  ...(song.brief ? briefClauses(song.brief) : []),
  ...song.expectations.map(expectationClause),
  ...song.deliveries.flatMap(deliveryClauses),
];

const briefClauses = ({ length, lifts, references }: Brief): readonly Clause[] => [
  ...(length
    ? [
        {
          name: `brief: length ${minutes(length.shortest.value)}..${minutes(length.longest.value)}`,
          id: length.id,
          needs: 'notes' as const,
          judge: lengthVerdict(length),
        },
      ]
    : []),
  ...lifts.map(({ section, over, by, id }) => ({
    name: `brief: lift ${section.name} over ${over.name} ${by.value}LU`,
    id,
    needs: 'sound' as const,
    judge: louderVerdict({ section, than: over, by: by.value }),
  })),
  ...references.map(
    ({ value, id }): Clause => ({
      name: `brief: reference "${value}"`,
      id,
      needs: 'sound',
      judge: (heard) => {
        const { references: known, mix } = soundOf(heard);
        const reference = known[value];
        if (!reference) return fails('It was not compared: this host opens no files.');
        if (!reference.ok) return fails(`It can't be compared: ${reference.reason}`);
        const louder = mix.integrated - reference.integrated;
        const side = louder >= 0 ? 'louder' : 'softer';
        return holds(
          `The song is ${Math.abs(louder).toFixed(1)} LU ${side} (${mix.integrated.toFixed(1)} against ${reference.integrated.toFixed(1)} LUFS); its range is ${mix.range.toFixed(1)} against ${reference.range.toFixed(1)} LU, its PLR ${mix.plr.toFixed(1)} against ${reference.plr.toFixed(1)}.`,
        );
      },
    }),
  ),
];
