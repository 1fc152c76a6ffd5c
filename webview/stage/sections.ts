// The song as a strip of its sections: as wide as they are long, with how far the one that sounds has come.

import type { StagePicture, StageSection } from '../../src/protocol/stage.ts';

export class SectionStrip {
  readonly #list: HTMLElement;

  constructor(list: HTMLElement) {
    this.#list = list;
  }

  show(sections: readonly StageSection[]): void {
    this.#list.replaceChildren(
      ...sections.map(({ name, bars }) => {
        const item = document.createElement('li');
        item.style.flexGrow = String(bars);
        const words = document.createElement('span');
        words.textContent = name;
        item.append(words);
        return item;
      }),
    );
  }

  follow({ section, share, queued }: StagePicture): void {
    [...this.#list.children].forEach((item, index) => {
      if (!(item instanceof HTMLElement)) return;
      const passed = index < section ? 1 : index === section ? share : 0;
      item.style.setProperty('--passed', String(passed));
      item.classList.toggle('is-now', index === section);
      item.classList.toggle('is-queued', index === queued);
      if (index === section) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    });
  }
}
