// The line between the song's text and the panel: dragged, or moved by the arrow keys. Remembered.

const keptKey = 'codetta.studio.share';
const [least, most, step] = [0.2, 0.8, 0.02];

export function makeSplitter(desk: HTMLElement, splitter: HTMLElement): void {
  const stacked = window.matchMedia('(max-width: 860px)');
  let share = kept();
  const set = (value: number): void => {
    share = Math.min(most, Math.max(least, value));
    desk.style.setProperty('--share', String(share));
    splitter.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    splitter.setAttribute('aria-orientation', stacked.matches ? 'horizontal' : 'vertical');
  };
  set(share);
  stacked.addEventListener('change', () => set(share));

  splitter.addEventListener('pointerdown', (down) => {
    splitter.setPointerCapture(down.pointerId);
    splitter.classList.add('moving');
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const box = desk.getBoundingClientRect();
      set(stacked.matches ? (clientY - box.top) / box.height : (clientX - box.left) / box.width);
    };
    const end = (): void => {
      splitter.removeEventListener('pointermove', move);
      splitter.classList.remove('moving');
      keep(share);
    };
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener('lostpointercapture', end, { once: true });
  });
  splitter.addEventListener('keydown', ({ key }) => {
    const [less, more] = stacked.matches ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (key !== less && key !== more) return;
    set(share + (key === more ? step : -step));
    keep(share);
  });
}

function kept(): number {
  const value = Number.parseFloat(storage()?.getItem(keptKey) ?? '');
  return Number.isFinite(value) ? value : 0.46;
}

const keep = (share: number): void => storage()?.setItem(keptKey, String(share));

// A browser that stores nothing throws when it is asked; the splitter then starts in its place.
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
