// One animation loop for the page: draws while anything moves, and sleeps when all is still.

/** Draws one frame; says whether it needs another. */
type Draw = (milliseconds: number) => boolean;

const drawers = new Set<Draw>();
const enders = new Set<() => void>();
let asked = false;

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
  requestAnimationFrame(frame);
}

function frame(milliseconds: number): void {
  asked = false;
  let moving = false;
  for (const draw of drawers) moving = draw(milliseconds) || moving;
  for (const end of enders) end();
  if (moving) wake();
}
