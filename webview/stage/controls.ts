// The stage's own controls: there while the pointer moves or a key goes through them, gone when the audience looks.

import { type StageTheme, stageThemes } from '../../src/protocol/stage.ts';

const shownMs = 2500;

const words: Readonly<Record<StageTheme, string>> = {
  night: 'Night',
  neon: 'Neon',
  dusk: 'Dusk',
  paper: 'Paper',
  day: 'Day',
  contrast: 'High contrast',
};

export interface StageActs {
  theme(theme: StageTheme): void;
  resize(step: -1 | 1): void;
  fullScreen(): void;
  close(): void;
}

export function makeControls(bar: HTMLElement, acts: StageActs): { show(theme: StageTheme): void } {
  const select = bar.querySelector('select')!;
  for (const theme of stageThemes) select.append(new Option(words[theme], theme));
  const show = (theme: StageTheme): void => {
    document.body.dataset.theme = theme;
    select.value = theme;
  };
  const choose = (theme: StageTheme): void => {
    show(theme);
    acts.theme(theme);
  };
  const step = (by: number): void => {
    const at = stageThemes.indexOf(select.value as StageTheme);
    choose(stageThemes[(at + by + stageThemes.length) % stageThemes.length]!);
  };
  select.addEventListener('change', () => choose(stageThemes[select.selectedIndex] ?? 'night'));
  const press = (id: string, act: () => void): void =>
    bar.querySelector(`#${id}`)!.addEventListener('click', act);
  press('smaller', () => acts.resize(-1));
  press('larger', () => acts.resize(1));
  press('full', acts.fullScreen);
  press('close', acts.close);
  const keys: Readonly<Record<string, () => void>> = {
    f: acts.fullScreen,
    q: acts.close,
    t: () => step(1),
    '+': () => acts.resize(1),
    '=': () => acts.resize(1),
    '-': () => acts.resize(-1),
  };
  document.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key.toLowerCase()];
    if (!act || event.target === select) return;
    event.preventDefault();
    act();
  });
  let timer: number | undefined;
  const wake = (): void => {
    document.body.classList.add('is-awake');
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (bar.contains(document.activeElement)) return;
      document.body.classList.remove('is-awake');
    }, shownMs);
  };
  for (const event of ['pointermove', 'pointerdown', 'focusin', 'focusout'] as const)
    document.addEventListener(event, wake);
  return { show };
}
