// An audio thread that hands out silence, to measure a machine by. Serialised into a page: it may use nothing
// from outside.

/** In the panel's frame: a context as the player's, with a worklet that has nothing to do. */
export async function startBare(hint: AudioContextLatencyCategory): Promise<void> {
  const context = new AudioContext({ sampleRate: 48_000, latencyHint: hint });
  const source = `registerProcessor('bare', class extends AudioWorkletProcessor { process() { return true; } });`;
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const node = new AudioWorkletNode(context, 'bare', { numberOfInputs: 0, outputChannelCount: [2] });
  node.connect(context.destination);
  await context.resume();
}
