// The sample songs as programs, with all that they play.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { compile } from '../../../src/engine/compile.ts';
import { isHosted } from '../../../src/engine/plugs.ts';
import type { Program } from '../../../src/engine/program.ts';
import type { Sounds } from '../../../src/engine/sounds/sounds.ts';
import { otherFilesIn } from '../../../src/files/other-files.ts';
import { languageOf } from '../../../src/languages/languages.ts';
import { readSong } from '../../../src/sandbox/read-song.ts';
import type { Song } from '../../../src/song/song.ts';
import { songSounds } from '../../../src/sounds/song-sounds.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import type { Timeline } from '../../../src/timeline/timeline.ts';

const folder = path.resolve(import.meta.dirname, '../../../samples');

export const sampleNames: readonly string[] = fs
  .readdirSync(folder)
  .filter((file) => /\.song(\.ts)?$/.test(file));

export interface SampleSong {
  readonly song: Song;
  readonly timeline: Timeline;
  readonly sounds: Sounds;
  readonly program: Program;
}

export async function sampleSong(name: string, rate = 48_000): Promise<SampleSong> {
  const file = path.join(folder, name);
  const language = languageOf(file);
  assert.ok(language);
  const text = fs.readFileSync(file, 'utf8');
  const { song } = await readSong({ language, file, text, files: otherFilesIn(folder) });
  const timeline = layOut(song);
  const { sounds } = await songSounds(song, timeline, { song: file, folder });
  const program = compile(song, timeline, rate, sounds);
  assert.ok(!isHosted(program), 'what Tone.js plays is not the same to the last bit');
  return { song, timeline, sounds, program };
}
