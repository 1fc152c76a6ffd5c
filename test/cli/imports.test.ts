// Songs that import, by the command line: found beside the song, held inside its project.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder } from './codetta.ts';

const hooks = 'song "Hooks" { tempo 100bpm }\npattern hook = "a4 c5"\n';

const song = (from: string): string => `song "Main" { tempo 120bpm }
import { hook } from "${from}"
instrument synth = Synth { }
track lead { instrument: synth }
section verse 1 bars { lead: hook }
arrange verse
`;

suite('codetta on songs that import', () => {
  const write = (folder: string, files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
  };

  test('plays and bounces what another file says', () =>
    inFolder(async (folder) => {
      write(folder, { 'main.song': song('./parts/hooks.song'), 'parts/hooks.song': hooks });
      const main = path.join(folder, 'main.song');
      assert.equal((await codetta(['check', main])).code, 0);
      const { events } = JSON.parse((await codetta(['events', main, '--json'])).out);
      assert.deepEqual(
        events.map(({ pitch }: { pitch: { midi: number } }) => pitch.midi),
        [69, 72],
      );
      // Its place in this text is the name in the import.
      const imported = song('./parts/hooks.song').indexOf('hook');
      assert.equal(events[0].source.from.offset, imported);
      const bounced = path.join(folder, 'main.wav');
      assert.equal((await codetta(['render', main, '-o', bounced])).code, 0);
      assert.ok(fs.statSync(bounced).size > 100_000);
    }));

  test('a path into the project above is followed, where there is a repository', () =>
    inFolder(async (folder) => {
      write(folder, { '.git/HEAD': '', 'songs/main.song': song('../hooks.song'), 'hooks.song': hooks });
      assert.equal((await codetta(['check', path.join(folder, 'songs/main.song')])).code, 0);
    }));

  for (const [name, from, reason] of [
    ['a file above the project', '../hooks.song', /outside of the song's folder/],
    ['a link out of the project', './link.song', /outside of the song's folder/],
    ['an absolute path', '/etc/hostname', /begins at the root of one machine/],
    ['an address', 'https://example.com/a.song', /nothing is loaded from the network/],
    ['a folder', './sub', /it is no file/],
    ['a file that is not there', './hocks.song', /there is no such file/],
    ['a backslash', 'sub\\\\hooks.song', /divided by \//],
  ] as const)
    test(`refuses ${name}`, () =>
      inFolder(async (folder) => {
        write(folder, { 'hooks.song': hooks, 'own/main.song': song(from), 'own/sub/readme.txt': '' });
        fs.symlinkSync(path.join(folder, 'hooks.song'), path.join(folder, 'own/link.song'));
        const { code, out } = await codetta(['check', path.join(folder, 'own/main.song')]);
        assert.equal(code, 1);
        assert.match(out, reason);
        assert.equal(out.match(/ error /g)?.length, 1);
      }));

  test('a scale is read with the song', () =>
    inFolder(async (folder) => {
      const text = song('./hooks.song').replace('instrument', 'tuning seven = "./seven.scl"\ninstrument');
      write(folder, { 'main.song': text, 'hooks.song': hooks, 'seven.scl': 'x\n1\n2:1\n' });
      const { out } = await codetta(['check', path.join(folder, 'main.song')]);
      assert.match(
        out,
        /main\.song:3:16: error SYN: \.\/seven\.scl, line 3: A ratio is written with a slash/,
      );
    }));
});
