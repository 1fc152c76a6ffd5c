// The stage's page: what the host says goes to the code, the sections and the pictures of the sound. It shows what it is
// given and asks for nothing but its look; no path, no problem and no notice ever reaches it.

import './themes.css';
import './stage.css';
import { checkToStage } from '../../src/protocol/check.ts';
import type { FromStage, StagePicture, StageSection } from '../../src/protocol/stage.ts';
import { CodeView } from './code-view.ts';
import { colours } from './colours.ts';
import { makeControls } from './controls.ts';
import { connect } from './host.ts';
import { Pictures } from './pictures.ts';
import { SectionStrip } from './sections.ts';

const part = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

const host = connect();
const send = (message: FromStage): void => host.send(message);
const code = new CodeView(
  part('code'),
  part('lines'),
  part('lights'),
  colours(document.body.dataset.base ?? '/'),
);
const strip = new SectionStrip(part('sections'));
const pictures = new Pictures(part<HTMLCanvasElement>('scope'), part<HTMLCanvasElement>('spectrum'));
const controls = makeControls(part('controls'), {
  theme: (theme) => {
    send({ type: 'theme', theme });
    pictures.redraw();
  },
  resize: (step) => code.resize(step),
  fullScreen: () => send({ type: 'fullScreen' }),
  close: () => send({ type: 'close' }),
});
let sections: readonly StageSection[] = [];

host.listen((data) => {
  const checked = checkToStage(data);
  if (!checked.ok) return;
  const { message } = checked;
  switch (message.type) {
    case 'text':
      part('title').textContent = message.title;
      void code.show(message.text, message.language);
      return;
    case 'sections':
      sections = message.sections;
      strip.show(sections);
      return;
    case 'lit':
      code.light(message.places);
      return;
    case 'cursor':
      code.cursorAt(message.offset);
      return;
    case 'picture':
      follow(message.picture);
      return;
    case 'theme':
      controls.show(message.theme);
      pictures.redraw();
  }
});
send({ type: 'ready' });

function follow(picture: StagePicture): void {
  const section = sections[picture.section];
  const queued = picture.queued === undefined ? undefined : sections[picture.queued];
  strip.follow(picture);
  pictures.draw(picture);
  setText('section', picture.toCount > 0 ? String(picture.toCount) : (section?.name ?? ''));
  const next = queued ?? sections[picture.section + 1];
  setText('next', next ? `${queued ? '⇥' : '→'} ${next.name}` : '');
  part('next').classList.toggle('is-queued', queued !== undefined);
  setText('place', `${picture.bar}:${picture.beat}`);
  beats(picture);
}

function setText(id: string, text: string): void {
  const place = part(id);
  if (place.textContent !== text) place.textContent = text;
}

function beats({ beats: count, beat, playing }: StagePicture): void {
  const row = part('beats');
  while (row.childElementCount < Math.min(count, 16)) row.append(document.createElement('i'));
  while (row.childElementCount > count) row.lastElementChild!.remove();
  for (const [index, dot] of [...row.children].entries())
    dot.classList.toggle('is-now', playing && index === beat - 1);
}
