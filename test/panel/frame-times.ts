// What a bench asks a page about its arrangement. Serialised into the page: nothing from outside is used.

/** Milliseconds from frame to frame while something is done in each. Runs in the panel's page. */
export async function frameTimes({
  frames,
  does,
}: {
  readonly frames: number;
  readonly does: 'nothing' | 'scroll' | 'zoom';
}): Promise<readonly number[]> {
  const view = document.querySelector('.arrangement-scroll');
  const times: number[] = [];
  let last = await new Promise<number>((drawn) => requestAnimationFrame(drawn));
  for (let frame = 0; frame < frames; frame++) {
    if (does === 'scroll') view?.scrollBy(37, frame % 50 === 0 ? 48 : 0);
    if (does === 'zoom')
      view?.dispatchEvent(
        new WheelEvent('wheel', {
          deltaY: frame % 80 < 40 ? 40 : -40,
          ctrlKey: true,
          clientX: 600,
          cancelable: true,
        }),
      );
    const now = await new Promise<number>((drawn) => requestAnimationFrame(drawn));
    times.push(now - last);
    last = now;
  }
  return times;
}

export const elementsIn = (selector: string): number => document.querySelectorAll(`${selector} *`).length;
