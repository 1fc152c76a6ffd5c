// Songs that import from each other, and that bring tunings along.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type Linked, newLinker } from '../../src/languages/link.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

/** The main song linked with others, given by their paths. */
const linked = (main: string, others: Readonly<Record<string, string | undefined>> = {}): Linked => {
  const files = new Map(Object.entries(others).map(([path, text]) => [path.replace('./', '/'), text]));
  const link = newLinker(
    {
      open: (path) => {
        const id = path.replace('./', '/');
        if (id === '/main.song') return { ok: true, id, text: main };
        if (!files.has(id)) return { ok: false, reason: 'there is no such file. Check the name.' };
        const text = files.get(id);
        return text === undefined ? undefined : { ok: true, id, text };
      },
    },
    (id) => (id.endsWith('.song') ? songLanguage : undefined),
  );
  return link(songLanguage.read(main), '/main.song');
};

const song = (head: string, part = 'lead: hook'): string => `song "Main" { tempo 120bpm }
${head}
instrument synth = Synth { }
track lead { instrument: synth }
section verse 2 bars { ${part} }
arrange verse
`;

const found = (reading: Linked): readonly string[] =>
  reading.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ id, message }) => {
      const { from, to } = reading.origins[id]!;
      return `${reading.text.slice(from, to)}: ${message}`;
    });

const notes = (reading: Linked): string =>
  layOut(reading.song)
    .tracks[0]!.notes.map(({ midi }) => midi)
    .join(' ');

suite('A song that imports', () => {
  const hooks = `song "Hooks" { key A minor }
pattern hook = "a4 c5"
pattern answer = hook.transpose(+12st)
instrument glass = FMSynth { harmonicity: 3 }
progression verse_p = | Am |
pattern round = round2
pattern round2 = round
`;

  test('plays a pattern of another song', () =>
    assert.equal(
      notes(linked(song('import { hook } from "./hooks.song"'), { './hooks.song': hooks })),
      '69 72 69 72',
    ));

  test('under another name, with what it names itself', () => {
    const reading = linked(song('import { answer as reply } from "./hooks.song"', 'lead: reply'), {
      './hooks.song': hooks,
    });
    assert.equal(notes(reading), '81 84 81 84');
    assert.deepEqual(found(reading), []);
    assert.deepEqual(reading.files, ['/hooks.song']);
  });

  test('a progression and an instrument', () => {
    const { song: result } = linked(
      song('import { verse_p, glass } from "./hooks.song"', 'lead: verse_p.chords'),
      {
        './hooks.song': hooks,
      },
    );
    assert.equal(result.progressions[0]!.name.name, 'verse_p');
    assert.equal(result.instruments.at(-1)!.type.name, 'FMSynth');
  });

  test('every note leads to the name in the import, and to where it is written', () => {
    const reading = linked(song('import { hook } from "./hooks.song"'), { './hooks.song': hooks });
    const [note] = layOut(reading.song).tracks[0]!.notes;
    const { from, to } = reading.origins[note!.id]!;
    assert.equal(reading.text.slice(from, to), 'hook');
    const written = reading.elsewhere.get(note!.id)!;
    assert.equal(hooks.slice(written.range.from, written.range.to), 'a4');
    assert.equal(written.file, '/hooks.song');
  });

  test('through a third song', () => {
    const reading = linked(song('import { hook } from "./middle.song"'), {
      './middle.song': 'import { hook } from "./hooks.song"',
      './hooks.song': hooks,
    });
    assert.equal(notes(reading), '69 72 69 72');
    const [note] = layOut(reading.song).tracks[0]!.notes;
    assert.equal(reading.elsewhere.get(note!.id)!.file, '/hooks.song');
    assert.deepEqual([...reading.files].sort(), ['/hooks.song', '/middle.song']);
  });

  test('a pattern of its own wins over an imported one of the same name', () =>
    assert.equal(
      notes(
        linked(song('import { hook } from "./hooks.song"\npattern hook = "e4"'), { './hooks.song': hooks }),
      ),
      '64 64',
    ));

  test('what leads back to itself over there is silence', () =>
    assert.equal(
      notes(linked(song('import { round } from "./hooks.song"', 'lead: round'), { './hooks.song': hooks })),
      '',
    ));

  test('tells of a name that is not there, with the nearest', () => {
    const reading = linked(song('import { hock as hook } from "./hooks.song"'), { './hooks.song': hooks });
    assert.deepEqual(found(reading), [
      'hock: ./hooks.song has no pattern, progression, instrument, sample or kit called hock. Did you mean hook?',
    ]);
    assert.deepEqual(
      songLanguage.edit(reading, reading.problems.find(({ fixes }) => fixes)!.fixes![0]!.changes),
      {
        ok: true,
        edits: [
          { range: reading.base!.origins[reading.base!.song.imports[0]!.names[0]!.name.id], text: 'hook' },
        ],
      },
    );
  });

  test('tells of a file that is not there, once', () =>
    assert.deepEqual(found(linked(song('import { hook } from "./hocks.song"'))), [
      '"./hocks.song": ./hocks.song cannot be read: there is no such file. Check the name.',
    ]));

  test('says nothing of a file that is on its way', () =>
    assert.deepEqual(
      found(linked(song('import { hook } from "./hooks.song"'), { './hooks.song': undefined })),
      [],
    ));

  test('tells of what is no song', () =>
    assert.match(
      found(linked(song('import { hook } from "./hook.wav"'), { './hook.wav': '' })).join(),
      /no song by its name/,
    ));

  for (const [name, others] of [
    ['itself', {}],
    ['a song that imports it', { './other.song': 'import { hook } from "./main.song"' }],
    [
      'a circle of three',
      {
        './other.song': 'import { hook } from "./third.song"',
        './third.song': 'import { hook } from "./main.song"',
      },
    ],
  ] as const)
    test(`refuses ${name}, and plays on`, () => {
      const path = name === 'itself' ? './main.song' : './other.song';
      const reading = linked(song(`import { hook } from "${path}"`), others);
      assert.deepEqual(
        reading.song.circles?.map((circle) => circle.path.value),
        [path],
      );
      assert.equal(notes(reading), '');
    });

  test('is not to blame for a circle of others', () => {
    const reading = linked(song('import { hook } from "./one.song"'), {
      './one.song': 'import { x } from "./two.song"\npattern hook = "c4"',
      './two.song': 'import { hook as x } from "./one.song"',
    });
    assert.deepEqual(found(reading), []);
    assert.equal(notes(reading), '60 60');
  });

  for (const [name, head, left] of [
    [
      'a name',
      'import { hook, answer as reply } from "./hooks.song"',
      'import { hook } from "./hooks.song"\n',
    ],
    ['the last name', 'import { answer } from "./hooks.song"', ''],
  ] as const)
    test(`loses ${name} that nothing uses, whole`, () => {
      const text = song(head, 'lead: "c4"');
      const reading = linked(text, { './hooks.song': hooks });
      const { declaration } = reading.song.patterns.at(-1)!;
      const edited = songLanguage.edit(reading, [{ do: 'delete', id: declaration }]);
      assert.ok(edited.ok);
      const [{ range, text: put }] = edited.edits as readonly [(typeof edited.edits)[0]];
      assert.equal(
        text.slice(0, range.from) + put + text.slice(range.to),
        song(head, 'lead: "c4"').replace(`${head}\n`, left),
      );
    });

  test('is linked in no time where songs import each other twice and twice again', () => {
    const others: Record<string, string> = { './s40.song': 'pattern p = "c4"\npattern q = p' };
    for (let level = 0; level < 40; level += 1)
      others[`./s${level}.song`] =
        `import { p as a } from "./s${level + 1}.song"\nimport { q as b } from "./s${level + 1}.song"\npattern p = a\npattern q = b`;
    assert.equal(notes(linked(song('import { p as hook } from "./s0.song"'), others)), '60 60');
  });

  test('ends where songs import each other without end', () => {
    const link = newLinker(
      {
        open: (path) => {
          const level = Number(/\d+/.exec(path)![0]);
          return { ok: true, id: path, text: `import { p } from "./${level + 1}.song"\npattern own = "c4"` };
        },
      },
      () => songLanguage,
    );
    const reading = link(songLanguage.read(song('import { own as hook } from "./0.song"')), '/main.song');
    assert.deepEqual(found(reading), []);
    assert.equal(notes(reading), '60 60');
  });

  test('refuses a pattern that doubles and doubles', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, level) => `pattern p${level + 1} = stack(p${level}, p${level})`,
    );
    const reading = linked(song('import { p40 as hook } from "./big.song"'), {
      './big.song': ['pattern p0 = "c4"', ...doubled].join('\n'),
    });
    assert.match(
      found(reading).join(),
      /^p40: p40 of .\/big\.song is made of more than 20,000 notes and parts/,
    );
  });

  test('without other files is what its text says', () => {
    const reading = linked(song('pattern hook = "c4"'));
    assert.equal(reading.song, reading.base!.song);
    assert.equal(reading.origins, reading.base!.origins);
  });
});

suite('A song with a tuning', () => {
  const scale = 'Seven equal\n2\n600.0\n2/1\n';
  const declared = (more = ''): string => song(`tuning two = "./two.scl"${more}\npattern hook = "c4 c#4 d4"`);

  test('knows what each key sounds as', () => {
    const pitches = linked(declared(), { './two.scl': scale }).song.tunings[0]!.pitches!;
    assert.deepEqual(
      pitches.slice(60, 63).map((pitch) => Math.round(pitch! * 1000) / 1000),
      [60, 66, 72],
    );
  });

  test('plays by it, degrees too', () => {
    const text = song('tuning two = "./two.scl"\npattern hook = "c4 c#4 [0 -1]".tuning(two)');
    const reading = linked(text, { './two.scl': scale });
    assert.deepEqual(found(reading), []);
    const heard = layOut(reading.song).tracks[0]!.notes.map(({ midi }) => Math.round(midi! * 1000) / 1000);
    assert.deepEqual(heard.slice(0, 4), [60, 66, 60, 54]);
  });

  test('comes along with what is imported', () => {
    const reading = linked(song('import { hook } from "./tuned.song"'), {
      './tuned.song': 'tuning two = "./two.scl"\npattern hook = "c4 c#4".tuning(two)',
      './two.scl': scale,
    });
    assert.deepEqual(found(reading), []);
    assert.equal(Math.round(layOut(reading.song).tracks[0]!.notes[1]!.midi!), 66);
  });

  test('rests where its mapping is silent', () => {
    const map = '2\n0\n127\n60\n60\n261.6255653\n2\n0\nx\n';
    const text = song('tuning two = "./two.scl" { map: "./two.kbm" }\npattern hook = "c4 c#4".tuning(two)');
    assert.equal(notes(linked(text, { './two.scl': scale, './two.kbm': map })).split(' ').length, 2);
  });

  test('tells of a tuning that is not declared, with the nearest', () =>
    assert.deepEqual(
      found(
        linked(song('tuning two = "./two.scl"\npattern hook = "c4".tuning(tow)'), { './two.scl': scale }),
      ),
      ['tow: There is no tuning `tow`. Did you mean `two`?'],
    ));

  test('with a keyboard mapping', () => {
    const map = '2\n0\n127\n60\n60\n261.6255653\n2\n0\nx\n';
    const reading = linked(declared(' { map: "./two.kbm" }'), { './two.scl': scale, './two.kbm': map });
    assert.deepEqual(found(reading), []);
    assert.equal(reading.song.tunings[0]!.pitches![61], null);
  });

  test('tells of an odd file on the path, with its line', () => {
    const reading = linked(declared(), { './two.scl': scale.replace('600.0', '600,0') });
    assert.match(
      found(reading).join(),
      /^"\.\/two\.scl": \.\/two\.scl, line 3: Cents are written with a point/,
    );
    assert.equal(reading.song.tunings[0]!.pitches, undefined);
  });
});
