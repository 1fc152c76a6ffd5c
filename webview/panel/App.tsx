// The whole panel: transport, arrangement, mixer, problems, bounce; and what stands there without a song.

import { useSignal } from '@preact/signals';
import { Arrangement } from './arrangement/Arrangement.tsx';
import { Bounce } from './bounce/Bounce.tsx';
import { Channel } from './channel/Channel.tsx';
import { LaneEditor } from './lanes/LaneEditor.tsx';
import { LanePictures } from './lanes/LanePictures.tsx';
import { Mixer } from './mixer/Mixer.tsx';
import type { Panel } from './model/panel.ts';
import { Notices } from './Notices.tsx';
import { Problems } from './problems/Problems.tsx';
import { Roll } from './roll/Roll.tsx';
import { Keys } from './transport/Keys.tsx';
import { LiveBar } from './transport/LiveBar.tsx';
import { Transport } from './transport/Transport.tsx';
import { useKeys } from './use-keys.ts';
import { Welcome } from './Welcome.tsx';

export function App({ panel }: { readonly panel: Panel }) {
  const bouncing = useSignal(false);
  useKeys(panel);
  const song = panel.song.value;
  if (!song) return <Welcome panel={panel} />;
  return (
    <div class="app">
      <Transport panel={panel} onBounce={() => (bouncing.value = true)} />
      <LiveBar panel={panel} song={song} />
      <Notices panel={panel} />
      <Arrangement panel={panel} song={song}>
        <LanePictures panel={panel} song={song} />
      </Arrangement>
      <LaneEditor panel={panel} song={song} />
      <Roll panel={panel} />
      <Mixer panel={panel} song={song} />
      <Channel panel={panel} song={song} />
      <Problems panel={panel} />
      {panel.live.showsKeys.value && <Keys panel={panel} />}
      {bouncing.value && <Bounce panel={panel} song={song} onClose={() => (bouncing.value = false)} />}
    </div>
  );
}
