// Songs drawn by chance, whose tracks listen to each other, are muted, solo, sent before the fader and moved by lanes: with
// any of their tracks rendered apart, and with any of their parts kept, on any number of threads, each bounce has the
// bits of one that renders all of it at once.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { compile } from '../../../src/engine/compile.ts';
import { renderOffline, type Stretch } from '../../../src/engine/offline/render.ts';
import { stemTracks, unheardByRest } from '../../../src/engine/offline/stems.ts';
import type { Program } from '../../../src/engine/program.ts';
import { type BounceRequest, bounce } from '../../../src/render/bounce.ts';
import { laid } from '../../engine/songs.ts';
import { coreModule } from '../listen.ts';
import { together } from './together.ts';

const bars = 4;

/** Draws without end, the same in every run. */
function newChance(seed: number) {
  let state = seed;
  const draw = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const pick = <One>(from: readonly One[]): One => from[draw(from.length)]!;
  return { draw, pick, some: (share: number): boolean => draw(100) < share * 100 };
}

type Chance = ReturnType<typeof newChance>;

const names = ['kick', 'bass', 'pad', 'harp', 'hiss'] as const;
const parts: Readonly<Record<(typeof names)[number], readonly string[]>> = {
  kick: ['bd*4', 'bd ~ bd ~', '~ bd'],
  bass: ['a1 ~ a1 e2', 'a1*8', '~ ~ f1 ~'],
  pad: ['[a3,c4,e4] ~', '[f3,a3]*2', '~ c4'],
  harp: ['a4 c5 ~ a5', 'e5*6', '~'],
  hiss: ['hh*8', '~ hh ~ hh'],
};

function trackOf(name: string, chance: Chance): string {
  const { pick, some, draw } = chance;
  const others = names.filter((other) => other !== name);
  const settings = [
    `instrument: ${name}`,
    `level: -${6 + draw(12)}dB`,
    ...(some(0.3) ? [`pan: ${draw(90)}% ${pick(['left', 'right'])}`] : []),
    ...(some(0.4) ? [`duck: ${pick(others)} ${3 + draw(9)}dB 120ms`] : []),
    ...(some(0.3) ? [`compressor: -24dB 4:1 key ${pick(others)}`] : []),
    ...(some(0.3) ? [pick(['chorus: 1.5Hz', 'phaser: 1Hz', 'delay: 1/8 30%', 'eq: low -3dB'])] : []),
    ...(some(0.15) ? ['mute'] : []),
    ...(some(0.1) ? ['solo'] : []),
    ...(some(0.4) ? [`send room: -${6 + draw(9)}dB${some(0.5) ? ' pre' : ''}`] : []),
  ];
  return `track ${name} { ${settings.join(', ')} }`;
}

function songOf(chance: Chance): string {
  const { draw, pick, some } = chance;
  const section = (name: string): string =>
    `section ${name} ${bars / 2} bars { ${names.map((track) => `${track}: "${pick(parts[track])}"`).join(', ')} }`;
  const lanes = names.flatMap((name) => [
    ...(some(0.3) ? [`automate ${name}.level in a { 0%: -${9 + draw(20)}dB, 100%: -9dB }`] : []),
    ...(some(0.2) ? [`automate ${name}.pan { lfo: sine 1/2 20% left to 20% right }`] : []),
  ]);
  return `
song "Drawn" { tempo ${pick([97, 120, 140])}bpm }
instrument kick = MembraneSynth
instrument bass = MonoSynth { oscillator: sawtooth, envelope.release: 100ms }
instrument pad = PolySynth(FMSynth) { voices: 4, envelope.release: 300ms }
instrument harp = PluckSynth
instrument hiss = NoiseSynth
${names.map((name) => trackOf(name, chance)).join('\n')}
bus room { reverb: 0.6s${some(0.3) ? `, duck: ${pick(names)} 6dB 120ms` : ''}, level: -4dB }
master { glue: -12dB 2:1, limiter: -1dBTP }
${section('a')}
${section('b')}
arrange a b
${lanes.join('\n')}
`;
}

function hashOf(program: Program, stretch: Stretch, groups: readonly (readonly number[])[] = []): string {
  const hash = createHash('sha256');
  const stems = groups.length > 0 ? together(program, stretch, groups) : undefined;
  for (const { left, right } of renderOffline(coreModule(), program, stretch, { stems }))
    hash
      .update(new Uint8Array(left.buffer, left.byteOffset, left.byteLength))
      .update(new Uint8Array(right.buffer, right.byteOffset, right.byteLength));
  return hash.digest('hex');
}

/** Some of the tracks that can be rendered apart, in any order and in groups. */
function groupsOf(program: Program, { draw, some }: Chance): readonly (readonly number[])[] {
  const apart = unheardByRest(
    program,
    stemTracks(program).filter(() => some(0.6)),
  );
  const drawn = apart.map((track) => ({ track, group: draw(2), place: draw(100) }));
  return [0, 1]
    .map((group) =>
      drawn
        .filter((one) => one.group === group)
        .toSorted((one, other) => one.place - other.place)
        .map(({ track }) => track),
    )
    .filter((group) => group.length > 0);
}

suite('Any song', function () {
  this.timeout(600_000);
  let folder = '';
  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-drawn-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('is the same to the last bit, whichever of its tracks come from cores of their own', () => {
    const chance = newChance(20_261_122);
    let apart = 0;
    for (let round = 0; round < 24; round++) {
      const text = songOf(chance);
      const { song, timeline } = laid(text);
      const program = compile(song, timeline, 48_000);
      const stretch = chance.pick<Stretch>([
        {},
        { from: program.barSamples[1]! },
        { from: program.barSamples[2]!, to: program.barSamples[3]! },
      ]);
      const groups = groupsOf(program, chance);
      apart += groups.flat().length;
      const where = `${JSON.stringify(groups)} of ${JSON.stringify(stretch)} of ${text}`;
      assert.equal(hashOf(program, stretch, groups), hashOf(program, stretch), where);
    }
    assert.ok(apart > 24, `${apart} tracks were rendered apart`);
  });

  test('is the same to the last bit, whichever of its parts are kept', async () => {
    const chance = newChance(4_711);
    const cache = { folder: path.join(folder, 'kept'), limitBytes: 1e9 };
    const file = path.join(folder, 'song.wav');
    const bytesOf = async (text: string, more: Partial<BounceRequest>): Promise<Buffer> => {
      await bounce({ ...laid(text), file, ...more });
      return fs.readFileSync(file);
    };
    for (let round = 0; round < 6; round++) {
      const text = songOf(chance);
      const how = chance.pick<Partial<BounceRequest>>([
        { threads: 1 },
        { threads: 2, bits: '16' },
        { threads: 3, bars: { from: 1, to: 3 } },
      ]);
      const fresh = await bytesOf(text, how);
      for (let again = 0; again < 3; again++) {
        const kept = await bytesOf(text, { ...how, cache });
        assert.ok(kept.equals(fresh), `kept, ${again} times before, as ${JSON.stringify(how)}: ${text}`);
        for (const name of fs.readdirSync(cache.folder))
          if (name.endsWith('.stem') && chance.some(0.5)) fs.rmSync(path.join(cache.folder, name));
      }
    }
  });
});
