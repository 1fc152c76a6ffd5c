// The settings of one strip: where they are and where the host wants them. They travel in a straight line
// for about 15 ms, one step a block, so that no move clicks; what reads them ramps within the block.

import { BLOCK, reserve } from '../memory';

const TRAVEL_SECONDS: f32 = 0.015;

/** Blocks of a travel. */
export let travelBlocks: i32 = 1;

export function settingsInit(sampleRate: f32): void {
  travelBlocks = max<i32>(1, <i32>(TRAVEL_SECONDS * sampleRate / <f32>BLOCK));
}

@unmanaged
export class Settings {
  slots: i32;
  /** Blocks that the travel still takes; -1 once the last step has been told. */
  left: i32;
  now: usize;
  target: usize;
}

export function newSettings(slots: i32): Settings {
  const settings = changetype<Settings>(reserve(offsetof<Settings>()));
  settings.slots = slots;
  settings.now = reserve(<usize>slots << 2);
  settings.target = reserve(<usize>slots << 2);
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

/** One block's step; true where something moved. */
export function settingsStep(settings: Settings): bool {
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
  return load<f32>(settings.now + (<usize>slot << 2));
}
