// The song model as the text of a `.song`: what the formatter would leave as it is, in the order in which the
// samples are written. Read again, it is the same song. Comments and the layout of another text are in no
// model, so they do not come along; marks for the checks do.

import type { Origins } from '../../song/origin.ts';
import type { Song } from '../../song/song.ts';
import { printChecks, printDeliveries, printExpectations } from './print/aims.ts';
import { printArrangement, printLyrics, printMarkers, printSections } from './print/form.ts';
import { printBrief, printHeader, printImports } from './print/header.ts';
import { newPage } from './print/page.ts';
import { printPatterns } from './print/pattern.ts';
import { printInstruments, printMaterial } from './print/sounds.ts';
import { printAutomation, printMix } from './print/strip.ts';

/** A song as text of the `.song` language, laid out. */
export function print(song: Song, origins: Origins): string {
  const page = newPage(song.ignores, origins);
  printHeader(page, song);
  if (song.brief) printBrief(page, song.brief);
  if (song.checks) printChecks(page, song.checks);
  printImports(page, song.imports);
  printInstruments(page, song.instruments);
  printMaterial(page, song);
  printPatterns(page, 'progression', song.progressions);
  printPatterns(page, 'pattern', song.patterns);
  printSections(page, song.sections);
  printArrangement(page, song.arrangement);
  printMarkers(page, song.markers);
  printLyrics(page, song.lyrics);
  printMix(page, song);
  printAutomation(page, song.automation);
  printExpectations(page, song.expectations);
  printDeliveries(page, song.deliveries);
  return page.text();
}
