// The words that start a statement, and the words of the song's header, with what they mean.
// Completion, hover, recovery and the messages derive from these two tables.

export interface Keyword {
  readonly word: string;
  readonly doc: string;
  readonly example: string;
  /** Completed as this, with tab stops. */
  readonly snippet: string;
}

export const keywords: readonly Keyword[] = [
  {
    word: 'song',
    doc: 'The song itself: its title, and what holds for the whole of it.',
    example: 'song "Night Drive" {\n  tempo 112bpm\n  meter 4/4\n  key A minor\n}',
    snippet:
      'song "${1:Title}" {\n  by "${2:Name}"\n  tempo ${3:112}bpm\n  meter ${4:4/4}\n  key ${5:A} ${6:minor}\n}',
  },
  {
    word: 'instrument',
    doc: 'A sound: an instrument of the vocabulary with its parameters.',
    example: 'instrument sub = MonoSynth { oscillator: sawtooth, filter.Q: 2, range: B0..G3 }',
    snippet: 'instrument ${1:name} = ${2:MonoSynth} { $3 }',
  },
  {
    word: 'pattern',
    doc: 'A line of music in mini-notation; one cycle, or one bar between bar lines, lasts a bar.',
    example: 'pattern bassline = "a1 ~ a1 [c2 e2] | f1 ~ f1 [a1 c2]"',
    snippet: 'pattern ${1:name} = "${2:c4 e4 g4 e4}"',
  },
  {
    word: 'progression',
    doc: 'A chord chart, one bar between two bar lines.',
    example: 'progression verse_p = | Am7 | Fmaj7 Dm7 | C | G/B |',
    snippet: 'progression ${1:name} = | ${2:Am7} | ${3:Fmaj7} | ${4:C} | ${5:G/B} |',
  },
  {
    word: 'track',
    doc: 'One part of the band: its instrument, and its strip in the mixer.',
    example: 'track bass { instrument: sub, level: -9dB, pan: 20% left, send space: -12dB }',
    snippet: 'track ${1:name} { instrument: ${2:instrument}, level: ${3:-9dB} }',
  },
  {
    word: 'bus',
    doc: 'A strip that tracks send to: a room, an echo.',
    example: 'bus space { reverb: 2.8s, highpass: 250Hz, level: -6dB }',
    snippet: 'bus ${1:space} { reverb: ${2:2.8s}, highpass: ${3:250Hz}, level: ${4:-6dB} }',
  },
  {
    word: 'master',
    doc: 'The strip that everything goes through at last.',
    example: 'master { glue: -12dB 2:1, limiter: -1dBTP }',
    snippet: 'master { glue: ${1:-12dB} ${2:2:1}, limiter: ${3:-1dBTP} }',
  },
  {
    word: 'section',
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
    doc:
      'The sections in the order in which they play; `chorus*2` plays twice. ' +
      'A further indented line goes on with it.',
    example: 'arrange intro verse chorus*2 outro',
    snippet: 'arrange ${1:intro} ${2:verse} ${3:chorus}',
  },
  {
    word: 'import',
    doc: 'Patterns, instruments and kits of another song, under their own names or under others.',
    example: 'import { fourFloor, hats as tops } from "./drums.song"',
    snippet: 'import { $1 } from "${2:./drums.song}"',
  },
  {
    word: 'automate',
    doc:
      'A parameter that moves over a section, or over the song where none is named. A point is reached in a ' +
      'straight line, or as the word behind it says: `linear`, `exponential`, `curve`, `step`. `lfo:` instead of ' +
      'points makes a wave.',
    example:
      'bus space { reverb: 2.8s, highpass: 250Hz }\n' +
      'section build 4 bars { bass: bassline }\n' +
      'automate space.highpass.frequency in build { 0%: 300Hz, bar 3: 1kHz, 100%: 4kHz exponential }',
    snippet: 'automate ${1:path} in ${2:section} { 0%: ${3:value}, 100%: ${4:value} }',
  },
  {
    word: 'marker',
    doc: 'A name for a place in the song, to go to from the outline.',
    example: 'section chorus 16 bars { bass: bassline }\nmarker drop at chorus bar 3',
    snippet: 'marker ${1:drop} at ${2:chorus}',
  },
  {
    word: 'lyrics',
    doc:
      'What a track sings in a section, a syllable for each note: `-` goes on with the word, `_` holds the ' +
      'syllable over one more note. Rests `~` and bar lines are for the eye.',
    example:
      'track vox {}\nsection verse 2 bars { vox: "c4 d4 e4@2 | g4 e4 d4 ~" }\n' +
      'lyrics vox in verse "Ci- ty lights | go by _ ~"',
    snippet: 'lyrics ${1:vox} in ${2:verse} "$3"',
  },
  {
    word: 'take',
    doc:
      'A recording: its file, the part of it that plays, and how it is treated. A section plays it by its name, on ' +
      'a track with an instrument or without: `vox: vox1 at bar 3`. It goes on to its own end, or to where the next ' +
      'take of its track begins.',
    example:
      'take vox1 = "takes/vox1.wav" { trim: 1.2s..9.8s, gain: +2dB, fade: 10ms, tune: key, strength: 80% }',
    snippet: 'take ${1:name} = "${2:takes/name.wav}"',
  },
  {
    word: 'sample',
    doc: 'A sound from a file, for patterns to play, with its licence and whom to name.',
    example: 'sample clap = "sounds/clap.wav" { gain: -3dB, licence: "CC-BY-4.0", credit: "A. Clapper" }',
    snippet: 'sample ${1:name} = "${2:sounds/name.wav}" { licence: "${3:CC0-1.0}" }',
  },
  {
    word: 'kit',
    doc: 'A set of drum samples for the hits of a pattern, some of them from files of your own.',
    example: 'kit drum = Kit("bundled/808") { gain: -2dB, sd: "sounds/snare.wav" }',
    snippet: 'kit ${1:drum} = Kit("${2:bundled/808}")',
  },
  {
    word: 'tuning',
    doc: "A scale from one of Scala's files, with its keyboard map where it has one; patterns play by it with `.tuning(name)`.",
    example: 'tuning partch = "tunings/partch_43.scl" { map: "tunings/partch.kbm" }',
    snippet: 'tuning ${1:name} = "${2:tunings/name.scl}"',
  },
  {
    word: 'brief',
    doc: 'The artistic vision: mood, genre, length, references, and which section lifts over which.',
    example:
      'section verse  8 bars { bass: bassline }\nsection chorus 8 bars like verse\n' +
      'brief {\n  mood "neon, patient"\n  length 2:45..3:30\n  reference "refs/reference.wav"\n  lift chorus over verse 2LU\n}',
    snippet: 'brief {\n  mood "$1"\n  length ${2:2:45}..${3:3:30}\n}',
  },
  {
    word: 'checks',
    doc:
      'The checks that the song is held to: a profile for its kind of music, how grave a check is (`off`, ' +
      '`information`, `warning`, `error`), and the figures that it goes by.',
    example: 'checks { profile: chorale, HAR1: off, ARR2: error }',
    snippet: 'checks { profile: ${1:pop} }',
  },
  {
    word: 'expect',
    doc: 'What must hold of the song: `codetta test` and the Testing view hold it to that.',
    example:
      'section verse  8 bars { bass: bassline }\nsection chorus 8 bars like verse\n' +
      'expect chorus louder than verse by 1.5LU',
    snippet: 'expect ${1:chorus} louder than ${2:verse} by ${3:1.5LU}',
  },
  {
    word: 'deliver',
    doc: 'Where the song goes, what goes along, and in which format.',
    example: 'deliver spotify, apple { stems, midi, format: wav, rate: 48kHz, bits: 24 }',
    snippet: 'deliver ${1:spotify}',
  },
];

export interface HeaderWord {
  readonly word: 'by' | 'album' | 'tempo' | 'meter' | 'key' | 'seed' | 'swing';
  readonly doc: string;
  readonly example: string;
  readonly snippet: string;
  /** Also changes within the song: behind a comma, or on a further line. */
  readonly isMap?: true;
}

export const headerWords: readonly HeaderWord[] = [
  { word: 'by', doc: 'Who wrote it.', example: 'by "A. Producer"', snippet: 'by "$1"' },
  {
    word: 'tempo',
    isMap: true,
    doc: 'Quarter notes a minute; then what it becomes, at once or by a ramp, at a section or a bar.',
    example: 'tempo 112bpm, 96bpm at bridge, ramp to 112bpm over 2 bars',
    snippet: 'tempo ${1:112}bpm',
  },
  {
    word: 'meter',
    isMap: true,
    doc: 'Beats of a bar over the note that is a beat; then what it becomes where.',
    example: 'meter 4/4, 7/8 at bridge',
    snippet: 'meter ${1:4/4}',
  },
  {
    word: 'key',
    isMap: true,
    doc: 'Tonic and scale, and what they become where; notes outside are pointed out.',
    example: 'key A minor, C major at outro',
    snippet: 'key ${1:A} ${2:minor}',
  },
  {
    word: 'seed',
    doc: 'The number that all chance in the song grows from: same seed, same music.',
    example: 'seed 7',
    snippet: 'seed ${1:7}',
  },
  {
    word: 'swing',
    doc: 'How far every second note of a kind comes late: 50% is straight, 66.7% a triplet feel.',
    example: 'swing 56% of 1/16',
    snippet: 'swing ${1:56%} of ${2:1/16}',
  },
  {
    word: 'album',
    doc: 'The album that it is on: its songs are held against one another in loudness.',
    example: 'album "Night Songs"',
    snippet: 'album "$1"',
  },
];

const byWord = new Map(keywords.map((keyword) => [keyword.word, keyword]));
export const keywordNamed = (word: string): Keyword | undefined => byWord.get(word);

const headerByWord = new Map<string, HeaderWord>(headerWords.map((header) => [header.word, header]));
export const headerWordNamed = (word: string): HeaderWord | undefined => headerByWord.get(word);
