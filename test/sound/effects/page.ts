// docs/effects-against-tone.md, from the table that the tests hold: `node src/build/run.mjs test/sound/effects/page.ts`.
// A test holds the page to the table, so it is never edited by hand.

import fs from 'node:fs';
import { comparisons } from './against-tone.ts';
import type { Comparison } from './beside-tone/sent.ts';

export const pageFile = new URL('../../../docs/effects-against-tone.md', import.meta.url);

export const page = (): string => `# The core's effects beside Tone.js

Effects carry the names, parameters and defaults of Tone.js 15.5. \`test/sound/effects/against-tone.test.ts\` sends the
same sound through both, Tone's nodes in headless Chromium, and compares the level over time, the spectrum by thirds of
an octave, and the waves. What is sent and how far apart it may be is this table; it is made from
\`test/sound/effects/against-tone.ts\`, and every parameter of every effect is moved in it. \`CODETTA_FIGURES=1\` before
that test prints what it measures.

Level and thirds are the largest difference in dB, in any 20 ms and in any third of an octave that is heard; waves is the
level of the difference of the two waves under Tone's. Where nothing stands, that measure says nothing there.

| effect | set | sent through | level | thirds | waves | differs on purpose |
|---|---|---|---|---|---|---|
${comparisons.map(row).join('\n')}

## Held to theory alone

\`test/sound/effects/theory.test.ts\` holds these, and what the table holds besides:

- filters, bells, shelves and passes to their transfer functions from 20 Hz to 19 kHz, within 0.1 dB;
- a Reverb to the decay asked for, 0.2 s to 6 s, within 5 %. Tone.js's is a convolution with noise that is drawn anew each
  time, and its \`decay\` is no time to -60 dB;
- the Limiter to its ceiling by true peak, as ffmpeg measures it, on white noise 12 dB over and on sines after EBU Tech
  3341 whose samples miss their peaks. Tone.js's is a compressor: peaks pass it;
- Distortion to aliases under -80 dB for tones of 1 kHz, and of 5 kHz up to an amount of 0.4 (-89 dB; -78 dB at an amount
  of 1); Chebyshev likewise up to order 10 (-101 dB). Order 20 has -114 dB at 1 kHz and -62 dB at 5 kHz: so steep a
  polynomial lifts what the way up to eight times the rate leaves 100 dB down;
- a PitchShift to its pitch within 3 cents, up and down, and what is no part of it to -72 dB;
- Duck, and the compressor and gate that another track keys, to what they say;
- all effects to settings that no song should ask for (no number, infinity, 0 Hz, 30 kHz, a feedback of 1.5): finite,
  bounded, and as ever when they are set right again; to settings that move without a click; and to tails that end
  before their numbers become too small to be computed fast.
`;

const row = ({
  effect,
  settings,
  says,
  levelDb,
  thirdsDb,
  residueDb,
  deviation,
  windows,
}: Comparison): string => {
  const set = Object.entries(settings).map(([path, value]) => `\`${path} ${shown(value)}\``);
  const bands = thirdsDb !== undefined && Number.isFinite(thirdsDb) ? `${thirdsDb}` : '';
  const cells = [
    effect,
    set.join(' '),
    says,
    `${levelDb}${windows ? ' where it has settled' : ''}`,
    bands,
    residueDb === undefined ? '' : `${residueDb}`,
    deviation ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
};

const shown = (value: number | string): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(4))) : value;

if (import.meta.main) fs.writeFileSync(pageFile, page());
