// The messages between the studio's page and its server, over the WebSocket: two unions, as JSON.
// The server knows the file and nothing of its music; the page reads, plays and edits the text.

import type { Opened } from '../languages/link.ts';
import type { BounceOptions, BounceState } from './panel.ts';

/** The state of the file on the disk: a digest of its bytes. Equal text has an equal version. */
export type DiskVersion = string;

/** A file on the disk, with the version of what it holds. */
export interface SongFile {
  /** Its name without its folder. */
  readonly name: string;
  readonly text: string;
  readonly disk: DiskVersion;
}

export type OtherFile = NonNullable<Opened>;

/** From the server to the page. */
export type ToStudio =
  /** The first message of every connection. */
  | { readonly type: 'opened'; readonly file: SongFile }
  /** Another program wrote the file. */
  | { readonly type: 'changed'; readonly file: SongFile }
  /** Another program moved or removed the file; the page still has its text. */
  | { readonly type: 'removed'; readonly name: string }
  | { readonly type: 'saved'; readonly request: number; readonly disk: DiskVersion }
  /** Not saved: `file` is what stands on the disk now, where another program wrote it meanwhile. */
  | { readonly type: 'notSaved'; readonly request: number; readonly reason: string; readonly file?: SongFile }
  | { readonly type: 'bounce'; readonly state: BounceState }
  /** What was asked for with `open`: a file that the song imports, or why there is none. */
  | { readonly type: 'other'; readonly path: string; readonly from: string; readonly opened: OtherFile }
  /** A file that a page opened is another one now, or gone. */
  | { readonly type: 'otherChanged'; readonly id: string }
  /** A message of the page was not understood. */
  | { readonly type: 'refused'; readonly reason: string };

/** From the page to the server. */
export type FromStudio =
  /** `over` is the version that the text was made from: a save over any other one is refused. */
  | { readonly type: 'save'; readonly request: number; readonly text: string; readonly over: DiskVersion }
  /** Bounce `text`, the song as it sounds, beside the song's file. */
  | { readonly type: 'startBounce'; readonly text: string; readonly options: BounceOptions }
  | { readonly type: 'cancelBounce' }
  /** The file at `path`, as the file `from` writes it; ids are paths from the song's folder. */
  | { readonly type: 'open'; readonly path: string; readonly from: string };

/** A song is text that a person wrote: longer than this (UTF-16 units) is something else. */
export const mostText = 4_000_000;
