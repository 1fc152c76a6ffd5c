// Keeps the view and the element that scrolls in step: what the hand scrolls is told to the view, and where
// the view wants to be is scrolled to.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Panel } from '../model/panel.ts';

/** Refs for the element that scrolls, and for the corner over the names at its left. */
export function useScroll({ view }: Panel) {
  const scroller = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = scroller.current!;
    const measure = (): void => {
      const { offsetWidth: names, offsetHeight: ruler } = corner.current!;
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 24;
      view.resized(element.clientWidth - names, element.clientHeight - ruler, row);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    sizes.observe(corner.current!);
    const onScroll = (): void => view.scrolled(element.scrollLeft, element.scrollTop);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [view]);
  // After the song has been drawn as wide as it should be: before that there is nothing to scroll to.
  const wanted = view.wanted.value;
  useLayoutEffect(() => {
    if (wanted) scroller.current!.scrollTo(wanted.left, wanted.top);
  }, [wanted, view.songWidth.value]);
  return { scroller, corner };
}
