// A host of a session that does nothing: a test gives what it is about. A report that no test asks for is a failure.

import type { SessionHost } from '../../src/session/host.ts';

export const quietHost = (does: Partial<SessionHost>): SessionHost => ({
  clock: { now: () => 0, after: () => nothing },
  send: nothing,
  edit: () => Promise.resolve(false),
  reveal: nothing,
  sounding: nothing,
  startBounce: nothing,
  cancelBounce: nothing,
  readBounce: nothing,
  command: nothing,
  settings: nothing,
  tapped: nothing,
  picture: nothing,
  transportChanged: nothing,
  report: (_, message) => {
    throw new Error(message);
  },
  ...does,
});

const nothing = (): void => {};
