// The code in large type. Only lines that changed are made anew; what sounds is lit by boxes behind the letters, so that
// no letter moves; the view goes to where something happens: the caret while it moves, else what sounds.

import type { Colours, Piece } from './colours.ts';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** How long after it moved the caret is what people look at. */
const caretMs = 6000;
const sizes = { least: 0.5, most: 2.2, step: 0.1 } as const;

export class CodeView {
  readonly #frame: HTMLElement;
  readonly #lines: HTMLElement;
  readonly #lights: HTMLElement;
  readonly #colours: Colours;
  readonly #caret = document.createElement('i');
  /** What each line shows, to know which have changed. */
  #shown: readonly string[] = [];
  #starts: readonly number[] = [0];
  #text = '';
  #lit: readonly Place[] = [];
  #cursor: number | undefined;
  #movedMs = Number.NEGATIVE_INFINITY;
  #version = 0;
  #scale = 1;

  constructor(frame: HTMLElement, lines: HTMLElement, lights: HTMLElement, colours: Colours) {
    this.#frame = frame;
    this.#lines = lines;
    this.#lights = lights;
    this.#colours = colours;
    this.#caret.className = 'caret';
    new ResizeObserver(() => this.#draw()).observe(frame);
  }

  async show(text: string, language: 'song' | 'typescript'): Promise<void> {
    const version = ++this.#version;
    if (text === this.#text && this.#shown.length > 0) return;
    const lines = await this.#colours(text, language);
    // A newer text has come meanwhile.
    if (version !== this.#version) return;
    this.#text = text;
    const shown = lines.map((pieces) => JSON.stringify(pieces));
    lines.forEach((pieces, index) => {
      if (shown[index] === this.#shown[index]) return;
      const line = lineOf(pieces);
      const old = this.#lines.children[index];
      if (old) old.replaceWith(line);
      else this.#lines.append(line);
    });
    while (this.#lines.childElementCount > lines.length) this.#lines.lastElementChild!.remove();
    this.#shown = shown;
    this.#starts = startsOf(text);
    this.#draw();
  }

  light(places: readonly Place[]): void {
    this.#lit = places;
    this.#draw();
  }

  cursorAt(offset: number): void {
    this.#cursor = offset;
    this.#movedMs = performance.now();
    this.#draw();
  }

  resize(step: -1 | 1): void {
    this.#scale = Math.min(sizes.most, Math.max(sizes.least, this.#scale + step * sizes.step));
    this.#frame.style.setProperty('--scale', String(this.#scale));
    this.#draw();
  }

  #draw(): void {
    const origin = this.#lines.getBoundingClientRect();
    const boxes = this.#lit.flatMap(({ from, to }) => this.#rects(from, to));
    const caret = this.#cursor === undefined ? undefined : this.#rects(this.#cursor, this.#cursor)[0];
    const lights = [...this.#lights.querySelectorAll('b')];
    while (lights.length < boxes.length) {
      const light = document.createElement('b');
      this.#lights.append(light);
      lights.push(light);
    }
    lights.forEach((light, index) => {
      const box = boxes[index];
      light.hidden = box === undefined;
      if (box) put(light, box, origin);
    });
    this.#caret.hidden = caret === undefined;
    if (caret) put(this.#caret, caret, origin);
    if (!this.#caret.isConnected) this.#lights.append(this.#caret);
    this.#goTo(boxes, caret, origin);
  }

  /** Brings the caret, or else what sounds, into the middle part of the view. */
  #goTo(boxes: readonly DOMRect[], caret: DOMRect | undefined, origin: DOMRect): void {
    const follows = caret !== undefined && performance.now() - this.#movedMs < caretMs;
    const middle = [...boxes].sort((one, other) => one.top - other.top)[boxes.length >> 1];
    const aim = follows ? caret : middle;
    if (!aim) return;
    const height = this.#frame.clientHeight;
    const at = aim.top - origin.top;
    const top = Number(this.#lines.dataset.top ?? 0);
    // What is well in view stays where it is: a wall of text that moves with each note can't be read.
    if (at - top > height * 0.12 && at - top < height * 0.82) return;
    const most = Math.max(0, this.#lines.scrollHeight - height * 0.7);
    const next = Math.min(most, Math.max(0, at - height * 0.4));
    this.#lines.dataset.top = String(next);
    for (const moved of [this.#lines, this.#lights]) moved.style.transform = `translateY(${-next}px)`;
  }

  #rects(from: number, to: number): readonly DOMRect[] {
    const [start, end] = [this.#point(from), this.#point(to)];
    if (!start || !end) return [];
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return joined(
      [...range.getClientRects()].filter(({ width, height }) => height > 0 && (width > 0 || from === to)),
    );
  }

  #point(offset: number): { readonly node: Node; readonly offset: number } | undefined {
    let line = this.#starts.findLastIndex((start) => start <= offset);
    line = Math.max(0, line);
    const element = this.#lines.children[line];
    if (!element) return undefined;
    let left = offset - this.#starts[line]!;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent!.length;
      if (left <= length) return { node, offset: left };
      left -= length;
    }
    return undefined;
  }
}

/** Boxes that touch on a line are one: colours part the words, and no light ends there. */
function joined(boxes: readonly DOMRect[]): readonly DOMRect[] {
  const whole: DOMRect[] = [];
  for (const box of boxes) {
    const last = whole.at(-1);
    if (last && Math.abs(last.top - box.top) < 1 && box.left <= last.right + 1)
      last.width = Math.max(last.right, box.right) - last.left;
    else whole.push(DOMRect.fromRect(box));
  }
  return whole;
}

function put(element: HTMLElement, box: DOMRect, origin: DOMRect): void {
  Object.assign(element.style, {
    left: `${box.left - origin.left}px`,
    top: `${box.top - origin.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
}

function lineOf(pieces: readonly Piece[]): HTMLElement {
  const line = document.createElement('div');
  for (const { text, colour } of pieces) {
    const piece = document.createElement('span');
    if (colour) piece.className = `c-${colour}`;
    piece.textContent = text;
    line.append(piece);
  }
  // An empty line is as high as the others.
  if (!line.textContent) line.append('\u200b');
  return line;
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
