// Which part of the song is bounced: all of it, sections, the loop, or bars.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { RangeChoice, RangeKind } from '../model/bounce-range.ts';
import { Choice } from './Choice.tsx';

interface Props {
  readonly song: PanelSong;
  readonly choice: RangeChoice;
  readonly looped: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (choice: RangeChoice) => void;
}

const kinds: readonly RangeKind[] = ['song', 'sections', 'loop', 'bars'];

export function RangeChoices({ song, choice, looped, disabled, onChoose }: Props) {
  const names = [...new Set(song.sections.map(({ name }) => name))];
  const sections = (edge: string) => [
    { value: '', text: edge },
    ...names.map((name) => ({ value: name, text: name })),
  ];
  const words: Readonly<Record<RangeKind, string>> = {
    song: 'the whole song',
    sections: 'sections',
    loop: looped === undefined ? 'the loop' : `the loop (${looped})`,
    bars: 'bars',
  };
  return (
    <>
      <Choice
        class="is-wide"
        label="Range"
        value={choice.kind}
        disabled={disabled}
        onChoose={(value) => onChoose({ ...choice, kind: kinds.find((kind) => kind === value) ?? 'song' })}
        choices={kinds
          .filter((kind) => kind !== 'loop' || looped !== undefined)
          .map((kind) => ({ value: kind, text: words[kind] }))}
      />
      {choice.kind === 'sections' && (
        <>
          <Choice
            label="From"
            value={choice.from}
            disabled={disabled}
            onChoose={(from) => onChoose({ ...choice, from })}
            choices={sections('the start')}
          />
          <Choice
            label="To the end of"
            value={choice.to}
            disabled={disabled}
            onChoose={(to) => onChoose({ ...choice, to })}
            choices={sections('the song')}
          />
        </>
      )}
      {choice.kind === 'bars' && (
        <>
          <Bar
            label="First bar"
            value={choice.firstBar}
            most={song.bars}
            disabled={disabled}
            onChange={(firstBar) => onChoose({ ...choice, firstBar })}
          />
          <Bar
            label="Last bar"
            value={choice.lastBar}
            most={song.bars}
            disabled={disabled}
            onChange={(lastBar) => onChoose({ ...choice, lastBar })}
          />
        </>
      )}
    </>
  );
}

interface BarProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly disabled: boolean;
  readonly onChange: (bar: number) => void;
}

function Bar({ label, value, most, disabled, onChange }: BarProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="number"
        min={1}
        max={most}
        step={1}
        value={value}
        disabled={disabled}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
