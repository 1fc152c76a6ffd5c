// What is made of a recording before it plays: a part of it, stretched to the song's tempo and tuned to its key.
// The id of an edited recording says all of it, so that whoever has the recording can make it, and equal ones are
// made once.

export interface TakeEdit {
  /** The part, in seconds of the recording. */
  readonly from: number;
  readonly to: number;
  /**
   * Where moments of the part come to lie: pairs of seconds from the part's start and from the start of what is made,
   * ascending from [0, 0], straight between. Absent where the part keeps its time.
   */
  readonly anchors?: readonly (readonly [part: number, made: number])[];
  /** The part goes round: what stands behind its end is its start again. */
  readonly loop?: true;
  /** Tops that were cut off are made anew, before all else. */
  readonly declip?: true;
  readonly tune?: {
    /** Pitch classes that notes are pulled to, 0 for C; fractions are allowed. */
    readonly classes: readonly number[];
    /** How far: 0 to 1. */
    readonly strength: number;
    /** Where other classes hold: in seconds of the part, ascending. */
    readonly later?: readonly { readonly from: number; readonly classes: readonly number[] }[];
  };
}

/** The id of what is made of a recording. */
export const editedId = (id: string, edit: TakeEdit): string => `${id}\n${JSON.stringify(edit)}`;

/** The recording's own id, and what is to be made of it, as JSON; undefined where it plays as it is. */
export function readEditedId(id: string): { readonly id: string; readonly edit?: string } {
  const end = id.indexOf('\n');
  return end < 0 ? { id } : { id: id.slice(0, end), edit: id.slice(end + 1) };
}
