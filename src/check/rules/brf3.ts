// BRF3: a chorus that does not lift over its verse.

import type { Section } from '../../song/song.ts';
import { type SoundContext, withSound } from '../audible.ts';
import { sectionLoudness } from '../clauses/verdicts.ts';
import { figures } from '../figures.ts';
import { decibels, powerIn } from '../measured.ts';
import type { Finding, Rule } from '../rule.ts';

export const brf3: Rule = {
  id: 'BRF3',
  tier: 'audio',
  severity: 'information',
  title: 'A chorus no louder, brighter or denser than its verse',
  why: `A chorus lifts: it is louder, brighter, or more happens in it. One that is none of these is heard as another verse.
Sections called chorus, hook, drop or refrain are held against the one called verse; a \`lift\` of the brief is held to its
word, and is then a warning. Loudness is integrated over all places of a section, brightness is the middle of the spectrum,
density the notes in a bar.`,
  examples: {
    fires: `song "Flat Chorus" { tempo 120bpm, key A minor }
instrument soft = PolySynth(Synth) { }
track bass { instrument: soft, level: -9dB }
track lead { instrument: soft, level: -12dB }
section verse 4 bars { bass: "a1 e2 a1 c2", lead: "a4 c5 e5 c5" }
section chorus 4 bars { bass: "f1 c2 f1 a1", lead: "f4 a4 c5 a4" }
arrange verse chorus
`,
    silent: `song "Lift" { tempo 120bpm, key A minor }
instrument soft = PolySynth(Synth) { }
track bass { instrument: soft, level: -9dB }
track lead { instrument: soft, level: -12dB }
section verse 4 bars { bass: "a1 e2 a1 c2", lead: "a4 c5 e5 c5" }
section chorus 4 bars { bass: "f1 c2 f1 a1", lead: "[f4,a4,c5]*2 [a4,c5,f5]*2 [c5,f5,a5]*2 [a4,c5,f5]*2" }
arrange verse chorus
`,
  },
  hasNoFix: true,
  check: withSound((context) => {
    const lifts = context.song.brief?.lifts ?? [];
    return lifts.length > 0 ? promised(context) : usual(context);
  }),
};

const promised = ({ song, timeline, measured: { mix } }: SoundContext): readonly Finding[] =>
  (song.brief?.lifts ?? []).flatMap(({ section, over, by, id }) => {
    const [one, other] = [section, over].map(({ name }) => sectionLoudness(mix, timeline, name));
    if (one === undefined || other === undefined || !Number.isFinite(one - other)) return [];
    const lift = one - other;
    if (Math.round(lift * 10) >= Math.round(by.value * 10)) return [];
    return [
      {
        id,
        severity: 'warning' as const,
        message: `${section.name} is ${lift.toFixed(1)} LU louder than ${over.name}, and the brief asks for ${by.value}. Let another layer play in ${section.name}, or fewer in ${over.name}.`,
      },
    ];
  });

const lifting = /^(chorus|hook|drop|refrain)/i;
const lifted = /^(verse|strophe)/i;

const usual = (context: SoundContext): readonly Finding[] => {
  const { song, timeline, figure, measured } = context;
  const arranged = song.sections.filter(({ name }) =>
    timeline.sections.some((one) => one.name === name.name),
  );
  const verse = arranged.find(({ name }) => lifted.test(name.name));
  if (!verse) return [];
  return arranged
    .filter(({ name }) => lifting.test(name.name))
    .flatMap((chorus) => {
      const [one, other] = [chorus, verse].map((section) => described(context, section)) as [
        Description,
        Description,
      ];
      const lift = one.loudness - other.loudness;
      const brighter = one.centre / other.centre;
      const denser = one.notesPerBar / other.notesPerBar;
      if (
        !(lift < figure(figures.lifts)) ||
        !(brighter < figure(figures.liftsBrighter)) ||
        !(denser < figure(figures.liftsDenser))
      )
        return [];
      const said = `${Math.abs(lift).toFixed(1)} LU ${lift < 0 ? 'softer' : 'louder'}`;
      return [
        {
          id: chorus.name.id,
          also: [verse.name.id],
          message: `${chorus.name.name} does not lift over ${verse.name.name}: it is ${said}, no brighter and no denser (${one.notesPerBar.toFixed(0)} notes a bar, ${other.notesPerBar.toFixed(0)} before). Add a layer, or let less play in ${verse.name.name}.`,
        },
      ];
    });

  function described({ timeline: { sections, tracks } }: SoundContext, section: Section): Description {
    const places = sections.filter(({ name }) => name === section.name.name);
    const bars = places.flatMap(({ bar, bars: count }) => Array.from({ length: count }, (_, i) => bar + i));
    const within = (seconds: number): boolean =>
      places.some(({ startSeconds, endSeconds }) => seconds >= startSeconds && seconds < endSeconds);
    const notes = tracks.reduce(
      (sum, track) => sum + track.notes.filter(({ startSeconds }) => within(startSeconds)).length,
      0,
    );
    return {
      loudness: sectionLoudness(measured.mix, timeline, section.name.name) ?? -Infinity,
      centre: centreOf(context, bars),
      notesPerBar: notes / Math.max(1, bars.length),
    };
  }
};

interface Description {
  readonly loudness: number;
  /** The frequency that half of the level above -60 dB lies below. */
  readonly centre: number;
  readonly notesPerBar: number;
}

/** The middle of the spectrum over octaves, in Hz: bands weigh by their level above the softest that is heard. */
const centreOf = ({ measured: { mix, bandHertz } }: SoundContext, bars: readonly number[]): number => {
  const powers = bandHertz.map((_, band) =>
    bars.reduce((sum, bar) => sum + powerIn(mix, bar, [band], bandHertz.length), 0),
  );
  const loudest = Math.max(...powers.map(decibels));
  const weights = powers.map((power) => Math.max(0, decibels(power) - loudest + 40));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const octaves = weights.reduce((all, weight, band) => all + weight * Math.log2(bandHertz[band]!), 0);
  return sum > 0 ? 2 ** (octaves / sum) : 1;
};
