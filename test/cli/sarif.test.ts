// check --format sarif, held to the published schema of SARIF 2.1.0, and to what a schema cannot say:
// that rules, regions and fixes point at what they mean.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { suite, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { rules } from '../../src/check/rules.ts';
import { codetta, inFolder, small, write } from './codetta.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly {
        readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
  readonly results: readonly Result[];
}

const inPackage = (file: string): object => JSON.parse(fs.readFileSync(inRoot('node_modules', file), 'utf8'));

// The schema is written in draft 4 of JSON Schema, which Ajv knows when it is told.
const validate = new Ajv({ schemaId: 'id', allErrors: true, logger: false })
  .addMetaSchema(inPackage('ajv/lib/refs/json-schema-draft-04.json'))
  .compile(inPackage('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const isValid = (report: unknown): void => {
  assert.equal(validate(report), true, JSON.stringify(validate.errors, undefined, 2));
};

/** Rules that need no sound. */
const asYouType = rules
  .filter(({ tier }) => tier === 'score' || tier === 'timeline')
  .filter(({ examples }) => !examples.coming);

/** Songs that every rule has something to say about, one that is clean, and one that does not read. */
const writeSongs = (folder: string): ReadonlyMap<string, string> => {
  const songs = new Map<string, string>([
    // A rule that looks at several songs has a folder of its own.
    ...asYouType.map(({ id, examples }): [string, string] => [
      examples.files ? `${id}/main.song` : `${id} fires.song`,
      examples.fires,
    ]),
    ['clean.song', small],
    ['größe 100%.song', small.replace('level: -9dB', 'level: "läuter" ]')],
    ['empty.song', ''],
  ]);
  for (const { id, examples } of asYouType) {
    if (!examples.files) continue;
    fs.mkdirSync(path.join(folder, id));
    for (const [name, text] of Object.entries(examples.files)) write(path.join(folder, id), name, text);
  }
  for (const [name, text] of songs) write(folder, name, text);
  return songs;
};

const reportOf = async (folder: string, files: readonly string[]): Promise<{ runs: readonly [Run] }> => {
  const { out, err } = await codetta(['check', ...files, '--format', 'sarif'], { cwd: folder });
  assert.equal(err, '');
  return JSON.parse(out);
};

suite('codetta check --format sarif', () => {
  test('is SARIF 2.1.0 by its schema, whatever it has to say', () =>
    inFolder(async (folder) => {
      const songs = writeSongs(folder);
      const report = await reportOf(folder, [...songs.keys()]);
      isValid(report);
      const said = new Set(report.runs[0].results.map(({ ruleId }) => ruleId));
      for (const id of ['SYN', ...asYouType.map((rule) => rule.id)])
        assert.ok(said.has(id), `${id} is not in it`);
      isValid(await reportOf(folder, ['clean.song']));
      isValid(await reportOf(path.dirname(folder), [path.join(folder, 'clean.song')]));
      isValid(await reportOf('/', [path.join(folder, 'größe 100%.song')]));
    }));

  test('the schema refuses what is not', () =>
    inFolder(async (folder) => {
      writeSongs(folder);
      const report = JSON.stringify(await reportOf(folder, ['ARR1 fires.song']));
      for (const [what, instead] of [
        ['"version":"2.1.0"', '"version":"2.2.0"'],
        ['"level":"error"', '"level":"bad"'],
        ['"startLine":', '"line":'],
        ['"message":', '"msg":'],
      ] as const) {
        assert.ok(report.includes(what), what);
        assert.equal(validate(JSON.parse(report.replace(what, instead))), false, instead);
      }
    }));

  test('every result names its rule, and lies where it says in a file that is listed', () =>
    inFolder(async (folder) => {
      const songs = writeSongs(folder);
      const [{ tool, artifacts, results }] = (await reportOf(folder, [...songs.keys()])).runs;
      assert.deepEqual(
        artifacts.map(({ location }) => decodeURIComponent(location.uri)),
        [...songs.keys()],
      );
      for (const { ruleId, ruleIndex, locations, relatedLocations = [] } of results) {
        assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
        assert.equal(locations.length, 1);
        for (const { physicalLocation } of [...locations, ...relatedLocations]) {
          const { artifactLocation, region } = physicalLocation;
          const text = songs.get(decodeURIComponent(artifactLocation.uri))!;
          assert.ok(region.charOffset + region.charLength <= text.length, ruleId);
          assert.deepEqual(placeOf(text, region.charOffset), [region.startLine, region.startColumn]);
          assert.deepEqual(placeOf(text, region.charOffset + region.charLength), [
            region.endLine,
            region.endColumn,
          ]);
        }
      }
    }));

  test('a fix, written as it says, ends its finding', () =>
    inFolder(async (folder) => {
      const songs = writeSongs(folder);
      const [{ results }] = (await reportOf(folder, [...songs.keys()])).runs;
      const fixed = results.filter(({ fixes = [] }) => fixes.length > 0);
      assert.ok(fixed.length >= 5, `${fixed.length} of ${results.length} have a fix`);
      for (const { ruleId, fixes } of fixed) {
        const [change, ...more] = fixes![0]!.artifactChanges;
        assert.deepEqual(more, []);
        const name = decodeURIComponent(change!.artifactLocation.uri);
        const mended = write(folder, 'mended.song', applied(songs.get(name)!, change!.replacements));
        const count = (all: readonly Result[], uri: string): number =>
          all.filter(
            (one) => one.ruleId === ruleId && one.locations[0]!.physicalLocation.artifactLocation.uri === uri,
          ).length;
        const [after] = (await reportOf(folder, [path.basename(mended)])).runs;
        assert.ok(
          count(after.results, 'mended.song') < count(results, change!.artifactLocation.uri),
          `${ruleId} in ${name}`,
        );
      }
    }));
});

const placeOf = (text: string, offset: number): readonly [line: number, column: number] => {
  const before = text.slice(0, offset).split('\n');
  return [before.length, before.at(-1)!.length + 1];
};

type Replacements = NonNullable<Result['fixes']>[number]['artifactChanges'][number]['replacements'];

const applied = (text: string, replacements: Replacements): string =>
  [...replacements]
    .sort((one, other) => other.deletedRegion.charOffset - one.deletedRegion.charOffset)
    .reduce(
      (so, { deletedRegion: { charOffset, charLength }, insertedContent }) =>
        so.slice(0, charOffset) + insertedContent.text + so.slice(charOffset + charLength),
      text,
    );
