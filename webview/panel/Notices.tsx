// One line for what a person must know: a click is needed, no sound device, the last good song plays.

import type { Panel } from './model/panel.ts';
import { Icon } from './parts/Icon.tsx';

export function Notices({ panel }: { readonly panel: Panel }) {
  const { state, reason } = panel.status.value;
  const notice = panel.notice.value;
  return (
    <div class="notices" aria-live="polite">
      {state === 'locked' && (
        <button type="button" class="notice notice-action" onClick={panel.play}>
          <Icon name="unmute" /> Click to let this page make sound
        </button>
      )}
      {reason && (
        <p class={`notice ${state === 'failed' || state === 'no device' ? 'notice-error' : ''}`} role="alert">
          <Icon name="warning" /> {reason}
        </p>
      )}
      {notice && notice !== reason && (
        <p class="notice" role="alert">
          <Icon name="info" /> <span>{notice}</span>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => (panel.notice.value = undefined)}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
