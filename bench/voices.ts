// What a voice costs: nanoseconds for one sample of one voice, by instrument and number of voices, beside
// the same figure for a bare loop of sines in JavaScript, measured in the same run.
// Run: npm run bench -- voices

import { instruments } from '../src/vocabulary/instruments.ts';
import { configure, freshVoices, type VoicesExports } from '../test/sound/voices/core-voices.ts';
import { type Figure, tell } from './figures.ts';

const sampleRate = 48000;
const blockFrames = 128;
const blocks = 8000;

const voices = await freshVoices(sampleRate);
const reference = (best(sines) * 1e6) / (blocks * blockFrames);
const figures: Figure[] = [];
for (const { name, hitMidi, parameters, sampled } of instruments) {
  // What a recording costs depends on the recording.
  if (sampled) continue;
  // Envelopes that move for ever: what costs most; and a string that rings for as long.
  const held = Object.fromEntries(
    parameters.flatMap(({ path }) =>
      path.endsWith('.sustain') ? [[path, 0.5]] : path.endsWith('.decay') ? [[path, 10]] : [],
    ),
  );
  if (name === 'PluckSynth') held['resonance'] = 0.9999;
  for (const count of [1, 16]) {
    const nanoseconds =
      (best(() => sound(voices, name, hitMidi, held, count)) * 1e6) / (blocks * blockFrames * count);
    figures.push({
      what: `${name}, ${count === 1 ? 'one voice' : `${count} voices`}`,
      ours: `${nanoseconds.toFixed(2)} ns a sample of a voice, ${Math.floor(1e9 / sampleRate / nanoseconds)} in real time`,
      reference: `a Math.sin: ${reference.toFixed(2)} ns`,
      ratio: `${(nanoseconds / reference).toFixed(2)} x its time`,
    });
  }
}
tell(figures);

/** Milliseconds of processor of the quickest of five runs: the others met something else at work on the machine. */
function best(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function sound(
  it: VoicesExports,
  name: string,
  midi: number,
  settings: Record<string, number>,
  count: number,
): void {
  it.instrumentReset(0);
  configure(it, 0, name, settings, count);
  for (let note = 0; note < count; note++) it.noteOn(0, midi + note, 1, 0, 0, note);
  const block = it.block.value;
  for (let turn = 0; turn < blocks; turn++) it.instrumentRender(0, block, it.otherBlock.value, blockFrames);
  if (it.activeVoices(0) !== count)
    throw new Error(`${name}: ${it.activeVoices(0)} of ${count} voices sound`);
}

function sines(): void {
  const out = new Float32Array(blockFrames);
  for (let turn = 0, phase = 0; turn < blocks; turn++) {
    for (let i = 0; i < blockFrames; i++) {
      out[i] = Math.sin(phase);
      phase += 0.03;
    }
  }
}
