// Every control that a desk can have: a song with each effect and each instrument of the vocabulary, in both languages.
// Each control is written as one literal with its unit, read again as it was written, and heard while it is dragged.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Language, Reading } from '../../src/languages/language.ts';
import { applied } from '../../src/languages/song/edit/chain.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { print as printTypescript } from '../../src/languages/typescript/print.ts';
import { typescriptLanguage } from '../../src/languages/typescript/typescript-language.ts';
import type { PanelSong } from '../../src/protocol/song-view.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import type { Change } from '../../src/song/problem.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { parametricEq } from '../../src/vocabulary/effects/parametric-eq.ts';
import { effects } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import type { Control } from '../../webview/panel/model/control.ts';
import { controlsOf, written } from '../../webview/panel/model/controls.ts';
import { heard } from '../../webview/panel/model/hearing.ts';
import { turnable } from '../../webview/panel/model/setting-controls.ts';
import { readTyped, spokenSetting, valueOn } from '../../webview/panel/model/travel.ts';
import { readDb, readPan, spokenDb } from '../../webview/panel/model/words.ts';
import { deskOfEverything } from '../every-control.ts';
import { readingOf } from '../languages/typescript/evaluated.ts';

const songOf = (reading: Reading): PanelSong => panelSong(reading, layOut(reading.song));

const controlsIn = (song: PanelSong): readonly Control[] => [...controlsOf(song).values()];

/** Another value than the control has: at one place of its way or another. */
function other(control: Control): number {
  const { kind, value, setting } = control;
  if (setting) {
    const { parameter } = setting;
    if (parameter.kind === 'choice') return (value + 1) % parameter.choices.length;
    const [one, another] = [valueOn(parameter, 0.37), valueOn(parameter, 0.61)];
    return written(control, one) === written(control, value) ? another : one;
  }
  if (kind === 'pan') return value === 0.25 ? -0.3 : 0.25;
  if (kind === 'mute' || kind === 'solo' || kind === 'soloSafe') return 1 - value;
  return value === -7.3 ? -9.1 : -7.3;
}

const set = (control: Control): Change => ({
  do: 'set',
  path: control.path,
  value: written(control, other(control)),
});

/** What the text is after one edit of each of the controls, which is one place of it. */
function edited(language: Pick<Language, 'edit'>, reading: Reading, controls: readonly Control[]): string {
  const edits = controls.map((control) => {
    const made = language.edit(reading, [set(control)]);
    assert.ok(made.ok, `${control.path}: ${made.ok || made.reason}`);
    assert.equal(made.edits.length, 1, `${control.path}: ${JSON.stringify(made.edits)}`);
    return made.edits[0]!;
  });
  return applied(reading.text, edits);
}

const shown = (reading: Reading): Readonly<Record<string, string>> =>
  Object.fromEntries(
    controlsIn(songOf(reading)).map((control) => [control.path, written(control, control.value)]),
  );

suite('Every control of a desk with every effect and every instrument', () => {
  const reading = songLanguage.read(deskOfEverything());
  const song = songOf(reading);
  const controls = controlsIn(song);
  const values = new Map(controls.map(({ path, value }) => [path, value]));

  test('is there: settings of all that the vocabulary has', () => {
    assert.deepEqual(
      reading.problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    const paths = controls.map(({ path }) => path).join(' ');
    for (const effect of effects.filter((one) => one !== parametricEq))
      for (const { path } of effect.parameters.filter(turnable))
        assert.ok(paths.includes(`.${effect.property}.${path}`), `${effect.name} ${path}`);
    for (const [index, instrument] of instruments.entries())
      for (const { path } of instrument.parameters.filter(turnable))
        assert.ok(values.has(`i${index}.${path}`), `${instrument.name} ${path}`);
  });

  test('has its unit, and is typed as it is written', () => {
    for (const control of controls) {
      const value = other(control);
      const text = written(control, value);
      const { setting, kind } = control;
      const typed = setting
        ? readTyped(setting.parameter, text, text)
        : kind === 'pan'
          ? readPan(text)
          : kind === 'level' || kind === 'send'
            ? readDb(text)
            : value;
      assert.equal(typed === undefined ? typed : written(control, typed), text, control.path);
      if (setting?.parameter.kind === 'number' && setting.parameter.quantity !== 'number')
        assert.match(text, /[a-z%:/]|^0$/i, `${control.path}: ${text}`);
    }
  });

  test('is said in words that are read aloud', () => {
    for (const { path, setting, kind, value } of controls) {
      const words = setting
        ? spokenSetting(setting.parameter, value)
        : kind === 'level'
          ? spokenDb(value)
          : 'x';
      assert.match(words, /^[^-−]+$/, `${path}: ${words}`);
      assert.doesNotMatch(words, /\d(dB|Hz|kHz|ms|s|st|ct)\b/, `${path}: ${words}`);
    }
  });

  test('is heard while it is dragged, save words of an instrument', () => {
    for (const control of controls) {
      if (control.kind === 'instrument' && control.setting?.parameter.kind === 'choice') continue;
      assert.ok(
        heard(song, control, (path) => values.get(path) ?? 0).length > 0,
        `${control.path} is not heard`,
      );
    }
  });

  const wanted = (of: Reading): Readonly<Record<string, string>> =>
    Object.fromEntries(
      controlsIn(songOf(of)).map((control) => [control.path, written(control, other(control))]),
    );

  /** The song with every value said: one control of each strip and instrument at a time, as each finds its place. */
  function allSaid(): Reading {
    const owners = [...Map.groupBy(controls, ({ path }) => path.split('.')[0]!).values()];
    let now = reading;
    for (let round = 0; owners.some((owned) => round < owned.length); round++)
      now = songLanguage.read(
        edited(
          songLanguage,
          now,
          owners.flatMap((owned) => owned[round] ?? []),
        ),
      );
    return now;
  }

  test('writes one literal into a .song where nothing was said, and again where it was', function () {
    this.timeout(60_000);
    const said = allSaid();
    assert.deepEqual(shown(said), wanted(reading));
    const again = songLanguage.read(edited(songLanguage, said, controlsIn(songOf(said))));
    assert.deepEqual(shown(again), wanted(said));
  });

  test('writes one literal into a .song.ts', async function () {
    this.timeout(60_000);
    const bare = await readingOf(printTypescript(reading.song));
    assert.deepEqual(shown(bare), shown(reading));
    edited(typescriptLanguage, bare, controlsIn(songOf(bare)));
    const said = await readingOf(printTypescript(allSaid().song));
    const again = await readingOf(edited(typescriptLanguage, said, controlsIn(songOf(said))));
    assert.deepEqual(shown(again), wanted(said));
  });
});
