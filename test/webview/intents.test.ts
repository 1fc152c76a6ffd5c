import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  accepted,
  arrived,
  noIntents,
  openAt,
  refused,
  released,
  type Step,
} from '../../webview/panel/model/intents.ts';

const start = { ...noIntents, version: 5 };
const says = (texts: Readonly<Record<string, string>>) => (path: string) => texts[path];
const sent = (step: Step) =>
  step.send.map(({ path, value, version, request }) => `${request}: ${path} ${value} @${version}`);

suite('intents', () => {
  test('are sent once, against the newest version', () => {
    const step = released(start, 'bass.level', '-7dB');
    assert.deepEqual(sent(step), ['1: bass.level -7dB @5']);
    assert.equal(openAt(step.intents, 'bass.level')?.state, 'sent');
  });

  test('that are stale wait for the next version, and are sent once more', () => {
    const stale = refused(released(start, 'bass.level', '-7dB').intents, 1, true);
    assert.deepEqual(sent(stale), []);
    const next = arrived(stale.intents, 6, says({ 'bass.level': '-9dB' }));
    assert.deepEqual(sent(next), ['2: bass.level -7dB @6']);
    assert.deepEqual(sent(arrived(next.intents, 6, says({ 'bass.level': '-9dB' }))), []);
  });

  test('that are stale are sent again even where the new text is broken, and says nothing', () => {
    const stale = refused(released(start, 'bass.level', '-7dB').intents, 1, true);
    assert.deepEqual(sent(arrived(stale.intents, 6, () => undefined)), ['2: bass.level -7dB @6']);
  });

  test('refused after the version came are sent again at once', () => {
    const newer = arrived(released(start, 'bass.level', '-7dB').intents, 6, says({ 'bass.level': '-9dB' }));
    assert.deepEqual(sent(newer), []);
    assert.deepEqual(sent(refused(newer.intents, 1, true)), ['2: bass.level -7dB @6']);
  });

  test('end when the text says the same', () => {
    const step = arrived(
      refused(released(start, 'bass.level', '-7dB').intents, 1, true).intents,
      6,
      says({ 'bass.level': '-7dB' }),
    );
    assert.deepEqual(sent(step), []);
    assert.equal(openAt(step.intents, 'bass.level'), undefined);
  });

  test('end when refused for good', () => {
    const step = refused(released(start, 'bass.level', '-7dB').intents, 1, false);
    assert.equal(openAt(step.intents, 'bass.level'), undefined);
  });

  test('once accepted, stay until the next version and no longer', () => {
    const taken = accepted(released(start, 'bass.level', '-7dB').intents, 1).intents;
    assert.equal(openAt(taken, 'bass.level')?.state, 'accepted');
    assert.equal(
      openAt(arrived(taken, 5, says({ 'bass.level': '-9dB' })).intents, 'bass.level')?.state,
      'accepted',
    );
    assert.equal(openAt(arrived(taken, 6, says({ 'bass.level': '-8dB' })).intents, 'bass.level'), undefined);
  });

  test('on one path give way to the newest, and answers to older ones are ignored', () => {
    const first = released(start, 'bass.level', '-7dB').intents;
    const second = released(first, 'bass.level', '-5dB').intents;
    const answered = refused(second, 1, true);
    assert.deepEqual(sent(answered), []);
    assert.equal(openAt(answered.intents, 'bass.level')?.value, '-5dB');
  });

  test('of two paths do not disturb each other: the second is stale because of the first', () => {
    const both = released(released(start, 'bass.level', '-7dB').intents, 'pad.pan', '20% left').intents;
    const one = accepted(both, 1).intents;
    const two = refused(one, 2, true).intents;
    assert.deepEqual(sent(arrived(two, 6, says({ 'bass.level': '-7dB', 'pad.pan': 'centre' }))), [
      '3: pad.pan 20% left @6',
    ]);
  });
});
