// How songs are played live, as the browser keeps it for the studio.

import { type LiveSettings, liveSettings } from '../../src/protocol/live-settings.ts';

const place = 'codetta.live';

export function readLiveSettings(): LiveSettings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return liveSettings(typeof stored === 'object' && stored !== null ? stored : {});
  } catch {
    return liveSettings({});
  }
}

export function keepLiveSettings(settings: LiveSettings): void {
  try {
    localStorage.setItem(place, JSON.stringify(settings));
  } catch {
    // A browser that stores nothing begins as usual the next time.
  }
}
