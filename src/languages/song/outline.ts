// The outline of a song: its declarations in the order of the text, sections with what plays in them.

import type { Range, SourceId } from '../../song/origin.ts';
import type { Instrument, Section, Strip } from '../../song/song.ts';
import type { Declaration } from '../../song/value.ts';
import { written } from '../../vocabulary/written.ts';
import type { OutlineItem, Reading } from '../language.ts';
import { statementOf } from './edit/places.ts';
import { instrumentInWords } from './in-words.ts';
import { treeOf } from './read.ts';
import type { Tree } from './tree.ts';

export function outline(reading: Reading): readonly OutlineItem[] {
  const { song, origins } = reading;
  const tree = treeOf(reading);
  const at = (id: SourceId): Range => origins[id]!;
  const item = (
    kind: OutlineItem['kind'],
    { name, declaration }: Declaration,
    detail: string,
    children: readonly OutlineItem[] = [],
  ): OutlineItem => ({
    kind,
    name: name.name,
    detail,
    range: at(declaration),
    selection: at(name.id),
    children,
  });
  const source = (id: SourceId): string => tree.text.slice(at(id).from, at(id).to);
  /** What has no name of its own; `selected` is shown when it is gone to. */
  const unnamed = (
    kind: OutlineItem['kind'],
    declaration: SourceId,
    selected: SourceId,
    name: string,
    detail: string,
  ): OutlineItem => ({ kind, name, detail, range: at(declaration), selection: at(selected), children: [] });
  const items: OutlineItem[] = [
    ...whole(
      tree,
      'song',
      song.title,
      `${written(song.tempo.value, 'bpm')}, ${song.meter.beats}/${song.meter.unit}${song.key ? `, ${song.key.tonic} ${song.key.mode}` : ''}`,
    ),
    ...song.instruments.map((instrument) => item('instrument', instrument, instrumentInWords(instrument))),
    ...song.patterns.map((pattern) => item('pattern', pattern, '')),
    ...song.progressions.map((pattern) => item('progression', pattern, '')),
    ...song.tracks.map((track) => item('track', track, stripInWords(track, track.instrument?.name))),
    ...song.buses.map((bus) => item('bus', bus, stripInWords(bus))),
    ...whole(tree, 'master', 'master', ''),
    ...song.sections.map((section) => item('section', section, sectionDetail(section), parts(section, at))),
    ...song.takes.map((take) => item('take', take, take.file.path.value)),
    ...song.samples.map((sample) => item('sample', sample, sample.file.path.value)),
    ...song.kits.map((kit) => item('kit', kit, kit.source.value)),
    ...song.tunings.map((tuning) => item('tuning', tuning, tuning.scale.value)),
    ...song.markers.map((marker) => item('marker', marker, source(marker.at.id))),
    ...song.imports.map(({ names, path, declaration }) =>
      unnamed('import', declaration, path.id, path.value, names.map((one) => one.as.name).join(', ')),
    ),
    ...song.automation.map(({ path, section, declaration }) =>
      unnamed('automation', declaration, path.id, path.name, section ? `in ${section.name}` : ''),
    ),
    ...song.lyrics.map(({ track, section, declaration, syllables }) =>
      unnamed(
        'lyrics',
        declaration,
        track.id,
        `${track.name} in ${section.name}`,
        `${syllables.length} ${syllables.length === 1 ? 'syllable' : 'syllables'}`,
      ),
    ),
    ...song.expectations.map(({ id }) => unnamed('expectation', id, id, source(id), '')),
    ...song.deliveries.map(({ targets, declaration }) =>
      unnamed('delivery', declaration, declaration, 'deliver', targets.map(({ name }) => name).join(', ')),
    ),
    ...whole(tree, 'brief', 'brief', song.brief?.mood?.value ?? ''),
    ...whole(tree, 'arrange', 'arrange', `${song.arrangement.length} sections`),
  ];
  return items.sort((a, b) => a.range.from - b.range.from);
}

/** A statement without a name of its own. */
function whole(
  tree: Tree,
  keyword: 'song' | 'master' | 'arrange' | 'brief',
  name: string,
  detail: string,
): readonly OutlineItem[] {
  const statement = statementOf(tree, keyword);
  if (!statement) return [];
  const kind = keyword === 'arrange' ? 'arrangement' : keyword;
  const { from, to } = statement;
  return [
    {
      kind,
      name,
      detail,
      range: { from, to },
      selection:
        statement.head[0]?.kind === 'string' ? rangeOf(statement.head[0]) : rangeOf(statement.keyword!),
      children: [],
    },
  ];
}

const rangeOf = ({ from, to }: Range): Range => ({ from, to });

const sectionDetail = ({ bars, like }: Section): string =>
  `${written(bars.value, 'bars')}${like ? `, like ${like.name}` : ''}`;

/** The parts that are written in the section itself. */
const parts = (section: Section, at: (id: SourceId) => Range): readonly OutlineItem[] => {
  const { from, to } = at(section.declaration);
  return section.parts
    .filter(({ id }) => from <= at(id).from && at(id).to <= to)
    .map((part) => ({
      kind: 'track',
      name: part.track.name,
      range: at(part.id),
      selection: at(part.track.id),
      children: [],
    }));
};

const stripInWords = (
  { level, mute, solo }: Pick<Strip, 'level' | 'mute' | 'solo'>,
  instrument?: Instrument['name']['name'],
): string =>
  [instrument, level && written(level.value, 'decibels'), mute?.value && 'muted', solo?.value && 'solo']
    .filter(Boolean)
    .join(', ');
