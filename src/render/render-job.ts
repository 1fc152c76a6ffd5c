// Renders a job to its files. One that goes where music is turned up or down is rendered once before, to hear
// how loud it is.

import { compileCore } from '../engine/core/exports.ts';
import { added, type CoreReport, noTrouble } from '../engine/core/report.ts';
import { type Chunk, renderOffline } from '../engine/offline/render.ts';
import { isHosted } from '../engine/plugs.ts';
import { newBounceMeter } from './bounce-meter.ts';
import { createFlac } from './flac-file.ts';
import { renderInBrowser } from './in-browser.ts';
import type { Job, Rendered } from './job.ts';
import { type Levelling, levelTo } from './level-to.ts';
import { bytesOf, type Encoded, sampleFormat, type WholeBits } from './sample-format.ts';
import { startStems } from './stem-threads.ts';
import { createWav, type SoundFile } from './wav-file.ts';

/** Frames between the dithers of two files. */
const ditherStride = 0x2f6e2b1;

/** Told how far it is, 0 to 1; what it throws ends the work. */
export type OnShare = (share: number) => void;

export async function renderJob(job: Job, onShare: OnShare): Promise<Rendered> {
  if (job.target === undefined) return write(job, undefined, onShare);
  const levelling = await levellingOf(job, job.target, (share) => onShare(share / 2));
  // The threads that waited have had their job.
  return write({ ...job, waiting: [] }, levelling, (share) => onShare(0.5 + share / 2));
}

/** How loud it is is known only when all of it has been heard. */
async function levellingOf(job: Job, target: string, onShare: OnShare): Promise<Levelling | undefined> {
  const meter = newBounceMeter(job.program.sampleRate);
  await render({ ...job, stems: [] }, onShare, ({ left, right }) => meter.add(left, right));
  return levelTo(target, meter.end());
}

async function write(job: Job, levelling: Levelling | undefined, onShare: OnShare): Promise<Rendered> {
  const rate = job.program.sampleRate;
  const gain = 10 ** ((levelling?.gainDb ?? 0) / 20);
  const module = compileCore(job.core);
  const meter = job.metered ? newBounceMeter(rate) : undefined;
  const files: SoundFile[] = [];
  try {
    // Each stem has the dither of another place than the song's: they may be mixed again.
    for (const [index, { file, title }] of [{ file: job.file, title: undefined }, ...job.stems].entries()) {
      const format = sampleFormat(job.bits, module, job.from + index * ditherStride);
      const tags = { ...job.tags, ...(title && { title }) };
      files.push(
        job.container === 'flac'
          ? createFlac(file, format, rate, tags)
          : createWav(file, format, rate, job.to - job.from, tags),
      );
    }
    const [mix, ...stems] = files;
    let [frames, peak] = [0, 0];
    const stemPeaks = stems.map(() => 0);
    // What is turned or metered is needed as samples; all else can be kept as it stands in the file.
    const asInFile = (bits: WholeBits): AsInFile => ({
      bits,
      take(encoded) {
        peak = Math.max(peak, mix!.addEncoded(encoded));
        frames += encoded.data.length / (2 * bytesOf[bits]);
      },
    });
    const isPlain = job.target === undefined && !meter;
    const take = ({ left, right, taps }: Chunk): void => {
      if (gain !== 1) for (const side of [left, right]) turn(side, gain);
      meter?.add(left, right);
      peak = Math.max(peak, mix!.add(left, right));
      for (const [index, tap] of taps.entries())
        stemPeaks[index] = Math.max(stemPeaks[index]!, stems[index]!.add(tap.left, tap.right));
      frames += left.length;
    };
    const report = await render(
      job,
      onShare,
      take,
      isPlain && job.bits !== '32f' ? asInFile(job.bits) : undefined,
    );
    for (const file of files) file.finish();
    return {
      seconds: frames / rate,
      peakDb: decibels(peak),
      stemPeaksDb: stemPeaks.map(decibels),
      report,
      ...(meter && { figures: meter.end() }),
      ...(levelling && { levelling }),
    };
  } finally {
    for (const file of files) file.close();
  }
}

/** Takes what is kept as it stands in a file of so many bits. */
interface AsInFile {
  readonly bits: WholeBits;
  take(encoded: Encoded): void;
}

/** Renders all of it, hands on each chunk, and tells what the cores counted. */
async function render(
  job: Job,
  onShare: OnShare,
  take: (chunk: Chunk) => void,
  asInFile?: AsInFile,
): Promise<CoreReport> {
  if (isHosted(job.program)) {
    for await (const chunk of renderInBrowser(job)) {
      onShare(chunk.share);
      take(chunk);
    }
    return noTrouble;
  }
  const { core, program, from, to, worker: script, waiting, threads: most, cache } = job;
  const threads = startStems({ core, program, stretch: { from, to }, script, waiting, most, cache });
  let report = noTrouble;
  try {
    // What strips give apart is known to a core that renders all of the mix, and to no other.
    const isKept = threads.mix !== undefined && job.stems.length === 0;
    const kept = asInFile ? () => threads.mixInFile!(asInFile.bits) : () => threads.mix!();
    const chunks = isKept
      ? kept()
      : renderOffline(compileCore(job.core), job.program, job, {
          stems: threads.source,
          taps: job.stems,
          onReport: (counted) => {
            report = counted;
          },
        });
    for (const chunk of chunks) {
      onShare(chunk.share);
      if ('data' in chunk) asInFile?.take(chunk);
      else take(chunk);
    }
    threads.keep();
    return added(report, threads.report());
  } finally {
    await threads.end();
  }
}

const decibels = (gain: number): number => 20 * Math.log10(gain);

function turn(samples: Float32Array, gain: number): void {
  for (let i = 0; i < samples.length; i++) samples[i]! *= gain;
}
