// Whether the core works on this machine: a second of music, bounced and looked at.

import { compile } from '../engine/compile.ts';
import { Core } from '../engine/core/core.ts';
import { type CompiledCore, compileCore } from '../engine/core/exports.ts';
import { songLanguage } from '../languages/song/song-language.ts';
import { coreFile, readCore } from '../render/core-file.ts';
import { layOut } from '../timeline/lay-out.ts';

export type CoreTest =
  | {
      readonly ok: true;
      readonly file: string;
      readonly peak: number;
      /** Seconds of music in a second, for this little song. */
      readonly speed: number;
    }
  | { readonly ok: false; readonly reason: string };

export const testCore = (): CoreTest => {
  try {
    const result = bounce(compileCore(readCore()));
    return result.ok ? { ...result, file: coreFile() } : result;
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  }
};

const sampleRate = 44100;
const blockFrames = 128;

const song = `song "Test tone" { tempo 120bpm }
instrument soft = Synth { }
track lead { instrument: soft }
section one 1 bars { lead: "a4 c5 e5 a5" }
arrange one
`;

const bounce = (module: CompiledCore) => {
  const { song: read } = songLanguage.read(song);
  const core = new Core(module, sampleRate);
  core.load(compile(read, layOut(read), sampleRate));
  core.play();
  const [left, right] = [new Float32Array(blockFrames), new Float32Array(blockFrames)];
  let [peak, tookMs, frames] = [0, 0, 0];
  for (; frames < sampleRate; frames += blockFrames) {
    const started = performance.now();
    core.process(left, right);
    tookMs += performance.now() - started;
    for (const channel of [left, right]) {
      for (const sample of channel) peak = Math.max(peak, Math.abs(sample));
    }
  }
  if (!(peak > 0.001 && peak <= 1)) return { ok: false as const, reason: `it plays at a peak of ${peak}` };
  return { ok: true as const, peak, speed: frames / sampleRate / (tookMs / 1000) };
};
