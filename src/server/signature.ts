// Signature help: what a transform, or an effect's line, takes, while it is being written.

import { MarkupKind, type Position, type SignatureHelp } from 'vscode-languageserver';
import type { OpenSong } from './documents.ts';

/** Keys that ask for it: what opens a call, and what goes on with one. */
export const signatureTriggers: readonly string[] = ['(', ',', ':'];

export const signatureHelp = (song: OpenSong, position: Position): SignatureHelp | null => {
  const found = song.language.signature(song.reading, song.document.offsetAt(position));
  if (!found) return null;
  const parameters = found.parameters.map(({ place, documentation }) => ({
    label: [place.from, place.to] as [number, number],
    documentation: { kind: MarkupKind.Markdown, value: documentation },
  }));
  // One past the last is how the protocol says that none is meant.
  const activeParameter = found.active ?? parameters.length;
  return {
    signatures: [
      {
        label: found.label,
        documentation: { kind: MarkupKind.Markdown, value: found.documentation },
        parameters,
        activeParameter,
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
};
