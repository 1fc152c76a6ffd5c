// The reference song on SuperCollider's server, rendered without a sound card: its synths, its strips and its
// rooms out of scsynth's own unit generators, as like ours as these are, from the same notes. We write its
// binary SynthDefs and its score ourselves; where scsynth is not installed, there is nothing to compare with.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Song } from '../src/song/song.ts';
import type { Timeline } from '../src/timeline/timeline.ts';

export interface Took {
  /** Of the processor, and by the clock. */
  readonly cpuSeconds: number;
  readonly seconds: number;
}

/**
 * What scsynth takes for the song, with its reading and writing of files; undefined where there is no scsynth
 * (on Debian: apt-get install supercollider-server).
 */
export function scsynthTook(
  song: Song,
  timeline: Timeline,
  sampleRate: number,
  folder: string,
): Took | undefined {
  if (spawnSync('scsynth', ['-v']).error) return undefined;
  const score = path.join(folder, 'score.osc');
  const sound = path.join(folder, 'scsynth.wav');
  fs.writeFileSync(score, scoreOf(song, timeline));
  const rate = String(sampleRate);
  // A shell's `times` ends with what its children took.
  const command = `scsynth ${options.join(' ')} '${score}' _ '${sound}' ${rate} WAV int24 > /dev/null && times`;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  const took = stdout
    .trim()
    .split('\n')
    .at(-1)
    ?.split(' ')
    .map((time) => /(\d+)m([\d.]+)s/.exec(time));
  if (status !== 0 || !took?.every((time) => time) || fs.statSync(sound).size < 1e6)
    throw new Error(`scsynth failed: ${stdout}${stderr}`);
  const cpuSeconds = took.reduce((sum, time) => sum + Number(time![1]) * 60 + Number(time![2]), 0);
  return { cpuSeconds, seconds };
}

const options = ['-o', '2', '-i', '0', '-a', '128', '-n', '4096', '-m', '65536', '-z', '128', '-N'];

// --- SynthDefs: graphs of unit generators ---

type Input = number | Unit | { readonly unit: Unit; readonly output: number };

interface Unit {
  readonly name: string;
  readonly rate: 0 | 1 | 2;
  readonly inputs: readonly Input[];
  readonly outputs: number;
  readonly special: number;
}

class Graph {
  readonly units: Unit[] = [];
  readonly parameters: readonly (readonly [string, number])[];
  readonly #control: Unit;

  constructor(parameters: Readonly<Record<string, number>>) {
    this.parameters = Object.entries(parameters);
    this.#control = this.unit('Control', 1, [], this.parameters.length);
  }

  parameter(name: string): Input {
    return { unit: this.#control, output: this.parameters.findIndex(([own]) => own === name) };
  }

  unit(name: string, rate: 0 | 1 | 2, inputs: readonly Input[], outputs = 1, special = 0): Unit {
    const unit = { name, rate, inputs, outputs, special };
    this.units.push(unit);
    return unit;
  }

  audio(name: string, ...inputs: readonly Input[]): Unit {
    return this.unit(name, 2, inputs);
  }

  times(a: Input, b: Input): Unit {
    return this.unit('BinaryOpUGen', 2, [a, b], 1, 2);
  }

  plus(a: Input, b: Input): Unit {
    return this.unit('BinaryOpUGen', 2, [a, b], 1, 0);
  }

  /** Attack, decay, hold and release in seconds, freeing the synth at its end. */
  envelope(attack: Input, decay: Input, sustain: Input, hold: Input, release: Input): Unit {
    const curve = [5, -4] as const;
    return this.audio(
      'EnvGen',
      1,
      1,
      0,
      1,
      2,
      0,
      4,
      -99,
      -99,
      1,
      attack,
      1,
      0,
      sustain,
      decay,
      ...curve,
      sustain,
      hold,
      1,
      0,
      0,
      release,
      ...curve,
    );
  }

  out(bus: Input, ...channels: readonly Input[]): void {
    this.unit('Out', 2, [bus, ...channels], 0);
  }
}

const voice = (make: (graph: Graph, hertz: Input) => Input): Graph => {
  const graph = new Graph({
    out: 16,
    freq: 440,
    amp: 0.3,
    hold: 0.1,
    attack: 0.005,
    decay: 0.1,
    sustain: 0.5,
    release: 0.3,
  });
  const of = (name: string): Input => graph.parameter(name);
  const tone = make(graph, of('freq'));
  const envelope = graph.envelope(of('attack'), of('decay'), of('sustain'), of('hold'), of('release'));
  graph.out(of('out'), graph.times(graph.times(tone, envelope), of('amp')));
  return graph;
};

const sine = (graph: Graph, hertz: Input): Input => graph.audio('SinOsc', hertz, 0);

/** By instrument, as like ours as its unit generators are. */
const synths: Readonly<Record<string, Graph>> = {
  Synth: voice((graph, hertz) => graph.audio('LFTri', hertz, 0)),
  MonoSynth: voice((graph, hertz) => {
    const cutoff = graph.unit('XLine', 1, [1400, 200, 0.2, 0]);
    // Two in a row, as -24 dB an octave are.
    return graph.audio('RLPF', graph.audio('RLPF', graph.audio('Saw', hertz), cutoff, 0.5), cutoff, 0.5);
  }),
  FMSynth: voice((graph, hertz) => {
    const modulator = graph.times(graph.audio('SinOsc', graph.times(hertz, 2), 0), graph.times(hertz, 6));
    return graph.audio('SinOsc', graph.plus(hertz, modulator), 0);
  }),
  MembraneSynth: voice((graph, hertz) => {
    const fall = graph.audio('XLine', 64, 1, 0.03, 0);
    return sine(graph, graph.times(hertz, fall));
  }),
  NoiseSynth: voice((graph) => graph.audio('PinkNoise')),
  MetalSynth: voice((graph, hertz) => {
    const partials = [1, 1.483, 1.932, 2.546, 2.63, 3.897].map((ratio): Input => {
      const own = graph.times(hertz, ratio);
      const modulator = graph.times(graph.audio('Pulse', graph.times(own, 5.1), 0.5), graph.times(own, 32));
      return graph.audio('Pulse', graph.plus(own, modulator), 0.5);
    });
    const all = partials.reduce((sum, partial) => graph.plus(sum, partial));
    return graph.audio('HPF', all, graph.unit('XLine', 1, [4000, 400, 0.06, 0]));
  }),
};

/** High-pass, three bands, compressor, pan, and two sends: what the reference song's strips have at most. */
const strip = (effects: ReadonlySet<string>): Graph => {
  const graph = new Graph({ in: 16, level: 1, pan: 0, space: 0, echo: 0 });
  const of = (name: string): Input => graph.parameter(name);
  let sound: Input = graph.audio('In', of('in'));
  if (effects.has('Highpass')) sound = graph.audio('HPF', sound, 100);
  if (effects.has('EQ3'))
    sound = graph.audio('BHiShelf', graph.audio('BLowShelf', sound, 400, 1, -2), 2500, 1, 1);
  if (effects.has('Compressor')) sound = graph.audio('Compander', sound, sound, 0.125, 1, 0.33, 0.008, 0.12);
  sound = graph.times(sound, of('level'));
  const sides = graph.unit('Pan2', 2, [sound, of('pan'), 1], 2);
  const [left, right] = [
    { unit: sides, output: 0 },
    { unit: sides, output: 1 },
  ];
  graph.out(0, left, right);
  graph.out(8, graph.times(left, of('space')), graph.times(right, of('space')));
  graph.out(10, graph.times(left, of('echo')), graph.times(right, of('echo')));
  return graph;
};

const both = (graph: Graph, bus: number): readonly [Input, Input] => {
  const unit = graph.unit('In', 2, [bus], 2);
  return [
    { unit, output: 0 },
    { unit, output: 1 },
  ];
};

const room = (): Graph => {
  const graph = new Graph({ level: 0.7 });
  const [left, right] = both(graph, 8).map((side) => graph.audio('HPF', side, 250)) as [Input, Input];
  const wet = graph.unit('FreeVerb2', 2, [left, right, 1, 0.85, 0.4], 2);
  graph.out(
    0,
    graph.times({ unit: wet, output: 0 }, graph.parameter('level')),
    graph.times({ unit: wet, output: 1 }, graph.parameter('level')),
  );
  return graph;
};

const echoes = (): Graph => {
  const graph = new Graph({ level: 0.5 });
  const [left, right] = both(graph, 10).map((side) =>
    graph.audio('HPF', graph.audio('CombN', side, 0.75, 0.375, 3), 300),
  ) as [Input, Input];
  graph.out(0, graph.times(left, graph.parameter('level')), graph.times(right, graph.parameter('level')));
  return graph;
};

const master = (): Graph => {
  const graph = new Graph({});
  const sides = both(graph, 0).map((side) => {
    const shaped = graph.audio('BHiShelf', side, 2500, 1, 1);
    const glued = graph.audio('Compander', shaped, shaped, 0.25, 1, 0.5, 0.01, 0.2);
    return graph.audio('Limiter', glued, 0.89, 0.01);
  });
  graph.unit('ReplaceOut', 2, [0, ...sides], 0);
  return graph;
};

// --- Their bytes ---

class Bytes {
  readonly #parts: Buffer[] = [];

  int32(value: number): this {
    const part = Buffer.alloc(4);
    part.writeInt32BE(value);
    return this.raw(part);
  }

  int16(value: number): this {
    const part = Buffer.alloc(2);
    part.writeInt16BE(value);
    return this.raw(part);
  }

  int8(value: number): this {
    return this.raw(Buffer.from([value]));
  }

  float(value: number): this {
    const part = Buffer.alloc(4);
    part.writeFloatBE(value);
    return this.raw(part);
  }

  name(text: string): this {
    return this.int8(text.length).raw(Buffer.from(text, 'latin1'));
  }

  raw(part: Buffer): this {
    this.#parts.push(part);
    return this;
  }

  get buffer(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

function definition(name: string, { units, parameters }: Graph): Buffer {
  const used = parameters.length > 0 ? units : units.slice(1);
  const constants = [
    ...new Set(used.flatMap(({ inputs }) => inputs.filter((input) => typeof input === 'number'))),
  ];
  const bytes = new Bytes().raw(Buffer.from('SCgf', 'latin1')).int32(2).int16(1).name(name);
  bytes.int32(constants.length);
  for (const value of constants) bytes.float(value);
  bytes.int32(parameters.length);
  for (const [, value] of parameters) bytes.float(value);
  bytes.int32(parameters.length);
  for (const [index, [parameter]] of parameters.entries()) bytes.name(parameter).int32(index);
  bytes.int32(used.length);
  for (const unit of used) {
    bytes.name(unit.name).int8(unit.rate).int32(unit.inputs.length).int32(unit.outputs).int16(unit.special);
    for (const input of unit.inputs) {
      if (typeof input === 'number') bytes.int32(-1).int32(constants.indexOf(input));
      else if ('unit' in input) bytes.int32(used.indexOf(input.unit)).int32(input.output);
      else bytes.int32(used.indexOf(input)).int32(0);
    }
    for (let output = 0; output < unit.outputs; output++) bytes.int8(unit.rate);
  }
  return bytes.int16(0).buffer;
}

// --- The score ---

type Word = string | number | Buffer | { readonly float: number };

const padded = (part: Buffer): Buffer => Buffer.concat([part, Buffer.alloc((4 - (part.length % 4)) % 4)]);
const osc = (text: string): Buffer => padded(Buffer.from(`${text}\0`, 'latin1'));

function message(address: string, ...words: readonly Word[]): Buffer {
  const types = words.map((word) =>
    typeof word === 'string' ? 's' : typeof word === 'number' ? 'i' : Buffer.isBuffer(word) ? 'b' : 'f',
  );
  const parts = words.map((word): Buffer => {
    if (typeof word === 'string') return osc(word);
    if (typeof word === 'number') return new Bytes().int32(word).buffer;
    if (Buffer.isBuffer(word)) return Buffer.concat([new Bytes().int32(word.length).buffer, padded(word)]);
    return new Bytes().float(word.float).buffer;
  });
  return Buffer.concat([osc(address), osc(`,${types.join('')}`), ...parts]);
}

function bundle(seconds: number, ...messages: readonly Buffer[]): Buffer {
  const tag = Buffer.alloc(8);
  tag.writeUInt32BE(Math.floor(seconds));
  tag.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), 4);
  const sized = messages.map((one) => Buffer.concat([new Bytes().int32(one.length).buffer, one]));
  const body = Buffer.concat([osc('#bundle'), tag, ...sized]);
  return Buffer.concat([new Bytes().int32(body.length).buffer, body]);
}

const controls = (values: Readonly<Record<string, number>>): readonly Word[] =>
  Object.entries(values).flatMap(([name, value]): readonly Word[] => [name, { float: value }]);

const gain = (decibels: number): number => 10 ** (decibels / 20);

function scoreOf(song: Song, timeline: Timeline): Buffer {
  const graphs: Record<string, Graph> = { ...synths, room: room(), echoes: echoes(), master: master() };
  const setUp: Buffer[] = [message('/g_new', 1, 0, 0), message('/g_new', 2, 1, 0)];
  for (const [index, track] of song.tracks.entries()) {
    const name = `strip${index}`;
    graphs[name] = strip(new Set(track.inserts.map(({ effect }) => effect.name)));
    const send = (bus: string): number => {
      const level = track.sends.find((one) => one.bus.name === bus)?.level.value;
      return level === undefined ? 0 : gain(level);
    };
    const values = {
      in: 16 + index,
      level: gain(track.level?.value ?? 0),
      pan: track.pan?.value ?? 0,
      space: send('space'),
      echo: send('echo'),
    };
    setUp.push(message('/s_new', name, 100 + index, 1, 2, ...controls(values)));
  }
  for (const [at, name] of ['echoes', 'room', 'master'].entries())
    setUp.push(message('/s_new', name, 200 + at, 1, 2));
  const definitions = Object.entries(graphs).map(([name, graph]) =>
    message('/d_recv', definition(name, graph)),
  );
  const notes = song.tracks.flatMap((track, index) => {
    const instrument = song.instruments.find(({ name }) => name.name === track.instrument?.name)!;
    const setting = (path: string, otherwise: number): number => {
      const value = instrument.settings.find((one) => one.path === path)?.value.value;
      return typeof value === 'number' ? value : otherwise;
    };
    const isHit = ['MembraneSynth', 'NoiseSynth', 'MetalSynth'].includes(instrument.type.name);
    return timeline.tracks[index]!.notes.map((note, at) => ({
      at: note.startSeconds,
      words: message(
        '/s_new',
        instrument.type.name,
        10_000 + index * 100_000 + at,
        0,
        1,
        ...controls({
          out: 16 + index,
          freq:
            note.midi === undefined
              ? instrument.type.name === 'MetalSynth'
                ? 200
                : 50
              : 440 * 2 ** ((note.midi - 69) / 12),
          amp: note.velocity * 0.3,
          hold: Math.max(0.001, note.lengthSeconds),
          attack: Math.max(0.001, setting('envelope.attack', 0.005)),
          decay: setting('envelope.decay', 0.1),
          sustain: setting('envelope.sustain', isHit ? 0.001 : 0.5),
          release: Math.max(0.002, setting('envelope.release', 0.3)),
        }),
      ),
    }));
  });
  return Buffer.concat([
    ...definitions.map((one) => bundle(0, one)),
    bundle(0, ...setUp),
    ...notes.sort((one, other) => one.at - other.at).map(({ at, words }) => bundle(at, words)),
    bundle(timeline.seconds + 3, message('/c_set', 0, 0)),
  ]);
}
