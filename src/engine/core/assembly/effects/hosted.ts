// An effect that the host plays: its sound goes out by a plug, and comes back by it in the next block.

import { HOSTED_PLUG } from '../generated/layout';
import { BLOCK } from '../memory';
import { plugExchange } from '../plugs';
import { sampleRate } from './rate';

/** Nobody here knows how long it rings on: as long as a bounce waits for a tail. */
const TAIL_SECONDS: f32 = 20;

@unmanaged
class Hosted {
  plug: i32;
}

export function hostedBytes(): usize {
  return 16;
}

export function hostedMake(at: usize): void {
  changetype<Hosted>(at).plug = -1;
}

export function hostedSet(at: usize, values: usize, _jump: bool): void {
  changetype<Hosted>(at).plug = <i32>load<f32>(values + (<usize>HOSTED_PLUG << 2));
}

export function hostedRender(at: usize, left: usize, right: usize, _key: usize): void {
  plugExchange(changetype<Hosted>(at).plug, left, right);
}

export function hostedTail(_at: usize): i32 {
  return <i32>(TAIL_SECONDS * sampleRate);
}

/** What goes out with a block comes back with the next. */
export function hostedLatency(_at: usize): i32 {
  return BLOCK;
}
