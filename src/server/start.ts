// Starts the server in a process: as an editor's child that says by its arguments how it speaks, or on
// the streams of a shell.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { askedFiles } from '../check/sound-files.ts';
import { soundsNear } from '../files/near-sounds.ts';
import { projectOf } from '../files/other-files.ts';
import { soundFilesOf } from '../files/sound-files.ts';
import { languageOf } from '../languages/languages.ts';
import { usualCache } from '../render/kept/part-store.ts';
import { type Measurer, newMeasurer } from '../render/measurer.ts';
import { hearRecordings } from '../render/recordings.ts';
import { measureReferences } from '../render/references.ts';
import { newNodeEvaluator } from '../sandbox/node-evaluator.ts';
import { openModule } from '../sandbox/open-module.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import { open, songsIn, textOf } from './disk.ts';
import { createServer } from './server.ts';
import type { World } from './world.ts';

/** Speaks as the process's arguments say (`--stdio`, `--node-ipc`). */
export const serveArguments = (version: string): void => {
  serve(createConnection(ProposedFeatures.all), version);
};

/** Speaks on two streams; resolves when the editor has gone. */
export const serveStreams = (
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  version: string,
): Promise<void> => {
  const connection = createConnection(ProposedFeatures.all, input, output);
  serve(connection, version);
  return new Promise((resolve) => connection.onExit(resolve));
};

const serve = (connection: Connection, version: string): void => {
  let measurer: Measurer | undefined;
  const measure: World['measure'] = async (song, timeline, { uri, signal, before, only }) => {
    const request = { signal, before, only };
    measurer ??= newMeasurer({ cache: usualCache() });
    // A song that is on no disk has bundled sounds alone, and nothing beside it.
    if (!uri.startsWith('file:')) {
      const { sounds } = await songSounds(song, timeline, {});
      return measurer.measure(song, timeline, { ...request, sounds });
    }
    const file = fileURLToPath(uri);
    const references = await measureReferences(song, file);
    const { sounds } = await songSounds(song, timeline, { song: file, folder: projectOf(file) });
    return measurer.measure(song, timeline, { ...request, sounds, references });
  };
  const hear: NonNullable<World['hear']> = async (song, { uri, signal }) => {
    if (!uri.startsWith('file:')) return {};
    measurer ??= newMeasurer({ cache: usualCache() });
    return hearRecordings(song, fileURLToPath(uri), measurer, signal);
  };
  createServer(connection, {
    languageOf,
    pageOf,
    open,
    textOf,
    songsIn,
    measure,
    hear,
    soundFiles,
    soundsNear: near,
    newEvaluator,
    version,
  });
  connection.onExit(() => void measurer?.close());
  connection.listen();
};

const soundFiles: NonNullable<World['soundFiles']> = (song, uri) => {
  if (!uri.startsWith('file:')) return undefined;
  const file = fileURLToPath(uri);
  return soundFilesOf(askedFiles(song), file, projectOf(file));
};

const near: NonNullable<World['soundsNear']> = (uri) => {
  if (!uri.startsWith('file:')) return [];
  const file = fileURLToPath(uri);
  return soundsNear(file, projectOf(file));
};

const newEvaluator: NonNullable<World['newEvaluator']> = (files) =>
  newNodeEvaluator({ open: openModule(files, { packages: true }) });

/** The page as a file of this installation. */
const pageOf = (rule: string): string | undefined => {
  const file = pagesFolder && path.join(pagesFolder, `${rule}.md`);
  return file && pathToFileURL(file).href;
};

// Built into dist or run from source, the pages stand in a folder above.
const pagesFolder = ((): string | undefined => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++) {
    const pages = path.join(folder, 'docs', 'checks');
    if (fs.existsSync(pages)) return pages;
    folder = path.dirname(folder);
  }
  return undefined;
})();
