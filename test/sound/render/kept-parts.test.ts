// A bounce after an edit renders the song from the edit on, and only until it sounds as before again: the same file,
// to the last bit, as a bounce that knows nothing of the one before.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { partFrames } from '../../../src/engine/offline/parts.ts';
import { type BounceRequest, bounce } from '../../../src/render/bounce.ts';
import { laid } from '../../engine/songs.ts';

/** Bars of a song of 24, at 120 bpm: two seconds each, and so two or three to a part. */
const bars = 24;

interface Bar {
  readonly kick: string;
  readonly bass: string;
  readonly pad: string;
  readonly harp: string;
}

const plain: Bar = { kick: 'bd*4', bass: 'a1 ~ a1 e2', pad: '[a3,c4,e4] ~', harp: 'a4 c5 ~ a5' };

interface Version {
  readonly bars: readonly Bar[];
  readonly lanes: readonly string[];
  readonly keys: string;
  readonly room: string;
}

const version: Version = {
  bars: Array.from({ length: bars }, () => plain),
  lanes: [],
  keys: 'chorus: 1.5Hz',
  room: '0.6s',
};

/** The song with each run of equal bars as a section. */
function textOf({ bars: music, lanes, keys, room }: Version): string {
  const runs: { bar: Bar; count: number }[] = [];
  for (const bar of music) {
    const last = runs.at(-1);
    if (last?.bar === bar) last.count++;
    else runs.push({ bar, count: 1 });
  }
  const sections = runs.map(
    ({ bar, count }, at) =>
      `section s${at} ${count} bars { kick: "${bar.kick}", bass: "${bar.bass}", pad: "${bar.pad}", harp: "${bar.harp}" }`,
  );
  return `
song "Parts" { tempo 120bpm }
instrument drum = MembraneSynth
instrument low = MonoSynth { oscillator: sawtooth, envelope.release: 100ms }
instrument warm = PolySynth(FMSynth) { voices: 4, envelope.release: 300ms }
instrument string = PluckSynth
track kick { instrument: drum, level: -6dB }
track bass { instrument: low, level: -9dB, compressor: -24dB 4:1 key kick, send room: -12dB pre }
track pad { instrument: warm, level: -12dB, pan: 30% left, ${keys}, send room: -10dB }
track harp { instrument: string, level: -9dB, delay: 1/8 30% }
bus room { reverb: ${room}, level: -4dB }
master { glue: -12dB 2:1, limiter: -1dBTP }
${sections.join('\n')}
arrange ${runs.map((_, at) => `s${at}`).join(' ')}
${lanes.join('\n')}
`;
}

suite('What is kept of a song', () => {
  let folder = '';
  const kept = (): string => path.join(folder, 'kept');
  const files = (): number =>
    fs.existsSync(kept()) ? fs.readdirSync(kept()).filter((name) => name.endsWith('.stem')).length : 0;
  const bytesOf = async (song: string, more: Partial<BounceRequest> = {}): Promise<Buffer> => {
    const file = path.join(folder, 'song.wav');
    await bounce({ ...laid(song), file, ...more });
    return fs.readFileSync(file);
  };
  const cached = async (song: string, more: Partial<BounceRequest> = {}): Promise<Buffer> =>
    bytesOf(song, { ...more, cache: { folder: kept(), limitBytes: 1e9 } });
  const same = async (song: string, what: string, more: Partial<BounceRequest> = {}): Promise<void> => {
    const fresh = await bytesOf(song, more);
    assert.ok(fresh.equals(await cached(song, more)), what);
  };
  const withBar = (of: Version, at: number, change: Partial<Bar>): Version => ({
    ...of,
    bars: of.bars.map((bar, place) => (place === at ? { ...bar, ...change } : bar)),
  });

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-parts-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('is taken up to the bar of an edit, and again from where all sounds as before', async function () {
    this.timeout(240_000);
    await cached(textOf(version));
    const all = files();
    const parts = all / 5;
    assert.ok(parts >= (bars * 2 * 48_000) / partFrames, `${parts} parts`);
    const rendered = async (next: Version): Promise<number> => {
      const before = files();
      await same(textOf(next), 'an edit');
      return files() - before;
    };
    assert.equal(await rendered(version), 0, 'nothing was edited');
    // Of the kick, of the bass that listens to it, and of the mix.
    const kick = await rendered(withBar(version, 11, { kick: 'bd ~ ~ bd' }));
    assert.ok(kick >= 3 && kick <= 3 * 4, `${kick} parts for one bar of the kick, of ${all}`);
    const last = await rendered(withBar(version, bars - 1, { harp: 'a4 ~ ~ ~' }));
    assert.ok(last >= 2 && last <= 2 * 3, `${last} parts for the last bar`);
    const lanes = (to: string) => [
      `automate pad.level { bar 4: -12dB, bar 6: -14dB, bar 20: -14dB, bar 22: ${to} }`,
    ];
    await rendered({ ...version, lanes: lanes('-20dB') });
    const lane = await rendered({ ...version, lanes: lanes('-17dB') });
    assert.ok(lane >= 1 && lane <= 4, `${lane} parts for a level that moves otherwise from bar 20 on`);
  });

  test('never changes a bit, whatever is edited, however it is bounced', async function () {
    this.timeout(900_000);
    let chance = 20_261_122;
    const draw = (count: number): number => {
      chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((chance / 2 ** 32) * count);
    };
    const pick = <One>(from: readonly One[]): One => from[draw(from.length)]!;
    const edits: Readonly<Record<string, (of: Version) => Version>> = {
      'a note changed': (of) =>
        withBar(of, draw(bars), { bass: pick(['a1 ~ a1 g2', 'c2 ~ a1 e2', '~ ~ a1 e2']) }),
      'notes added': (of) => withBar(of, draw(bars), { harp: pick(['a4*8', 'a4 c5 e5 a5', '[a4,c5]*6']) }),
      'notes removed': (of) => withBar(of, draw(bars), { pad: pick(['~', '~ f4', '[a3,c4,e4]*2']) }),
      'a level moved from a bar on': (of) => {
        const from = 2 + draw(bars - 4);
        const track = pick(['kick', 'bass', 'pad', 'harp']);
        const others = of.lanes.filter((lane) => !lane.includes(`${track}.level`));
        return {
          ...of,
          lanes: [
            ...others,
            `automate ${track}.level { bar ${from}: -12dB, bar ${from + 2}: -${14 + draw(9)}dB }`,
          ],
        };
      },
      'no lanes': (of) => ({ ...of, lanes: [] }),
      'an LFO': (of) => ({
        ...of,
        lanes: [
          ...of.lanes.filter((lane) => !lane.includes('pad.pan')),
          'automate pad.pan { lfo: sine 1/2 20% left to 20% right }',
        ],
      }),
      'a bar repeated': (of) => {
        const at = draw(bars);
        return { ...of, bars: [...of.bars.slice(0, at), of.bars[at]!, ...of.bars.slice(at)].slice(0, bars) };
      },
      'another effect': (of) => ({ ...of, keys: pick(['chorus: 1.5Hz', 'phaser: 1Hz', 'eq: low -3dB']) }),
      'another room': (of) => ({ ...of, room: pick(['0.6s', '0.9s']) }),
    };
    let song = version;
    const said: string[] = [];
    for (let round = 0; round < 14; round++) {
      const what = pick(Object.keys(edits));
      song = edits[what]!(song);
      said.push(what);
      const how = pick<Partial<BounceRequest>>([
        { threads: 1 },
        { threads: 2 },
        { threads: 3, bits: '16' },
        { bars: { from: 3 + draw(4), to: 12 + draw(8) }, threads: 2 },
        { target: 'spotify', threads: 1 },
      ]);
      await same(textOf(song), `${said.join(', ')} as ${JSON.stringify(how)}:\n${textOf(song)}`, how);
    }
  });

  test('gives stems apart as well, after an edit', async function () {
    this.timeout(120_000);
    const stems = (): readonly Buffer[] =>
      ['kick', 'bass', 'pad', 'harp', 'room'].map((name) =>
        fs.readFileSync(path.join(folder, `song - ${name}.wav`)),
      );
    await cached(textOf(version));
    const edited = textOf(withBar(version, 7, { bass: 'a1*8' }));
    const mix = await bytesOf(edited, { stems: true });
    const fresh = stems();
    assert.ok(mix.equals(await cached(edited, { stems: true })));
    for (const [at, bytes] of stems().entries()) assert.ok(bytes.equals(fresh[at]!), `stem ${at}`);
  });
});
