// Why a bounce failed, in words for the person who asked for it.

import { codeOf, isKnown, sentenceOf } from '../files/world-error.ts';

export type BounceFailure =
  | 'cancelled'
  | 'disk full'
  | 'cannot write'
  | 'no such section'
  | 'nothing to render'
  | 'no core'
  | 'no browser'
  | 'failed';

export class BounceError extends Error {
  readonly failure: BounceFailure;

  constructor(failure: BounceFailure, message: string) {
    super(message);
    this.name = 'BounceError';
    this.failure = failure;
  }
}

/** The failure to write `file`, from what the system said. */
export function writeError(file: string, error: unknown): BounceError {
  // What is missing where a new file should go can only be its folder.
  const sentence =
    codeOf(error) === 'ENOENT' ? 'its folder does not exist. Make it first.' : sentenceOf(error);
  return new BounceError(failureOf(error), `${file} was not written: ${sentence}`);
}

function failureOf(error: unknown): BounceFailure {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk full';
  return isKnown(error) ? 'cannot write' : 'failed';
}
