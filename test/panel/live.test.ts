// Playing live in the panel: what is queued, followed, tapped, counted and swapped, by the names a performer sees.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

/** A section a bar of a second. */
const set = (tempo = 240, level = -12): string => `song "Set" { tempo ${tempo}bpm, meter 4/4 }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100%, envelope.attack: 2ms }
track low { instrument: organ, level: ${level}dB }
section one 4 bars { low: "a2" }
section two 4 bars { low: "a3" }
section three 2 bars { low: "a4" }
arrange one two three
`;

suite('Playing live in the panel', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
    shown = await stage.open(set());
  });
  suiteTeardown(() => stage?.close());

  const bar = (name: string) =>
    shown.panel.getByRole('toolbar', { name: 'Live' }).getByRole('button', { name });
  const last = async <T extends Parameters<Shown['received']>[0]>(type: T) =>
    (await shown.received(type)).at(-1);
  const barNow = async (): Promise<number> => (await last('transportChanged'))?.bar ?? 0;
  /** The keyboard in the panel, on nothing in particular. */
  const press = async (key: string): Promise<void> => {
    await shown.panel.locator('.transport-song').click();
    await shown.page.keyboard.press(key);
  };

  test('a queued section stands there until it comes in', async () => {
    await shown.play();
    await shown.send({ type: 'queueAt', bar: 8 });
    await bar('Take back three').waitFor();
    await eventually('bar nine', async () => (await barNow()) >= 9);
    await bar('Take back three').waitFor({ state: 'detached' });
  });

  test('and is taken back', async () => {
    await shown.send({ type: 'playFrom', bar: 0 });
    await shown.panel.getByRole('combobox', { name: 'Swap at the next' }).selectOption('cycle');
    await eventually('the choice', async () => (await last('settings'))?.settings.swap === 'cycle');
    await shown.send({ type: 'queueAt', bar: 8 });
    await bar('Take back three').click();
    await bar('Take back three').waitFor({ state: 'detached' });
    await eventually('the second section', async () => (await barNow()) === 5);
  });

  test('the load of the audio thread stands beside it, and moves while a song plays', async () => {
    const meter = shown.panel.getByRole('meter', { name: 'Load of the audio thread' });
    await shown.play();
    const load = await eventually('some load', async () => Number(await meter.getAttribute('value')));
    assert.ok(load > 0, `${load} %`);
  });

  test('a section is queued by its own button, and taken back by the key of the same cell', async () => {
    await shown.send({ type: 'playFrom', bar: 0 });
    const head = shown.panel.getByRole('columnheader', { name: /^three/ });
    await head.hover();
    const queue = head.getByRole('button', { name: 'Queue three' });
    await queue.click();
    await bar('Take back three').waitFor();
    assert.equal(await queue.getAttribute('aria-pressed'), 'true');
    const grid = shown.panel.getByRole('grid', { name: 'Sections and tracks' });
    await grid.focus();
    await grid.press('End');
    await grid.press('q');
    await bar('Take back three').waitFor({ state: 'detached' });
    await grid.press('q');
    await bar('Take back three').waitFor();
    await grid.press('q');
  });

  test('follows the cursor: the section that it is in goes round', async () => {
    await shown.panel.getByRole('combobox', { name: 'Swap at the next' }).selectOption('beat');
    await bar('Follow the cursor').click();
    await shown.send({ type: 'cursor', bar: 8 });
    await eventually('the third section', async () => (await barNow()) === 9);
    const looped = shown.panel.getByRole('combobox', { name: 'Section to loop' });
    await eventually('its loop', async () => (await looped.inputValue()) === '2');
    await bar('Follow the cursor').click();
    await shown.panel.getByRole('button', { name: 'Stop', exact: true }).click();
    await shown.panel.getByRole('button', { name: 'End the loop' }).click();
  });

  test('a tapped tempo is shown, and Enter writes it', async () => {
    const taps = shown.panel.getByRole('button', { name: 'Tap', exact: true });
    for (let tap = 0; tap < 4; tap++) {
      await taps.dispatchEvent('click');
      await shown.page.waitForTimeout(250);
    }
    const tempo = shown.panel.getByLabel('Tapped tempo');
    const bpm = Number.parseFloat(await tempo.innerText());
    assert.ok(bpm > 60 && bpm < 250, `${bpm} bpm`);
    assert.equal((await last('tapped'))?.bpm, bpm);
    await press('Enter');
    await eventually('the edit', async () => (await last('set'))?.path === 'song.tempo');
    assert.equal((await last('set'))?.value, `${bpm}bpm`);
    assert.equal((await last('tapped'))?.bpm, undefined);
  });

  test('a nudge asks for another tempo, and writes nothing', async () => {
    await press(']');
    await eventually('the nudge', async () => (await last('nudge'))?.bpm === 241);
    await shown.panel.getByRole('button', { name: 'Nudge slower' }).click();
    await eventually('the other', async () => (await last('nudge'))?.bpm === 239);
    assert.ok((await shown.received('set')).every(({ value }) => value !== '241bpm' && value !== '239bpm'));
  });

  test('counts in, shows how long still, and then plays', async () => {
    await shown.panel.getByRole('combobox', { name: 'Count-in' }).selectOption('2');
    await shown.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await shown.panel.locator('.live-count').waitFor();
    assert.equal(await barNow(), 1);
    await shown.panel.locator('.live-count').waitFor({ state: 'detached' });
    await eventually('bar two', async () => (await barNow()) === 2);
    await shown.panel.getByRole('combobox', { name: 'Count-in' }).selectOption('0');
  });

  test('the metronome is a button and a level, kept by the host', async () => {
    await bar('Metronome').click();
    await eventually('on', async () => (await last('settings'))?.settings.metronome === true);
    await shown.panel.getByRole('slider', { name: 'Level of the metronome' }).fill('-20');
    await eventually('the level', async () => (await last('settings'))?.settings.metronomeLevel === -20);
    await bar('Metronome').click();
    await eventually('off', async () => (await last('settings'))?.settings.metronome === false);
  });

  test('an edit that would jump is told of', async () => {
    await shown.send({ type: 'playFrom', bar: 0 });
    await shown.listen(1.5);
    await shown.openText(set(240, 0), 2);
    await shown.panel.getByText(/This edit is 12 dB louder: it comes up over 4 seconds/).waitFor();
    await press('Control+.');
  });

  test('keys of the text go to the host from the panel as well, chords too', async () => {
    await press('Control+Shift+Backspace');
    await eventually('revert', async () => (await last('command'))?.command === 'revert');
    await press('Alt+m');
    await shown.page.keyboard.press('s');
    await eventually('solo', async () => (await last('command'))?.command === 'soloTrack');
  });

  test('all keys are shown with ?', async () => {
    await press('?');
    const dialog = shown.panel.getByRole('dialog', { name: 'Keys' });
    await dialog
      .getByRole('row', { name: /Swap Now/ })
      .getByText('Ctrl+Alt+Enter')
      .waitFor();
    await shown.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(shown.errors, []);
  });
});
