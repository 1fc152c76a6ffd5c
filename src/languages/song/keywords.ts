// The words that start a statement, and the words of the song's header, with what they mean.
// Completion, hover, recovery and the messages derive from these two tables.

export interface Keyword {
  readonly word: string;
  readonly doc: string;
  readonly example: string;
  /** Completed as this, with tab stops. */
  readonly snippet: string;
  /** `later`: kept in the text, but without effect in this version. */
  readonly since: 'now' | 'later';
}

export const keywords: readonly Keyword[] = [
  {
    word: 'song',
    since: 'now',
    doc: 'The song itself: its title, and what holds for the whole of it.',
    example: 'song "Night Drive" {\n  tempo 112bpm\n  meter 4/4\n  key A minor\n}',
    snippet:
      'song "${1:Title}" {\n  by "${2:Name}"\n  tempo ${3:112}bpm\n  meter ${4:4/4}\n  key ${5:A} ${6:minor}\n}',
  },
  {
    word: 'instrument',
    since: 'now',
    doc: 'A sound: an instrument of the vocabulary with its parameters.',
    example: 'instrument sub = MonoSynth { oscillator: sawtooth, filter.Q: 2, range: B0..G3 }',
    snippet: 'instrument ${1:name} = ${2:MonoSynth} { $3 }',
  },
  {
    word: 'pattern',
    since: 'now',
    doc: 'A line of music in mini-notation; one cycle, or one bar between bar lines, lasts a bar.',
    example: 'pattern bassline = "a1 ~ a1 [c2 e2] | f1 ~ f1 [a1 c2]"',
    snippet: 'pattern ${1:name} = "${2:c4 e4 g4 e4}"',
  },
  {
    word: 'progression',
    since: 'now',
    doc: 'A chord chart, one bar between two bar lines.',
    example: 'progression verse_p = | Am7 | Fmaj7 Dm7 | C | G/B |',
    snippet: 'progression ${1:name} = | ${2:Am7} | ${3:Fmaj7} | ${4:C} | ${5:G/B} |',
  },
  {
    word: 'track',
    since: 'now',
    doc: 'One part of the band: its instrument, and its strip in the mixer.',
    example: 'track bass { instrument: sub, level: -9dB, pan: 20% left, send space: -12dB }',
    snippet: 'track ${1:name} { instrument: ${2:instrument}, level: ${3:-9dB} }',
  },
  {
    word: 'bus',
    since: 'now',
    doc: 'A strip that tracks send to: a room, an echo.',
    example: 'bus space { reverb: 2.8s, highpass: 250Hz, level: -6dB }',
    snippet: 'bus ${1:space} { reverb: ${2:2.8s}, highpass: ${3:250Hz}, level: ${4:-6dB} }',
  },
  {
    word: 'master',
    since: 'now',
    doc: 'The strip that everything goes through at last.',
    example: 'master { glue: -12dB 2:1, limiter: -1dBTP }',
    snippet: 'master { glue: ${1:-12dB} ${2:2:1}, limiter: ${3:-1dBTP} }',
  },
  {
    word: 'section',
    since: 'now',
    doc:
      'A stretch of the song by its length in bars, and what each track plays in it. `like verse` takes over ' +
      'what another section plays, `with { … }` puts parts in the place of its parts, `without { … }` takes some out.',
    example:
      'section verse  16 bars { bass: bassline, pad: verse_p.chords }\n' +
      'section chorus 16 bars like verse with { lead: hook } without { pad }',
    snippet: 'section ${1:verse} ${2:8} bars {\n  ${3:track}: ${4:pattern}\n}',
  },
  {
    word: 'arrange',
    since: 'now',
    doc:
      'The sections in the order in which they play; `chorus*2` plays twice. ' +
      'A further indented line goes on with it.',
    example: 'arrange intro verse chorus*2 outro',
    snippet: 'arrange ${1:intro} ${2:verse} ${3:chorus}',
  },
  {
    word: 'brief',
    since: 'later',
    doc: 'The artistic vision: mood, length, references.',
    example: 'brief { mood "neon, patient" }',
    snippet: 'brief {\n  mood "$1"\n}',
  },
  {
    word: 'import',
    since: 'later',
    doc: 'Patterns of another song.',
    example: 'import { fourFloor } from "./drums.song"',
    snippet: 'import { $1 } from "${2:./drums.song}"',
  },
  {
    word: 'kit',
    since: 'later',
    doc: 'A set of drum samples.',
    example: 'kit drum = Kit("bundled/808")',
    snippet: 'kit ${1:drum} = Kit("${2:bundled/808}")',
  },
  {
    word: 'take',
    since: 'later',
    doc: 'A recording.',
    example: 'take vox1 = "takes/vox1.wav"',
    snippet: 'take ${1:name} = "${2:takes/name.wav}"',
  },
  {
    word: 'automate',
    since: 'later',
    doc: 'A parameter that moves over a section.',
    example: 'automate bass.filter.frequency in build { 0%: 300Hz, 100%: 4kHz }',
    snippet: 'automate ${1:path} in ${2:section} { $3 }',
  },
  {
    word: 'expect',
    since: 'later',
    doc: 'What must hold of the sound.',
    example: 'expect chorus louder than verse by 1.5LU',
    snippet: 'expect ${1:chorus} louder than ${2:verse} by ${3:1.5LU}',
  },
  {
    word: 'deliver',
    since: 'later',
    doc: 'Where the song goes, and in which formats.',
    example: 'deliver spotify { stems }',
    snippet: 'deliver ${1:spotify}',
  },
];

export interface HeaderWord {
  readonly word: 'by' | 'tempo' | 'meter' | 'key' | 'seed' | 'swing';
  readonly doc: string;
  readonly example: string;
  readonly snippet: string;
  readonly since: 'now' | 'later';
  /** Also changes within the song: behind a comma, or on a further line. */
  readonly isMap?: true;
}

export const headerWords: readonly HeaderWord[] = [
  { word: 'by', since: 'now', doc: 'Who wrote it.', example: 'by "A. Producer"', snippet: 'by "$1"' },
  {
    word: 'tempo',
    since: 'now',
    isMap: true,
    doc: 'Quarter notes a minute; then what it becomes, at once or by a ramp, at a section or a bar.',
    example: 'tempo 112bpm, 96bpm at bridge, ramp to 112bpm over 2 bars',
    snippet: 'tempo ${1:112}bpm',
  },
  {
    word: 'meter',
    since: 'now',
    isMap: true,
    doc: 'Beats of a bar over the note that is a beat; then what it becomes where.',
    example: 'meter 4/4, 7/8 at bridge',
    snippet: 'meter ${1:4/4}',
  },
  {
    word: 'key',
    since: 'now',
    isMap: true,
    doc: 'Tonic and scale, and what they become where; notes outside are pointed out.',
    example: 'key A minor, C major at outro',
    snippet: 'key ${1:A} ${2:minor}',
  },
  {
    word: 'seed',
    since: 'now',
    doc: 'The number that all chance in the song grows from: same seed, same music.',
    example: 'seed 7',
    snippet: 'seed ${1:7}',
  },
  {
    word: 'swing',
    since: 'now',
    doc: 'How far every second note of a kind comes late: 50% is straight, 66.7% a triplet feel.',
    example: 'swing 56% of 1/16',
    snippet: 'swing ${1:56%} of ${2:1/16}',
  },
];

const byWord = new Map(keywords.map((keyword) => [keyword.word, keyword]));
export const keywordNamed = (word: string): Keyword | undefined => byWord.get(word);

const headerByWord = new Map<string, HeaderWord>(headerWords.map((header) => [header.word, header]));
export const headerWordNamed = (word: string): HeaderWord | undefined => headerByWord.get(word);
