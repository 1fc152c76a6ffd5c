// What is measured after a save comes from the stems that bounces keep, and leaves its own to them; in figures it
// makes no difference. The threads that measure give way to all others.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { newMeter } from '../../../src/audio/meters/meter.ts';
import { decodeWav } from '../../../src/audio/wav.ts';
import type { Measured } from '../../../src/check/measured.ts';
import { compile } from '../../../src/engine/compile.ts';
import { alone, turnedDownDb } from '../../../src/engine/offline/alone.ts';
import { bounce } from '../../../src/render/bounce.ts';
import { measureSound } from '../../../src/render/measure-sound.ts';
import { newMeasurer } from '../../../src/render/measurer.ts';
import { laid } from '../../engine/songs.ts';
import { coreBytes } from '../listen.ts';

const text = `
song "Measured" { tempo 120bpm }
instrument drum = MembraneSynth
instrument low = MonoSynth { oscillator: sawtooth }
instrument warm = PolySynth(FMSynth) { voices: 4 }
track kick { instrument: drum, level: -6dB, send room: -20dB }
track bass { instrument: low, level: -9dB, duck: kick 6dB 120ms }
track pad { instrument: warm, level: -12dB, pan: 30% left, chorus: 1.5Hz, distortion: 20%, send room: -10dB }
bus room { reverb: 1.2s, level: -4dB }
master { glue: -12dB 2:1, limiter: -1dBTP }
section a 2 bars { kick: "bd*4", bass: "a1 c2 a1 e2", pad: "[a3,c4,e4] ~" }
arrange a
automate pad.level { lfo: sine 1/2 -14dB to -10dB }
`;

suite('Measured stems', () => {
  let folder = '';
  const cache = () => ({ folder: path.join(folder, 'kept'), limitBytes: 1e9 });
  const stems = (): readonly string[] =>
    fs.existsSync(cache().folder)
      ? fs.readdirSync(cache().folder).filter((name) => name.endsWith('.stem'))
      : [];
  const written = (): readonly number[] =>
    stems().map((name) => fs.statSync(path.join(cache().folder, name)).birthtimeMs);
  /** By a measurer that knows nothing of any song. */
  const measured = async (song: string, kept?: ReturnType<typeof cache>): Promise<Measured> => {
    const measurer = newMeasurer({ core: coreBytes(), ...(kept && { cache: kept }) });
    try {
      const { song: read, timeline } = laid(song);
      return (await measurer.measure(read, timeline))!;
    } finally {
      await measurer.close();
    }
  };
  const bounced = (song: string) =>
    bounce({ ...laid(song), file: path.join(folder, 'song.wav'), cache: cache() });

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-measured-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('are those of a bounce: one after a save finds them, and a save after a bounce', async function () {
    this.timeout(120_000);
    await measured(text, cache());
    // Three tracks and the mix.
    const all = stems().length;
    assert.equal(all % 4, 0);
    const before = written();
    await bounced(text);
    assert.deepEqual(written(), before, 'the bounce made none anew');

    const edited = text.replace('a1 c2 a1 e2', 'a1 c2 a1 g2');
    await bounced(edited);
    const more = stems().length - all;
    assert.ok(more > 0 && more <= all / 2, 'the bass and the mix alone');
    const after = written();
    await measured(edited, cache());
    const anew = written().filter((made) => !after.includes(made)).length;
    // The bounce kept its mix as it stands in the file.
    assert.ok(anew <= all / 4, `what was measured made ${anew} of ${all} anew: the mix alone`);
    await bounced(edited);
    assert.equal(written().length, after.length + anew, 'and nothing is made twice');
  });

  test('give the figures that the song itself gives, kept or not', async function () {
    this.timeout(120_000);
    const plain = await measured(text);
    assert.deepEqual(await measured(text, cache()), plain);
    assert.deepEqual(await measured(text, cache()), plain, 'from the stems');
    assert.equal(plain.tracks.length, 3);
    assert.equal(plain.drives[2]?.insert, 1, 'what goes into the distortion');
  });

  test('of a track are no help to one that ducks under it', async function () {
    this.timeout(120_000);
    const { song, timeline } = laid(text);
    const program = compile(song, timeline, 48_000);
    const form = { barSeconds: timeline.barSeconds, sections: [] };
    const bass = { program: alone(program, 1), form, turnedDownDb, of: 'track' } as const;
    const plain = await measureSound(coreBytes(), bass);
    fs.rmSync(cache().folder, { recursive: true, force: true });
    await measureSound(coreBytes(), {
      program: alone(program, 0),
      form,
      turnedDownDb: 0,
      of: 'mix',
      cache: cache(),
    });
    assert.ok(stems().length > 0, 'the kick is kept');
    assert.deepEqual(await measureSound(coreBytes(), { ...bass, cache: cache() }), plain);
  });

  test('are as loud by themselves as in the mix', async function () {
    this.timeout(120_000);
    const file = path.join(folder, 'apart.wav');
    const { stems: apart } = await bounce({ ...laid(text), file, stems: true });
    const { tracks } = await measured(text, cache());
    for (const [index, name] of ['kick', 'bass', 'pad'].entries()) {
      const stem = decodeWav(fs.readFileSync(apart.find((one) => one.name === name)!.file));
      const meter = newMeter(stem.sampleRate, stem.channels.length);
      meter.add(stem.channels);
      const { integrated } = meter.end();
      const ours = tracks[index]!.integrated;
      assert.ok(Math.abs(ours - integrated) < 0.05, `${name}: ${ours} beside ${integrated} LUFS`);
    }
  });

  test('are made anew where one is damaged', async function () {
    this.timeout(120_000);
    const plain = await measured(text, cache());
    for (const name of stems()) {
      const file = path.join(cache().folder, name);
      const bytes = fs.readFileSync(file);
      bytes[bytes.length >> 1]! ^= 4;
      fs.writeFileSync(file, bytes);
    }
    assert.deepEqual(await measured(text, cache()), plain);
  });

  test('are rendered by threads that give way to all others', async function () {
    // Only Linux has a priority for each thread.
    if (process.platform !== 'linux') this.skip();
    this.timeout(60_000);
    const measurer = newMeasurer({ core: coreBytes() });
    const { song, timeline } = laid(text);
    const own = os.getPriority();
    const before = niceOfThreads();
    await measurer.measure(song, timeline);
    const more = niceOfThreads();
    await measurer.close();
    assert.equal(os.getPriority(), own, 'the thread that asked stays as it was');
    const low = os.constants.priority.PRIORITY_BELOW_NORMAL;
    assert.ok(more.filter((nice) => nice === low).length > before.filter((nice) => nice === low).length);
  });
});

/** Of each thread of this process. */
const niceOfThreads = (): readonly number[] =>
  fs.readdirSync('/proc/self/task').map((id) => {
    const stat = fs.readFileSync(`/proc/self/task/${id}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
