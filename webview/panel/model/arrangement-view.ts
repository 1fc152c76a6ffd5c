// What of the song the arrangement shows: how wide a bar is, how far it is scrolled, and the part that is
// drawn, which reaches a little past what is seen. Whatever is laid over the arrangement takes its places
// from here. Pixels are those of the style sheet, x from the song's start, y from the first track.
// Pure: knows no element; who scrolls tells `scrolled`, who can scroll listens to `wanted`.

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PanelSong } from '../../../src/protocol/song-view.ts';

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Wider than this a bar shows nothing more. */
const widestBar = 480;
/** Every song can be seen this much larger. */
const leastMostZoom = 8;
/** The drawn part moves on by this share of what is seen, and by so many rows. */
const pageShare = 0.25;
const pageRows = 4;

export class ArrangementView {
  /** 1 shows the whole song. */
  readonly zoom = signal(1);
  /** What is seen of the lanes. */
  readonly width = signal(0);
  readonly height = signal(0);
  readonly rowHeight = signal(24);
  /** How far it is scrolled. */
  readonly left = signal(0);
  readonly top = signal(0);
  /** Where it should be scrolled to, by a zoom or a key. */
  readonly wanted = signal<{ readonly left: number; readonly top: number } | undefined>(undefined);

  readonly bars: ReadonlySignal<number>;
  readonly rows: ReadonlySignal<number>;
  /** Pixels of a bar. */
  readonly barWidth: ReadonlySignal<number>;
  /** Pixels of the whole song. */
  readonly songWidth: ReadonlySignal<number>;
  /** Pixels of the song that are drawn: from and to, in whole pages, so that it changes seldom. */
  readonly drawn: ReadonlySignal<Extent>;
  /** Indices of the tracks that are drawn, `to` not among them. */
  readonly drawnRows: ReadonlySignal<Extent>;

  constructor(song: ReadonlySignal<PanelSong | undefined>) {
    this.bars = computed(() => Math.max(1, song.value?.bars ?? 1));
    this.rows = computed(() => song.value?.tracks.length ?? 0);
    this.songWidth = computed(() => this.width.value * this.zoom.value);
    this.barWidth = computed(() => this.songWidth.value / this.bars.value);
    const page = computed(() => Math.max(64, Math.round(this.width.value * pageShare)));
    const column = computed(() => Math.floor(this.left.value / page.value));
    const rowPage = computed(() => Math.floor(this.top.value / this.rowHeight.value / pageRows));
    this.drawn = computed(() => ({
      from: Math.max(0, (column.value - 1) * page.value),
      to: Math.min(this.songWidth.value, (column.value + 2) * page.value + this.width.value),
    }));
    this.drawnRows = computed(() => ({
      from: Math.max(0, (rowPage.value - 1) * pageRows),
      to: Math.min(
        this.rows.value,
        (rowPage.value + 2) * pageRows + Math.ceil(this.height.value / this.rowHeight.value),
      ),
    }));
  }

  /** Pixels from the song's start of a place in bars. */
  xOf = (bars: number): number => bars * this.barWidth.value;

  /** The place in bars at so many pixels from the song's start. */
  barsAt = (x: number): number => x / Math.max(1e-9, this.barWidth.value);

  get mostZoom(): number {
    const width = Math.max(1, this.width.value);
    return Math.max(leastMostZoom, (widestBar * this.bars.value) / width);
  }

  /**
   * @param zoom    1 for the whole song
   * @param anchor  pixels from the left end of what is seen; the bar there stays where it is
   */
  setZoom = (zoom: number, anchor = this.width.value / 2): void =>
    batch(() => {
      const bars = this.barsAt(this.left.value + anchor);
      this.zoom.value = Math.min(this.mostZoom, Math.max(1, zoom));
      this.scrollTo(this.xOf(bars) - anchor, this.top.value);
    });

  /** Makes a stretch of bars fill what is seen. */
  show = ({ from, to }: Extent): void =>
    batch(() => {
      this.zoom.value = Math.min(this.mostZoom, Math.max(1, this.bars.value / Math.max(1e-3, to - from)));
      this.scrollTo(this.xOf(from), this.top.value);
    });

  /** Scrolls there, as far as that is there. */
  scrollTo = (left: number, top: number): void => {
    const mostLeft = Math.max(0, this.songWidth.value - this.width.value);
    const mostTop = Math.max(0, this.rows.value * this.rowHeight.value - this.height.value);
    this.left.value = Math.min(mostLeft, Math.max(0, left));
    this.top.value = Math.min(mostTop, Math.max(0, top));
    this.wanted.value = { left: this.left.value, top: this.top.value };
  };

  /** Scrolls no further than is needed to show the bars and the track. */
  reveal = (bars: Extent, row: number | undefined): void => {
    const [left, right] = [this.xOf(bars.from), this.xOf(bars.to)];
    const [seen, end] = [this.left.value, this.left.value + this.width.value];
    // Of what is wider than the view, the beginning counts.
    const x =
      left < seen || right - left > this.width.value ? left : right > end ? right - this.width.value : seen;
    const height = this.rowHeight.value;
    const [over, under] = [(row ?? 0) * height, ((row ?? 0) + 1) * height];
    const top = this.top.value;
    const y =
      row === undefined || (over >= top && under <= top + this.height.value)
        ? top
        : over < top
          ? over
          : under - this.height.value;
    if (x !== seen || y !== top) this.scrollTo(x, y);
  };

  /** The hand has scrolled. */
  scrolled = (left: number, top: number): void =>
    batch(() => {
      this.left.value = left;
      this.top.value = top;
    });

  resized = (width: number, height: number, rowHeight: number): void =>
    batch(() => {
      const bars = this.barsAt(this.left.value);
      this.width.value = width;
      this.height.value = height;
      this.rowHeight.value = rowHeight;
      if (this.zoom.value > 1) this.scrollTo(this.xOf(bars), this.top.value);
    });
}

/** So many bars between two numbers or lines that at least `pixels` lie between them: 1, 2, 4, 8 ... */
export const barStep = (barWidth: number, pixels: number): number => {
  let step = 1;
  while (step * barWidth < pixels && step < 4096) step *= 2;
  return step;
};
