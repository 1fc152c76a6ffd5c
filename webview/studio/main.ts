// The studio's page: the song in Monaco, the panel in its frame, the session between them, the file on
// the disk behind them. Wires; what each does stands in its own file.

import './studio.css';
import { SoundStore } from '../../src/engine/sounds/store.ts';
import { languageOf } from '../../src/languages/languages.ts';
import { newLinker } from '../../src/languages/link.ts';
import type { Command, HostAction } from '../../src/protocol/commands.ts';
import type { BounceOptions, ToPanel } from '../../src/protocol/panel.ts';
import type { Clock } from '../../src/session/host.ts';
import { SongSession } from '../../src/session/session.ts';
import { linkedSongParts } from '../../src/session/song-parts.ts';
import { Disk } from './disk.ts';
import { registerGrammar } from './grammar.ts';
import { startLanguageServer } from './language-server.ts';
import { keepLiveSettings, readLiveSettings } from './live-settings.ts';
import { makeNotice } from './notice.ts';
import { OtherSongs } from './other-songs.ts';
import { isReady, PanelFrame } from './panel-frame.ts';
import { eitherLanguage, Programs } from './programs.ts';
import { servedBounce } from './served-bounce.ts';
import { servedSounds } from './served-sounds.ts';
import { ServerLink } from './server-link.ts';
import { languageId, SongEditor } from './song-editor.ts';
import { makeSplitter } from './splitter.ts';
import { StageFrame } from './stage.ts';
import { makeStatusLine } from './status-line.ts';
import { typeSongs } from './typescript.ts';

// A pause in typing: long enough to skip most half-written words, too short to notice.
const typingPauseMs = 120;

// Monaco asks here for its own workers.
Object.assign(self, {
  MonacoEnvironment: {
    getWorker: (_module: string, label: string) =>
      new Worker(`/studio/${label === 'typescript' ? 'ts' : 'editor'}.worker.js`, {
        name: `Monaco ${label}`,
      }),
  },
});

const place = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const status = makeStatusLine(place('status'), () => song.nextProblem());
const song = new SongEditor(place('editor'), {
  save: () => disk.save(),
  run: (command) => (command.host ? onHost[command.host]() : panel.send(toPanel(command))),
  queueSection: (section) => atBar(section, (bar) => panel.send({ type: 'queueAt', bar })),
  playSection: (section) => atBar(section, (bar) => panel.send({ type: 'playFrom', bar })),
  loopSection: (section) => atBar(section, (bar) => panel.send({ type: 'loopAt', bar })),
  bounceSection: (section) => {
    read('mixer');
    const text = session.soundingText;
    if (text !== undefined) bounce(text, { rate: 48000, bits: '24', from: section, to: section });
  },
  setValue: (path, value) => {
    read('mixer');
    void session.set(path, value).then(tell);
  },
});
const onHost: Readonly<Record<HostAction, () => void>> = {
  newSong: () => status.say('The studio has one song: end it, and start it with the name of another.'),
  openPanel: () => place('panel').focus(),
  playFromHere: () => atCursor('playFrom'),
  loopHere: () => atCursor('loopAt'),
  queueHere: () => atCursor('queueAt'),
  swapNow: () => void swapNow(),
  soloTrack: () => toggleAtCursor('solo'),
  muteTrack: () => toggleAtCursor('mute'),
  revert: () => {
    read('mixer');
    void session.revert().then(tell);
  },
  bounce: () => {
    const text = session.soundingText;
    if (text !== undefined) bounce(text, { rate: 48000, bits: '24' });
  },
  stage: openStage,
};
const panel = new PanelFrame(
  place<HTMLIFrameElement>('panel'),
  (message) => {
    // The panel's words are about the newest text.
    if (pending !== undefined) read('mixer');
    session.receive(message);
    if (!isReady(message)) return;
    panel.send({ type: 'settings', settings: readLiveSettings() });
    panel.send({ type: 'stage', state: stage ? 'open' : 'closed' });
  },
  pressed,
);
const others = new OtherSongs({
  send: (message) => server.send(message),
  // Half-written words of this song wait for its own save.
  changed: () => read(disk.dirty ? 'mixer' : 'all'),
});
const link = newLinker(others, languageOf);
const sounds = new SoundStore(servedSounds);
const programs = new Programs();
const clock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
const session = new SongSession(
  linkedSongParts((reading) => programs.link(reading, disk.name, link), { sounds, language: eitherLanguage }),
  {
    send: (message) => {
      panel.send(message);
      if (message.type === 'problems') status.playing(message.playing);
      if (message.type === 'song') showOnStage();
    },
    clock,
    edit: async (edits) => {
      song.apply(edits);
      read('mixer');
      // The next move is one of what this one left.
      await programs.ready(disk.name, song.text);
      return true;
    },
    reveal: (range) => song.reveal(range),
    sounding: (places) => {
      song.light(places);
      stage?.feed.lit(places);
    },
    command: (command) => onHost[command](),
    settings: keepLiveSettings,
    tapped: (bpm) => {
      song.isTapping = bpm !== undefined;
      if (bpm !== undefined) status.say(`${bpm} bpm: Enter writes it.`);
    },
    picture: (picture) => stage?.feed.picture(picture),
    startBounce: bounce,
    cancelBounce: () => void server.send({ type: 'cancelBounce' }),
    readBounce: (asked) => void servedBounce(asked).then((sound) => panel.send(sound)),
    transportChanged: (at) => status.transport(at),
    report: (level, message) => status.say(message, level === 'error' ? 'wrong' : undefined),
  },
);
const disk = new Disk(song, makeNotice(place('notice')), {
  send: (message) => server.send(message),
  settled: () => {
    others.lookAgain();
    programs.filesChanged();
    sounds.lookAgain();
    languageServer.filesChanged();
    read('all');
  },
  written: () => languageServer.saved(song.uri),
  changed: () => status.file(disk.name, { dirty: disk.dirty }),
  say: (message, kind) => status.say(message, kind),
});
const server = new ServerLink({
  heard: (message) => {
    if (message.type === 'bounce') panel.send({ type: 'bounce', state: message.state });
    else if (message.type === 'refused') status.say(message.reason, 'wrong');
    else if (message.type === 'other' || message.type === 'otherChanged') {
      others.hear(message);
      if (message.type === 'otherChanged') {
        programs.filesChanged();
        languageServer.filesChanged();
        if (programs.isProgram(disk.name)) read(disk.dirty ? 'mixer' : 'all');
      }
    } else disk.hear(message);
  },
  lost: () =>
    status.say("The studio's server has ended. Start it again to save; the text is still here.", 'wrong'),
  misunderstood: (reason) =>
    status.say(`The server said something that is not understood: ${reason}.`, 'wrong'),
});

let pending: number | undefined;
let stage: StageFrame | undefined;
let cursor = 0;

/** What a program may do with the text that is being run, from the strongest of what was asked. */
let wanted: 'all' | 'mixer' = 'mixer';

function read(swap: 'all' | 'mixer'): void {
  window.clearTimeout(pending);
  pending = undefined;
  const running = programs.ready(disk.name, song.text);
  if (running) {
    if (swap === 'all') wanted = swap;
    const { version } = song;
    // A newer text is run by itself.
    void running.then(() => version === song.version && read(wanted));
    return;
  }
  wanted = 'mixer';
  session.update(song.text, song.version, swap);
  session.cursorAt(cursor);
}

function tell(refusal: string | undefined): void {
  if (refusal !== undefined) status.say(refusal, 'wrong');
}

function toPanel({ panel: action }: Command): ToPanel {
  return { type: 'transport', action: action ?? 'keys' };
}

function atCursor(type: 'playFrom' | 'loopAt' | 'queueAt'): void {
  read('mixer');
  panel.send({ type, bar: session.barAt(song.cursor) });
}

/** Takes the text as it stands, saved or not, and lets what waits come in at once. */
async function swapNow(): Promise<void> {
  const { version } = song;
  read('all');
  await programs.ready(disk.name, song.text);
  if (song.version !== version) return;
  panel.send({ type: 'transport', action: 'swapNow' });
  if (session.playing === 'last good')
    status.say(
      'The text has errors: the last good song plays on. Ctrl+Shift+Backspace goes back to it.',
      'wrong',
    );
}

function toggleAtCursor(flag: 'solo' | 'mute'): void {
  read('mixer');
  void session.toggleAt(flag, song.cursor).then(tell);
}

function openStage(): void {
  if (stage) return;
  stage = new StageFrame(document.body, () => {
    stage = undefined;
    panel.send({ type: 'stage', state: 'closed' });
    song.focus();
  });
  panel.send({ type: 'stage', state: 'open' });
  showOnStage();
}

function showOnStage(): void {
  stage?.feed.song(song.text, languageOf(disk.name)?.id === 'song' ? 'song' : 'typescript', session);
}

function atBar(section: string, run: (bar: number) => void): void {
  read('mixer');
  const bar = session.barOf(section);
  if (bar === undefined) status.say(`${section} does not play in this song.`);
  else run(bar);
}

function bounce(text: string, options: BounceOptions): void {
  if (!server.send({ type: 'startBounce', text, options }))
    status.say("The studio's server has ended: start it again to bounce.", 'wrong');
}

song.onChange(() => {
  showOnStage();
  song.isTapping = false;
  status.file(disk.name, { dirty: disk.dirty });
  window.clearTimeout(pending);
  pending = window.setTimeout(() => read('mixer'), typingPauseMs);
});
song.onProblems((count) => status.problems(count));
song.onCursor((line, column, offset) => {
  status.cursor(line, column);
  // What is being typed is read first; the cursor is told with it.
  cursor = offset;
  stage?.feed.cursor(offset);
  if (pending === undefined) session.cursorAt(offset);
});
makeSplitter(place('desk'), place('splitter'));
const languageServer = startLanguageServer((message) => status.say(message, 'wrong'));
typeSongs().catch((error: unknown) =>
  status.say(
    `Songs in TypeScript have no types: ${error instanceof Error ? error.message : String(error)}`,
    'wrong',
  ),
);
registerGrammar(languageId).catch((error: unknown) =>
  status.say(`The song has no colours: ${error instanceof Error ? error.message : String(error)}`, 'wrong'),
);

// The editor has these keys of its own; here they work wherever the page has the focus.
function pressed(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  if (event.key === 's') disk.save();
  else if (event.key === '.') panel.send({ type: 'transport', action: 'silence' });
  else return;
  event.preventDefault();
}

window.addEventListener('keydown', pressed);
window.addEventListener('beforeunload', (event) => {
  if (disk.dirty) event.preventDefault();
});
