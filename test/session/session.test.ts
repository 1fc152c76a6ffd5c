// One open song: what is read is sent, what is broken is held back, and what comes in is understood.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkToPanel } from '../../src/protocol/check.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';
import { night, play } from './desk.ts';

suite('A session', () => {
  test('sends a good song, and what it sends passes the door', () => {
    const desk = play();
    assert.deepEqual(
      desk.sent.map(({ type }) => type),
      ['song', 'problems'],
    );
    for (const message of desk.sent) assert.deepEqual(checkToPanel(message), { ok: true, message });
    assert.equal(desk.session.playing, 'current');
  });

  test('shows strips as the text has them', () => {
    const [{ song }] = play().of('song') as [Extract<ToPanel, { type: 'song' }>];
    const bass = song.tracks[1]!;
    assert.deepEqual([bass.name, bass.instrument, bass.levelDb, bass.pan], ['bass', 'sub', -9, -0.2]);
    assert.deepEqual(bass.sends, [{ bus: 'room', levelDb: -12 }]);
    const [eq] = bass.inserts;
    assert.deepEqual(
      [eq!.effect, eq!.summary, eq!.values],
      ['EQ3', 'low -2dB', [{ path: 'low', value: -2, text: '-2dB' }]],
    );
    assert.equal(night.slice(eq!.from, eq!.to), 'eq: low -2dB');
    assert.deepEqual(bass.plays!.values, [{ path: 'oscillator', value: 'sawtooth', text: 'sawtooth' }]);
    assert.equal(night.slice(bass.from, bass.to).startsWith('track bass'), true);
    assert.deepEqual([song.title, song.bpm, song.bars, song.seconds], ['Night', 120, 10, 20]);
  });

  test('draws the notes of each track, section by section', () => {
    const [{ song }] = play().of('song') as [Extract<ToPanel, { type: 'song' }>];
    assert.deepEqual(
      song.sections.map(({ name, bar, bars }) => [name, bar, bars]),
      [
        ['intro', 0, 2],
        ['verse', 2, 4],
        ['verse', 6, 4],
      ],
    );
    assert.equal(song.sections[0]!.cells[0]!.length, 8);
    assert.equal(song.sections[0]!.cells[1]!.length, 0);
    assert.deepEqual(
      song.sections[2]!.cells[1]!.slice(0, 3).map(([start, length, pitch]) => [start, length, pitch]),
      [
        [0, 0.125, 0],
        [0.125, 0.125, 1],
        [0.25, 0.125, 0],
      ],
    );
  });

  test('knows the bar at which a section first plays, and none where it does not', () => {
    const desk = play(`${night}section spare 2 bars {}\n`);
    assert.deepEqual(
      ['intro', 'verse', 'spare', 'nothing'].map((section) => desk.session.barOf(section)),
      [0, 2, undefined, undefined],
    );
  });

  test('sets a value for an editor, in the text, or says why not', async () => {
    const desk = play();
    assert.equal(await desk.session.set('bass.solo', 'true'), undefined);
    assert.match(desk.text, /track bass \{ .*solo.* \}/);
    assert.match((await desk.session.set('bas.solo', 'true'))!, /no track, bus or instrument `bas`/);
    desk.movesOn = true;
    assert.match((await desk.session.set('bass.mute', 'true'))!, /has changed/);
  });

  test('keeps the last good song while the text is broken, and says so', () => {
    const desk = play().type(night.replace('arrange intro verse*2', 'arrange intro vers {'));
    assert.equal(desk.of('song').length, 1);
    const [, problems] = desk.of('problems');
    assert.equal(problems!.playing, 'last good');
    assert.ok(problems!.problems.some(({ severity, line }) => severity === 'error' && line === 11));
    desk.type(night);
    assert.equal(desk.of('song').length, 2);
    assert.equal(desk.of('problems').at(-1)!.playing, 'current');
  });

  test('keeps the last good song when a name is not there', () => {
    const desk = play().type(night.replace('bass: low', 'bass: loww'));
    assert.equal(desk.of('song').length, 1);
    assert.equal(desk.session.playing, 'last good');
  });

  test('plays what can be read where there is nothing to keep', () => {
    const desk = play(night.replace('bass: low', 'bass: loww'));
    assert.equal(desk.of('song').length, 1);
    assert.equal(desk.session.playing, 'current');
  });

  test('keeps the last good song when everything is deleted', () => {
    const desk = play().type('');
    assert.equal(desk.of('song').length, 1);
    assert.equal(desk.session.playing, 'last good');
    assert.equal(desk.of('problems').at(-1)!.playing, 'last good');
    assert.equal(desk.type(night).session.playing, 'current');
  });

  test('shows a song that begins empty as it is typed, broken or not', () => {
    const desk = play('').type('song "N', 'mixer');
    assert.equal(desk.session.playing, 'current');
    desk.type(night, 'mixer');
    assert.equal(desk.of('song').at(-1)!.song.title, 'Night');
    assert.equal(desk.session.playing, 'current');
  });

  test('plays a note out of range as written: that is a matter of taste', () => {
    const desk = play().type(night.replace('"a1 c2"', '"a1 c9"'));
    assert.equal(desk.of('song').length, 2);
    assert.equal(desk.session.playing, 'current');
  });

  test('says in which track and section a problem stands', () => {
    const { problems } = play(night.replace('instrument: sub,', 'instrument: sob,')).of('problems')[0]!;
    const wrong = problems.find(({ rule }) => rule === 'ARR1')!;
    assert.deepEqual([wrong.line, wrong.track], [6, 'bass']);
  });

  test('hears faders between saves, and notes only after one', () => {
    const desk = play();
    desk.type(night.replace('-9dB', '-3dB'), 'mixer');
    assert.equal(desk.of('song').length, 2);
    const changed = night.replace('-9dB', '-3dB').replace('a1 c2', 'a1 d2');
    desk.type(changed, 'mixer');
    assert.equal(desk.of('song').length, 2);
    assert.equal(desk.session.playing, 'current');
    desk.type(changed, 'all');
    assert.equal(desk.of('song').length, 3);
  });

  test('gives a panel that comes late the song and its problems', () => {
    const desk = play().type(night.replace('arrange', 'arange'));
    desk.sent.length = 0;
    desk.session.receive({ type: 'ready' });
    assert.deepEqual(
      desk.sent.map(({ type }) => type),
      ['song', 'problems'],
    );
    assert.equal(desk.of('problems')[0]!.playing, 'last good');
  });

  test('bounces the song that sounds, not the broken one', () => {
    const desk = play().type(`${night}}}}`);
    const options = { rate: 48000, bits: '24' } as const;
    desk.session.receive({ type: 'startBounce', options });
    assert.deepEqual(desk.said, [['startBounce', night, options]]);
  });

  test('reports a message that it does not understand, and goes on', () => {
    const desk = play();
    desk.session.receive({ type: 'set', path: 3 });
    desk.session.receive(null);
    assert.deepEqual(
      desk.said.map(([what, level]) => [what, level]),
      [
        ['report', 'error'],
        ['report', 'error'],
      ],
    );
  });

  const places: readonly [what: string, at: string, bar: number][] = [
    ['a placement', 'verse*2', 2],
    ['a section', 'section verse', 2],
    ['a note', 'c2"', 2],
    ['a pattern', 'pattern low', 2],
    ['a track', 'track bass', 2],
    ['the header', 'song', 0],
  ];
  for (const [what, at, bar] of places) {
    test(`plays from ${what} in bar ${bar + 1}`, () =>
      assert.equal(play().session.barAt(night.lastIndexOf(at) + 1), bar));
  }
});
