// Songs bounced, measured and checked, with nothing made up.

import { check } from '../../../src/check/check.ts';
import type { Measured } from '../../../src/check/measured.ts';
import type { Reading } from '../../../src/languages/language.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { type Measurer, newMeasurer } from '../../../src/render/measurer.ts';
import { measureReferences } from '../../../src/render/references.ts';
import type { Problem } from '../../../src/song/problem.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { coreBytes } from '../listen.ts';

let measurer: Measurer | undefined;

export const theMeasurer = (): Measurer => (measurer ??= newMeasurer({ core: coreBytes() }));

export interface Sounding {
  readonly reading: Reading;
  readonly measured: Measured;
  /** Of every rule. */
  readonly problems: readonly Problem[];
}

/** @param beside  what there is besides: the version before, and the other songs of the album */
export const sounding = async (
  text: string,
  beside: Pick<Measured, 'before' | 'album'> = {},
): Promise<Sounding> => {
  const reading = songLanguage.read(text);
  const timeline = layOut(reading.song);
  const references = await measureReferences(reading.song, import.meta.filename);
  const alone = await theMeasurer().measure(reading.song, timeline, { references });
  if (!alone) throw new Error('nobody stopped it');
  const measured = { ...alone, ...beside };
  const problems = check(
    reading.song,
    timeline,
    reading.origins,
    ({ rule, error }) => {
      throw new Error(`the rule ${rule} threw`, { cause: error });
    },
    { measured },
  );
  return { reading, measured, problems };
};
