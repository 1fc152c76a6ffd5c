// What the core counts of its own trouble, for the host to tell.

/** Order of the counts; core.ts reads them by the same names. */
export const NOT_A_NUMBER: i32 = 0;
export const STOLEN_VOICES: i32 = 1;
export const LATE_EVENTS: i32 = 2;
export const LIMITING: i32 = 3;
export const DROPPED_NOTES: i32 = 4;

const counts = memory.data(5 * 4, 16);

export function count(what: i32, times: u32 = 1): void {
  const at = counts + (<usize>what << 2);
  store<u32>(at, load<u32>(at) + times);
}

/** Starts all counts anew. */
export function reportClear(): void {
  memory.fill(counts, 0, 5 * 4);
}

/** Address of the u32 counts. */
export function reportAddress(): usize {
  return counts;
}
