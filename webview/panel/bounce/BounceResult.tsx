// How far a bounce is, or what came of it.

import type { BounceState, DoneBounce } from '../../../src/protocol/panel.ts';
import { counted, shortDb, shownDb, shownTime, spokenDb, timeLeft } from '../model/words.ts';
import { Icon } from '../parts/Icon.tsx';

export function BounceResult({ state }: { readonly state: BounceState }) {
  switch (state.state) {
    case 'running':
      return (
        <div class="bounce-result" role="status">
          <vscode-progress-bar value={state.share * 100} max={100} aria-label="Progress of the bounce" />
          <p>
            {Math.round(state.share * 100)} %
            {state.secondsLeft !== undefined && `, ${timeLeft(state.secondsLeft)}`}
          </p>
        </div>
      );
    case 'done':
      return (
        <div class="bounce-result bounce-done" role="status">
          <p>
            <Icon name="check" />{' '}
            <span>
              Wrote <b>{fileName(state.file)}</b>: {shownTime(state.seconds)} of music,{' '}
              {shownDb(state.loudness)} LUFS, peak {shownDb(state.truePeakDb)} dBTP.
              {state.levelling && ` ${levellingWords(state.levelling)}`}
              {state.stems && ` ${counted(state.stems.length, 'stem')} beside it.`}
            </span>
          </p>
          {state.notes?.map((note) => (
            <p key={note}>
              <Icon name="warning" /> <span>{note}</span>
            </p>
          ))}
        </div>
      );
    case 'cancelled':
      return (
        <p class="bounce-result" role="status">
          <Icon name="circle-slash" /> <span>Cancelled. Nothing was written.</span>
        </p>
      );
    case 'failed':
      return (
        <p class="bounce-result bounce-failed" role="alert">
          <Icon name="error" /> <span>{state.reason}</span>
        </p>
      );
  }
}

function levellingWords({ gainDb, aimed, heldBack }: NonNullable<DoneBounce['levelling']>): string {
  const turned = `Turned ${gainDb < 0 ? 'down' : 'up'} by ${spokenDb(Math.abs(gainDb))}`;
  return heldBack
    ? `${turned}, as far as its peaks allow: for ${shortDb(aimed)} LUFS, limit or compress the master.`
    : `${turned}, to ${shortDb(aimed)} LUFS.`;
}

function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
