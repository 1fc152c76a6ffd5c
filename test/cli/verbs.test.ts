// Each verb of the built command line: what it says, and how it exits, under every Node that is here.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { rules as allRules } from '../../src/check/rules.ts';
import { codetta, inFolder, nodes, sample, small, start, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);

  suite(`codetta on ${name}`, () => {
    test('--version and --help', async () => {
      const version = await run('--version');
      assert.equal(version.code, 0);
      assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
      const help = await run('--help');
      assert.equal(help.code, 0);
      for (const verb of [
        'check',
        'events',
        'mini',
        'render',
        'set',
        'convert',
        'studio',
        'lsp',
        'cache',
        'doctor',
        'checks',
        'measure',
        'test',
      ]) {
        assert.match(help.out, new RegExp(`^  ${verb}\\b`, 'm'));
      }
    });

    test('a verb or an option that is not there exits 2', async () => {
      assert.equal((await run('sing')).code, 2);
      assert.equal((await run('check')).code, 2);
      assert.equal((await run('check', sample, '--format', 'xml')).code, 2);
    });

    test('check: the sample is clean', async () => {
      const { code, out, err } = await run('check', sample);
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.match(out, /night-drive\.song: no problems\n$/);
    });

    test('check: a mistake with its line and a caret below it', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small.replace('arrange verse', 'arrange bridge'));
        const { code, out } = await run('check', file);
        assert.equal(code, 1);
        const lines = out.split('\n');
        const at = lines.findIndex((line) =>
          line.startsWith(`${file}:6:9: error ARR1: There is no section called bridge`),
        );
        assert.ok(at >= 0, out);
        assert.equal(lines[at + 1], '  6 | arrange bridge out');
        assert.equal(lines[at + 2], '    |         ^^^^^^');
        assert.match(out, /:4:9: warning ARR7: The section verse is never arranged/);
        assert.doesNotMatch(out, /\u001b/);
      }));

    test('check: warnings alone exit 0', () =>
      inFolder(async (folder) => {
        const { code, out } = await run('check', write(folder, 'a.song', small.replace('c2 ~', 'a0 ~')));
        assert.equal(code, 0);
        assert.match(out, /a\.song: 1 warning\n$/);
      }));

    test('check --format json', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small.replace('c2 ~', 'a0 ~'));
        const { code, out } = await run('check', file, sample, '--format', 'json');
        assert.equal(code, 0);
        const report = JSON.parse(out);
        assert.deepEqual([report.errors, report.warnings, report.information], [0, 1, 0]);
        assert.deepEqual(
          report.files.map((one: { problems: unknown[] }) => one.problems.length),
          [1, 0],
        );
        const [problem] = report.files[0].problems;
        assert.equal(problem.rule, 'INS1');
        assert.equal(problem.severity, 'warning');
        assert.deepEqual(problem.from, { line: 4, column: 34, offset: small.indexOf('c2 ~') });
        assert.equal(problem.to.offset - problem.from.offset, 2);
        assert.deepEqual(problem.fixes, ['Play it an octave higher: a1']);
        assert.equal(problem.also.length, 1);
      }));

    test('check --format sarif', () =>
      inFolder(async (folder) => {
        write(folder, 'a b.song', small.replace('c2 ~', 'a0 ~'));
        const { code, out } = await codetta(
          ['check', 'a b.song', '--format', 'sarif'],
          { cwd: folder },
          node,
        );
        assert.equal(code, 0);
        const sarif = JSON.parse(out);
        assert.equal(sarif.version, '2.1.0');
        const [one] = sarif.runs;
        assert.equal(one.tool.driver.name, 'Codetta');
        const [result] = one.results;
        assert.equal(one.tool.driver.rules[result.ruleIndex].id, result.ruleId);
        assert.equal(result.level, 'warning');
        const { physicalLocation } = result.locations[0];
        assert.equal(physicalLocation.artifactLocation.uri, 'a%20b.song');
        assert.deepEqual(
          [
            physicalLocation.region.startLine,
            physicalLocation.region.startColumn,
            physicalLocation.region.endColumn,
          ],
          [4, 34, 36],
        );
        assert.deepEqual(result.fixes[0].artifactChanges[0].replacements[0].insertedContent, { text: 'a1' });
      }));

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

    test('checks, and checks --json', async () => {
      const { rules } = JSON.parse((await run('checks', '--json')).out);
      assert.deepEqual(
        rules.map(({ id }: { id: string }) => id),
        allRules.map(({ id }) => id),
      );
      for (const rule of rules) assert.ok(rule.why && rule.examples.fires && rule.examples.silent);
      assert.match((await run('checks')).out, /^HAR1 +warning/m);
    });

    test('set changes one literal, keeps the mode, and follows a link', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        fs.chmodSync(file, 0o640);
        const link = path.join(folder, 'link.song');
        if (process.platform !== 'win32') fs.symlinkSync('a.song', link);
        const named = process.platform === 'win32' ? file : link;
        const { code, out, err } = await run('set', named, 'bass.level', '-7.5dB');
        assert.deepEqual(
          { code, out, err },
          { code: 0, out: `${named}:3: track bass { instrument: sub, level: -7.5dB }\n`, err: '' },
        );
        assert.equal(fs.readFileSync(file, 'utf8'), small.replace('-9dB', '-7.5dB'));
        if (process.platform !== 'win32') {
          assert.equal(fs.statSync(file).mode & 0o777, 0o640);
          assert.ok(fs.lstatSync(link).isSymbolicLink());
        }
        assert.deepEqual(
          fs.readdirSync(folder).sort(),
          process.platform === 'win32' ? ['a.song'] : ['a.song', 'link.song'],
        );
      }));

    test('set keeps a byte order mark and the line ends', () =>
      inFolder(async (folder) => {
        const text = `\uFEFF${small.replaceAll('\n', '\r\n')}`;
        const file = write(folder, 'a.song', text);
        assert.equal((await run('set', file, 'bass.pan', '20% left')).code, 0);
        assert.equal(
          fs.readFileSync(file, 'utf8'),
          text.replace('level: -9dB }', 'level: -9dB, pan: 20% left }'),
        );
      }));

    test('set refuses what the song cannot take, and changes nothing', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        for (const [target, value] of [
          ['bass.levl', '-3dB'],
          ['bass.level', 'loud'],
          ['ghost.level', '-3dB'],
          ['bass.level', '-3dB } bus x {'],
        ]) {
          const { code, out, err } = await run('set', file, target!, value!);
          assert.equal(code, 1, `${target} ${value}`);
          assert.equal(out, '');
          assert.match(err, /^.*a\.song: .+\n$/);
        }
        assert.equal(fs.readFileSync(file, 'utf8'), small);
      }));

    test('render: a WAV of the length and format asked for, quiet in a pipe', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        const wav = path.join(folder, 'out.wav');
        const { code, out, err } = await run(
          'render',
          file,
          '-o',
          wav,
          '--rate',
          '44100',
          '--bits',
          '16',
          '--to',
          'verse',
        );
        assert.deepEqual({ code, out, err }, { code: 0, out: '', err: '' });
        const bytes = fs.readFileSync(wav);
        assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
        const format = bytes.indexOf('fmt ');
        assert.deepEqual(
          [bytes.readUInt16LE(format + 10), bytes.readUInt32LE(format + 12), bytes.readUInt16LE(format + 22)],
          [2, 44100, 16],
        );
        // A bar of two seconds at the least, with its tail at the most a little more.
        assert.ok(bytes.length >= 2 * 44100 * 4, `${bytes.length}`);
        assert.deepEqual(fs.readdirSync(folder).sort(), ['a.song', 'out.wav']);
      }));

    test('render: what is wrong is told, and the rest is rendered', () =>
      inFolder(async (folder) => {
        const wav = path.join(folder, 'out.wav');
        const { code, err } = await run(
          'render',
          write(folder, 'a.song', small.replace('arrange', 'arrange nowhere')),
          '-o',
          wav,
        );
        assert.equal(code, 0);
        assert.match(err, /ARR1: There is no section called nowhere/);
        assert.ok(fs.statSync(wav).size > 44100);
      }));

    test('doctor --json', async () => {
      const { code, out } = await run('doctor', '--json');
      const { ok, findings } = JSON.parse(out);
      assert.deepEqual(
        findings.map((one: { name: string }) => one.name),
        ['node', 'core', 'browser', 'editor', 'audio', 'ffmpeg', 'terminal'],
      );
      assert.deepEqual(
        findings.slice(0, 2).map((one: { state: string }) => one.state),
        ['ok', 'ok'],
        out,
      );
      assert.deepEqual({ ok, code }, { ok: true, code: 0 });
    });

    test('studio prints its address, serves it, and ends by Ctrl+C', () =>
      inFolder(async (folder) => {
        const child = start(['studio', write(folder, 'a.song', small), '--no-open'], {}, node);
        const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
        const url = await new Promise<string>((resolve) =>
          child.stdout!.once('data', (text) => resolve(String(text).trim())),
        );
        assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
        assert.equal((await fetch(url)).status, 200);
        const { port } = new URL(url);
        const second = await run('studio', path.join(folder, 'a.song'), '--no-open', '--port', port);
        assert.equal(second.code, 2);
        assert.match(second.err, new RegExp(`^Port ${port} is in use: .*--port.*\\n$`));
        child.kill('SIGINT');
        assert.equal(await ended, 0);
      }));

    test('lsp --stdio answers an editor', async () => {
      const child = start(['lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] }, node);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const send = (message: object): void => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        child.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      let out = '';
      const said = (what: RegExp): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void =>
            what.test(out) ? resolve() : void child.stdout!.once('data', () => setImmediate(look));
          look();
        });
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      await said(/"name":"Codetta"/);
      send({ method: 'initialized', params: {} });
      const textDocument = {
        uri: 'file:///a.song',
        languageId: 'song',
        version: 1,
        text: small.replace('c2 ~', 'a0 ~'),
      };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
      await said(/"code":"INS1"/);
      // The page is a file of this installation.
      const page = /"href":"(file:[^"]+INS1\.md)"/.exec(out)?.[1];
      assert.ok(page && fs.existsSync(new URL(page)), `no page in ${out}`);
      send({ id: 2, method: 'shutdown' });
      await said(/"id":2/);
      send({ method: 'exit' });
      assert.equal(await ended, 0);
    });
  });
}
