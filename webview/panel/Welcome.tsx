// What stands there before a song does: waiting for one, or why there is none.

import type { Panel } from './model/panel.ts';
import { Icon } from './parts/Icon.tsx';
import { Problems } from './problems/Problems.tsx';

export function Welcome({ panel }: { readonly panel: Panel }) {
  const errors = panel.problems.value.filter(({ severity }) => severity === 'error');
  return (
    <div class="app">
      <section class="welcome" aria-live="polite">
        <Icon name="music" />
        <h1>{errors.length > 0 ? 'This song cannot play yet' : 'No song yet'}</h1>
        <p>
          {errors.length > 0
            ? 'Mend what stands below, and it appears here as you type.'
            : 'Open a .song file, and its arrangement and its mixer appear here.'}
        </p>
      </section>
      <Problems panel={panel} />
    </div>
  );
}
