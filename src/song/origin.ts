// Where the parts of a song stand in its text.
// A part of the song carries a SourceId; the reading that made the song maps ids to ranges.
// Ids keep the song plain data, and let every sound and every problem find its characters again.

/** An id of a token or a construct of the text; an index into `Origins`. */
export type SourceId = number;

/** A stretch of text: UTF-16 offsets, `from` inclusive, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The range of each id: `origins[id]`. */
export type Origins = readonly Range[];

/** Replace the characters of `range` by `text`; an insertion has an empty range. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}
