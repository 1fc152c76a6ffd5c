// The line below everything: the file, its problems, what sounds, and what just happened.

import type { ProblemCount } from './song-editor.ts';

export interface StatusLine {
  file(name: string, state: { readonly dirty: boolean }): void;
  problems(count: ProblemCount): void;
  playing(which: 'current' | 'last good'): void;
  transport(at: { readonly playing: boolean; readonly bar: number; readonly beat: number }): void;
  cursor(line: number, column: number): void;
  /** What happened, or what went wrong; the next one takes its place. */
  say(message: string, kind?: 'wrong'): void;
}

export function makeStatusLine(status: HTMLElement, nextProblem: () => void): StatusLine {
  const part = (id: string): HTMLElement => status.querySelector<HTMLElement>(`#${id}`)!;
  const [file, problems, sound, message, place] = ['file', 'problems', 'sound', 'message', 'place'].map(
    part,
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  problems.addEventListener('click', nextProblem);
  let transport = '';
  let which: 'current' | 'last good' = 'current';
  const drawSound = (): void => {
    sound.textContent = [transport, which === 'last good' ? 'playing the last good song' : '']
      .filter(Boolean)
      .join(' · ');
  };
  problems.textContent = noProblems;
  return {
    file: (name, { dirty }) => {
      file.textContent = dirty ? `● ${name}` : name;
      file.title = dirty ? 'Not saved: Ctrl+S' : 'Saved';
      document.title = `${dirty ? '● ' : ''}${name} - Codetta`;
    },
    problems: ({ errors, warnings }) => {
      problems.textContent =
        errors + warnings === 0
          ? noProblems
          : [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ');
      problems.classList.toggle('wrong', errors > 0);
    },
    playing: (now) => {
      which = now;
      drawSound();
    },
    transport: ({ playing, bar, beat }) => {
      transport = `${playing ? '▶' : '■'} ${bar}:${Math.floor(beat)}`;
      drawSound();
    },
    cursor: (line, column) => {
      place.textContent = `Line ${line}, column ${column}`;
    },
    say: (words, kind) => {
      message.textContent = words;
      message.title = words;
      message.classList.toggle('wrong', kind === 'wrong');
    },
  };
}

const noProblems = 'No problems';

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
