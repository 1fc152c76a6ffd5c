// A sound that is named while the song plays is told of until it is there.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { plainZone } from '../../src/engine/sounds/sound-map.ts';
import { SoundStore } from '../../src/engine/sounds/store.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';
import { SongSession } from '../../src/session/session.ts';
import { songParts } from '../../src/session/song-parts.ts';
import { quietHost } from './quiet-host.ts';

const song = (sample: string, settings = ''): string => `song "Live" { tempo 120bpm }
sample ${sample} = "sounds/${sample}.wav"${settings}
track drum { level: -6dB }
section verse 4 bars { drum: "${sample}*4" }
arrange verse
`;

suite('sounds of a song that plays', () => {
  const begun = () => {
    const waiting: (() => void)[] = [];
    const sounds = new SoundStore({
      map: (request) =>
        new Promise((resolve) => {
          const source = request.kind === 'file' ? request.source : '';
          waiting.push(() => resolve({ id: source, zones: [{ ...plainZone, recording: source }] }));
        }),
      recording: (id) => Promise.resolve({ hash: id, sampleRate: 48_000, channels: [new Float32Array(480)] }),
    });
    const sent: ToPanel[] = [];
    const session = new SongSession(
      { ...songParts, sounds },
      quietHost({ send: (message) => sent.push(message) }),
    );
    const told = (): readonly string[] =>
      session.problems.filter(({ rule }) => rule === 'LIV3').map(({ message }) => message);
    const arrive = async (): Promise<void> => {
      for (const one of waiting.splice(0)) one();
      const count = sent.length;
      while (sent.length === count) await new Promise((resolve) => setImmediate(resolve));
    };
    /** The newest song that the panel was sent, by the samples that it plays. */
    const heard = (): readonly string[] | undefined =>
      sent
        .flatMap((message) => (message.type === 'song' ? [message.program.samples] : []))
        .at(-1)
        ?.map(({ hash }) => hash.split('#')[0]!);
    return { session, told, arrive, heard };
  };

  test('are told of while they are on their way, and no longer', async () => {
    const { session, told, arrive } = begun();
    session.update(song('clap'), 1);
    assert.deepEqual(told(), [], 'nothing plays yet');
    await arrive();
    session.receive({ type: 'transportChanged', playing: true, bar: 0, beat: 0 });
    session.update(song('clap').replace('*4', '*8'), 2);
    assert.deepEqual(told(), [], 'it is there');
    session.update(song('snap'), 3);
    assert.match(
      told()[0]!,
      /^snap is not loaded yet, and silent until it is: sounds\/snap\.wav is being read/,
    );
    await arrive();
    assert.deepEqual(told(), []);
  });

  test('are waited for where the song says so: what plays goes on, and then they are all there', async () => {
    const { session, told, arrive, heard } = begun();
    session.update(song('clap'), 1);
    await arrive();
    session.receive({ type: 'transportChanged', playing: true, bar: 0, beat: 0 });
    session.update(song('snap', ' { preload: true }'), 2);
    assert.deepEqual(told(), []);
    assert.equal(session.playing, 'last good');
    assert.deepEqual(heard(), ['sounds/clap.wav']);
    await arrive();
    assert.equal(session.playing, 'current');
    assert.deepEqual(heard(), ['sounds/snap.wav']);
  });

  test('are waited for from the start, and no longer than the text names them', async () => {
    const { session, arrive, heard } = begun();
    session.update(song('clap', ' { preload: true }'), 1);
    assert.equal(heard(), undefined, 'nothing can be played without it');
    session.update(song('snap'), 2);
    assert.deepEqual(heard(), [], 'this one goes without');
    await arrive();
    assert.deepEqual(heard(), ['sounds/snap.wav']);
  });
});
