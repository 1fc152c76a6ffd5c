// Takes from files, as hosts read them: whatever their kind, edited as the song says, told of where they can't be.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { midiOf, pitchTrack } from '../../src/audio/analysis/pitch-track.ts';
import { sampleTakes } from '../../src/build/sounds/sample-takes.ts';
import { compile } from '../../src/engine/compile.ts';
import { clipsOf } from '../../src/engine/sounds/clips.ts';
import { soundProblems } from '../../src/engine/sounds/faults.ts';
import { SoundStore } from '../../src/engine/sounds/store.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';
import { SongSession } from '../../src/session/session.ts';
import { songParts } from '../../src/session/song-parts.ts';
import { diskSounds } from '../../src/sounds/disk-sounds.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { hertzOf, rate, sine, voice } from '../audio/analysis/sounds.ts';
import { wavOf } from '../audio/wavs.ts';
import { quietHost } from '../session/quiet-host.ts';
import { eventually } from '../tools/eventually.ts';
import { listen, rms, toneLevel } from './listen.ts';

let folder = '';

const song = (takes: string, parts: string): string => `song "T" {
  tempo 120bpm
  key C major
}
${takes}
track vox { }
section verse 8 bars {
${parts}
}
arrange verse
`;

const opened = async (text: string, mostBytes?: number) => {
  const file = path.join(folder, 'a.song');
  const reading = songLanguage.read(text);
  const timeline = layOut(reading.song);
  const store = new SoundStore(diskSounds({ song: file, folder }), mostBytes);
  await store.bring(reading.song, timeline);
  const problems = soundProblems(reading.song, store.faults(reading.song, timeline));
  return {
    problems: problems.map(({ id, message }) => {
      const { from, to } = reading.origins[id]!;
      return `${text.slice(from, to)}: ${message}`;
    }),
    program: compile(reading.song, timeline, rate, store),
    clips: clipsOf(reading.song, timeline, 0, store),
    recordings: clipsOf(reading.song, timeline, 0, store).map(({ recording }) => store.recording(recording)!),
  };
};

suite('takes from files', () => {
  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-takes-'));
    const write = (name: string, samples: Float32Array): void =>
      fs.writeFileSync(path.join(folder, name), wavOf([samples]));
    write('tone.wav', sine(4, 1000));
    write(
      'flat.wav',
      voice(3, () => hertzOf(63.6)),
    );
    for (const name of ['tone.flac', 'tone.mp3', 'tone.ogg', 'tone.aiff'])
      execFileSync('ffmpeg', ['-v', 'error', '-i', path.join(folder, 'tone.wav'), path.join(folder, name)]);
    fs.writeFileSync(path.join(folder, 'broken.wav'), 'RIFF, more or less');
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  for (const kind of ['wav', 'flac', 'mp3', 'ogg', 'aiff'])
    test(`sound from ${kind}`, async () => {
      const { program, problems } = await opened(song(`take a = "tone.${kind}"`, '  vox: a at bar 2'));
      assert.deepEqual(problems, []);
      const { left } = listen(program, 5);
      assert.ok(rms(left.subarray(0, 1.9 * rate)) < 1e-3);
      const level = toneLevel(left.subarray(2.5 * rate, 4.5 * rate), 1000);
      assert.ok(Math.abs(level / (0.5 * Math.SQRT1_2) - 1) < 0.06, `${level}`);
    });

  test('are told of on their string where they are missing or broken, and the rest plays', async () => {
    const { program, problems } = await opened(
      song(
        'take a = "tone.wav"\ntake b = "gone.wav"\ntake c = "broken.wav"',
        '  vox: a\n  vox: b at bar 3\n  vox: c at bar 4',
      ),
    );
    assert.equal(problems.length, 2);
    assert.match(problems[0]!, /^"gone.wav": gone.wav can't be played: there is no such file/);
    assert.match(problems[1]!, /^"broken.wav": broken.wav can't be played: /);
    assert.ok(rms(listen(program, 3).left) > 0.2);
  });

  test('are told of where they are trimmed behind the end of their file', async () => {
    const { problems } = await opened(
      song(
        'take a = "tone.wav" { trim: 1s..9s }\ntake b = "flat.wav" { trim: 5s..6s }',
        '  vox: a\n  vox: b at bar 4',
      ),
    );
    assert.deepEqual(problems, [
      '1s..9s: tone.wav lasts 4s, so a ends there. Trim it to that, or leave the trim out.',
      '5s..6s: flat.wav lasts 3s, so nothing of b plays. Trim it to a part of the file.',
    ]);
  });

  test('are told of where a song has more of them than memory is for', async () => {
    const { program, problems } = await opened(
      song('take a = "tone.wav"\ntake b = "flat.wav"', '  vox: a\n  vox: b at bar 4'),
      1_000_000,
    );
    assert.deepEqual(problems, [
      `"flat.wav": flat.wav can't be played: it takes 0.6 MB of memory, and the sounds of a song may take 1 MB, of which others have 0.8 MB. Cut the file to what plays.`,
    ]);
    assert.equal(program.samples.length, 1);
  });

  test('are tuned and stretched before they play, once for all places', async () => {
    const { recordings, program } = await opened(
      song('take a = "flat.wav" { tempo: 90bpm, tune: key }', '  vox: a\n  vox: a at bar 5'),
    );
    assert.equal(program.samples.length, 1);
    const [made] = recordings;
    assert.ok(Math.abs(made!.channels[0]!.length / rate - 3 * (90 / 120)) < 0.001);
    const { hertz } = pitchTrack({ samples: made!.channels[0]!, rate });
    const middle = [...hertz.slice(30, 190)].map(midiOf);
    assert.ok(Math.abs(middle.reduce((sum, x) => sum + x, 0) / middle.length - 64) < 0.05);
  });

  test('come to the panel with their picture, and their clip where it stands', async () => {
    const said: ToPanel[] = [];
    const session = new SongSession(
      { ...songParts, sounds: new SoundStore(diskSounds({ song: path.join(folder, 'a.song'), folder })) },
      quietHost({ send: (message) => said.push(message) }),
    );
    session.update(song('take a = "tone.wav" { trim: 1s..3s }', '  vox: a at bar 2'), 1);
    const songs = () => said.filter((message) => message.type === 'song');
    await eventually('the clip', () => songs().at(-1)!.song.clips.length > 0);
    const [clip] = songs().at(-1)!.song.clips;
    assert.deepEqual(
      [clip!.name, clip!.startSeconds, clip!.lengthSeconds, clip!.fromSeconds],
      ['a', 2, 2, 1],
    );
    const waves = said.flatMap((message) => (message.type === 'wave' ? [message.wave] : []));
    assert.deepEqual(
      waves.map(({ hash, seconds }) => [hash, seconds]),
      [[clip!.wave, 4]],
    );
    assert.ok(Math.abs(Math.max(...waves[0]!.levels[0]!.points) - 64) <= 1);
  });
});

suite('the recordings of the samples', () => {
  test('are those that the script makes', () => {
    for (const [name, bytes] of Object.entries(sampleTakes())) {
      const file = new URL(`../../samples/takes/${name}`, import.meta.url);
      assert.ok(
        Buffer.from(bytes).equals(fs.readFileSync(file)),
        `${name}: run src/build/sounds/sample-takes.ts`,
      );
    }
  });
});
