// A strip laid open, its lanes and the meters, as a person finds them: by role and name; what each does to the text is
// the gesture that the host gets.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { Gesture } from '../../src/protocol/gestures.ts';
import { eventually } from '../tools/eventually.ts';
import { drag, gestures, sets, type } from './hand.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

const text = `song "S" { tempo 120bpm }
instrument sub = MonoSynth { oscillator: sawtooth, filter.Q: 2, envelope.sustain: 90% }
track bass { instrument: sub, level: -9dB, eq: highpass 35Hz, bell 250Hz -2dB 1.2, compressor: -30dB 8:1 2ms, send room: -12dB }
track lead { instrument: sub, level: -20dB, group: top, eq: low 3dB }
bus room { reverb: 1s }
master { limiter: -1dBTP }
section intro 8 bars { bass: "a1*8", lead: "a3" }
arrange intro
automate bass.level in intro { 0%: -12dB, 100%: -6dB }
`;

suite('the panel opens a strip', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  const open = async (): Promise<void> => {
    await shown?.page.close();
    shown = await stage.open(text, { width: 1100, height: 1300 });
    await button('Edit the channel of bass').click();
    await shown.panel.getByRole('region', { name: 'Channel bass' }).waitFor();
  };
  const button = (name: string) => shown.panel.getByRole('button', { name, exact: true });
  const slider = (name: string) => shown.panel.getByRole('slider', { name, exact: true });

  test('effects are bypassed, moved, taken out and put in', async () => {
    await open();
    await button('Bypass Compressor of bass').click();
    await button('Move Compressor of bass earlier').click();
    await button('Take Compressor of bass out').click();
    await shown.panel.getByLabel('Add an effect to bass').selectOption('Chorus');
    assert.deepEqual(await gestures(shown, 4), [
      { do: 'sets', values: [{ path: 'bass.bypass.compressor', value: 'true' }] },
      { do: 'chain', strip: 'bass', effects: ['Compressor', 'ParametricEQ'] },
      { do: 'chain', strip: 'bass', effects: ['ParametricEQ'] },
      { do: 'chain', strip: 'bass', effects: ['ParametricEQ', 'Compressor', 'Chorus'] },
    ]);
  });

  test('a parameter is dragged, typed and reset, each one value with its unit', async () => {
    await open();
    await drag(shown, slider('threshold of Compressor of bass'), 20, 0);
    assert.match((await sets(shown, 1))[0]!, /^bass\.compressor\.threshold -\d+(\.\d)?dB$/);
    const exact = shown.panel.getByRole('textbox', { name: 'attack of Compressor of bass, exact' });
    await type(exact, '12,5');
    assert.equal((await sets(shown, 2))[1], 'bass.compressor.attack 12.5ms');
    await slider('ratio of Compressor of bass').press('Delete');
    assert.equal((await sets(shown, 3))[2], 'bass.compressor.ratio 12:1');
    await type(exact, 'loud');
    await shown.settled();
    assert.equal(await exact.getAttribute('aria-invalid'), 'true');
    await shown.panel.getByText('Instrument sub').click();
    await slider('filter.Q of sub').press('End');
    assert.match((await sets(shown, 4))[3]!, /^sub\.filter\.Q /);
  });

  test('a band is dragged, turned by keys, put in and taken out', async () => {
    await open();
    const band = slider('Band 2 of bass, bell');
    await drag(shown, band, 40, -20);
    const [dragged] = await gestures(shown, 1);
    assert.ok(dragged?.do === 'bands');
    assert.deepEqual(dragged.bands[0], { type: 'highpass', frequency: '35Hz' });
    assert.ok(Number.parseFloat(dragged.bands[1]!.gain!) > -2);
    assert.equal(dragged.bands[1]!.Q, '1.2');
    await shown.openText(text, 2);
    await shown.settled();
    await band.press('PageUp');
    const [, turned] = await gestures(shown, 2);
    assert.ok(turned?.do === 'bands' && Number(turned.bands[1]!.Q) > 1.2);
    await shown.openText(text, 3);
    await shown.settled();
    await band.press('Delete');
    await shown.panel.getByLabel('Add a band to the equaliser of bass').selectOption('highshelf');
    const [, , less, more] = await gestures(shown, 4);
    assert.deepEqual(less, { do: 'bands', strip: 'bass', bands: [{ type: 'highpass', frequency: '35Hz' }] });
    assert.ok(more?.do === 'bands' && more.bands.length === 3 && more.bands[2]!.frequency === '8kHz');
  });

  test('three bands are dragged on their curve, and so are the crossovers between them', async () => {
    await open();
    await button('Edit the channel of lead').click();
    await drag(shown, slider('mid on the curve of lead'), 0, -20);
    await drag(shown, slider('lowFrequency on the curve of lead'), 30, 0);
    const [gain, crossover] = await sets(shown, 2);
    const db = Number(/^lead\.eq\.mid (.*)dB$/.exec(gain!)![1]);
    assert.ok(db > 1 && db < 12, gain);
    const hertz = Number(/^lead\.eq\.lowFrequency (\d+)Hz$/.exec(crossover!)![1]);
    assert.ok(hertz > 420 && hertz < 1000, crossover);
    await slider('low on the curve of lead').press('ArrowDown');
    assert.equal((await sets(shown, 3))[2], 'lead.eq.low 2.5dB');
    await slider('low on the curve of lead').press('Delete');
    assert.equal((await sets(shown, 4))[3], 'lead.eq.low 0dB');
  });

  test('a drag on a curve is taken back with Escape', async () => {
    await open();
    const band = slider('Band 2 of bass, bell');
    await band.scrollIntoViewIfNeeded();
    const box = (await band.boundingBox())!;
    await shown.page.mouse.move(box.x + 10, box.y + 10);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + 60, box.y + 10, { steps: 4 });
    await shown.page.keyboard.press('Escape');
    await shown.page.mouse.up();
    assert.match((await band.getAttribute('aria-valuetext'))!, /^250 Hz, minus 2 dB/);
    await gestures(shown, 0);
  });

  test('a send goes before the fader, and a track into a group', async () => {
    await open();
    await button('pre fader: send of bass to room').click();
    await type(shown.panel.getByRole('textbox', { name: 'Group of bass' }), 'low');
    assert.deepEqual(await gestures(shown, 2), [
      { do: 'sets', values: [{ path: 'bass.send.room.pre', value: 'true' }] },
      { do: 'sets', values: [{ path: 'bass.group', value: 'low' }] },
    ]);
  });

  test('what sounds is measured, and the compressor says what it does', async () => {
    await open();
    await shown.play();
    await shown.listen(2);
    const figures = shown.panel.getByRole('group', { name: 'Meters of bass' });
    await eventually(
      'a loudness',
      async () => /Momentary\s*−\d+\.\d LUFS/.test(await figures.innerText()),
      () => figures.innerText(),
    );
    const reduction = shown.panel.getByRole('group', { name: 'Gain reduction of Compressor of bass' });
    await eventually(
      'a reduction',
      async () => /−[1-9]/.test(await reduction.innerText()),
      () => reduction.innerText(),
    );
    assert.deepEqual(shown.errors, []);
    assert.deepEqual(await shown.received('report'), []);
  });

  test('a lane is edited as points, and a touch is recorded into it', async () => {
    await open();
    await shown.panel.getByText('Automation', { exact: true }).click();
    await shown.panel.getByRole('combobox', { name: 'Lane', exact: true }).selectOption('bass.level');
    const second = slider('Point 2 of bass.level');
    assert.equal(await second.getAttribute('aria-valuetext'), '100%, minus 6 dB, linear');
    await second.press('c');
    await shown.panel.getByRole('textbox', { name: 'Value of point 2 of bass.level' }).fill('-3');
    await shown.page.keyboard.press('Enter');
    await second.press('Delete');
    const points = (gesture: Gesture | undefined): string =>
      gesture?.do === 'automate'
        ? gesture.points.map(({ at, value, shape }) => `${at} ${value} ${shape}`).join(', ')
        : '';
    const [shaped, typed, less] = await gestures(shown, 3);
    assert.equal(points(shaped), '0% -12dB linear, 100% -6dB exponential');
    assert.equal(points(typed), '0% -12dB linear, 100% -3dB linear');
    assert.equal(points(less), '0% -12dB linear');
    await button('Touch').click();
    await shown.play();
    await shown.listen(0.5);
    const fader = slider('Level of lead');
    const box = (await fader.boundingBox())!;
    await shown.page.mouse.move(box.x + 10, box.y + 90);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + 10, box.y + 60, { steps: 5 });
    await shown.listen(0.5);
    await shown.page.mouse.move(box.x + 10, box.y + 40, { steps: 5 });
    await shown.page.mouse.up();
    const [, , , touch] = await gestures(shown, 4);
    assert.ok(touch?.do === 'automate' && touch.path === 'lead.level' && touch.section === 'intro');
    assert.ok(touch.points.length >= 2);
    assert.deepEqual(await shown.received('set'), []);
  });
});
