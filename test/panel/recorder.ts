// What comes out of the page's speakers, for the tests: stands between every graph and its destination
// before any script of the page runs. Serialised into the page: it may use nothing from outside.

/** Loudest sample of each block of 128 frames, with the context's time of the first. */
export interface Heard {
  readonly startSeconds: number;
  readonly secondsPerBlock: number;
  readonly peaks: readonly number[];
}

export interface Recorder {
  readonly contexts: AudioContext[];
  /** The newest report of the audio thread, as src/engine/live/messages.ts lays it out. */
  report: readonly number[];
  /** Times that the newest context had nothing for the device in time; undefined where the browser can't tell. */
  underruns(): number | undefined;
  /** Of the newest context, from its start. */
  heard(): Promise<Heard>;
}

declare global {
  var recorder: Recorder;
}

export function installRecorder(): void {
  if (!('AudioContext' in globalThis)) return;
  const source = `registerProcessor('recorder', class extends AudioWorkletProcessor {
    constructor() {
      super();
      this.peaks = new Float32Array(1 << 16);
      this.count = 0;
      this.start = -1;
      this.port.onmessage = () => this.port.postMessage({ startSeconds: this.start / sampleRate, secondsPerBlock: 128 / sampleRate, peaks: [...this.peaks.subarray(0, this.count)] });
    }
    process(inputs) {
      // It is made some blocks before it is first called, and not called for all: blocks have their place by the clock.
      if (this.start < 0) this.start = currentFrame;
      const at = (currentFrame - this.start) / 128;
      let peak = 0;
      for (const channel of inputs[0]) for (const sample of channel) peak = Math.max(peak, Number.isFinite(sample) ? Math.abs(sample) : 1e9);
      if (at < this.peaks.length) {
        this.peaks[at] = peak;
        this.count = at + 1;
      }
      return true;
    }
  });`;
  const contexts: AudioContext[] = [];
  const taps = new Map<BaseAudioContext, AudioWorkletNode>();
  /** What was connected before there was a tap. */
  const early = new Map<BaseAudioContext, readonly AudioNode[]>();
  const connect = AudioNode.prototype.connect as (
    this: AudioNode,
    ...where: unknown[]
  ) => AudioNode | undefined;
  const Native = globalThis.AudioContext;
  globalThis.AudioContext = class extends Native {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.push(this);
      const audioWorklet = this.audioWorklet;
      const addModule = audioWorklet.addModule.bind(audioWorklet);
      const module = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const tapped = addModule(module).then(
        () => {
          const tap = new AudioWorkletNode(this, 'recorder', { numberOfOutputs: 0 });
          taps.set(this, tap);
          for (const node of early.get(this) ?? []) connect.call(node, tap);
        },
        // One that is closed at once has nothing to record.
        () => {},
      );
      audioWorklet.addModule = async (url: string) => {
        await tapped;
        await addModule(url);
      };
    }
  };
  AudioNode.prototype.connect = function (this: AudioNode, ...where: unknown[]) {
    const tap = taps.get(this.context);
    if (where[0] === this.context.destination) {
      if (tap) connect.call(this, tap);
      else early.set(this.context, [...(early.get(this.context) ?? []), this]);
    }
    return connect.apply(this, where);
  } as typeof AudioNode.prototype.connect;
  const NativeNode = globalThis.AudioWorkletNode;
  globalThis.AudioWorkletNode = class extends NativeNode {
    constructor(context: BaseAudioContext, name: string, options?: AudioWorkletNodeOptions) {
      super(context, name, options);
      this.port.addEventListener('message', ({ data }) => {
        if (name === 'codetta-core' && data instanceof Float64Array) globalThis.recorder.report = [...data];
      });
    }
  };
  globalThis.recorder = {
    contexts,
    report: [],
    underruns: () =>
      (contexts.at(-1) as { playbackStats?: { underrunEvents: number } } | undefined)?.playbackStats
        ?.underrunEvents,
    heard: () =>
      new Promise((resolve) => {
        const tap = taps.get(contexts.at(-1)!)!;
        tap.port.onmessage = ({ data }: MessageEvent<Heard>) => resolve(data);
        tap.port.postMessage('now');
      }),
  };
}
