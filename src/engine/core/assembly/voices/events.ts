// The notes put down for the frames to come: kept in the order of their frames, and, on one frame, in the
// order in which they came.

import { Deck, EVENT_BYTES, EVENTS } from './deck';

export const NOTE_ON: i32 = 0;
export const NOTE_OFF: i32 = 1;
export const ALL_OFF: i32 = 2;

// Every note that starts must find room for its end.
const MOST_STARTS: i32 = 200;

@unmanaged
export class NoteEvent {
  frame: i32;
  type: i32;
  handle: i32;
  increment: f32;
  velocity: f32;
  source: u32;
  seed: u32;
  zone: u32;
  pitch: f32;
  late: u32;
}

// @ts-ignore: decorator
@inline
export function eventAt(deck: Deck, index: i32): NoteEvent {
  return changetype<NoteEvent>(deck.events + index * EVENT_BYTES);
}

/** Puts an event in its place and gives it to be filled in; null where a block's worth is full. */
export function putEvent(deck: Deck, frame: i32, type: i32): NoteEvent | null {
  if (deck.eventCount >= (type == NOTE_ON ? MOST_STARTS : EVENTS)) return null;
  const when = max<i32>(0, min<i32>(127, frame));
  let index = deck.eventCount++;
  for (; index > 0 && eventAt(deck, index - 1).frame > when; index--) {
    memory.copy(deck.events + index * EVENT_BYTES, deck.events + (index - 1) * EVENT_BYTES, EVENT_BYTES);
  }
  const event = eventAt(deck, index);
  event.frame = when;
  event.type = type;
  event.handle = 0;
  return event;
}

/** Whether that note has yet to start. */
export function isWaiting(deck: Deck, handle: i32): bool {
  for (let index = 0; index < deck.eventCount; index++) {
    const event = eventAt(deck, index);
    if (event.type == NOTE_ON && event.handle == handle) return true;
  }
  return false;
}

/** Drops the first `count`, and brings the others nearer by `frames`. */
export function dropEvents(deck: Deck, count: i32, frames: i32): void {
  deck.eventCount -= count;
  if (count > 0) memory.copy(deck.events, deck.events + count * EVENT_BYTES, deck.eventCount * EVENT_BYTES);
  for (let index = 0; index < deck.eventCount; index++) eventAt(deck, index).frame -= frames;
}
