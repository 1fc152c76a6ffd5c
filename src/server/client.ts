// What an editor says of itself beyond the protocol, checked: it may say anything.

import { choicesOf } from '../check/choices.ts';
import type { Client, Hints } from './world.ts';

/** `initializationOptions`, or the settings that an editor sends, as far as they are understood. */
export const clientOf = (options: unknown, otherwise: Client = {}): Client => {
  const { checks, commands, pictures, pages, hints, registersTypeScript, runsSongs } = fieldsOf(options);
  return {
    ...otherwise,
    ...(Array.isArray(commands) ? { commands: commands.filter((id) => typeof id === 'string') } : {}),
    ...(typeof registersTypeScript === 'boolean' ? { registersTypeScript } : {}),
    ...(typeof runsSongs === 'boolean' ? { runsSongs } : {}),
    ...(typeof pictures === 'boolean' ? { pictures } : {}),
    ...(typeof pages === 'string' && URL.canParse(pages) ? { pages } : {}),
    ...(hints === undefined ? {} : { hints: hintsOf(hints) }),
    ...(checks === undefined ? {} : { checks: choicesOf(checks) }),
  };
};

/** The settings of `codetta`: what of them is for the server. */
export const settingsOf = (settings: unknown): Pick<Client, 'hints' | 'checks'> => {
  const { hints, checks } = fieldsOf(settings);
  return {
    ...(hints === undefined || hints === null ? {} : { hints: hintsOf(hints) }),
    ...(checks === undefined || checks === null ? {} : { checks: choicesOf(checks) }),
  };
};

/** The settings of `codetta.hints`; `false` turns all of them off. */
const hintsOf = (settings: unknown): Hints => {
  if (settings === false) return { bars: false, seconds: false, times: false };
  const { bars, seconds, times } = fieldsOf(settings);
  return {
    ...(typeof bars === 'boolean' ? { bars } : {}),
    ...(typeof seconds === 'boolean' ? { seconds } : {}),
    ...(typeof times === 'boolean' ? { times } : {}),
  };
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
