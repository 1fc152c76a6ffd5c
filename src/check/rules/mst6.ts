// MST6: a delivery in a format that its target does not take.

import type { Delivery, DeliveryExtra } from '../../song/brief.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Change } from '../../song/problem.ts';
import { deliveryFormat, deliveryTargetNamed } from '../../vocabulary/delivery.ts';
import { written } from '../../vocabulary/written.ts';
import { type DeliveredFormat, deliveredAs } from '../figures.ts';
import { listed } from '../in-words.ts';
import type { Finding, Rule } from '../rule.ts';

export const mst6: Rule = {
  id: 'MST6',
  tier: 'score',
  severity: 'error',
  title: "A delivery's wrong rate or depth",
  why: `A compact disc is 44.1 kHz and 16 bits, radio and television want 48 kHz and 24: a file in another format is sent
back, or converted by a machine that nobody listens to. What a target takes stands in the table of figures, with its
source. A delivery that does not say its format is fine: it is written as its target wants it. A reduction to 16 bits is
always dithered by the bounce, so there is nothing to forget.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Disc" { tempo 120bpm }
deliver cd { format: wav, rate: 48kHz, bits: 24 }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Disc" { tempo 120bpm }
deliver cd { format: wav, rate: 44.1kHz, bits: 16 }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  check: ({ song }) => song.deliveries.flatMap((delivery) => judged(delivery)),
};

const judged = ({ targets, extras }: Delivery): readonly Finding[] =>
  targets.flatMap(({ name }): readonly Finding[] => {
    const wanted = deliveredAs[name];
    const wrong = wanted ? extras.flatMap((extra) => mismatch(extra, wanted)) : [];
    const [first, ...more] = wrong;
    if (!wanted || !first) return [];
    const place = deliveryTargetNamed(name)?.doc.replace(/[:.,].*$/, '') ?? name;
    const text = listed(wrong.map((one) => one.text));
    return [
      {
        id: first.id,
        ...(more.length > 0 ? { also: more.map(({ id }) => id) } : {}),
        message: `${place} takes ${listed(wrong.map((one) => one.takes))} (${wanted.source}), and this delivers ${listed(wrong.map((one) => one.is))}. Deliver ${text}, or to another place.`,
        fixes: [
          {
            title: `Deliver ${text}`,
            changes: wrong.map(({ id, text: right }): Change => ({ do: 'replace', id, text: right })),
          },
        ],
      },
    ];
  });

interface Mismatch {
  readonly id: SourceId;
  readonly is: string;
  readonly takes: string;
  /** As it should be written. */
  readonly text: string;
}

const mismatch = (extra: DeliveryExtra, wanted: DeliveredFormat): readonly Mismatch[] => {
  const takes = allowed(extra, wanted);
  const { value } = extra;
  if (!takes || !value || takes.includes(value.value)) return [];
  const unit = extra.name.name === 'bits' ? ' bits' : '';
  const text = inWords(extra, takes[0]!);
  return [
    {
      id: value.id,
      is: inWords(extra, value.value) + unit,
      takes: takes.map((one) => inWords(extra, one)).join(' or ') + unit,
      text,
    },
  ];
};

/** What a target takes of one of the words of a delivery; undefined where it does not care. */
const allowed = (
  { name }: DeliveryExtra,
  wanted: DeliveredFormat,
): readonly (string | number)[] | undefined =>
  name.name === 'rate' ? wanted.rates : name.name === 'bits' ? wanted.bits : undefined;

const inWords = ({ name }: DeliveryExtra, value: string | number): string => {
  const parameter = deliveryFormat.find(({ path }) => path === name.name);
  return typeof value === 'number' && parameter?.kind === 'number'
    ? written(value, parameter.quantity)
    : String(value);
};
