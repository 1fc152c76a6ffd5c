// The server as a program: dist/server.cjs, started by the extension.

import packageJson from '../../package.json' with { type: 'json' };
import { serveArguments } from './start.ts';

serveArguments(packageJson.version);
