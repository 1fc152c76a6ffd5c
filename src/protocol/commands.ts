// The commands, each declared once: package.json (palette, keys), the studio's editor, the panel's keys and docs/keys.md
// are made from this table, and a test holds them to it. What a command does is the host's or the panel's own.

/** Carried out by the panel, where the sound is. */
export const panelActions = [
  'play',
  'pause',
  'toggle',
  'stop',
  'silence',
  'toStart',
  'loop',
  'swapNow',
  'swapPoint',
  'unqueue',
  'follow',
  'metronome',
  'countIn',
  'tap',
  'writeTempo',
  'nudgeUp',
  'nudgeDown',
  'nudgeBack',
  'keys',
] as const;
export type PanelAction = (typeof panelActions)[number];

/** Carried out by the host, where the text is. */
export const hostActions = [
  'newSong',
  'openPanel',
  'playFromHere',
  'loopHere',
  'queueHere',
  'swapNow',
  'soloTrack',
  'muteTrack',
  'revert',
  'bounce',
  'stage',
] as const;
export type HostAction = (typeof hostActions)[number];

export interface Command {
  readonly id: `codetta.${string}`;
  /** In the palette, behind `Codetta:`. */
  readonly title: string;
  /** For docs and the overview: what a performer gets. */
  readonly does: string;
  readonly panel?: PanelAction;
  readonly host?: HostAction;
  /** A codicon. */
  readonly icon?: string;
  /** In the text of a song, in VS Code's words; a chord is two presses. */
  readonly key: string;
  /** On a Mac, where it is not `key` with cmd for ctrl. */
  readonly mac?: string;
  /** In the panel, where no field has the keyboard. */
  readonly panelKey?: string;
  /** What VS Code has on `key` while the text of a song has the keyboard, and where it is instead. */
  readonly displaces?: readonly Displaced[];
  /** Only where VS Code says so. */
  readonly needs?: 'song' | 'trust';
}

/** A command of VS Code that a key of ours takes the place of, in songs. */
export interface Displaced {
  readonly command: string;
  readonly was: string;
  readonly instead: string;
}

export const commands: readonly Command[] = [
  {
    id: 'codetta.newSong',
    title: 'New Song',
    does: 'a new song, from a template',
    host: 'newSong',
    icon: 'new-file',
    key: 'alt+m n',
  },
  {
    id: 'codetta.openPanel',
    title: 'Open Panel',
    does: 'the panel: transport, arrangement, mixer',
    host: 'openPanel',
    icon: 'settings',
    key: 'alt+m o',
  },
  {
    id: 'codetta.playPause',
    title: 'Play/Pause',
    does: 'plays, and pauses',
    panel: 'toggle',
    icon: 'play',
    key: 'alt+m p',
    panelKey: 'Space',
  },
  {
    id: 'codetta.playFromHere',
    title: 'Play from Here',
    does: 'plays from the cursor',
    host: 'playFromHere',
    icon: 'run-below',
    key: 'ctrl+enter',
    displaces: [
      { command: 'editor.action.insertLineAfter', was: 'a new line below', instead: '`End`, then `Enter`' },
    ],
    needs: 'song',
  },
  {
    id: 'codetta.loopHere',
    title: 'Loop the Section at the Cursor',
    does: 'plays the section at the cursor, round and round',
    host: 'loopHere',
    icon: 'sync',
    key: 'alt+m l',
    needs: 'song',
  },
  {
    id: 'codetta.queueHere',
    title: 'Queue the Section at the Cursor',
    does: 'brings in the section at the cursor at the next beat, bar or cycle',
    host: 'queueHere',
    icon: 'debug-step-over',
    key: 'alt+m q',
    needs: 'song',
  },
  {
    id: 'codetta.unqueue',
    title: 'Take Back the Queued Section',
    does: 'takes back what is queued',
    panel: 'unqueue',
    key: 'alt+m u',
    panelKey: 'u',
  },
  {
    id: 'codetta.swapNow',
    title: 'Swap Now',
    does: 'takes the text as it stands, and lets what waits come in at once',
    host: 'swapNow',
    icon: 'zap',
    key: 'ctrl+alt+enter',
    displaces: [
      {
        command: 'editor.action.replaceAll',
        was: 'replace all, while the find box is open',
        instead: 'the same key in the box itself, or its button',
      },
    ],
  },
  {
    id: 'codetta.swapPoint',
    title: 'Swap at Beat, Bar or Cycle',
    does: 'changes where edits come in: beat, bar, cycle',
    panel: 'swapPoint',
    key: 'alt+m a',
    panelKey: 'a',
  },
  {
    id: 'codetta.followCursor',
    title: 'Follow Cursor',
    does: 'plays whatever section the cursor is in; again: no more',
    panel: 'follow',
    icon: 'target',
    key: 'alt+m f',
    panelKey: 'f',
  },
  {
    id: 'codetta.loop',
    title: 'Loop',
    does: 'repeats the section that plays; again: no more',
    panel: 'loop',
    key: 'alt+m r',
    panelKey: 'l',
  },
  {
    id: 'codetta.toStart',
    title: 'Back to the Start',
    does: 'goes to the start of the song',
    panel: 'toStart',
    key: 'alt+m home',
    panelKey: 'Home',
  },
  {
    id: 'codetta.stop',
    title: 'Stop',
    does: 'stops, and goes back to the start',
    panel: 'stop',
    icon: 'debug-stop',
    key: 'alt+m x',
  },
  {
    id: 'codetta.silence',
    title: 'Silence',
    does: 'everything quiet, at once',
    panel: 'silence',
    icon: 'mute',
    key: 'ctrl+.',
    displaces: [
      { command: 'editor.action.quickFix', was: 'quick fixes', instead: '`Alt+Enter`, or the lamp' },
      {
        command: 'editor.changePasteType',
        was: 'how to paste, while its button shows',
        instead: 'the button',
      },
      { command: 'editor.changeDropType', was: 'how to drop, while its button shows', instead: 'the button' },
    ],
  },
  {
    id: 'codetta.revert',
    title: 'Revert to Last Good',
    does: 'the text goes back to what sounds, in one undo step',
    host: 'revert',
    icon: 'discard',
    key: 'ctrl+shift+backspace',
  },
  {
    id: 'codetta.soloTrack',
    title: 'Solo the Track at the Cursor',
    does: 'writes or takes back `solo` of the track at the cursor',
    host: 'soloTrack',
    key: 'alt+m s',
    needs: 'song',
  },
  {
    id: 'codetta.muteTrack',
    title: 'Mute the Track at the Cursor',
    does: 'writes or takes back `mute` of the track at the cursor',
    host: 'muteTrack',
    key: 'alt+m m',
    needs: 'song',
  },
  {
    id: 'codetta.tapTempo',
    title: 'Tap Tempo',
    does: 'tap it in time: the panel shows the tempo, Enter writes it',
    panel: 'tap',
    key: 'alt+b',
    mac: 'ctrl+alt+b',
    panelKey: 't',
  },
  {
    id: 'codetta.writeTempo',
    title: 'Write the Tapped or Nudged Tempo',
    does: 'writes the tempo that was tapped or nudged into the text',
    panel: 'writeTempo',
    key: 'alt+m w',
    panelKey: 'Enter',
  },
  {
    id: 'codetta.nudgeUp',
    title: 'Nudge the Tempo Up',
    does: 'a little faster, until it is written or taken back',
    panel: 'nudgeUp',
    key: 'alt+m up',
    panelKey: ']',
  },
  {
    id: 'codetta.nudgeDown',
    title: 'Nudge the Tempo Down',
    does: 'a little slower, until it is written or taken back',
    panel: 'nudgeDown',
    key: 'alt+m down',
    panelKey: '[',
  },
  {
    id: 'codetta.nudgeBack',
    title: 'Take Back the Tempo Nudge',
    does: 'the tempo of the text again; forgets what was tapped',
    panel: 'nudgeBack',
    key: 'alt+m t',
    panelKey: 'Backspace',
  },
  {
    id: 'codetta.metronome',
    title: 'Metronome',
    does: 'a click on each beat, never in a bounce; again: none',
    panel: 'metronome',
    icon: 'watch',
    key: 'alt+m k',
    panelKey: 'k',
  },
  {
    id: 'codetta.countIn',
    title: 'Count-In',
    does: 'no count-in, one bar, two bars',
    panel: 'countIn',
    key: 'alt+m c',
    panelKey: 'c',
  },
  {
    id: 'codetta.bounce',
    title: 'Bounce...',
    does: 'the song as a file',
    host: 'bounce',
    icon: 'export',
    key: 'alt+m b',
    needs: 'trust',
  },
  {
    id: 'codetta.stage',
    title: 'Stage View',
    does: 'the code in large type with what sounds lit, for a projector',
    host: 'stage',
    icon: 'device-desktop',
    key: 'alt+m v',
    panelKey: 'v',
  },
  {
    id: 'codetta.keys',
    title: 'Show Keys',
    does: 'this overview',
    panel: 'keys',
    icon: 'keyboard',
    key: 'alt+m h',
    panelKey: '?',
  },
];

/** The keys on a Mac: cmd for ctrl, and ctrl for the alt that types letters there. */
export const macKey = ({ key, mac }: Command): string | undefined =>
  mac ?? key?.replace(/^ctrl\+/, 'cmd+').replace(/^alt\+m /, 'ctrl+m ');

const names: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  cmd: 'Cmd',
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  backspace: 'Backspace',
  home: 'Home',
  space: 'Space',
  up: 'Up',
  down: 'Down',
};

/** Keys as a person reads them: `Alt+M L`. */
export const shownKey = (key: string): string =>
  key
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map((part) => names[part.toLowerCase()] ?? part.toUpperCase())
        .join('+'),
    )
    .join(' ');
