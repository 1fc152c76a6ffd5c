// The reference song's synths, strips and rooms out of scsynth's own unit generators, as like ours as these are.

import { Graph, type Input } from './graph.ts';

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
export const synths: Readonly<Record<string, Graph>> = {
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
export const strip = (effects: ReadonlySet<string>): Graph => {
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

export const room = (): Graph => {
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

export const echoes = (): Graph => {
  const graph = new Graph({ level: 0.5 });
  const [left, right] = both(graph, 10).map((side) =>
    graph.audio('HPF', graph.audio('CombN', side, 0.75, 0.375, 3), 300),
  ) as [Input, Input];
  graph.out(0, graph.times(left, graph.parameter('level')), graph.times(right, graph.parameter('level')));
  return graph;
};

export const master = (): Graph => {
  const graph = new Graph({});
  const sides = both(graph, 0).map((side) => {
    const shaped = graph.audio('BHiShelf', side, 2500, 1, 1);
    const glued = graph.audio('Compander', shaped, shaped, 0.25, 1, 0.5, 0.01, 0.2);
    return graph.audio('Limiter', glued, 0.89, 0.01);
  });
  graph.unit('ReplaceOut', 2, [0, ...sides], 0);
  return graph;
};
