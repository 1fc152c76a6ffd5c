// Runs one of our TypeScript files under Node 24: node src/build/run.mjs FILE.ts [ARGUMENTS].

import { ensureInstalled } from './install.mjs';
import { node24 } from './node24.mjs';
import { runMain } from './say.mjs';
import { runThrough } from './through.mjs';

await runMain(async () => {
  await ensureInstalled();
  await runThrough(node24(), process.argv.slice(2));
});
