// A moment of the sound for the stage view, in few whole numbers: where the song stands, its wave, its spectrum.

import type { ReadonlySignal } from '@preact/signals';
import type { Reports } from '../../../src/engine/live/reports.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { StagePicture } from '../../../src/protocol/stage.ts';
import { barsAt, feelAt } from './places.ts';

const wavePoints = 256;
const bandCount = 48;
const [lowestHertz, highestHertz] = [40, 16_000];
/** dB that are drawn as nothing, and as full. */
const [quietDb, fullDb] = [-85, -18];
/** Music falls off by about as much towards the top: drawn level, it fills the picture. */
const tiltDbAnOctave = 3;

/** What a picture is made of. */
export interface Pictured {
  readonly song: ReadonlySignal<PanelSong | undefined>;
  readonly seconds: ReadonlySignal<number>;
  readonly section: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly bar: ReadonlySignal<number>;
  readonly beat: ReadonlySignal<number>;
  readonly player: {
    readonly waveform: Float32Array | undefined;
    readonly spectrum: Float32Array | undefined;
    readonly reports: Pick<Reports, 'value'>;
  };
}

/** @param queued  index of the section that comes next */
export function stagePicture(panel: Pictured, queued: number | undefined): StagePicture {
  const song = panel.song.value;
  const seconds = panel.seconds.value;
  const section = song?.sections[panel.section.value];
  const { player } = panel;
  const passed = song && section ? (barsAt(song, seconds) - section.bar) / section.bars : 0;
  return {
    playing: panel.isPlaying.value,
    seconds: Math.round(seconds * 1000) / 1000,
    bar: panel.bar.value,
    beat: panel.beat.value,
    beats: song ? feelAt(song, seconds).beats : 4,
    toCount: player.reports.value('toCount'),
    section: panel.section.value,
    share: Math.min(1, Math.max(0, Math.round(passed * 10_000) / 10_000)),
    ...(queued !== undefined && { queued }),
    wave: waveOf(player.waveform),
    bands: bandsOf(player.spectrum),
  };
}

const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

function waveOf(wave: Float32Array | undefined): readonly number[] {
  if (!wave) return [];
  const step = Math.max(1, Math.floor(wave.length / wavePoints));
  return Array.from({ length: Math.min(wavePoints, wave.length) }, (_, index) =>
    byte(128 + 127 * (wave[index * step] ?? 0)),
  );
}

/** Bands as wide as the ear hears them: each the loudest of its lines. `spectrum` in dB up to half the rate. */
function bandsOf(spectrum: Float32Array | undefined, halfRate = 24_000): readonly number[] {
  if (!spectrum) return [];
  const edge = (band: number): number =>
    (lowestHertz * (highestHertz / lowestHertz) ** (band / bandCount) * spectrum.length) / halfRate;
  return Array.from({ length: bandCount }, (_, band) => {
    const from = Math.floor(edge(band));
    const to = Math.max(from + 1, Math.floor(edge(band + 1)));
    let loudest = Number.NEGATIVE_INFINITY;
    for (let line = from; line < to; line++) loudest = Math.max(loudest, spectrum[line] ?? loudest);
    const tilted = loudest + tiltDbAnOctave * Math.max(0, Math.log2(edge(band) / edge(10)));
    return byte((255 * (tilted - quietDb)) / (fullDb - quietDb));
  });
}
