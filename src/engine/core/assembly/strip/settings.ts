// The settings of one strip: where they are and where the host wants them. They travel in a straight line
// for about 15 ms, one step a block, so that no move clicks; what reads them ramps within the block. What
// automation says of one counts instead of it.

import { MASTER_SLOTS, MAX_BUSES } from '../generated/layout';
import { Lane, laneAdd, laneOfSlot, lanesApply } from '../lanes';
import { BLOCK, reserve } from '../memory';

/** The gains to all buses are the most that a strip has. */
const MOST_SLOTS: i32 = max<i32>(MAX_BUSES * 2, MASTER_SLOTS);
const TRAVEL_SECONDS: f32 = 0.015;

/** Blocks of a travel. */
export let travelBlocks: i32 = 1;

/** Room for the settings of one strip. */
let scratch: usize = 0;

export function settingsInit(sampleRate: f32): void {
  scratch = reserve(MOST_SLOTS * 4);
  travelBlocks = max<i32>(1, <i32>(TRAVEL_SECONDS * sampleRate / <f32>BLOCK));
}

@unmanaged
export class Settings {
  slots: i32;
  /** Blocks that the travel still takes; -1 once the last step has been told. */
  left: i32;
  now: usize;
  target: usize;
  /** The first of the lanes that move some, or 0; and the settings as these have them, or `now`. */
  lanes: usize;
  live: usize;
  moved: usize;
}

export function newSettings(slots: i32): Settings {
  const settings = changetype<Settings>(reserve(offsetof<Settings>()));
  settings.slots = slots;
  settings.now = reserve(<usize>slots << 2);
  settings.target = reserve(<usize>slots << 2);
  settings.moved = reserve(<usize>slots << 2);
  settings.live = settings.now;
  return settings;
}

/** The host has written the targets: travel there, or be there at once. */
export function settingsMove(settings: Settings): void {
  settings.left = travelBlocks;
}

export function settingsJump(settings: Settings): void {
  memory.copy(settings.now, settings.target, <usize>settings.slots << 2);
  settings.left = 0;
}

/** Adds a lane; the address of its points for the host to write, or 0 where there is no room. */
export function settingsLane(settings: Settings, slot: i32, isGain: bool, count: i32): usize {
  if (slot < 0 || slot >= settings.slots) return 0;
  const lane = laneAdd(settings.lanes, slot, isGain, count);
  if (!lane) return 0;
  settings.lanes = lane;
  return changetype<Lane>(lane).points;
}

/** A hand takes a setting from its lane, where it is, or gives it back. */
export function settingsHold(settings: Settings, slot: i32, isHeld: bool): void {
  const lane = laneOfSlot(settings.lanes, slot);
  if (!lane || lane.isHeld == isHeld) return;
  lane.isHeld = isHeld;
  const at = <usize>slot << 2;
  if (isHeld) store<f32>(settings.now + at, load<f32>(settings.live + at));
}

/** One block's step, to `sample` of the song; true where something moved. */
export function settingsStep(settings: Settings, sample: u32): bool {
  const travels = travel(settings);
  return settingsFollow(settings, sample) || travels;
}

/** Follows the lanes to `sample` of the song; true where one moved. */
export function settingsFollow(settings: Settings, sample: u32): bool {
  const live = settings.live;
  if (!settings.lanes) {
    settings.live = settings.now;
    return live != settings.now;
  }
  const bytes = <usize>settings.slots << 2;
  const next = settings.moved;
  memory.copy(scratch, settings.now, bytes);
  lanesApply(settings.lanes, scratch, sample);
  if (live == next && memory.compare(next, scratch, bytes) == 0) return false;
  memory.copy(next, scratch, bytes);
  settings.live = next;
  return true;
}

function travel(settings: Settings): bool {
  const left = settings.left;
  if (left <= 0) return false;
  settings.left = left - 1;
  if (left == 1) {
    settingsJump(settings);
    return true;
  }
  for (let i = 0; i < settings.slots; i++) {
    const at = <usize>i << 2;
    const now = load<f32>(settings.now + at);
    const target = load<f32>(settings.target + at);
    store<f32>(settings.now + at, now + (target - now) / <f32>left);
  }
  return true;
}

// @ts-ignore: decorator
@inline
export function setting(settings: Settings, slot: i32): f32 {
  return load<f32>(settings.live + (<usize>slot << 2));
}
