// What a new song can begin with: whole songs, each in its file, that play as they are.

import ambient from './templates/ambient.song';
import empty from './templates/empty.song';
import first from './templates/first.song';
import hipHop from './templates/hip-hop.song';
import house from './templates/house.song';
import orchestralSketch from './templates/orchestral-sketch.song';

export interface Template {
  /** As a command's argument names it. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly text: string;
}

export const templates: readonly Template[] = [
  {
    name: 'first',
    label: 'First Song',
    description: 'twelve bars: drums, bass, chords and a room',
    text: first,
  },
  { name: 'empty', label: 'Empty', description: 'a title, a tempo and a key', text: empty },
  {
    name: 'house',
    label: 'House',
    description: '124bpm in F minor: four on the floor, stabs, a breakdown',
    text: house,
  },
  {
    name: 'hip-hop',
    label: 'Hip-Hop',
    description: '86bpm in D minor: swung drums, round bass, electric piano',
    text: hipHop,
  },
  {
    name: 'ambient',
    label: 'Ambient',
    description: '60bpm in D major: slow chords, bells by chance, a long room',
    text: ambient,
  },
  {
    name: 'orchestral-sketch',
    label: 'Orchestral Sketch',
    description: '92bpm in G minor: strings, cellos, basses, flute, horns, timpani',
    text: orchestralSketch,
  },
];

export const templateNamed = (name: unknown): Template | undefined =>
  templates.find((template) => template.name === name);
