// A canvas that is as sharp as the screen: sized to its element, drawn again when that changes.

import { useLayoutEffect, useRef } from 'preact/hooks';

export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A screen's pixels can be too many for one canvas; then it is drawn less sharp. */
const mostPixels = 16_000;

/**
 * Calls `draw` after every rendering in which `reasons` differ, on every change of size, and of the theme.
 * @returns the ref for the canvas
 */
export function useCanvas(draw: (surface: Surface) => void, reasons: readonly unknown[]) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  latest.current = draw;
  const paint = useRef(() => {});
  // Before the browser paints: a canvas that has moved must not be seen with its old picture.
  useLayoutEffect(() => {
    const canvas = ref.current!;
    const context = canvas.getContext('2d')!;
    let drawn = { width: 0, height: 0 };
    paint.current = () => {
      const { clientWidth: width, clientHeight: height } = canvas;
      drawn = { width, height };
      if (width === 0 || height === 0) return;
      const scale = Math.min(window.devicePixelRatio || 1, mostPixels / width);
      const [pixelsWide, pixelsHigh] = [Math.round(width * scale), Math.round(height * scale)];
      if (canvas.width !== pixelsWide) canvas.width = pixelsWide;
      if (canvas.height !== pixelsHigh) canvas.height = pixelsHigh;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, width, height);
      latest.current({ context, width, height });
    };
    // What a rendering made larger is drawn already.
    const sizes = new ResizeObserver(() => {
      if (canvas.clientWidth !== drawn.width || canvas.clientHeight !== drawn.height) paint.current();
    });
    sizes.observe(canvas);
    const theme = watchTheme(() => paint.current());
    return () => {
      sizes.disconnect();
      theme();
    };
  }, []);
  useLayoutEffect(() => paint.current(), reasons);
  return ref;
}

/** Calls `changed` when the host gives the page another theme; returns how to end that. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  // VS Code sets its colours on <html> and the kind of theme on <body>.
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['style', 'class', 'data-theme'],
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  const kinds = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];
  const media = kinds.map((kind) => window.matchMedia(kind));
  for (const one of media) one.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    for (const one of media) one.removeEventListener('change', changed);
  };
}
