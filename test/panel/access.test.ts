// Every view of the panel held to WCAG 2.2 A and AA by axe-core, in each kind of theme, wide and narrow, and
// with the letters at 200 %: names, roles, contrast, what is focused and what is told.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { barriers } from '../tools/axe.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

type Theme = 'dark' | 'light' | 'high contrast' | 'high contrast light';
const themes: readonly Theme[] = ['dark', 'light', 'high contrast', 'high contrast light'];

const nightDrive = fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8');

const channels = `song "Channels" { tempo 120bpm }
instrument sub = MonoSynth { oscillator: sawtooth }
track bass { instrument: sub, level: -9dB, pan: 20% left, eq: highpass 35Hz, bell 250Hz -2dB, compressor: -30dB 8:1, send room: -12dB }
track lead { instrument: sub, level: -20dB, group: top, eq: low 3dB }
bus room { reverb: 1s }
master { limiter: -1dBTP }
section intro 8 bars { bass: "a1*8", lead: "a3" }
arrange intro
automate bass.level in intro { 0%: -12dB, 100%: -6dB }
`;

/** Brings the panel to a view. */
type View = (shown: Shown) => Promise<void>;

const problems: View = (shown) =>
  shown.send({
    type: 'problems',
    version: 2,
    playing: 'last good',
    problems: (['error', 'warning', 'information'] as const).map((severity, index) => ({
      rule: 'HAR1',
      severity,
      message: `\`f#4\` is not in the key: ${severity}.`,
      from: index,
      to: index + 2,
      line: 4,
      track: 'bass',
      section: 'verse',
    })),
  });

const bounced: View = async (shown) => {
  await shown.panel.getByRole('button', { name: 'Bounce to a file' }).click();
  for (const bounce of [1, 2])
    await shown.send({
      type: 'bounce',
      state: {
        state: 'done',
        file: '/songs/Night Drive.wav',
        seconds: 180,
        startSeconds: 0,
        peakDb: -1.3,
        truePeakDb: -1,
        loudness: -12 - bounce,
        waveform: Array.from({ length: 300 }, (_, index) => Math.abs(Math.sin(index / 9))),
        levelling: { gainDb: 2, aimed: -14, heldBack: false },
        sound: { bounce, sampleRate: 48_000, frames: 180 * 48_000 },
      },
    });
  await shown.panel.getByRole('radio', { name: 'The last one' }).waitFor();
};

const views: readonly { readonly name: string; readonly text?: string; readonly to?: View }[] = [
  { name: 'no song' },
  { name: 'a song of nothing', text: 'song "Empty" { tempo 100bpm }\n' },
  { name: 'a full song', text: nightDrive },
  { name: 'a song with problems', text: nightDrive, to: problems },
  {
    name: 'the piano roll',
    text: nightDrive,
    to: async (shown) => {
      await shown.page.evaluate((at) => globalThis.host.cursor(at), nightDrive.indexOf('pattern') + 30);
      await shown.panel.getByRole('button', { name: 'Piano roll' }).click();
    },
  },
  {
    name: 'an open channel',
    text: channels,
    to: async (shown) => {
      await shown.panel.getByRole('button', { name: 'Edit the channel of bass' }).click();
      await shown.panel.getByRole('region', { name: 'Channel bass' }).waitFor();
    },
  },
  { name: 'what was bounced', text: nightDrive, to: bounced },
];

suite('the panel for everyone', () => {
  let stage: Stage;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  async function opened(
    { text, to }: (typeof views)[number],
    theme: Theme,
    size = { width: 1100, height: 900 },
  ): Promise<Shown> {
    const shown = await stage.open(text, size);
    await shown.page.emulateMedia({
      colorScheme: theme === 'light' || theme === 'high contrast light' ? 'light' : 'dark',
      contrast: theme.startsWith('high') ? 'more' : 'no-preference',
      reducedMotion: 'reduce',
    });
    await to?.(shown);
    await shown.settled();
    return shown;
  }

  for (const view of views)
    test(`${view.name} has no barrier, in any theme`, async function () {
      this.timeout(60_000);
      for (const theme of themes) {
        const shown = await opened(view, theme);
        const found = await barriers(shown.page.frames()[1]!);
        await shown.page.close();
        assert.equal(found.length, 0, `${theme}:\n${found.join('\n\n')}`);
      }
    });

  for (const width of [300, 550])
    test(`nothing is cut off or laid over at ${width} pixels, which is also 200 % of ${width * 2}`, async () => {
      for (const view of views) {
        const shown = await opened(view, 'dark', { width, height: 800 });
        const found = await barriers(shown.page.frames()[1]!);
        const wide = await shown.page
          .frames()[1]!
          .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await shown.page.close();
        assert.equal(found.length, 0, `${view.name}:\n${found.join('\n\n')}`);
        assert.equal(wide, 0, `${view.name} is wider than the column`);
      }
    }).timeout(60_000);
});
