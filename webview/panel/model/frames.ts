// One animation loop for the page: draws while anything moves, and sleeps when all is still. While something else needs the
// machine, it rests: a browser that draws all the time leaves its own slow tasks undone, and among them is what a second view
// of VS Code waits for.

/** Draws one frame; says whether it needs another. */
type Draw = (milliseconds: number) => boolean;

const drawers = new Set<Draw>();
const enders = new Set<() => void>();
let asked = false;
let pace: 'full' | 'resting' = 'full';
const restingMs = 200;

/** Calls `draw` on every frame while the loop is awake; returns how to end that. */
export function onFrame(draw: Draw): () => void {
  drawers.add(draw);
  wake();
  return () => drawers.delete(draw);
}

/** Calls `end` when everything has been drawn. */
export function afterFrame(end: () => void): () => void {
  enders.add(end);
  return () => enders.delete(end);
}

/** Something has begun to move. */
export function wake(): void {
  if (asked) return;
  asked = true;
  if (pace === 'full') requestAnimationFrame(frame);
  else setTimeout(() => frame(performance.now()), restingMs);
}

/** `resting`: a few frames a second, from the next one on. */
export function setPace(next: typeof pace): void {
  pace = next;
}

/** The page goes: nothing is drawn any more. */
export function endFrames(): void {
  drawers.clear();
  enders.clear();
}

function frame(milliseconds: number): void {
  asked = false;
  let moving = false;
  for (const draw of drawers) moving = draw(milliseconds) || moving;
  for (const end of enders) end();
  if (moving && drawers.size > 0) wake();
}
