// What bytes are known again by: 64 bytes of sums, of which the host makes a key. Made for speed, some bytes in each
// step of the processor, and not to withstand somebody who wants two lists to be taken for one: they are this
// machine's own files. Four vectors at a time, each number times its neighbour, under keys that move on with the
// place, so that neither what changes places nor what changes twice comes to the same.

import { reserve } from './memory';

const STEP: usize = 64;
/** Steps between two stirs. */
const STEPS: usize = 16;
const PRIME: u64 = 0x9e3779b1;
/** By how much keys move on: odd, so that none comes back soon. */
const ONWARDS: u64 = 0x9e3779b97f4a7c15;

const FIRST_SUMS = memory.data<u64>([
  0xc2b2ae3d27d4eb4f, 0x165667b19e3779f9, 0x85ebca77c2b2ae63, 0x27d4eb2f165667c5,
  0x9e3779b185ebca87, 0xff51afd7ed558ccd, 0xc4ceb9fe1a85ec53, 0xbf58476d1ce4e5b9,
], 16);
const FIRST_KEYS = memory.data<u64>([
  0x94d049bb133111eb, 0x2545f4914f6cdd1d, 0xd6e8feb86659fd93, 0xa0761d6478bd642f,
  0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3, 0x589965cc75374cc3, 0x1d8e4e27c47d124f,
], 16);
/** The sums so far, and the keys of the next step. */
const sums = memory.data(64, 16);
const keys = memory.data(64, 16);
let room: usize = 0;

/** Where the host puts the bytes, so many at a time: a multiple of 64. Once. */
export function digestRoom(bytes: usize): usize {
  room = reserve(bytes);
  return room;
}

/** Of other bytes, from their start. */
export function digestBegin(): void {
  memory.copy(sums, FIRST_SUMS, STEP);
  memory.copy(keys, FIRST_KEYS, STEP);
}

/** Adds the next bytes, which stand in the room: as many as it has, but for the last time; then zeros fill a step up. */
export function digestAdd(bytes: usize): void {
  const whole = (bytes + (STEP - 1)) & ~(STEP - 1);
  memory.fill(room + bytes, 0, whole - bytes);
  for (let done: usize = 0; done < whole; done += STEP * STEPS) steps(room + done, min<usize>(whole - done, STEP * STEPS));
}

/** Address of the 64 bytes. */
export function digestSums(): usize {
  return sums;
}

function steps(from: usize, bytes: usize): void {
  const onwards = i64x2.splat(<i64>ONWARDS);
  let a = v128.load(sums), b = v128.load(sums, 16), c = v128.load(sums, 32), d = v128.load(sums, 48);
  let ka = v128.load(keys), kb = v128.load(keys, 16), kc = v128.load(keys, 32), kd = v128.load(keys, 48);
  for (let at: usize = from; at < from + bytes; at += STEP) {
    a = added(a, v128.load(at), ka);
    b = added(b, v128.load(at, 16), kb);
    c = added(c, v128.load(at, 32), kc);
    d = added(d, v128.load(at, 48), kd);
    ka = i64x2.add(ka, onwards);
    kb = i64x2.add(kb, onwards);
    kc = i64x2.add(kc, onwards);
    kd = i64x2.add(kd, onwards);
  }
  v128.store(sums, stirred(a, ka));
  v128.store(sums, stirred(b, kb), 16);
  v128.store(sums, stirred(c, kc), 32);
  v128.store(sums, stirred(d, kd), 48);
  v128.store(keys, ka);
  v128.store(keys, kb, 16);
  v128.store(keys, kc, 32);
  v128.store(keys, kd, 48);
}

/** Both halves of each number under the key, one times the other; the number itself goes to the sum beside it. */
// @ts-ignore: decorator
@inline
function added(sum: v128, numbers: v128, key: v128): v128 {
  const keyed = v128.xor(numbers, key);
  const product = i64x2.extmul_low_i32x4_u(
    i32x4.shuffle(keyed, keyed, 0, 2, 0, 2), i32x4.shuffle(keyed, keyed, 1, 3, 1, 3),
  );
  return i64x2.add(i64x2.add(sum, i64x2.shuffle(numbers, numbers, 1, 0)), product);
}

/** What has gathered in the upper half comes down. */
// @ts-ignore: decorator
@inline
function stirred(sum: v128, key: v128): v128 {
  return i64x2.mul(v128.xor(v128.xor(sum, i64x2.shr_u(sum, 47)), key), i64x2.splat(<i64>PRIME));
}
