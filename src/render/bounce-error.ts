// Why a bounce failed, in words for the person who asked for it.

export type BounceFailure =
  | 'cancelled'
  | 'disk full'
  | 'cannot write'
  | 'no such section'
  | 'nothing to render'
  | 'no core'
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
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new BounceError(
        'disk full',
        `The disk is full: ${file} was not written. Make room, or bounce to another disk.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new BounceError(
        'cannot write',
        `${file} can't be written: no permission. Choose another folder.`,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new BounceError(
        'cannot write',
        `${file} can't be written: its folder does not exist. Make it first.`,
      );
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return new BounceError(
        'cannot write',
        `${file} can't be written: a folder has that name. Choose another name.`,
      );
    case 'EFBIG':
      return new BounceError('cannot write', `${file} can't be written: it is too large for that disk.`);
    default:
      return new BounceError('failed', `${file} was not written: ${message ?? String(error)}`);
  }
}
