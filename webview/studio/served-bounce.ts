// Sound of a bounce from the studio's server, as the panel asks its host for it.

import type { FromPanel, ToPanel } from '../../src/protocol/panel.ts';

type Asked = Omit<Extract<FromPanel, { type: 'readBounce' }>, 'type'>;
type Sound = Extract<ToPanel, { type: 'bounceSound' }>;

/** Never rejects: what can't be had is silence without samples. */
export async function servedBounce({ bounce, from, count }: Asked): Promise<Sound> {
  const nothing: Sound = { type: 'bounceSound', bounce, from, channels: [] };
  try {
    const response = await fetch(`/bounce?bounce=${bounce}&from=${from}&count=${count}`);
    if (!response.ok) return nothing;
    const sides = Number(response.headers.get('X-Channels'));
    const samples = new Float32Array(await response.arrayBuffer());
    const frames = sides > 0 ? Math.floor(samples.length / sides) : 0;
    const channels = Array.from({ length: sides }, (_, side) =>
      samples.slice(side * frames, (side + 1) * frames),
    );
    return { ...nothing, channels };
  } catch {
    return nothing;
  }
}
