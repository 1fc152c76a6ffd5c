// A bounce of a `.song` text for a panel: told in the panel's states, and never a throw.

import { songLanguage } from '../languages/song/song-language.ts';
import type { BounceOptions, BounceState } from '../protocol/panel.ts';
import { layOut } from '../timeline/lay-out.ts';
import { type Bounced, bounce } from './bounce.ts';
import { BounceError } from './bounce-error.ts';

export interface TextBounce {
  readonly text: string;
  readonly options: BounceOptions;
  /** Where the file goes; one that is there is replaced. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** Told while it runs. */
  readonly tell: (state: BounceState) => void;
}

// A panel shows a number: this is what it shows of silence.
const silenceDb = -200;

/** How it ended: done, cancelled, or failed with a reason for the person who asked. */
export async function bounceText({ text, options, file, signal, tell }: TextBounce): Promise<BounceState> {
  try {
    const { song } = songLanguage.read(text);
    const onProgress = (progress: { readonly share: number; readonly secondsLeft?: number }): void =>
      tell({ state: 'running', ...progress });
    return done(await bounce({ song, timeline: layOut(song), file, signal, onProgress, ...options }));
  } catch (error) {
    if (error instanceof BounceError && error.failure === 'cancelled') return { state: 'cancelled' };
    return { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

const done = ({ file, seconds, peakDb }: Bounced): BounceState => ({
  state: 'done',
  file,
  seconds,
  peakDb: Math.max(silenceDb, peakDb),
});
