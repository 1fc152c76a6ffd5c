// The sound device that a player plays through: none before the first play, because browsers give no sound before
// a click; then a studio is built on it, once. It can be taken away at any time, by a phone call or by being
// unplugged. Knows nothing of songs.

import type { FromWorklet } from './messages.ts';
import { open } from './opening.ts';
import { type PlayerStatus, statusOf } from './player-status.ts';
import type { RackOptions } from './plug-rack.ts';
import { buildStudio, type Studio, takeDown } from './studio.ts';

export interface SoundDeviceOptions extends Pick<RackOptions, 'onPorts' | 'onRefused'> {
  readonly workletUrl: string;
  /** The bytes of core.wasm. */
  readonly core: () => Promise<ArrayBuffer>;
  readonly onStatus: (status: PlayerStatus) => void;
  /** A studio stands, with no song in it. */
  readonly onBuilt: (studio: Studio) => void;
  readonly onMessage: (message: FromWorklet) => void;
  /** The studio is gone, with all that the audio thread had: the next `open` builds another. */
  readonly onLost: (status: PlayerStatus) => void;
  /** The studio stands, and its context has stopped. */
  readonly onInterrupted: () => void;
}

export class SoundDevice {
  readonly #options: SoundDeviceOptions;
  #studio: Studio | undefined;
  #opening: Promise<Studio | undefined> | undefined;
  /** Waits for a click. */
  #locked: AudioContext | undefined;
  #disposed = false;

  constructor(options: SoundDeviceOptions) {
    this.#options = options;
  }

  /** What stands on it, running or not. */
  get studio(): Studio | undefined {
    return this.#studio;
  }

  /** The studio when it runs; undefined where it can't, after `onStatus` or `onLost` has said why. */
  open(sampleRate: number): Promise<Studio | undefined> {
    if (this.#studio) return this.#resume(this.#studio);
    this.#opening ??= this.#start(sampleRate).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Lets go of a studio whose audio thread is of no more use, and says so. */
  breakOff(reason: string): void {
    this.#lose({ state: 'failed', reason: `The sound broke off: ${reason}. Press play to start it again.` });
  }

  /** Leaves no node, timer or context behind. */
  dispose(): void {
    this.#disposed = true;
    this.#locked?.close().catch(() => {});
    this.#locked = undefined;
    this.#takeDown();
  }

  async #resume(studio: Studio): Promise<Studio | undefined> {
    const { native } = studio;
    if (native.state === 'running') return studio;
    const opening = await open(native.sampleRate, native);
    if (opening.state === 'running') return studio;
    if (opening.state === 'locked') this.#tell(statusOf(opening));
    else this.#lose(statusOf(opening));
    return undefined;
  }

  async #start(sampleRate: number): Promise<Studio | undefined> {
    this.#tell({ state: 'starting' });
    const core = this.#options.core();
    // Its failure is told below, when it is awaited.
    core.catch(() => {});
    const opening = await open(sampleRate, this.#locked);
    this.#locked = opening.state === 'locked' ? opening.context : undefined;
    if (opening.state !== 'running') {
      this.#tell(statusOf(opening));
      return undefined;
    }
    try {
      return await this.#build(opening.context, await core);
    } catch (error) {
      opening.context.close().catch(() => {});
      this.#tell({
        state: 'failed',
        reason: `The sound could not start: ${error instanceof Error ? error.message : String(error)}`,
      });
      return undefined;
    }
  }

  async #build(native: AudioContext, core: ArrayBuffer): Promise<Studio | undefined> {
    const { workletUrl, onPorts, onRefused, onBuilt, onMessage, onInterrupted } = this.#options;
    const studio = await buildStudio(native, workletUrl, core, { onPorts, onRefused });
    if (this.#disposed) {
      takeDown(studio);
      return undefined;
    }
    const { port } = studio.node;
    port.onmessage = ({ data }: MessageEvent<FromWorklet>) => onMessage(data);
    studio.node.addEventListener('processorerror', () => {
      if (this.#studio === studio) this.breakOff('the audio thread broke off');
    });
    native.addEventListener('statechange', () => {
      if (this.#studio === studio && native.state !== 'running') onInterrupted();
    });
    this.#studio = studio;
    onBuilt(studio);
    return studio;
  }

  #lose(status: PlayerStatus): void {
    this.#takeDown();
    this.#options.onLost(status);
  }

  #takeDown(): void {
    const studio = this.#studio;
    this.#studio = undefined;
    if (studio) takeDown(studio);
  }

  #tell(status: PlayerStatus): void {
    if (!this.#disposed) this.#options.onStatus(status);
  }
}
