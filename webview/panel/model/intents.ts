// What the user set and the text does not say yet: one intent a path, from release to the next version.
// A stale intent is sent again against the next version, as long as the text does not say the same already.
// Pure: gives the messages to send; knows neither host nor sound.

import type { FromPanel } from '../../../src/protocol/panel.ts';

type SetMessage = Extract<FromPanel, { readonly type: 'set' }>;

export interface Intent {
  readonly path: string;
  /** As the song writes it. */
  readonly value: string;
  readonly request: number;
  /** The version that it was made against. */
  readonly version: number;
  /** `sent` waits for an answer, `stale` for the next version, `accepted` for the text to come back. */
  readonly state: 'sent' | 'stale' | 'accepted';
}

export interface Intents {
  readonly open: readonly Intent[];
  readonly lastRequest: number;
  /** The newest version of the text that we know. */
  readonly version: number;
}

export const noIntents: Intents = { open: [], lastRequest: 0, version: 0 };

/** A step: what is open now, and what to say to the host. */
export interface Step {
  readonly intents: Intents;
  readonly send: readonly SetMessage[];
}

/** The user let go of a control. */
export function released(intents: Intents, path: string, value: string): Step {
  const request = intents.lastRequest + 1;
  const intent: Intent = { path, value, request, version: intents.version, state: 'sent' };
  return {
    // The newest word on a path counts; an answer to an older one is ignored.
    intents: { ...intents, lastRequest: request, open: [...without(intents, path), intent] },
    send: [message(intent)],
  };
}

export function accepted(intents: Intents, request: number): Step {
  return {
    intents: {
      ...intents,
      open: intents.open.map((intent) =>
        intent.request === request ? { ...intent, state: 'accepted' } : intent,
      ),
    },
    send: [],
  };
}

/** Refused for good: the text's value shows again. Refused as stale: it waits for the next version. */
export function refused(intents: Intents, request: number, stale: boolean): Step {
  const intent = intents.open.find((one) => one.request === request);
  if (!intent) return { intents, send: [] };
  if (!stale) return { intents: { ...intents, open: without(intents, intent.path) }, send: [] };
  // The version it needs may have come before the refusal.
  if (intents.version > intent.version) return again(intents, [intent]);
  return {
    intents: {
      ...intents,
      open: intents.open.map((one) => (one === intent ? { ...one, state: 'stale' } : one)),
    },
    send: [],
  };
}

/**
 * A new version of the text.
 * @param written  what the text says at a path, as the song writes it; undefined where it can't be known
 */
export function arrived(
  intents: Intents,
  version: number,
  written: (path: string) => string | undefined,
): Step {
  const kept = intents.open.filter(
    (intent) =>
      written(intent.path) !== intent.value && !(intent.state === 'accepted' && version > intent.version),
  );
  const next: Intents = { ...intents, version: Math.max(version, intents.version), open: kept };
  return again(
    next,
    kept.filter((intent) => intent.state === 'stale' && version > intent.version),
  );
}

/** The value that the user set at a path, where the text does not say it yet. */
export function openAt(intents: Intents, path: string): Intent | undefined {
  return intents.open.find((intent) => intent.path === path);
}

function again(intents: Intents, stale: readonly Intent[]): Step {
  let lastRequest = intents.lastRequest;
  const renewed = stale.map(
    (intent): Intent => ({ ...intent, request: ++lastRequest, version: intents.version, state: 'sent' }),
  );
  const paths = new Set(renewed.map(({ path }) => path));
  return {
    intents: {
      ...intents,
      lastRequest,
      open: [...intents.open.filter(({ path }) => !paths.has(path)), ...renewed],
    },
    send: renewed.map(message),
  };
}

function without({ open }: Intents, path: string): readonly Intent[] {
  return open.filter((intent) => intent.path !== path);
}

function message({ request, version, path, value }: Intent): SetMessage {
  return { type: 'set', request, version, path, value };
}
