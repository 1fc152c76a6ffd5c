// dist/cli.js: what a shell starts. It has V8 keep what it compiles, so that the next start reads that, and only then reads the
// command line: what is imported before is compiled before.

import module from 'node:module';

// Not there before Node 22.8. The folder is Node's own, or the one that NODE_COMPILE_CACHE names.
module.enableCompileCache?.();
// Not by a name that the bundler knows: it would put all of it in here.
await import(new URL('./codetta.js', import.meta.url).href);
