// How the notes of what Tone.js plays come to it: voices, the line of time through loops and jumps, ports.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { PlugLine } from '../../src/engine/live/plug-line.ts';
import { type PlugCommand, PlugVoices } from '../../src/engine/live/plug-notes.ts';
import { portsOf } from '../../src/engine/live/ports.ts';
import { eventStride, limits, type PlugProgram } from '../../src/engine/program.ts';

type Note = readonly [start: number, length: number, midi: number];

const eventsOf = (...notes: readonly Note[]) => {
  const view = new DataView(new ArrayBuffer(notes.length * eventStride));
  for (const [index, [start, length, midi]] of notes.entries()) {
    view.setUint32(index * eventStride, start, true);
    view.setUint32(index * eventStride + 4, length, true);
    view.setFloat32(index * eventStride + 8, midi, true);
    view.setFloat32(index * eventStride + 12, 1, true);
  }
  return { events: view.buffer, count: notes.length };
};

const said = (commands: readonly PlugCommand[]): readonly string[] =>
  commands.map((one) =>
    one.type === 'start' ? `${one.sample} ${one.midi} on ${one.voice}` : `${one.sample} off ${one.voice}`,
  );

suite('the notes of what Tone.js plays', () => {
  test('each once, whatever the stretches', () => {
    const notes = eventsOf([0, 9000, 60], [10_000, 5000, 62], [20_000, 5000, 64]);
    const whole = new PlugVoices(1).take(notes, 0, 40_000, 0, true);
    const cut = new PlugVoices(1);
    const pieces: PlugCommand[] = [];
    for (let from = 0; from < 40_000; from += 128)
      pieces.push(...cut.take(notes, from, from + 128, from, from === 0));
    assert.deepEqual(said(whole), [
      '0 60 on 0',
      '9000 off 0',
      '10000 62 on 0',
      '15000 off 0',
      '20000 64 on 0',
      '25000 off 0',
    ]);
    assert.deepEqual(
      said(pieces).filter((_, i) => i < 6),
      said(whole),
    );
  });

  test('a note that takes the voice of another is not cut by that one’s end', () => {
    const mono = new PlugVoices(1).take(eventsOf([0, 9000, 60], [5000, 9000, 62]), 0, 20_000, 0, true);
    assert.deepEqual(said(mono), ['0 60 on 0', '5000 62 on 0', '14000 off 0']);
  });

  test('several voices share the notes, and the oldest gives way', () => {
    const notes = eventsOf([0, 9000, 60], [100, 9000, 64], [200, 9000, 67]);
    const poly = said(new PlugVoices(2).take(notes, 0, 1000, 0, true));
    assert.deepEqual(poly, ['0 60 on 0', '100 64 on 1', '200 67 on 0']);
  });

  test('from the middle of the song, what still sounds begins there', () => {
    const notes = eventsOf([0, 50_000, 48], [1000, 2000, 60], [30_000, 100, 62]);
    const commands = new PlugVoices(4).take(notes, 20_000, 31_000, 100_000, true);
    assert.deepEqual(said(commands), ['100000 48 on 0', '110000 62 on 1', '110100 off 1']);
  });

  test('the line goes through a loop and stops at the song’s end', () => {
    const line = new PlugLine(1000, 0);
    const ends = { loop: { from: 100, to: 300 }, swap: undefined, songEnd: 1000 };
    assert.deepEqual(line.next(1500, ends), {
      stretch: { frame: 1000, sample: 0, length: 300 },
      loops: true,
    });
    assert.deepEqual(line.next(1500, ends), {
      stretch: { frame: 1300, sample: 100, length: 200 },
      loops: true,
    });
    assert.equal(line.sampleAt(1310), 110);
    assert.equal(line.sampleAt(1500), 100);
    assert.equal(line.sampleAt(5000), undefined);
    assert.equal(line.next(1500, ends), undefined);
    const last = line.next(9000, { ...ends, loop: undefined });
    assert.deepEqual(last?.stretch, { frame: 1500, sample: 100, length: 900 });
    assert.equal(line.next(9000, { ...ends, loop: undefined }), undefined);
  });

  test('a place keeps its port while it is there, and no port is given twice', () => {
    const plug = (place: string): PlugProgram => ({ id: place, place, type: 'Chorus', options: {} });
    const first = portsOf([plug('a'), plug('b')], new Map(), new Set());
    const next = portsOf([plug('c'), plug('b')], first, new Set([first.get('a')!]));
    assert.equal(next.get('b'), first.get('b'));
    assert.equal(new Set([first.get('a'), first.get('b'), next.get('c')]).size, 3);
    const many = Array.from({ length: limits.ports + 4 }, (_, i) => plug(String(i)));
    assert.equal(portsOf(many, new Map(), new Set()).size, limits.ports);
  });
});
