// MIX7: a send into a bus that is not there, or buses that send into each other in a circle.

import { nearest as nearestName } from '../../song/nearest.ts';
import type { Fix } from '../../song/problem.ts';
import type { Send, Strip } from '../../song/song.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const mix7: Rule = {
  id: 'MIX7',
  tier: 'score',
  severity: 'error',
  title: 'A send loop, or a bus that is not there',
  why: `A send to a bus that does not exist is dry: the echo or the room that you dialled in never sounds. Buses
that send to each other in a circle feed back: whatever goes in comes round again, louder each time.`,
  examples: {
    fires: `song "Wet Room" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft, send spce: -12dB }
track pad { instrument: soft, send space: -9dB }
bus space { reverb: 2.8s, highpass: 250Hz }
section verse 4 bars { lead: "a4 c5 e5 c5", pad: "a3" }
arrange verse
`,
    silent: `song "Wet Room" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft, send space: -12dB }
track pad { instrument: soft, send space: -9dB }
bus space { reverb: 2.8s, highpass: 250Hz }
section verse 4 bars { lead: "a4 c5 e5 c5", pad: "a3" }
arrange verse
`,
  },
  check: (context) => [...sendsToNowhere(context), ...sendLoops(context)],
};

const sendsToNowhere = ({ song, index }: CheckContext): readonly Finding[] =>
  [...song.tracks, ...song.buses].flatMap((strip) =>
    strip.sends
      .filter(({ bus }) => !index.buses.has(bus.name))
      .map((send): Finding => {
        const { name } = send.bus;
        // A bus must not be offered where the send would close a circle.
        const open = [...index.buses.keys()].filter((bus) => !pathBetween(bus, strip.name.name, index.buses));
        const nearest = nearestName(name, open);
        const remedy = nearest ? `Did you mean ${nearest}?` : 'Create the bus, or send elsewhere.';
        return {
          id: send.bus.id,
          message: `${strip.name.name} sends to ${name}, but there is no bus ${name}, so the send is not heard. ${remedy}`,
          fixes: [
            ...(nearest ? [nearest] : open).map((bus) => reroute(send, bus)),
            { title: `Create the bus ${name}`, changes: [{ do: 'declare', what: 'bus', name }] },
            remove(send),
          ],
        };
      }),
  );

const sendLoops = ({ song, index }: CheckContext): readonly Finding[] =>
  song.buses.flatMap((bus) =>
    bus.sends.flatMap((send): readonly Finding[] => {
      const back = pathBetween(send.bus.name, bus.name.name, index.buses);
      if (!back) return [];
      const circle = [bus.name.name, ...back].join(' > ');
      return [
        {
          id: send.bus.id,
          message: `${bus.name.name} sends in a circle (${circle}), which feeds back and grows without end. Take one send of the circle out.`,
          fixes: [remove(send)],
        },
      ];
    }),
  );

/** The buses from `from` along sends until `to`, both in; undefined where no send leads there. */
const pathBetween = (
  from: string,
  to: string,
  buses: ReadonlyMap<string, Strip>,
): readonly string[] | undefined => {
  const seen = new Set([from]);
  let paths: readonly (readonly string[])[] = [[from]];
  while (paths.length > 0) {
    const arrived = paths.find((path) => path.at(-1) === to);
    if (arrived) return arrived;
    paths = paths.flatMap((path) => {
      const next = (buses.get(path.at(-1)!)?.sends ?? [])
        .map(({ bus }) => bus.name)
        .filter((name) => !seen.has(name));
      for (const name of next) seen.add(name);
      return next.map((name) => [...path, name]);
    });
  }
  return undefined;
};

const reroute = (send: Send, bus: string): Fix => ({
  title: `Send to ${bus}`,
  changes: [{ do: 'replace', id: send.bus.id, text: bus }],
});

const remove = (send: Send): Fix => ({
  title: `Remove the send to ${send.bus.name}`,
  changes: [{ do: 'delete', id: send.id }],
});
