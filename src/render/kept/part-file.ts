// A part of a sound on the disk, some seconds of it: its samples, what was counted on the way, and the moment of the
// core behind it, from which the next part goes on. A file that is not whole, or not what it says, is none.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { CoreReport } from '../../engine/core/report.ts';
import type { PartSound } from '../../engine/offline/parts.ts';
import type { Digest } from './digest.ts';

export interface PartHead {
  /** Which moment it ends at, by its hash: 64 hexadecimal digits. */
  readonly next: string;
  readonly report: CoreReport;
  /** Frames by which the sound comes later than the song says. */
  readonly latency: number;
}

export interface Part extends PartHead, PartSound {
  /** See `Moments`. */
  readonly moment: Uint8Array;
  /** Its digest. */
  readonly momentSum: Uint8Array;
}

const headBytes = 256;
const numbersAt = 160;
const counts = ['notANumber', 'stolenVoices', 'lateEvents', 'limiting', 'droppedNotes'] as const;
const peakAt = numbersAt + (4 + counts.length) * 4;
const soundSumAt = peakAt + 4;
const momentSumAt = soundSumAt + 16;
const headSumAt = headBytes - 4;

/** @param file  is not there yet */
export function writePart(file: string, key: string, part: Part, digest: Digest): void {
  const sound = [bytesOf(part.sides), bytesOf(part.samples)] as const;
  const head = Buffer.alloc(headBytes);
  head.write(titleOf(key, part.next), 'latin1');
  const numbers = [
    part.sides.length,
    part.samples.byteLength,
    part.moment.length,
    part.latency,
    ...counts.map((name) => part.report[name]),
  ];
  for (const [at, value] of numbers.entries()) head.writeUInt32LE(value, numbersAt + at * 4);
  head.writeFloatLE(part.peak, peakAt);
  head.set(digest(...sound).subarray(0, 16), soundSumAt);
  head.set(part.momentSum.subarray(0, 16), momentSumAt);
  head.set(sumOfHead(head), headSumAt);
  const descriptor = fs.openSync(file, 'wx', 0o600);
  try {
    for (const bytes of [head, ...sound, part.moment]) writeAll(descriptor, bytes);
  } finally {
    fs.closeSync(descriptor);
  }
}

interface Inside extends PartHead {
  readonly sides: number;
  readonly samples: number;
  readonly moment: number;
  readonly peak: number;
  readonly soundSum: Uint8Array;
  readonly momentSum: Uint8Array;
}

/** Undefined where there is no such file, or it is another's, or damaged. */
export const readHead = (file: string, key: string): PartHead | undefined =>
  opened(file, (descriptor) => insideOf(descriptor, key));

/** Reads the samples into `into`, which is as long as the longest; undefined where they are damaged, or not there. */
export function readSound(file: string, key: string, into: PartSound, digest: Digest): PartSound | undefined {
  return opened(file, (descriptor) => {
    const head = insideOf(descriptor, key);
    if (!head || head.sides > into.sides.length || head.samples > into.samples.byteLength) return undefined;
    const [sides, samples] = [
      into.sides.subarray(0, head.sides),
      bytesOf(into.samples).subarray(0, head.samples),
    ];
    if (!readAll(descriptor, sides, headBytes) || !readAll(descriptor, samples, headBytes + head.sides))
      return undefined;
    if (!digest(sides, samples).subarray(0, 16).equals(head.soundSum)) return undefined;
    return { sides, samples, peak: head.peak };
  });
}

/** Undefined where it is damaged, or not there. */
export const readMoment = (file: string, key: string, digest: Digest): Uint8Array | undefined =>
  opened(file, (descriptor) => {
    const head = insideOf(descriptor, key);
    if (!head || head.moment > mostMomentBytes) return undefined;
    const moment = new Uint8Array(head.moment);
    if (!readAll(descriptor, moment, headBytes + head.sides + head.samples)) return undefined;
    return digest(moment).subarray(0, 16).equals(head.momentSum) ? moment : undefined;
  });

/** More than any core has. */
const mostMomentBytes = 1 << 30;

function insideOf(descriptor: number, key: string): Inside | undefined {
  const head = Buffer.alloc(headBytes);
  if (!readAll(descriptor, head, 0)) return undefined;
  const next = head.toString('latin1', nextAt, nextAt + 64);
  if (!head.subarray(headSumAt).equals(sumOfHead(head))) return undefined;
  if (head.toString('latin1', 0, nextAt + 64) !== titleOf(key, next)) return undefined;
  const at = (index: number): number => head.readUInt32LE(numbersAt + index * 4);
  const report = Object.fromEntries(counts.map((name, index) => [name, at(4 + index)]));
  return {
    next,
    report: report as unknown as CoreReport,
    sides: at(0),
    samples: at(1),
    moment: at(2),
    latency: at(3),
    peak: head.readFloatLE(peakAt),
    soundSum: head.subarray(soundSumAt, soundSumAt + 16),
    momentSum: head.subarray(momentSumAt, momentSumAt + 16),
  };
}

const sumOfHead = (head: Buffer): Buffer =>
  createHash('sha256')
    .update(head.subarray(0, headSumAt))
    .digest()
    .subarray(0, headBytes - headSumAt);

const titleOf = (key: string, next: string): string => `codetta part 2\n${key}${next}`;
const nextAt = 'codetta part 2\n'.length + 64;

function opened<Found>(file: string, look: (descriptor: number) => Found | undefined): Found | undefined {
  let descriptor: number;
  try {
    descriptor = fs.openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    return look(descriptor);
  } catch {
    return undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}

function readAll(descriptor: number, into: Uint8Array, from: number): boolean {
  let done = 0;
  while (done < into.length) {
    const read = fs.readSync(descriptor, into, done, into.length - done, from + done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}

function writeAll(descriptor: number, data: Uint8Array): void {
  for (let done = 0; done < data.length; ) done += fs.writeSync(descriptor, data, done, data.length - done);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
