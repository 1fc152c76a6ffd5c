// codetta measure FILE: how loud a sound is, how high it peaks, how wide it stands. The same meter that
// checks songs.

import fs from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { decodeAudio, mostFileBytes } from '../audio/decode.ts';
import { AudioFileError } from '../audio/decoded.ts';
import { newMeter, type Reading } from '../audio/meters/meter.ts';
import { type ReadAt, readWav, readWavFormat } from '../audio/wav-stream.ts';
import { fromSystem, WorldError } from '../files/world-error.ts';
import { interrupted, onInterrupt, progressBar } from './progress.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

export const measureVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('measure loudness, peaks and width of a sound')
      .description(
        'Measures a file of sound (WAV, AIFF, FLAC, MP3, Ogg Vorbis): loudness by ITU-R BS.1770-4 and EBU R 128,\n' +
          'true peak, correlation, spectrum. A WAV may be of any length and have up to 64 channels.\n' +
          'Exits 2 where the file could not be measured.',
      )
      .argument('<file>', 'a file of sound')
      .option('--json', 'for programs; what silence has not is null'),
  run: async (terminal, file: string, { json }: { json?: boolean }) => {
    const measured = await measureFile(file, terminal);
    if (!measured) {
      terminal.note('Stopped: the file was not measured to its end.');
      return interrupted;
    }
    terminal.out(json ? asJson(measured) : asText(file, measured));
    return 0;
  },
};

interface Measured {
  readonly format: { readonly rate: number; readonly channels: number };
  readonly reading: Reading;
}

/** Undefined where Ctrl+C stopped it. */
const measureFile = async (file: string, terminal: Terminal): Promise<Measured | undefined> => {
  let stopped = false;
  const unlisten = onInterrupt(() => {
    stopped = true;
  });
  try {
    const handle = await opened(file);
    return await measureOpened(handle, file, terminal, () => stopped).finally(() => handle.close());
  } finally {
    unlisten();
  }
};

const measureOpened = async (
  handle: fs.FileHandle,
  file: string,
  terminal: Terminal,
  isStopped: () => boolean,
): Promise<Measured | undefined> => {
  const progress = progressBar(terminal);
  try {
    const { size } = await handle.stat();
    const read: ReadAt = async (position, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - position)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
      return bytes.subarray(0, bytesRead);
    };
    const { format, blocks } = isWav(await read(0, 12))
      ? await streamed(read, size)
      : await whole(read, size);
    const meter = newMeter(format.rate, format.channels);
    for await (const { channels, share } of blocks) {
      if (isStopped()) return undefined;
      meter.add(channels);
      progress.show({ share });
    }
    return { format, reading: meter.end() };
  } catch (error) {
    if (error instanceof AudioFileError) throw new WorldError(`${file}: ${error.message}`, { cause: error });
    throw fromSystem(error, 'read it', file);
  } finally {
    progress.end();
  }
};

interface Block {
  readonly channels: readonly Float32Array[];
  readonly share: number;
}

interface Sound {
  readonly format: Measured['format'];
  readonly blocks: AsyncIterable<Block>;
}

const streamed = async (read: ReadAt, size: number): Promise<Sound> => {
  const format = await readWavFormat(read, size);
  return { format, blocks: readWav(read, format) };
};

/** Kinds that are not WAV are decoded in memory. */
const whole = async (read: ReadAt, size: number): Promise<Sound> => {
  // One byte more than may be: whoever decodes says that it is too much.
  const { sampleRate, channels } = await decodeAudio(await read(0, Math.min(size, mostFileBytes + 1)));
  return { format: { rate: sampleRate, channels: channels.length }, blocks: inBlocks(channels) };
};

async function* inBlocks(channels: readonly Float32Array[]): AsyncGenerator<Block> {
  const frames = channels[0]!.length;
  for (let at = 0; at < frames; at += blockFrames) {
    yield {
      channels: channels.map((samples) => samples.subarray(at, at + blockFrames)),
      share: Math.min(1, (at + blockFrames) / frames),
    };
    // Ctrl+C is heard between two blocks.
    await setImmediate();
  }
}

const blockFrames = 65_536;

const isWav = (head: Uint8Array): boolean =>
  ['RIFF', 'RF64', 'BW64'].includes(String.fromCharCode(...head.subarray(0, 4))) &&
  String.fromCharCode(...head.subarray(8, 12)) === 'WAVE';

const opened = async (file: string): Promise<fs.FileHandle> => {
  try {
    return await fs.open(file);
  } catch (error) {
    throw fromSystem(error, 'read it', file);
  }
};

const asJson = ({ format, reading }: Measured): string => {
  const { integrated, range, momentaryMax, shortTermMax, truePeak, correlation, plr } = reading;
  return JSON.stringify(
    {
      integrated: rounded(integrated),
      range: rounded(range),
      momentaryMax: rounded(momentaryMax),
      shortTermMax: rounded(shortTermMax),
      truePeak: rounded(truePeak),
      samplePeak: rounded(reading.samplePeakDb),
      correlation: rounded(correlation, 3),
      plr: rounded(plr),
      rms: rounded(reading.rmsDb),
      crest: rounded(reading.crestDb),
      balance: rounded(reading.balanceDb),
      monoLoss: rounded(reading.monoLossDb),
      dc: rounded(reading.dc, 6),
      seconds: rounded(reading.seconds, 3),
      sampleRate: format.rate,
      channels: format.channels,
      silences: reading.silences.map(({ from, to }) => ({ from: rounded(from), to: rounded(to) })),
      bands: reading.bands.map(({ hertz, db }) => ({ hertz: rounded(hertz), db: rounded(db) })),
    },
    undefined,
    2,
  );
};

/** JSON has no infinity. */
const rounded = (value: number, digits = 2): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : null;

const asText = (file: string, { format, reading }: Measured): string => {
  const { rate, channels } = format;
  const sides = channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`;
  const stereo: readonly (readonly string[])[] =
    channels === 1
      ? []
      : [
          ['correlation', reading.correlation.toFixed(2), ''],
          ['balance', inDecibels(reading.balanceDb), 'left above right'],
          ['lost in mono', inDecibels(reading.monoLossDb), ''],
        ];
  return [
    `${file}: ${reading.seconds.toFixed(1)} s, ${rate} Hz, ${sides}`,
    table([
      ['', '', ''],
      ['integrated', inUnit(reading.integrated, 'LUFS'), 'the whole, gated'],
      ['range', inUnit(reading.range, 'LU'), 'soft parts to loud ones'],
      ['momentary', inUnit(reading.momentaryMax, 'LUFS'), 'the loudest 0.4 s'],
      ['short-term', inUnit(reading.shortTermMax, 'LUFS'), 'the loudest 3 s'],
      ['true peak', inUnit(reading.truePeak, 'dBTP'), ''],
      ['sample peak', inUnit(reading.samplePeakDb, 'dBFS'), ''],
      ['PLR', inUnit(reading.plr, 'LU'), 'true peak above integrated'],
      ['crest', inDecibels(reading.crestDb), 'sample peak above RMS'],
      ...stereo,
    ]).trimStart(),
  ].join('\n');
};

const inUnit = (value: number, unit: string): string =>
  Number.isFinite(value) ? `${value.toFixed(1)} ${unit}` : `${value < 0 ? '-' : ''}inf ${unit}`;

const inDecibels = (value: number): string => inUnit(value, 'dB');
