// An effect of a strip: on or bypassed, earlier or later, out; its curve where it has one, by how much it turns down,
// and its settings.

import type { PanelInsert } from '../../../src/protocol/strip-view.ts';
import { compressor } from '../../../src/vocabulary/effects/compressor.ts';
import { eq3 } from '../../../src/vocabulary/effects/eq3.ts';
import { parametricEq } from '../../../src/vocabulary/effects/parametric-eq.ts';
import { effectNamed, kindOf } from '../../../src/vocabulary/effects.ts';
import { isBuiltIn } from '../../../src/vocabulary/layout.ts';
import type { StripPlace } from '../model/channel.ts';
import type { Panel } from '../model/panel.ts';
import { chainPlace, effectPath, turnable } from '../model/setting-controls.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { DynamicsCurve } from './DynamicsCurve.tsx';
import { EqCurve } from './EqCurve.tsx';
import { Reduction } from './Reduction.tsx';
import { SettingRow } from './SettingRow.tsx';
import { ThreeBandCurve } from './ThreeBandCurve.tsx';
import { bandsOf } from './use-band-drag.ts';

interface Props {
  readonly panel: Panel;
  readonly place: StripPlace;
  readonly insert: PanelInsert;
  /** Of all effects of the strip. */
  readonly at: number;
}

export function InsertCard({ panel, place, insert, at }: Props) {
  const { kind, strip } = place;
  const type = effectNamed(insert.effect);
  if (!type) return null;
  const owner = `${insert.effect} of ${strip.name}`;
  const fixed = isBuiltIn(type, kind);
  const names = strip.inserts.map(({ effect }) => effect);
  const chain = (effects: readonly string[]): void =>
    panel.gesture({ do: 'chain', strip: strip.path, effects });
  const moved = (to: number): void => {
    const others = names.filter((name) => name !== insert.effect);
    chain([...others.slice(0, to), insert.effect, ...others.slice(to)]);
  };
  const bypass = (): void =>
    panel.gesture({
      do: 'sets',
      values: [{ path: `${strip.path}.bypass.${type.property}`, value: insert.bypassed ? 'false' : 'true' }],
    });
  const isBands = kindOf(type) === parametricEq;
  const shown = isBands
    ? bandSettings(panel, strip.path, insert.effect)
    : type.parameters.filter(turnable).map(({ path }) => path);
  return (
    <li class={`insert-card ${insert.bypassed ? 'is-bypassed' : ''}`} aria-label={owner}>
      <header>
        <button
          type="button"
          class="insert-power"
          aria-label={`Bypass ${owner}`}
          aria-pressed={insert.bypassed === true}
          disabled={fixed}
          title={fixed ? 'Always on: nothing passes the ceiling.' : insert.bypassed ? 'Bypassed' : 'On'}
          onClick={bypass}
        />
        <h3 title={type.doc}>{insert.effect}</h3>
        {insert.key && <small>listens to {insert.key}</small>}
        <IconButton
          icon="arrow-up"
          label={`Move ${owner} earlier`}
          disabled={at === 0 || fixed}
          onPress={() => moved(at - 1)}
        />
        <IconButton
          icon="arrow-down"
          label={`Move ${owner} later`}
          disabled={at === names.length - 1 || fixed}
          onPress={() => moved(at + 1)}
        />
        <IconButton
          icon="trash"
          label={`Take ${owner} out`}
          disabled={fixed}
          onPress={() =>
            isBands
              ? panel.gesture({
                  do: 'bands',
                  strip: strip.path,
                  ...(type !== parametricEq && { effect: insert.effect }),
                  bands: [],
                })
              : chain(names.filter((name) => name !== insert.effect))
          }
        />
      </header>
      {isBands && <EqCurve panel={panel} strip={strip} effect={insert.effect} />}
      {kindOf(type) === eq3 && <ThreeBandCurve panel={panel} strip={strip} effect={insert.effect} />}
      {kindOf(type) === compressor && <DynamicsCurve panel={panel} strip={strip} effect={insert.effect} />}
      {type.turnsDown && !insert.bypassed && (
        <Reduction
          panel={panel}
          insert={fixed ? undefined : chainPlace(strip, kind, insert.effect)}
          owner={owner}
        />
      )}
      <div class="settings">
        {shown.map((path) => (
          <SettingRow
            key={path}
            desk={panel.desk}
            path={effectPath(strip, insert.effect, path)}
            owner={owner}
            name={isBands ? path.replace(/^band(\d)\./, '$1 ') : path}
          />
        ))}
      </div>
    </li>
  );
}

/** Of the bands that are there, their values; one that the text leaves unsaid is set on the curve. */
const bandSettings = (panel: Panel, path: string, effect: string): readonly string[] =>
  bandsOf(panel, { path }, effect).all.flatMap(({ number }) =>
    (['frequency', 'gain', 'Q'] as const)
      .map((part) => `band${number}.${part}`)
      .filter(
        (part) =>
          panel.desk.controls.value.get(effectPath({ path }, effect, part))?.setting?.text !== undefined,
      ),
  );
