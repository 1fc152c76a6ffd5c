// `marker drop at chorus bar 3`.

import type { Marker } from '../../../song/place.ts';
import type { Statement } from '../tree.ts';
import { declared } from './names.ts';
import { takePlace } from './place.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, tellRest, wordOf } from './value.ts';

export function lowerMarker(context: Context, statement: Statement): Marker | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  if (statement.block)
    ledger.error(statement.block, 'A marker takes no braces: `marker drop at chorus bar 3`.');
  const declaration = declared(ledger, statement, 'marker');
  if (!declaration) return undefined;
  const [at, ...nodes] = declaration.rest;
  const { place, count } =
    at && wordOf(at) === 'at' ? takePlace(context, nodes) : { place: undefined, count: 0 };
  if (count === 0) {
    if (at?.kind !== 'stray')
      ledger.error(
        at ?? statement.head[0]!,
        `Where is it? Write its place: \`marker ${declaration.name.name} at chorus bar 3\`.`,
      );
    return undefined;
  }
  tellRest(context, nodes.slice(count), 'Nothing more belongs behind the place of a marker.');
  return place && { name: declaration.name, at: place, declaration: declaration.declaration };
}
