// The song as plain readonly data: what any language reads, and everything else is made from.
// Knows nothing of text beyond ids, of time beyond bars, or of sound.

import type { Brief, Delivery, Expectation, Lyrics } from './brief.ts';
import type { CheckSettings } from './checks.ts';
import type { Import, Kit, Sample, SamplerSounds, Take, TuningFile } from './material.ts';
import type { SourceId } from './origin.ts';
import type { PatternExpression } from './pattern.ts';
import type {
  Automation,
  Key,
  KeyChange,
  Marker,
  Meter,
  MeterChange,
  Place,
  Swing,
  TempoChange,
} from './place.ts';
import type { Declaration, Measure, Name, Setting, Word } from './value.ts';

export interface Song {
  readonly title: string;
  /** Where the title is written. */
  readonly titleId?: SourceId;
  readonly author?: string;
  /** What it is a song of: those of one name are measured against one another. */
  readonly album?: Word;
  /** Quarter notes per minute, at the song's start. */
  readonly tempo: Measure;
  readonly meter: Meter;
  readonly key?: Key;
  /** In the order written; the timeline finds their order in time. */
  readonly tempoChanges: readonly TempoChange[];
  readonly meterChanges: readonly MeterChange[];
  readonly keyChanges: readonly KeyChange[];
  readonly swing?: Swing;
  readonly seed: number;
  readonly brief?: Brief;
  readonly imports: readonly Import[];
  readonly instruments: readonly Instrument[];
  readonly patterns: readonly Pattern[];
  readonly progressions: readonly Pattern[];
  readonly takes: readonly Take[];
  readonly samples: readonly Sample[];
  readonly kits: readonly Kit[];
  readonly tunings: readonly TuningFile[];
  readonly tracks: readonly Track[];
  readonly buses: readonly Bus[];
  readonly master: Master;
  readonly sections: readonly Section[];
  readonly arrangement: readonly Placement[];
  readonly markers: readonly Marker[];
  readonly automation: readonly Automation[];
  readonly lyrics: readonly Lyrics[];
  readonly deliveries: readonly Delivery[];
  readonly expectations: readonly Expectation[];
  /** Imports that lead back to this song: found when it is linked. */
  readonly circles?: readonly Import[];
  /** Which checks it is held to, and how. */
  readonly checks?: CheckSettings;
  /** Ids of tokens a person marked as meant: the check named is silent there. */
  readonly ignores: readonly Ignore[];
}

export interface Instrument extends Declaration {
  /** The vocabulary's name of the instrument (`FMSynth`); unknown names are kept, and are a problem. */
  readonly type: Name;
  readonly polyphonic: boolean;
  /** What a Sampler plays: recordings by name or by path. */
  readonly sounds?: SamplerSounds;
  readonly settings: readonly Setting[];
  /** Lowest and highest MIDI note that this part should play, where the song says so. */
  readonly range?: { readonly low: number; readonly high: number; readonly id: SourceId };
}

/** A pattern, or a progression (`chart` of chord symbols, one cycle a bar). */
export interface Pattern extends Declaration {
  readonly expression: PatternExpression;
}

/** An effect in a strip: the vocabulary's name, and what the song sets of it. */
export interface Insert {
  readonly effect: Name;
  readonly settings: readonly Setting[];
  /** The track that it listens to, for one that has a side-chain. */
  readonly key?: Name;
  /** The sample that it is made of, for one that is. */
  readonly response?: Name;
  readonly id: SourceId;
}

export interface Send {
  readonly bus: Name;
  readonly level: Measure;
  /** Taken before the fader: `send space: -12dB pre`. */
  readonly pre?: true;
  readonly id: SourceId;
}

/** A mixer strip. What the song does not write is absent: level 0 dB, pan centre, no mute, no solo. */
export interface Strip extends Declaration {
  readonly level?: Measure;
  readonly pan?: Measure;
  readonly mute?: Flag;
  readonly solo?: Flag;
  /** Heard also while others are solo: see `solo.ts`. */
  readonly soloSafe?: Flag;
  readonly inserts: readonly Insert[];
  readonly sends: readonly Send[];
  /** As `color.ts` reads it: `#3a9fff`. */
  readonly color?: Word;
  /** The group whose fader, mute and solo move this strip's. */
  readonly group?: Name;
  /** Effects that let everything pass, by the vocabulary's names. */
  readonly bypass?: Bypass;
}

/** `bypass: eq compressor`. */
export interface Bypass {
  readonly effects: readonly Name[];
  /** All of the names. */
  readonly id: SourceId;
}

export interface Flag {
  readonly value: boolean;
  readonly id: SourceId;
}

export interface Track extends Strip {
  /** The name of one of `instruments`. */
  readonly instrument?: Name;
}

export type Bus = Strip;

export interface Master {
  readonly declaration?: SourceId;
  readonly level?: Measure;
  /** Of all strips: what a mono sound in the middle loses on each side. */
  readonly panLaw?: Measure;
  readonly inserts: readonly Insert[];
  readonly bypass?: Bypass;
}

/**
 * A section as it plays. What it takes over from another one with `like` stands in `parts` too, so that
 * only editing has to know `like`; those parts keep the ids of where they are written.
 */
export interface Section extends Declaration {
  readonly bars: Measure;
  readonly parts: readonly Part[];
  /** `section chorus 16 bars like verse with { lead: hook } without { pad }`. */
  readonly like?: Name;
  /** Tracks of that section that do not play in this one. */
  readonly without?: readonly Name[];
}

/** What one track plays in a section, from the section's first bar or `at`, looped to its end. */
export interface Part {
  readonly track: Name;
  readonly expression: PatternExpression;
  /** `vox1 at bar 3`: where in the section it begins. */
  readonly at?: Place;
  readonly id: SourceId;
}

/** One entry of `arrange`: a section, played `repeats` times. */
export interface Placement {
  readonly section: Name;
  readonly repeats: number;
  readonly repeatsId?: SourceId;
  readonly id: SourceId;
}

/** `// codetta-ignore RULE: reason` on a line; `lines` is the range of text that it covers. */
export interface Ignore {
  readonly rule: string;
  readonly reason: string;
  /** The comment. */
  readonly id: SourceId;
  /** The text that it speaks of: its own line, or the next where it stands alone. */
  readonly covers: SourceId;
}
