// A part of a sound on the disk, some seconds of it: its samples, what was counted on the way, and the moment of the
// core behind it, from which the next part goes on. A file that is not whole, or not what it says, is none.

import fs from 'node:fs';
import zlib from 'node:zlib';
import type { CoreReport } from '../../engine/core/report.ts';
import type { PartSound } from '../../engine/offline/parts.ts';

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
}

const headBytes = 256;
const numbersAt = 160;
const counts = ['notANumber', 'stolenVoices', 'lateEvents', 'limiting', 'droppedNotes'] as const;

/** @param file  is not there yet */
export function writePart(file: string, key: string, part: Part): void {
  const sound = [bytesOf(part.sides), bytesOf(part.samples)];
  const head = Buffer.alloc(headBytes);
  head.write(titleOf(key, part.next), 'latin1');
  const numbers = [
    part.sides.length,
    part.samples.byteLength,
    part.moment.length,
    zlib.crc32(sound[1]!, zlib.crc32(sound[0]!)),
    zlib.crc32(part.moment),
    part.latency,
    ...counts.map((name) => part.report[name]),
  ];
  for (const [at, value] of numbers.entries()) head.writeUInt32LE(value, numbersAt + at * 4);
  head.writeUInt32LE(zlib.crc32(head.subarray(0, headBytes - 4)), headBytes - 4);
  const descriptor = fs.openSync(file, 'wx', 0o600);
  try {
    for (const bytes of [head, ...sound, part.moment]) writeAll(descriptor, bytes);
  } finally {
    fs.closeSync(descriptor);
  }
}

interface Numbers extends PartHead {
  readonly sides: number;
  readonly samples: number;
  readonly moment: number;
  readonly soundSum: number;
  readonly momentSum: number;
}

/** Undefined where there is no such file, or it is another's, or damaged. */
export const readHead = (file: string, key: string): PartHead | undefined =>
  opened(file, (descriptor) => numbersOf(descriptor, key));

/** Reads the samples into `into`, which is as long as the longest; false where they are damaged, or not there. */
export function readSound(file: string, key: string, into: PartSound): boolean {
  const isWhole = opened(file, (descriptor) => {
    const head = numbersOf(descriptor, key);
    if (!head || head.sides > into.sides.length || head.samples > into.samples.byteLength) return undefined;
    const [sides, samples] = [
      into.sides.subarray(0, head.sides),
      bytesOf(into.samples).subarray(0, head.samples),
    ];
    if (!readAll(descriptor, sides, headBytes) || !readAll(descriptor, samples, headBytes + head.sides))
      return undefined;
    return zlib.crc32(samples, zlib.crc32(sides)) === head.soundSum || undefined;
  });
  return isWhole ?? false;
}

/** Undefined where it is damaged, or not there. */
export const readMoment = (file: string, key: string): Uint8Array | undefined =>
  opened(file, (descriptor) => {
    const head = numbersOf(descriptor, key);
    if (!head || head.moment > mostMomentBytes) return undefined;
    const moment = new Uint8Array(head.moment);
    if (!readAll(descriptor, moment, headBytes + head.sides + head.samples)) return undefined;
    return zlib.crc32(moment) === head.momentSum ? moment : undefined;
  });

/** More than any core has. */
const mostMomentBytes = 1 << 30;

function numbersOf(descriptor: number, key: string): Numbers | undefined {
  const head = Buffer.alloc(headBytes);
  if (!readAll(descriptor, head, 0)) return undefined;
  const next = head.toString('latin1', nextAt, nextAt + 64);
  if (zlib.crc32(head.subarray(0, headBytes - 4)) !== head.readUInt32LE(headBytes - 4)) return undefined;
  if (head.toString('latin1', 0, nextAt + 64) !== titleOf(key, next)) return undefined;
  const at = (index: number): number => head.readUInt32LE(numbersAt + index * 4);
  const report = Object.fromEntries(counts.map((name, index) => [name, at(6 + index)]));
  return {
    next,
    report: report as unknown as CoreReport,
    sides: at(0),
    samples: at(1),
    moment: at(2),
    soundSum: at(3),
    momentSum: at(4),
    latency: at(5),
  };
}

const titleOf = (key: string, next: string): string => `codetta part 1\n${key}${next}`;
const nextAt = 'codetta part 1\n'.length + 64;

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
