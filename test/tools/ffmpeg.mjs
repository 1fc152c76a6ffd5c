// ffmpeg, sox, flac and aubio: the measuring tools that nobody here wrote.

import { debianTool } from './debian.mjs';

/** Path of ffmpeg. Throws Missing. */
export const findFfmpeg = () =>
  debianTool({
    command: 'ffmpeg',
    package: 'ffmpeg',
    elsewhere: 'get it from https://ffmpeg.org and put it on PATH',
  });

/** Path of sox. Throws Missing. */
export const findSox = () => debianTool({ command: 'sox', package: 'sox' });

/** Path of the FLAC project's own program. Throws Missing. */
export const findFlac = () => debianTool({ command: 'flac', package: 'flac' });

/** Path of one of aubio's programs, as `aubiopitch` or `aubioonset`. Throws Missing. */
export const findAubio = (command) => debianTool({ command, package: 'aubio-tools' });
