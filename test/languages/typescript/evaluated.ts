// Songs in TypeScript for tests: evaluated in this process, with the files that they import beside them.

import { evaluate } from '../../../src/languages/typescript/evaluate.ts';
import type { Evaluated } from '../../../src/languages/typescript/evaluated.ts';
import { type EvaluatedReading, newEvaluatedReader } from '../../../src/languages/typescript/reading.ts';
import { defaultLimits, type Limits } from '../../../src/languages/typescript/sandbox.ts';

export type Files = Readonly<Record<string, string>>;

export const head =
  "import { song, section, track, bus, mini, progression, MonoSynth, stack, cat, rev } from 'codetta';\n";

/** Where a test is not about time, a song may take ten times what it may in an editor: tests run beside others. */
const patient: Limits = { ...defaultLimits, milliseconds: 10 * defaultLimits.milliseconds };

/** Of the processor: what else the machine is busy with does not count against a song. */
const processorMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The evaluation of `text`; what it imports is found by its path. */
export const evaluated = (text: string, files: Files = {}, limits = patient): Promise<Evaluated> =>
  evaluate(
    { file: 'main.song.ts', text, limits },
    (path) => {
      const content = files[path];
      return Promise.resolve(
        content === undefined
          ? { ok: false, reason: 'there is no such file.' }
          : { ok: true, id: path, text: content },
      );
    },
    processorMilliseconds,
  );

export const readingOf = async (text: string, files: Files = {}): Promise<EvaluatedReading> =>
  newEvaluatedReader()(text, await evaluated(text, files));

/** What a song's first problem stands on, and what it says. */
export const faultOf = async (
  text: string,
  files: Files = {},
  limits?: Limits,
): Promise<{
  readonly on: string;
  readonly line: number;
  readonly message: string;
  readonly file: string;
}> => {
  const { problems, files: ids } = await evaluated(text, files, limits);
  const [first] = problems;
  if (!first) throw new Error('nothing is wrong with it');
  const content = first.file === 0 ? text : (files[ids[first.file]!] ?? '');
  return {
    on: content.slice(first.from, first.to),
    line: content.slice(0, first.from).split('\n').length,
    message: first.message,
    file: ids[first.file]!,
  };
};
