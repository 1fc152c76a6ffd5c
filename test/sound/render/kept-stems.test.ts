// A bounce after an edit takes the stems of what was not edited from the bounces before: the same file, to the
// last bit, as one that knows nothing of them; whatever became of the folder meanwhile.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { type BounceRequest, bounce } from '../../../src/render/bounce.ts';
import { usualFolder } from '../../../src/render/kept/part-store.ts';
import { laid } from '../../engine/songs.ts';

const text = `
song "Kept" { tempo 120bpm }
instrument drum = MembraneSynth
instrument low = MonoSynth { oscillator: sawtooth }
instrument warm = PolySynth(FMSynth) { voices: 4 }
instrument string = PluckSynth
track kick { instrument: drum, level: -6dB }
track bass { instrument: low, level: -9dB, compressor: -24dB 4:1 key kick, send room: -12dB pre }
track pad { instrument: warm, level: -12dB, pan: 30% left, chorus: 1.5Hz, send room: -10dB }
track harp { instrument: string, level: -9dB, delay: 1/8 30% }
bus room { reverb: 1.2s, level: -4dB }
master { glue: -12dB 2:1, limiter: -1dBTP }
section a 1 bars { kick: "bd*4", bass: "a1 c2 a1 e2", pad: "[a3,c4,e4] ~", harp: "a4 c5 e5 a5" }
section b 1 bars { kick: "bd ~ bd ~", bass: "f1 g1", pad: "~ f4", harp: "c5*8" }
arrange a b
automate pad.pan { lfo: sine 1/2 20% left to 20% right }
`;

/** Edits of a song, each of which leaves it a song. */
const edits: readonly (readonly [what: string, from: RegExp, to: readonly string[]])[] = [
  ['a note', /bass: "a1 c2 a1 e2"/, ['bass: "a1 c2 a1 g2"', 'bass: "a1 ~ a1 e2"']],
  ['a pattern', /harp: "c5\*8"/, ['harp: "c5*7"', 'harp: "[c5,e5]*4"']],
  ['a parameter', /sawtooth/, ['square', 'triangle']],
  ['a level', /kick \{ instrument: drum, level: -6dB/, ['kick { instrument: drum, level: -9dB']],
  ['what is listened to', /kick: "bd\*4"/, ['kick: "bd*3"']],
  ['an effect', /chorus: 1.5Hz/, ['chorus: 3Hz', 'phaser: 1Hz', 'eq: low -3dB']],
  ['a bus', /reverb: 1.2s/, ['reverb: 0.6s']],
  ['a send', /send room: -10dB/, ['send room: -20dB']],
  ['the master', /glue: -12dB 2:1/, ['glue: -18dB 4:1']],
  ['the tempo', /120bpm/, ['90bpm']],
  ['the form', /arrange a b/, ['arrange b a', 'arrange a']],
  ['a mute', /drum, level/, ['drum, mute, level']],
  ['a name', /\bharp\b/g, ['lute']],
  ['a lane', /sine 1\/2/, ['square 1/4']],
  ['a line above', /song "Kept"/, ['// Another line.\nsong "Kept"']],
];

suite('Stems that are kept', () => {
  let folder = '';
  const kept = (): string => path.join(folder, 'kept');
  const stems = (): readonly string[] =>
    fs.existsSync(kept()) ? fs.readdirSync(kept()).filter((name) => name.endsWith('.stem')) : [];
  const bytesOf = async (song: string, more: Partial<BounceRequest> = {}): Promise<Buffer> => {
    const file = path.join(folder, 'song.wav');
    await bounce({ ...laid(song), file, ...more });
    return fs.readFileSync(file);
  };
  const cache = (limitBytes = 1e9) => ({ cache: { folder: kept(), limitBytes } });
  const same = async (song: string, what: string, more: Partial<BounceRequest> = {}): Promise<void> =>
    assert.ok((await bytesOf(song)).equals(await bytesOf(song, { ...cache(), ...more })), what);

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-kept-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('are taken by the next bounce, with any number of threads', async function () {
    this.timeout(120_000);
    await same(text, 'recorded');
    // Four tracks and the mix, each in as many parts.
    const parts = stems().length / 5;
    assert.ok(Number.isInteger(parts) && parts > 0, `${stems().length} files`);
    for (const threads of [1, 2, 3]) await same(text, `${threads} threads`, { threads });
    assert.equal(stems().length, parts * 5, 'nothing was rendered again');
    fs.rmSync(kept(), { recursive: true });
    await same(text, 'recorded by one thread', { threads: 1 });
    assert.equal(stems().length, parts * 5);
  });

  test('are made anew where their sound changed, and only there', async function () {
    this.timeout(120_000);
    fs.rmSync(kept(), { recursive: true, force: true });
    await bytesOf(text, cache());
    const parts = stems().length / 5;
    /** So many tracks, and the mix, are rendered again: all of their parts, or those that sound otherwise. */
    const after = async (from: string | RegExp, to: string, lines: number, what: string): Promise<void> => {
      const before = stems().length;
      await bytesOf(text.replace(from, to), cache());
      const more = stems().length - before;
      assert.ok(more >= lines && more <= lines * parts, `${what}: ${more} parts`);
    };
    await after('level: -9dB', 'level: -3dB', 1, 'a level: the mix');
    await after('reverb: 1.2s', 'reverb: 1s', 1, 'a bus: the mix');
    await after('song "Kept"', '// A line.\nsong "Kept"', 0, 'a line above: nothing');
    await after('a1 c2 a1 e2', 'a1 c2 a1 g2', 2, 'a note: its track and the mix');
    await after('sawtooth', 'square', 2, 'a parameter: its track and the mix');
    // The bass listens to the kick.
    await after('bd*4', 'bd*3', 3, 'what another listens to: two tracks and the mix');
  });

  test('never change a bit, whatever is edited', async function () {
    this.timeout(600_000);
    let chance = 20_261_121;
    const draw = (count: number): number => {
      chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((chance / 2 ** 32) * count);
    };
    for (let round = 0; round < 12; round++) {
      let song = text;
      const said: string[] = [];
      for (let count = 1 + draw(3); count > 0; count--) {
        const [what, from, to] = edits[draw(edits.length)]!;
        song = song.replace(from, to[draw(to.length)]!);
        said.push(what);
      }
      await same(song, `${said.join(', ')}:\n${song}`, { threads: 1 + draw(3) });
    }
  });

  test('that are damaged, cut short or not what they say are not taken, and made anew', async function () {
    this.timeout(240_000);
    const fresh = await bytesOf(text);
    fs.rmSync(kept(), { recursive: true, force: true });
    await bytesOf(text, cache());
    const harm: Readonly<Record<string, (bytes: Buffer, other: Buffer) => Buffer>> = {
      'a bit in the middle': (bytes) => {
        const bad = Buffer.from(bytes);
        bad[bad.length >> 1]! ^= 4;
        return bad;
      },
      'cut short': (bytes) => bytes.subarray(0, bytes.length - 100),
      empty: () => Buffer.alloc(0),
      "another's": (_, other) => other,
      'a length that lies': (bytes) => {
        const bad = Buffer.from(bytes);
        bad.writeUInt32LE(0xffffffff, 164);
        return bad;
      },
      noise: (bytes) => Buffer.from(bytes).fill(0xa5),
    };
    const other = path.join(kept(), stems()[0]!);
    const edited = text.replace('glue: -12dB 2:1', 'glue: -18dB 3:1');
    const freshEdited = await bytesOf(edited);
    for (const [what, damage] of Object.entries(harm)) {
      const another = fs.readFileSync(other);
      for (const name of stems().slice(1)) {
        const file = path.join(kept(), name);
        fs.writeFileSync(file, damage(fs.readFileSync(file), another));
      }
      // The first takes the mix, or makes it anew; the second needs the stems as well.
      assert.ok(fresh.equals(await bytesOf(text, cache())), what);
      assert.ok(freshEdited.equals(await bytesOf(edited, cache())), `${what}, edited`);
      for (const name of stems()) {
        const bytes = fs.readFileSync(path.join(kept(), name));
        assert.ok(bytes.length > 256, `${what}: ${name} was left as it was`);
      }
    }
  });

  test('stay under their limit, the ones used last', async function () {
    this.timeout(120_000);
    fs.rmSync(kept(), { recursive: true, force: true });
    await bytesOf(text, cache());
    const size = (): number =>
      stems().reduce((sum, name) => sum + fs.statSync(path.join(kept(), name)).size, 0);
    const all = size();
    const first = stems();
    for (const name of first) fs.utimesSync(path.join(kept(), name), new Date(0), new Date(0));
    // Another tempo, other stems: there is room for one song's only.
    await bytesOf(text.replace('120bpm', '118bpm'), cache(all * 2));
    await bytesOf(text.replace('120bpm', '116bpm'), cache(all * 2));
    assert.ok(size() <= all * 2, `${size()} bytes`);
    assert.ok(stems().some((name) => !first.includes(name)));
    assert.ok(!first.every((name) => stems().includes(name)), 'what was used longest ago went');
  });

  test('are no reason to fail: a folder that is none, a song that is too long for them', async function () {
    this.timeout(120_000);
    const fresh = await bytesOf(text);
    const taken = path.join(folder, 'taken');
    fs.writeFileSync(taken, '');
    assert.ok(fresh.equals(await bytesOf(text, { cache: { folder: taken, limitBytes: 1e9 } })));
    const none = path.join(folder, 'none');
    assert.ok(fresh.equals(await bytesOf(text, { cache: { folder: none, limitBytes: 1000 } })));
    assert.ok(!fs.existsSync(none));
  });

  test('leave nothing half written when a bounce is cancelled', async function () {
    this.timeout(60_000);
    const abort = new AbortController();
    await assert.rejects(
      bytesOf(text.replace('arrange a b', 'arrange a*40'), {
        ...cache(),
        signal: abort.signal,
        onProgress: () => abort.abort(),
      }),
      { failure: 'cancelled' },
    );
    assert.deepEqual(
      fs.readdirSync(kept()).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('lie where the system keeps such things, and are hidden from git wherever that is', () => {
    assert.equal(
      usualFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/home/u'),
      path.join('/c', 'codetta', 'stems'),
    );
    assert.equal(
      usualFolder({}, 'darwin', '/Users/u'),
      path.join('/Users/u', 'Library', 'Caches', 'codetta', 'stems'),
    );
    assert.equal(fs.readFileSync(path.join(kept(), '.gitignore'), 'utf8'), '*\n');
  });
});
