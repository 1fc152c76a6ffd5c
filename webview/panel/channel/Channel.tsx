// A strip laid open: its effects in the order of the signal, each with its settings and its curve, what it sends, what
// its instrument is set to, and the meters of what comes out.

import { useEffect, useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { effects as allEffects, nextOfKind } from '../../../src/vocabulary/effects.ts';
import { isBuiltIn } from '../../../src/vocabulary/layout.ts';
import { MeterPanel } from '../meters/MeterPanel.tsx';
import { placeOfStrip, type StripPlace } from '../model/channel.ts';
import type { Panel } from '../model/panel.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { busColour, trackColour } from '../parts/track-colour.ts';
import { InsertCard } from './InsertCard.tsx';
import { InstrumentCard } from './InstrumentCard.tsx';
import { PanLaw } from './PanLaw.tsx';
import { Routing } from './Routing.tsx';

export function Channel({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const path = panel.channel.value;
  const place = path === undefined ? undefined : placeOfStrip(song, path);
  const section = useRef<HTMLElement>(null);
  // What was opened is to be seen: it stands below a mixer that may fill the view.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [path]);
  if (!place) return null;
  const { kind, index, strip } = place;
  const name = kind === 'master' ? 'Master' : strip.name;
  const colour =
    kind === 'master' ? 'var(--accent)' : kind === 'track' ? trackColour(strip, index) : busColour(strip);
  return (
    <section class="channel" ref={section} aria-label={`Channel ${name}`} style={{ '--colour': colour }}>
      <header class="channel-head">
        <h2>{name}</h2>
        <small>{strip.instrument ?? kind}</small>
        {kind !== 'master' && (
          <GroupField panel={panel} path={strip.path} name={strip.name} group={strip.group} />
        )}
        <AddEffect panel={panel} place={place} />
        <IconButton
          icon="go-to-file"
          label={`Show ${name} in the text`}
          onPress={() => panel.reveal(strip)}
        />
        <IconButton
          icon="close"
          label={`Close channel ${name}`}
          onPress={() => panel.openChannel(undefined)}
        />
      </header>
      {kind !== 'master' && <MeterPanel panel={panel} strip={strip} />}
      <ol class="insert-cards" aria-label={`Effects of ${name}`}>
        {strip.inserts.map((insert, at) => (
          <InsertCard key={insert.effect} panel={panel} place={place} insert={insert} at={at} />
        ))}
        {strip.inserts.length === 0 && <li class="dim">No effects. Add one above.</li>}
      </ol>
      {kind === 'master' ? (
        <PanLaw desk={panel.desk} master={strip.path} />
      ) : (
        <Routing panel={panel} song={song} strip={strip} />
      )}
      {strip.plays && <InstrumentCard panel={panel} plays={strip.plays} />}
    </section>
  );
}

function AddEffect({ panel, place: { kind, strip } }: { readonly panel: Panel; readonly place: StripPlace }) {
  const there = new Set(strip.inserts.map(({ effect }) => effect));
  const free = allEffects
    .filter((effect) => effect.on.includes(kind) && !isBuiltIn(effect, kind))
    .flatMap((effect) => nextOfKind(effect, there) ?? []);
  return (
    <select
      class="add-effect"
      aria-label={`Add an effect to ${strip.name}`}
      value=""
      onChange={(event) => {
        const effect = event.currentTarget.value;
        event.currentTarget.value = '';
        if (effect) panel.gesture({ do: 'chain', strip: strip.path, effects: [...there, effect] });
      }}
    >
      <option value="">Add effect</option>
      {free.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface GroupProps {
  readonly panel: Panel;
  readonly path: string;
  readonly name: string;
  readonly group: string | undefined;
}

/** The group that a strip belongs to: one word, or nothing. */
function GroupField({ panel, path, name, group = '' }: GroupProps) {
  const end = (field: HTMLInputElement): void => {
    const value = field.value.trim();
    if (value !== group) panel.gesture({ do: 'sets', values: [{ path: `${path}.group`, value }] });
  };
  return (
    <label class="group-field">
      <span>Group</span>
      <input
        type="text"
        key={group}
        aria-label={`Group of ${name}`}
        placeholder="none"
        defaultValue={group}
        onBlur={(event) => end(event.currentTarget)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') event.currentTarget.value = group;
        }}
      />
    </label>
  );
}
