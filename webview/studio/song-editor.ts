// Monaco on one song: its text, its look, and edits that are one undo step each.

import {
  editor,
  type IDisposable,
  KeyCode,
  KeyMod,
  languages,
  MarkerSeverity,
  Range,
  Selection,
  Uri,
} from 'monaco-editor';
import { checkSectionGiven, checkValueGiven } from '../../src/protocol/check.ts';
import { type Command, commands as table } from '../../src/protocol/commands.ts';
import { songCommands } from '../../src/protocol/song-commands.ts';
import { differenceOf } from '../../src/song/difference.ts';
import type { TextEdit, Range as TextRange } from '../../src/song/origin.ts';
import { keybindingOf } from './keybinding.ts';
import { defineThemes, followTheme } from './theme.ts';

export const languageId = 'song';

/** The model of a song by its name: address and language. All in small letters: Monaco's LSP client compares so. */
const modelOf = (name: string): { readonly uri: Uri; readonly language: string } =>
  name.toLowerCase().endsWith('.song.ts')
    ? { uri: Uri.parse('file:///studio/song.song.ts'), language: 'typescript' }
    : { uri: Uri.parse('file:///studio/song.song'), language: languageId };

const newModel = (name: string): editor.ITextModel => {
  const { uri, language } = modelOf(name);
  return editor.createModel('', language, uri);
};

export interface SongEditorCommands {
  save(): void;
  /** One of the table of commands. */
  run(command: Command): void;
  queueSection(section: string): void;
  playSection(section: string): void;
  loopSection(section: string): void;
  bounceSection(section: string): void;
  setValue(path: string, value: string): void;
}

export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

const tappingKey = 'codetta.tapping';

const sounding: editor.IModelDecorationOptions = {
  inlineClassName: 'sounding',
  stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
};

export class SongEditor {
  #model: editor.ITextModel;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #lit: editor.IEditorDecorationsCollection;
  readonly #tapping: editor.IContextKey<boolean>;

  constructor(place: HTMLElement, commands: SongEditorCommands) {
    languages.register({ id: languageId, extensions: ['.song'] });
    defineThemes();
    this.#model = newModel('.song');
    this.#editor = editor.create(place, {
      model: this.#model,
      automaticLayout: true,
      minimap: { enabled: false },
      fontSize: 13,
      tabSize: 2,
      scrollBeyondLastLine: false,
      smoothScrolling: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      padding: { top: 8, bottom: 8 },
      fixedOverflowWidgets: true,
      ariaLabel: 'Song text',
    });
    this.#lit = this.#editor.createDecorationsCollection();
    this.#tapping = this.#editor.createContextKey(tappingKey, false);
    followTheme((theme) => editor.setTheme(theme));
    this.#addCommands(commands);
  }

  /** As the language server knows the song. */
  get uri(): string {
    return this.#model.uri.toString();
  }

  get text(): string {
    return this.#model.getValue();
  }

  /** Monaco's own count; every edit and every undo makes another one. */
  get version(): number {
    return this.#model.getVersionId();
  }

  /** Where the undo stack stands: the same value again means the same text. */
  get undoPlace(): number {
    return this.#model.getAlternativeVersionId();
  }

  onChange(changed: () => void): IDisposable {
    return this.#editor.onDidChangeModelContent(changed);
  }

  onProblems(changed: (count: ProblemCount) => void): IDisposable {
    return editor.onDidChangeMarkers(() => {
      const markers = editor.getModelMarkers({ resource: this.#model.uri });
      const count = (severity: MarkerSeverity): number =>
        markers.filter((marker) => marker.severity === severity).length;
      changed({ errors: count(MarkerSeverity.Error), warnings: count(MarkerSeverity.Warning) });
    });
  }

  onCursor(moved: (line: number, column: number, offset: number) => void): IDisposable {
    return this.#editor.onDidChangeCursorPosition(({ position }) =>
      moved(position.lineNumber, position.column, this.#model.getOffsetAt(position)),
    );
  }

  /** The first text, of the file of that name: nothing to undo before it. */
  open(text: string, name: string): void {
    if (modelOf(name).uri.toString() !== this.#model.uri.toString()) {
      const before = this.#model;
      this.#model = newModel(name);
      this.#editor.setModel(this.#model);
      before.dispose();
    }
    this.#model.setValue(text);
    this.#editor.focus();
  }

  /** Another program's text: only what differs is touched, so that cursor, folds and undo stay. */
  replaceAll(text: string): void {
    const difference = differenceOf(this.text, text);
    if (difference) this.apply([difference]);
  }

  /** One undo step of its own. */
  apply(edits: readonly TextEdit[]): void {
    this.#model.pushStackElement();
    const operations = edits.map(({ range, text }) => ({
      range: this.#range(range),
      text,
      forceMoveMarkers: true,
    }));
    this.#model.pushEditOperations(this.#editor.getSelections() ?? [], operations, () => null);
    this.#model.pushStackElement();
  }

  /** Lights up what sounds; no letter moves. */
  light(places: readonly TextRange[]): void {
    this.#lit.set(places.map((place) => ({ range: this.#range(place), options: sounding })));
  }

  reveal(range: TextRange): void {
    const { startLineNumber, startColumn, endLineNumber, endColumn } = this.#range(range);
    this.#editor.setSelection(new Selection(startLineNumber, startColumn, endLineNumber, endColumn));
    this.#editor.revealRangeInCenterIfOutsideViewport(this.#range(range));
    this.#editor.focus();
  }

  focus(): void {
    this.#editor.focus();
  }

  /** Offset of the cursor. */
  get cursor(): number {
    return this.#model.getOffsetAt(this.#editor.getPosition() ?? { lineNumber: 1, column: 1 });
  }

  /** Whether Enter writes a tempo that was tapped. */
  set isTapping(tapping: boolean) {
    this.#tapping.set(tapping);
  }

  nextProblem(): void {
    this.#editor.focus();
    this.#editor.trigger('studio', 'editor.action.marker.nextInFiles', null);
  }

  #range({ from, to }: TextRange): Range {
    return Range.fromPositions(this.#model.getPositionAt(from), this.#model.getPositionAt(to));
  }

  #addCommands(commands: SongEditorCommands): void {
    const add = (id: string, label: string, key: number, run: () => void): void => {
      this.#editor.addAction({ id, label, keybindings: [key], run });
    };
    add('codetta.save', 'Codetta: Save', KeyMod.CtrlCmd | KeyCode.KeyS, commands.save);
    for (const command of table) {
      this.#editor.addAction({
        id: command.id,
        label: `Codetta: ${command.title}`,
        keybindings: [keybindingOf(command)].filter((key) => key !== undefined),
        run: () => commands.run(command),
      });
    }
    // Enter writes a tapped tempo, and nothing else.
    this.#editor.addCommand(
      KeyCode.Enter,
      () => commands.run(table.find(({ panel }) => panel === 'writeTempo')!),
      tappingKey,
    );
    // Silence has taken the key of the quick fix.
    add('codetta.quickFix', 'Quick Fix...', KeyMod.Alt | KeyCode.Enter, () =>
      this.#editor.trigger('studio', 'editor.action.quickFix', null),
    );
    // What the lenses over the text run, with what the language server gave them.
    const onSection = (id: string, run: (section: string) => void): void => {
      editor.registerCommand(id, (_services, given: unknown) => {
        const checked = checkSectionGiven(given);
        if (checked.ok) run(checked.message.section);
      });
    };
    onSection(songCommands.play, commands.playSection);
    onSection(songCommands.loop, commands.loopSection);
    onSection(songCommands.queue, commands.queueSection);
    onSection(songCommands.bounce, commands.bounceSection);
    editor.registerCommand(songCommands.set, (_services, given: unknown) => {
      const checked = checkValueGiven(given);
      if (checked.ok) commands.setValue(checked.message.path, checked.message.value);
    });
  }
}
