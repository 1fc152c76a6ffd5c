// Recorded sound from the studio's server, which has the disk and the decoders: maps as JSON, recordings as
// plain samples, one channel behind the other.

import type { SoundMap } from '../../src/engine/sounds/sound-map.ts';
import type { SoundReader } from '../../src/engine/sounds/store.ts';

export const servedSounds: SoundReader = {
  map: async (request) => {
    const response = await asked('/sounds/map', { request: JSON.stringify(request) });
    return (await response.json()) as SoundMap;
  },
  recording: async (id) => {
    const response = await asked('/sounds/recording', { id });
    const { headers } = response;
    const samples = new Float32Array(await response.arrayBuffer());
    const frames = samples.length / Number(headers.get('X-Channels'));
    return {
      hash: headers.get('X-Hash') ?? id,
      sampleRate: Number(headers.get('X-Sample-Rate')),
      channels: Array.from({ length: samples.length / frames }, (_, channel) =>
        samples.slice(channel * frames, (channel + 1) * frames),
      ),
    };
  },
};

async function asked(address: string, query: Readonly<Record<string, string>>): Promise<Response> {
  const response = await fetch(`${address}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error((await response.text()).trim());
  return response;
}
