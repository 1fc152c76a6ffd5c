// Songs in TypeScript in the studio: run in a web worker of the page, with what they import from the song's folder.

import type { Language, Reading } from '../../src/languages/language.ts';
import { languageOf } from '../../src/languages/languages.ts';
import type { Linker, Opened } from '../../src/languages/link.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import {
  type Evaluations,
  newEvaluations,
  withEvaluated,
} from '../../src/languages/typescript/evaluations.ts';
import { typescriptLanguage } from '../../src/languages/typescript/typescript-language.ts';
import { openModule } from '../../src/sandbox/open-module.ts';
import { newWebEvaluator } from '../../src/sandbox/web-evaluator.ts';

/** The page opens either kind of song, and learns which when the file comes. */
export const eitherLanguage: Language = {
  ...songLanguage,
  edit: (reading, changes) => languageWith(reading).edit(reading, changes),
};

const languageWith = (reading: Reading): Language =>
  'evaluated' in (reading.base ?? reading) ? typescriptLanguage : songLanguage;

export class Programs {
  #evaluations: Evaluations | undefined;

  isProgram(name: string): boolean {
    return languageOf(name)?.id === 'song-typescript';
  }

  /** Resolves when a text has been run; undefined where there is nothing to wait for. */
  ready(name: string, text: string): Promise<unknown> | undefined {
    if (!this.isProgram(name)) return undefined;
    const evaluations = this.#started();
    return evaluations.of(name, text) ? undefined : evaluations.ready(name, text);
  }

  /** A reading with what it imports; of a song in TypeScript what came of running it. */
  link(reading: Reading, name: string, link: Linker): Reading {
    if (!this.isProgram(name)) return link(reading, name);
    const run = this.#started().of(name, reading.text);
    return run ? withEvaluated(link(run, name), run) : typescriptLanguage.read(reading.text);
  }

  filesChanged(): void {
    this.#evaluations?.changed();
  }

  #started(): Evaluations {
    this.#evaluations ??= newEvaluations(
      newWebEvaluator('/studio/sandbox.worker.js', { open: openModule({ open }, { packages: true }) })
        .evaluate,
    );
    return this.#evaluations;
  }
}

/** From the song's folder, by the studio's server, which holds it inside. */
const open = async (path: string, from: string): Promise<Opened> => {
  const answer = await fetch(`/imported?${new URLSearchParams({ path, from })}`);
  return answer.ok ? ((await answer.json()) as Opened) : undefined;
};
