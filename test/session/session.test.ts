import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import type { Program } from '../../src/engine/program.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { checkToPanel } from '../../src/protocol/check.ts';
import type { Gesture } from '../../src/protocol/gestures.ts';
import type { FromPanel, ToPanel } from '../../src/protocol/panel.ts';
import { type SessionHost, SongSession, type Swap } from '../../src/session/session.ts';
import type { Range } from '../../src/song/origin.ts';
import type { Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';

const night = `song "Night" { tempo 120bpm, meter 4/4, key A minor }
instrument kick = MembraneSynth
instrument sub = MonoSynth { oscillator: sawtooth }
pattern low = "a1 c2"
track drums { instrument: kick, level: -6dB }
track bass { instrument: sub, level: -9dB, pan: 20% left, eq: low -2dB, send room: -12dB }
bus room { reverb: 2s, highpass: 250Hz }
master { limiter: -1dBTP }
section intro 2 bars { drums: "x*4" }
section verse 4 bars { drums: "x*4", bass: low }
arrange intro verse*2
`;

/** A program whose hashes tell what would sound differently; the core itself is not under test here. */
function compile(song: Song, timeline: Timeline, sampleRate: number): Program {
  const beats = Math.max(1, timeline.bars * 4);
  return {
    sampleRate,
    lengthSamples: Math.round(timeline.seconds * sampleRate),
    tracks: song.tracks.map((track, index) => ({
      name: track.name.name,
      hash: JSON.stringify([
        track.instrument?.name,
        timeline.tracks[index]!.notes.map(({ startSeconds, midi, hit }) => [startSeconds, midi, hit]),
      ]).slice(0, 200),
      instrument: 0,
      voices: 1,
      instrumentParameters: new Float32Array(1),
      zones: new Float32Array(),
      strip: new Float32Array([track.level?.value ?? 0]),
      inserts: [],
      sends: [],
      events: new ArrayBuffer(0),
      eventCount: 0,
    })),
    buses: song.buses.map((bus) => ({
      name: bus.name.name,
      strip: new Float32Array(1),
      inserts: [],
      sends: [],
    })),
    master: { strip: new Float32Array(1), inserts: [] },
    lanes: [],
    samples: [],
    plugs: [],
    barSamples: Uint32Array.from(timeline.barSeconds, (seconds) => Math.round(seconds * sampleRate)),
    beatSamples: new Uint32Array(beats),
    sectionSamples: new Uint32Array(2),
  };
}

/** A host that keeps a text, as an editor does. */
class Desk {
  text = '';
  version = 0;
  readonly sent: ToPanel[] = [];
  readonly said: unknown[][] = [];
  /** Someone types just before an edit arrives. */
  movesOn = false;
  readonly session = new SongSession(
    {
      language: songLanguage,
      read: songLanguage.read,
      layOut,
      check: (song, timeline, origins) => check(song, timeline, origins),
      compile,
      sampleRate: 48_000,
    },
    {
      send: (message) => this.sent.push(message),
      edit: async (edits) => {
        if (this.movesOn) return false;
        let { text } = this;
        for (const { range, text: by } of [...edits].sort((one, other) => other.range.from - one.range.from))
          text = text.slice(0, range.from) + by + text.slice(range.to);
        this.type(text, 'mixer');
        return true;
      },
      ...(Object.fromEntries(
        [
          'reveal',
          'sounding',
          'startBounce',
          'cancelBounce',
          'readBounce',
          'transportChanged',
          'report',
          'command',
          'settings',
          'tapped',
          'picture',
        ].map((name) => [name, (...words: unknown[]) => void this.said.push([name, ...words])]),
      ) as unknown as Pick<
        SessionHost,
        | 'reveal'
        | 'sounding'
        | 'startBounce'
        | 'cancelBounce'
        | 'readBounce'
        | 'transportChanged'
        | 'report'
        | 'command'
        | 'settings'
        | 'tapped'
        | 'picture'
      >),
    },
  );

  type(text: string, swap: Swap = 'all'): this {
    this.text = text;
    this.session.update(text, ++this.version, swap);
    return this;
  }

  async set(path: string, value: string, version = this.version): Promise<void> {
    this.session.receive({ type: 'set', request: 7, version, path, value } satisfies FromPanel);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  of<T extends ToPanel['type']>(type: T): Extract<ToPanel, { type: T }>[] {
    return this.sent.filter((message): message is Extract<ToPanel, { type: T }> => message.type === type);
  }
}

const play = (text = night): Desk => new Desk().type(text);

suite('A session', () => {
  test('sends a good song, and what it sends passes the door', () => {
    const desk = play();
    assert.deepEqual(
      desk.sent.map(({ type }) => type),
      ['song', 'problems'],
    );
    for (const message of desk.sent) assert.deepEqual(checkToPanel(message), { ok: true, message });
    assert.equal(desk.session.playing, 'current');
  });

  test('shows strips as the text has them', () => {
    const [{ song }] = play().of('song') as [Extract<ToPanel, { type: 'song' }>];
    const bass = song.tracks[1]!;
    assert.deepEqual([bass.name, bass.instrument, bass.levelDb, bass.pan], ['bass', 'sub', -9, -0.2]);
    assert.deepEqual(bass.sends, [{ bus: 'room', levelDb: -12 }]);
    const [eq] = bass.inserts;
    assert.deepEqual(
      [eq!.effect, eq!.summary, eq!.values],
      ['EQ3', 'low -2dB', [{ path: 'low', value: -2, text: '-2dB' }]],
    );
    assert.equal(night.slice(eq!.from, eq!.to), 'eq: low -2dB');
    assert.deepEqual(bass.plays!.values, [{ path: 'oscillator', value: 'sawtooth', text: 'sawtooth' }]);
    assert.equal(night.slice(bass.from, bass.to).startsWith('track bass'), true);
    assert.deepEqual([song.title, song.bpm, song.bars, song.seconds], ['Night', 120, 10, 20]);
  });

  test('draws the notes of each track, section by section', () => {
    const [{ song }] = play().of('song') as [Extract<ToPanel, { type: 'song' }>];
    assert.deepEqual(
      song.sections.map(({ name, bar, bars }) => [name, bar, bars]),
      [
        ['intro', 0, 2],
        ['verse', 2, 4],
        ['verse', 6, 4],
      ],
    );
    assert.equal(song.sections[0]!.cells[0]!.length, 8);
    assert.equal(song.sections[0]!.cells[1]!.length, 0);
    assert.deepEqual(
      song.sections[2]!.cells[1]!.slice(0, 3).map(([start, length, pitch]) => [start, length, pitch]),
      [
        [0, 0.125, 0],
        [0.125, 0.125, 1],
        [0.25, 0.125, 0],
      ],
    );
  });

  test('knows the bar at which a section first plays, and none where it does not', () => {
    const desk = play(`${night}section spare 2 bars {}\n`);
    assert.deepEqual(
      ['intro', 'verse', 'spare', 'nothing'].map((section) => desk.session.barOf(section)),
      [0, 2, undefined, undefined],
    );
  });

  test('sets a value for an editor, in the text, or says why not', async () => {
    const desk = play();
    assert.equal(await desk.session.set('bass.solo', 'true'), undefined);
    assert.match(desk.text, /track bass \{ .*solo.* \}/);
    assert.match((await desk.session.set('bas.solo', 'true'))!, /no track, bus or instrument `bas`/);
    desk.movesOn = true;
    assert.match((await desk.session.set('bass.mute', 'true'))!, /has changed/);
  });

  test('keeps the last good song while the text is broken, and says so', () => {
    const desk = play().type(night.replace('arrange intro verse*2', 'arrange intro vers {'));
    assert.equal(desk.of('song').length, 1);
    const [, problems] = desk.of('problems');
    assert.equal(problems!.playing, 'last good');
    assert.ok(problems!.problems.some(({ severity, line }) => severity === 'error' && line === 11));
    desk.type(night);
    assert.equal(desk.of('song').length, 2);
    assert.equal(desk.of('problems').at(-1)!.playing, 'current');
  });

  test('keeps the last good song when a name is not there', () => {
    const desk = play().type(night.replace('bass: low', 'bass: loww'));
    assert.equal(desk.of('song').length, 1);
    assert.equal(desk.session.playing, 'last good');
  });

  test('plays what can be read where there is nothing to keep', () => {
    const desk = play(night.replace('bass: low', 'bass: loww'));
    assert.equal(desk.of('song').length, 1);
    assert.equal(desk.session.playing, 'current');
  });

  test('keeps the last good song when everything is deleted', () => {
    const desk = play().type('');
    assert.equal(desk.of('song').length, 1);
    assert.equal(desk.session.playing, 'last good');
    assert.equal(desk.of('problems').at(-1)!.playing, 'last good');
    assert.equal(desk.type(night).session.playing, 'current');
  });

  test('shows a song that begins empty as it is typed, broken or not', () => {
    const desk = play('').type('song "N', 'mixer');
    assert.equal(desk.session.playing, 'current');
    desk.type(night, 'mixer');
    assert.equal(desk.of('song').at(-1)!.song.title, 'Night');
    assert.equal(desk.session.playing, 'current');
  });

  test('plays a note out of range as written: that is a matter of taste', () => {
    const desk = play().type(night.replace('"a1 c2"', '"a1 c9"'));
    assert.equal(desk.of('song').length, 2);
    assert.equal(desk.session.playing, 'current');
  });

  test('says in which track and section a problem stands', () => {
    const { problems } = play(night.replace('instrument: sub,', 'instrument: sob,')).of('problems')[0]!;
    const wrong = problems.find(({ rule }) => rule === 'ARR1')!;
    assert.deepEqual([wrong.line, wrong.track], [6, 'bass']);
  });

  test('hears faders between saves, and notes only after one', () => {
    const desk = play();
    desk.type(night.replace('-9dB', '-3dB'), 'mixer');
    assert.equal(desk.of('song').length, 2);
    const changed = night.replace('-9dB', '-3dB').replace('a1 c2', 'a1 d2');
    desk.type(changed, 'mixer');
    assert.equal(desk.of('song').length, 2);
    assert.equal(desk.session.playing, 'current');
    desk.type(changed, 'all');
    assert.equal(desk.of('song').length, 3);
  });

  test('turns a released fader into an edit of one number', async () => {
    const desk = play();
    await desk.set('bass.level', '-7.5dB');
    assert.equal(desk.text, night.replace('level: -9dB', 'level: -7.5dB'));
    assert.deepEqual(desk.of('accepted'), [{ type: 'accepted', request: 7 }]);
    assert.equal(desk.of('song').at(-1)!.song.tracks[1]!.levelDb, -7.5);
  });

  test('refuses a stale move, and tells the panel the newest version', async () => {
    const desk = play().type(night.replace('-9dB', '-3dB'));
    await desk.set('bass.level', '-7.5dB', 1);
    assert.deepEqual(
      desk.of('refused').map(({ stale }) => stale),
      [true],
    );
    assert.equal(desk.of('problems').at(-1)!.version, 2);
    assert.ok(desk.text.includes('level: -3dB'));
  });

  test('refuses a move when someone types at the same moment', async () => {
    const desk = play();
    desk.movesOn = true;
    await desk.set('bass.level', '-7.5dB');
    assert.deepEqual(
      desk.of('refused').map(({ stale }) => stale),
      [true],
    );
    assert.equal(desk.text, night);
  });

  test("refuses what the language can't write, with its reason", async () => {
    const desk = play();
    await desk.set('nobody.level', '-7.5dB');
    const [refused] = desk.of('refused');
    assert.equal(refused!.stale, false);
    assert.ok(refused!.reason.length > 10);
    assert.equal(desk.text, night);
  });

  test('moves a fader of a broken text too', async () => {
    const broken = night.replace('arrange intro verse*2', 'arrange intro nowhere');
    const desk = play().type(broken);
    await desk.set('bass.level', '-7.5dB');
    assert.equal(desk.text, broken.replace('level: -9dB', 'level: -7.5dB'));
  });

  test('gives a panel that comes late the song and its problems', () => {
    const desk = play().type(night.replace('arrange', 'arange'));
    desk.sent.length = 0;
    desk.session.receive({ type: 'ready' });
    assert.deepEqual(
      desk.sent.map(({ type }) => type),
      ['song', 'problems'],
    );
    assert.equal(desk.of('problems')[0]!.playing, 'last good');
  });

  test('bounces the song that sounds, not the broken one', () => {
    const desk = play().type(`${night}}}}`);
    const options = { rate: 48000, bits: '24' } as const;
    desk.session.receive({ type: 'startBounce', options });
    assert.deepEqual(desk.said, [['startBounce', night, options]]);
  });

  const gesture = async (desk: Desk, gesture: Gesture, version = desk.version): Promise<void> => {
    desk.session.receive({ type: 'gesture', request: 9, version, gesture } satisfies FromPanel);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };

  test('turns gestures on the arrangement into one edit each', async () => {
    const desk = play();
    const [intro, verse] = desk.of('song')[0]!.song.form;
    await gesture(desk, {
      do: 'rearrange',
      placements: [{ ...verse!, repeats: 3 }, intro!, { section: 'intro', repeats: 1 }],
    });
    assert.ok(desk.text.endsWith('arrange verse*3 intro intro\n'), desk.text);
    await gesture(desk, { do: 'resize', section: 'verse', bars: 6 });
    assert.match(desk.text, /section verse 6 bars/);
    assert.equal(desk.of('accepted').length, 2);
    await gesture(desk, { do: 'resize', section: 'verse', bars: 8 }, 1);
    assert.deepEqual(
      desk.of('refused').map(({ stale }) => stale),
      [true],
    );
  });

  test('shows the pattern at the cursor as notes, and writes what is drawn there', async () => {
    const desk = play();
    const from = night.indexOf('a1 c2');
    desk.session.cursorAt(from + 1);
    const shown = desk.of('roll').at(-1)!.roll!;
    assert.deepEqual(checkToPanel(desk.of('roll').at(-1)), { ok: true, message: desk.of('roll').at(-1) });
    assert.equal(shown.name, 'low');
    assert.deepEqual(
      shown.notes.map(({ word, midi }) => [word, ...midi]),
      [
        ['a1', 33],
        ['c2', 36],
      ],
    );
    assert.deepEqual(shown.scale.slice(0, 2), [9, 11]);
    await gesture(desk, {
      do: 'roll',
      from: shown.from,
      edits: [{ note: { begin: [1, 2], word: 'c2' }, to: { begin: [1, 2], end: [3, 4], word: 'd2' } }],
    });
    assert.match(desk.text, /pattern low = "a1 \[d2 ~\]"/);
    assert.deepEqual(
      desk
        .of('roll')
        .at(-1)!
        .roll!.notes.map(({ word }) => word),
      ['a1', 'd2'],
    );
    desk.session.cursorAt(0);
    assert.equal(desk.of('roll').at(-1)!.roll, undefined);
  });

  test('writes how hard notes are played behind their pattern, and hears it so', async () => {
    const desk = play();
    const from = night.indexOf('a1 c2');
    desk.session.cursorAt(from + 1);
    await gesture(desk, { do: 'velocity', from, begins: [[1, 2]], velocity: 1 });
    assert.match(desk.text, /pattern low = "a1 c2"\.accent\("~ 1", \+1\.9dB\)/);
    const velocities = () =>
      desk
        .of('roll')
        .at(-1)!
        .roll!.notes.map(({ velocity }) => Math.round(velocity * 100));
    assert.deepEqual(velocities(), [80, 100]);
    desk.type(desk.text);
    const cell = desk
      .of('song')
      .at(-1)!
      .song.sections.flatMap(({ cells }) => cells);
    assert.ok(cell.some((notes) => notes.some(([, , , velocity]) => Math.round(velocity * 100) === 100)));
    await gesture(desk, { do: 'velocity', from, begins: [[1, 2]], velocity: 0.8 });
    assert.match(desk.text, /pattern low = "a1 c2"\n/);
    desk.type(desk.text.replace('"a1 c2"', '"a1 c2".rev.velocity(50%)'));
    desk.session.cursorAt(from + 1);
    await gesture(desk, { do: 'velocity', from, begins: [[1, 2]], velocity: 1 });
    assert.match(desk.of('refused').at(-1)!.reason, /farther on plays all of these notes alike/);
  });

  test('says where in the text the tokens stand that sound, also while someone types above them', () => {
    const desk = play();
    const id = songLanguage
      .read(night)
      .origins.findIndex(({ from, to }) => night.slice(from, to) === 'c2' && from === night.indexOf('c2"'));
    const lit = (): string => {
      const { version } = desk.of('song').at(-1)!;
      desk.session.receive({ type: 'sounding', version, ids: [id], light: 1 } satisfies FromPanel);
      const [, places] = desk.said.findLast(([name]) => name === 'sounding') as [string, readonly Range[]];
      return places.map(({ from, to }) => desk.text.slice(from, to)).join(' ');
    };
    assert.equal(lit(), 'c2');
    // Not read yet as the song that sounds: a broken text keeps the last good one.
    const broken = night.replace('track bass', 'tarck bass');
    desk.type(broken, 'mixer').type(`// typed\n${broken}`, 'mixer');
    assert.equal(desk.session.playing, 'last good');
    assert.equal(lit(), 'c2');
    desk.type(night.replace('c2"', 'd2"'), 'mixer');
    assert.equal(lit(), '');
  });

  test('lights up what sounds while a changed song waits for its bar: the old notes, in the new text', () => {
    const desk = play(night);
    const light = (version: number, text: string, word: string): readonly Range[] => {
      const { origins } = songLanguage.read(text);
      const id = origins.findIndex(
        ({ from, to }) => text.slice(from, to) === word && from > text.indexOf('low ='),
      );
      desk.session.receive({ type: 'sounding', version, ids: [id], light: 1 } satisfies FromPanel);
      return desk.said.findLast(([name]) => name === 'sounding')![1] as readonly Range[];
    };
    const old = desk.of('song').at(-1)!.version;
    const changed = `// typed\n${night.replace('"a1 c2"', '"a1 c2 e2"')}`;
    desk.type(`// typed\n${night}`, 'mixer').type(changed);
    const newest = desk.of('song').at(-1)!.version;
    assert.ok(newest > old);
    const words = (places: readonly Range[]): string[] =>
      places.map(({ from, to }) => changed.slice(from, to));
    assert.deepEqual(words(light(old, night, 'a1')), ['a1']);
    assert.deepEqual(words(light(newest, changed, 'e2')), ['e2']);
    assert.deepEqual(desk.of('lit'), [
      { type: 'lit', light: 1 },
      { type: 'lit', light: 1 },
    ]);
    // What was before it does not come back.
    assert.deepEqual(light(old, night, 'a1'), []);
  });

  test('reports a message that it does not understand, and goes on', () => {
    const desk = play();
    desk.session.receive({ type: 'set', path: 3 });
    desk.session.receive(null);
    assert.deepEqual(
      desk.said.map(([what, level]) => [what, level]),
      [
        ['report', 'error'],
        ['report', 'error'],
      ],
    );
  });

  const places: readonly [what: string, at: string, bar: number][] = [
    ['a placement', 'verse*2', 2],
    ['a section', 'section verse', 2],
    ['a note', 'c2"', 2],
    ['a pattern', 'pattern low', 2],
    ['a track', 'track bass', 2],
    ['the header', 'song', 0],
  ];
  for (const [what, at, bar] of places) {
    test(`plays from ${what} in bar ${bar + 1}`, () =>
      assert.equal(play().session.barAt(night.lastIndexOf(at) + 1), bar));
  }
});

suite('a performer and the text', () => {
  const at = (words: string, text = night): number => text.indexOf(words) + 1;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  test('solo and mute of the track at the cursor, at its declaration and in a section', async () => {
    const desk = play();
    assert.equal(await desk.session.toggleAt('mute', at('track bass')), undefined);
    assert.match(desk.text, /track bass .*, mute }/);
    assert.equal(await desk.session.toggleAt('solo', desk.text.indexOf('drums: "x*4", bass')), undefined);
    assert.match(desk.text, /track drums .*, solo }/);
    await desk.session.toggleAt('mute', desk.text.indexOf('bass: low') + 1);
    assert.doesNotMatch(desk.text, /mute }/);
  });

  test('no track at the cursor is said', async () => {
    assert.match((await play().session.toggleAt('solo', at('tempo')))!, /No track is at the cursor/);
  });

  test('the text goes back to what sounds in one edit, and says where it is that already', async () => {
    const desk = play();
    assert.match((await desk.session.revert())!, /what sounds already/);
    desk.type(night.replace('arrange intro', 'arrange nowhere'));
    assert.equal(desk.session.playing, 'last good');
    assert.equal(await desk.session.revert(), undefined);
    assert.equal(desk.text, night);
    assert.equal(desk.session.playing, 'current');
  });

  test('a nudged tempo sounds, is not written, and ends when the text says another', async () => {
    const desk = play();
    desk.session.receive({ type: 'nudge', bpm: 126 } satisfies FromPanel);
    assert.equal(desk.of('song').at(-1)!.song.bpm, 126);
    assert.equal(desk.of('song').at(-1)!.song.writtenBpm, 120);
    assert.equal(desk.text, night);
    // It stays through other edits.
    desk.type(night.replace('-6dB', '-5dB'));
    assert.equal(desk.of('song').at(-1)!.song.bpm, 126);
    await desk.set('song.tempo', '124bpm');
    desk.type(desk.text);
    assert.equal(desk.of('song').at(-1)!.song.bpm, 124);
    assert.equal(desk.of('song').at(-1)!.song.writtenBpm, undefined);
  });

  test('a nudge is taken back', () => {
    const desk = play();
    desk.session.receive({ type: 'nudge', bpm: 126 } satisfies FromPanel);
    desk.session.receive({ type: 'nudge' } satisfies FromPanel);
    assert.equal(desk.of('song').at(-1)!.song.bpm, 120);
  });

  test('the panel learns in which bar the cursor stands, where something there sounds', async () => {
    const desk = play();
    desk.session.cursorAt(at('section verse'));
    desk.session.cursorAt(at('section verse') + 3);
    desk.session.cursorAt(at('song "Night"'));
    await settled();
    assert.deepEqual(
      desk.of('cursor').map(({ bar }) => bar),
      [2, undefined],
    );
  });
});
