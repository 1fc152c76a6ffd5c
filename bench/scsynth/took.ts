// What SuperCollider's server takes for the reference song, rendered without a sound card. Where scsynth is not
// installed, there is nothing to compare with.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Song } from '../../src/song/song.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { scoreOf } from './score.ts';

export interface Took {
  /** Of the processor, and by the clock. */
  readonly cpuSeconds: number;
  readonly seconds: number;
}

/**
 * What scsynth takes for the song, with its reading and writing of files; undefined where there is no scsynth
 * (on Debian: apt-get install supercollider-server).
 */
export function scsynthTook(
  song: Song,
  timeline: Timeline,
  sampleRate: number,
  folder: string,
): Took | undefined {
  if (spawnSync('scsynth', ['-v']).error) return undefined;
  const score = path.join(folder, 'score.osc');
  const sound = path.join(folder, 'scsynth.wav');
  fs.writeFileSync(score, scoreOf(song, timeline));
  const rate = String(sampleRate);
  // A shell's `times` ends with what its children took.
  const command = `scsynth ${options.join(' ')} '${score}' _ '${sound}' ${rate} WAV int24 > /dev/null && times`;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  const took = stdout
    .trim()
    .split('\n')
    .at(-1)
    ?.split(' ')
    .map((time) => /(\d+)m([\d.]+)s/.exec(time));
  if (status !== 0 || !took?.every((time) => time) || fs.statSync(sound).size < 1e6)
    throw new Error(`scsynth failed: ${stdout}${stderr}`);
  const cpuSeconds = took.reduce((sum, time) => sum + Number(time![1]) * 60 + Number(time![2]), 0);
  return { cpuSeconds, seconds };
}

const options = ['-o', '2', '-i', '0', '-a', '128', '-n', '4096', '-m', '65536', '-z', '128', '-N'];
