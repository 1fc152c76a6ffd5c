// A question that must be answered before a save: shown above the status line until it is.

export interface Answer {
  readonly label: string;
  choose(): void;
}

export interface Notice {
  ask(question: string, answers: readonly Answer[]): void;
  hide(): void;
}

export function makeNotice(place: HTMLElement): Notice {
  const hide = (): void => {
    place.hidden = true;
    place.replaceChildren();
  };
  return {
    hide,
    ask: (question, answers) => {
      const words = document.createElement('span');
      words.textContent = question;
      const buttons = answers.map(({ label, choose }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = label;
        button.addEventListener('click', () => {
          hide();
          choose();
        });
        return button;
      });
      place.replaceChildren(words, ...buttons);
      place.hidden = false;
    },
  };
}
