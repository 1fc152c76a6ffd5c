// Which strips a mixer lets through: mute, solo and solo-safe worked in. What is compiled from the text and what a
// button of the panel does at once go by the same rule. Pure.

/** What the rule needs to know of a strip. */
export interface SoloStrip {
  readonly name: string;
  readonly mute: boolean;
  readonly solo: boolean;
  readonly soloSafe: boolean;
  /** Names of the buses that it sends to. */
  readonly sends: readonly string[];
}

/** For each strip, in order: whether nothing of it is heard. */
export interface Silent {
  readonly tracks: readonly boolean[];
  readonly buses: readonly boolean[];
}

/**
 * While any strip is solo, those are heard that are solo or solo-safe, the buses that these send to, and what sends
 * to a bus that is solo: a reverb follows its track, and a bus is heard with what it is made of. A mute always counts.
 */
export function silentStrips(tracks: readonly SoloStrip[], buses: readonly SoloStrip[]): Silent {
  const strips = [...tracks, ...buses];
  if (!strips.some(({ solo }) => solo))
    return { tracks: tracks.map(({ mute }) => mute), buses: buses.map(({ mute }) => mute) };
  const fed = downstream(
    strips.filter(({ solo, soloSafe }) => solo || soloSafe),
    buses,
  );
  const feeding = upstream(
    buses.filter(({ solo }) => solo),
    strips,
  );
  const isSilent = (strip: SoloStrip): boolean =>
    strip.mute || !(strip.solo || strip.soloSafe || fed.has(strip) || feeding.has(strip));
  return { tracks: tracks.map(isSilent), buses: buses.map(isSilent) };
}

/** The buses that something comes to from one of `strips`, over however many others. */
function downstream(strips: readonly SoloStrip[], buses: readonly SoloStrip[]): ReadonlySet<SoloStrip> {
  const found = new Set<SoloStrip>();
  const open = [...strips];
  for (let strip = open.pop(); strip; strip = open.pop())
    for (const bus of buses) {
      if (found.has(bus) || !strip.sends.includes(bus.name)) continue;
      found.add(bus);
      open.push(bus);
    }
  return found;
}

/** The strips that come to one of `buses`, over however many others. */
function upstream(buses: readonly SoloStrip[], strips: readonly SoloStrip[]): ReadonlySet<SoloStrip> {
  const found = new Set<SoloStrip>();
  const open = [...buses];
  for (let bus = open.pop(); bus; bus = open.pop())
    for (const strip of strips) {
      if (found.has(strip) || !strip.sends.includes(bus.name)) continue;
      found.add(strip);
      open.push(strip);
    }
  return found;
}

interface WrittenStrip {
  readonly name: { readonly name: string };
  readonly mute?: { readonly value: boolean };
  readonly solo?: { readonly value: boolean };
  readonly soloSafe?: { readonly value: boolean };
  readonly sends: readonly { readonly bus: { readonly name: string } }[];
}

/** The same of a song as it is written. */
export const silentIn = ({
  tracks,
  buses,
}: {
  readonly tracks: readonly WrittenStrip[];
  readonly buses: readonly WrittenStrip[];
}): Silent => silentStrips(tracks.map(soloOf), buses.map(soloOf));

const soloOf = ({ name, mute, solo, soloSafe, sends }: WrittenStrip): SoloStrip => ({
  name: name.name,
  mute: mute?.value ?? false,
  solo: solo?.value ?? false,
  soloSafe: soloSafe?.value ?? false,
  sends: sends.map(({ bus }) => bus.name),
});
