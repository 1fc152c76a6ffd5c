// What players of acoustic instruments can play, by the names of General MIDI: as it sounds, in MIDI notes. Comfortable
// is where any good player is at home, professional where a part is still playable.
// By the catalogue of orchestration textbooks (Adler, "The Study of Orchestration", 4th edition, appendix A), voices by
// choral ones. Instruments that no hand plays (pads, effects) have no row.

export interface PlayedRange {
  readonly comfortable: NoteRange;
  readonly professional: NoteRange;
}

export interface NoteRange {
  readonly low: number;
  readonly high: number;
}

const row = (
  [low, high]: readonly [number, number],
  [lowest, highest]: readonly [number, number] = [low, high],
): PlayedRange => ({ comfortable: { low, high }, professional: { low: lowest, high: highest } });

const piano = row([21, 108]);
const guitar = row([40, 83], [40, 88]);
const electricBass = row([28, 65], [28, 67]);
const violin = row([55, 88], [55, 103]);
const doubleBass = row([28, 62], [24, 67]);
const trumpet = row([55, 79], [52, 86]);
/** From the double basses' lowest to the violins' highest. */
const strings = row([28, 96], [24, 103]);
/** From a bass voice to a soprano. */
const choir = row([40, 81], [36, 86]);

const ranges: Readonly<Record<string, PlayedRange>> = {
  piano,
  'acoustic grand piano': piano,
  'bright acoustic piano': piano,
  'electric grand piano': piano,
  'honky-tonk piano': piano,
  harpsichord: row([29, 89]),
  celesta: row([60, 108]),
  glockenspiel: row([79, 108]),
  vibraphone: row([53, 89]),
  marimba: row([45, 96], [36, 96]),
  xylophone: row([65, 108]),
  'tubular bells': row([60, 77]),
  'nylon guitar': guitar,
  'steel guitar': guitar,
  'jazz guitar': guitar,
  'clean guitar': guitar,
  'muted guitar': guitar,
  'overdriven guitar': guitar,
  'distortion guitar': guitar,
  'acoustic bass': doubleBass,
  'fingered bass': electricBass,
  'picked bass': electricBass,
  'fretless bass': electricBass,
  'slap bass 1': electricBass,
  'slap bass 2': electricBass,
  violin,
  fiddle: violin,
  viola: row([48, 79], [48, 93]),
  cello: row([36, 67], [36, 90]),
  contrabass: doubleBass,
  harp: row([24, 103]),
  timpani: row([40, 57], [36, 60]),
  'tremolo strings': strings,
  'pizzicato strings': strings,
  'string ensemble 1': strings,
  'string ensemble 2': strings,
  'choir aahs': choir,
  'voice oohs': choir,
  trumpet,
  'muted trumpet': trumpet,
  trombone: row([40, 70], [34, 77]),
  tuba: row([28, 58], [24, 65]),
  'french horn': row([41, 72], [34, 77]),
  'soprano sax': row([56, 84], [56, 88]),
  'alto sax': row([49, 80], [49, 85]),
  'tenor sax': row([44, 75], [44, 80]),
  'baritone sax': row([36, 67], [36, 72]),
  oboe: row([58, 86], [58, 93]),
  'english horn': row([52, 78], [52, 81]),
  bassoon: row([34, 67], [34, 75]),
  clarinet: row([50, 86], [50, 94]),
  piccolo: row([74, 102], [74, 108]),
  flute: row([60, 93], [59, 98]),
  recorder: row([65, 91], [65, 98]),
};

/** Of a bundled sound, or of a SoundFont's preset that goes by the same name. */
export const playedRange = (name: string): PlayedRange | undefined => byPlainName.get(plain(name));

/** `Alto Sax`, `alto-sax` and `alto sax` are one. */
const plain = (name: string): string =>
  name
    .replace(/^bundled\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

const byPlainName = new Map(Object.entries(ranges).map(([name, range]) => [plain(name), range]));
