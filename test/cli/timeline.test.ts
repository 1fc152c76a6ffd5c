// codetta events and codetta mini: what a song and a pattern play, with exact time and their places in the text.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { codetta, inFolder, nodes, sample, small, start, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);

  suite(`codetta events and mini on ${name}`, () => {
    test('events --json', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        const { code, out } = await run('events', file, '--json');
        assert.equal(code, 0);
        const song = JSON.parse(out);
        assert.deepEqual([song.title, song.bars, song.seconds, song.meter], ['Small', 2, 4, '4/4']);
        assert.equal(song.events.length, 4);
        const at = small.indexOf('c2 ~');
        assert.deepEqual(song.events[1], {
          track: 'bass',
          start: { bars: '1/4', bar: 1, beat: '2', seconds: 0.5 },
          length: { bars: '1/4', seconds: 0.5 },
          pitch: { midi: 36, name: 'C2' },
          velocity: 0.8,
          source: { from: { line: 4, column: 34, offset: at }, to: { line: 4, column: 36, offset: at + 2 } },
        });
      }));

    test('events --json with the maps of a song, and each note in the meter and key of its bar', () =>
      inFolder(async (folder) => {
        const text = `song "Maps" { tempo 120bpm, 60bpm at lift, meter 4/4, 3/4 at lift, key A minor, key Db major at lift }
instrument tone = Synth
track lead { instrument: tone }
section verse 1 bars { lead: "a4" }
section lift 1 bars { lead: "~ ~ 0" }
marker drop at lift beat 2
lyrics lead in lift "go"
arrange verse lift
`;
        const { code, out } = await run('events', write(folder, 'a.song', text), '--json');
        assert.equal(code, 0, out);
        const song = JSON.parse(out);
        assert.deepEqual([song.bars, song.seconds], [2, 5]);
        assert.deepEqual(song.meters, [
          { bar: 1, meter: '4/4' },
          { bar: 2, meter: '3/4' },
        ]);
        assert.deepEqual(song.keys[1], { bar: 2, key: 'Db major' });
        assert.deepEqual(song.markers, [{ name: 'drop', bars: '4/3', seconds: 3 }]);
        assert.equal(song.lyrics[0].start.seconds, 4);
        const { start, pitch } = song.events[1];
        assert.deepEqual(
          [start.bar, start.beat, start.seconds, pitch],
          [2, '3', 4, { midi: 61, name: 'Db4' }],
        );
      }));

    test('events names notes as the song or its key spells them', () =>
      inFolder(async (folder) => {
        const song = small
          .replace('tempo 120bpm', 'tempo 120bpm, key Eb major')
          .replace(/bass: [^,}]+/, 'bass: "eb2 d#2 [c3,Ab]".octave(+1)');
        const { out } = await run('events', write(folder, 'a.song', song), '--json');
        const names = JSON.parse(out).events.map(({ pitch }: { pitch: { name: string } }) => pitch.name);
        assert.deepEqual(names.slice(0, 6), ['Eb3', 'D#3', 'C4', 'Ab4', 'C5', 'Eb5']);
      }));

    test('events: a table, and a pipe that closes early is no error', async () => {
      const { code, out } = await run('events', sample);
      assert.equal(code, 0);
      assert.match(out, /^bar:beat +time +track +plays/);
      const child = start(['events', sample, '--json'], {}, node);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      child.stdout!.once('data', () => child.stdout!.destroy());
      let err = '';
      child.stderr!.on('data', (text) => {
        err += text;
      });
      assert.deepEqual([await ended, err], [0, '']);
    });

    test('mini --json, and a picture', async () => {
      const { code, out } = await run('mini', 'bd(3,8) <a4 Am7>', '--cycles', '2', '--json');
      assert.equal(code, 0);
      const { cycles, events, problems } = JSON.parse(out);
      assert.equal(cycles, 2);
      assert.deepEqual(problems, []);
      assert.deepEqual(events.at(-1), {
        begin: '3/2',
        end: '2',
        kind: 'chord',
        symbol: 'Am7',
        midi: [57, 60, 64, 67],
        velocity: 0.8,
        source: { from: 12, to: 15 },
      });
      const picture = await run('mini', 'bd [~ sd]', '--cycles', '1');
      assert.equal(picture.out, '    cycle 0\nbd |#-------........|\nsd |............#---|\n');
    });

    test('mini shows chance by its seed, degrees, samples and ties', async () => {
      const heard = async (...given: readonly string[]): Promise<string> =>
        (await run('mini', 'bd*8? [sd:2|hh]', '--cycles', '4', ...given)).out;
      assert.equal(await heard('--seed', '7'), await heard('--seed', '7'));
      assert.notEqual(await heard('--seed', '7'), await heard('--seed', '8'));
      assert.equal((await run('mini', 'bd?', '--seed', 'x')).code, 2);
      const { events } = JSON.parse((await run('mini', '-1 2# | _ bd:3', '--json')).out);
      assert.deepEqual(
        events.map(({ begin, end, kind, degree, alter, sample }: Record<string, unknown>) => [
          begin,
          end,
          kind,
          degree ?? sample,
          alter,
        ]),
        [
          ['0', '1/2', 'degree', -1, 0],
          ['1/2', '3/2', 'degree', 2, 1],
          ['3/2', '2', 'hit', 3, undefined],
        ],
      );
    });

    test('mini: mistakes on standard error, and exit 1', async () => {
      const { code, out, err } = await run('mini', 'a4 C4', '--json');
      assert.equal(code, 1);
      assert.equal(JSON.parse(out).problems.length, 1);
      assert.match(err, /^C4 is no chord.*\n {2}a4 C4\n {5}\^\^\n$/);
      assert.equal((await run('mini', 'a4', '--cycles', '0')).code, 2);
    });
  });
}
