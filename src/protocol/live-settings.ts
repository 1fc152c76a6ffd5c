// How a song is played live: settings that a person keeps from one song to the next. Hosts store them (VS Code in its
// settings, the studio in the browser); the panel shows them and asks for changes. Declared once, with their ranges.

/** Where a change of the song, and a queued section, come in. A cycle is a section of the arrangement. */
export const swapPoints = ['beat', 'bar', 'cycle'] as const;

export interface LiveSettings {
  readonly swap: (typeof swapPoints)[number];
  /** Bars that are counted before the song plays. */
  readonly countIn: number;
  /** Whether a click is heard on each beat. It is never in a bounce. */
  readonly metronome: boolean;
  /** Of the click on the first beat of a bar, in dB. */
  readonly metronomeLevel: number;
}

export const usualLiveSettings: LiveSettings = {
  swap: 'bar',
  countIn: 0,
  metronome: false,
  metronomeLevel: -12,
};

export const mostCountIn = 4;
export const metronomeLevels = { min: -40, max: 0 } as const;

/** Whatever was stored, as settings: what is none of ours is as usual. */
export function liveSettings(stored: Readonly<Partial<Record<keyof LiveSettings, unknown>>>): LiveSettings {
  const { swap, countIn, metronome, metronomeLevel } = stored;
  const number = (value: unknown, low: number, high: number, usual: number): number =>
    typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : usual;
  const { min, max } = metronomeLevels;
  return {
    swap: swapPoints.find((point) => point === swap) ?? usualLiveSettings.swap,
    countIn: Math.round(number(countIn, 0, mostCountIn, usualLiveSettings.countIn)),
    metronome: typeof metronome === 'boolean' ? metronome : usualLiveSettings.metronome,
    metronomeLevel: number(metronomeLevel, min, max, usualLiveSettings.metronomeLevel),
  };
}
