// Opening a native AudioContext: browsers hold it until a click, and may never answer at all.
// Says which of these it was; knows nothing of Tone.js or of songs.

/** How a context stands after asking it to run. */
export type Opening =
  | { readonly state: 'running'; readonly context: AudioContext }
  /** The page needs a click first. */
  | { readonly state: 'locked'; readonly context: AudioContext }
  | { readonly state: 'no device'; readonly reason: string };

/**
 * The browser's larger buffer, some 20 ms where "balanced" has 10. Panels stand in frames, whose audio threads
 * browsers run at a lower priority: on a busy machine even an empty one there misses the smaller buffer.
 * More than this would be heard: a fader and the silence command act within 50 ms.
 */
export const latencyHint: AudioContextLatencyCategory = 'playback';

/** Long enough for a slow sound card, short enough that nobody presses play twice. */
const patienceMs = 2500;
/** Without a click, browsers answer never, and a person should be asked soon. */
const patienceWithoutClickMs = 600;

const noDevice =
  "No sound device answers. Connect or choose one in the system's sound settings, then press play again.";

/**
 * Asks `context`, or a new one at `sampleRate`, to run.
 * Never rejects and always settles, whatever the browser does.
 */
export async function open(sampleRate: number, context: AudioContext | undefined): Promise<Opening> {
  let opened = context;
  try {
    opened ??= new AudioContext({ sampleRate, latencyHint });
  } catch (error) {
    return {
      state: 'no device',
      reason: `${noDevice} (${error instanceof Error ? error.message : String(error)})`,
    };
  }
  const clicked = wasClicked();
  const refused = await Promise.race([
    opened.resume().then(
      () => false,
      () => true,
    ),
    after(clicked ? patienceMs : patienceWithoutClickMs),
  ]);
  if (opened.state === 'running') return { state: 'running', context: opened };
  if (!clicked && !refused) return { state: 'locked', context: opened };
  opened.close().catch(() => {});
  return { state: 'no device', reason: noDevice };
}

function wasClicked(): boolean {
  // Where the browser can't tell, a click is what is needed most often.
  return navigator.userActivation?.hasBeenActive ?? false;
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
}
