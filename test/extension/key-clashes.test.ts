// Our keys beside VS Code's own: which of its commands have the same key while the text of a song has the keyboard. The
// list is what VS Code 1.139 on Linux shows under "Open Default Keyboard Shortcuts (JSON)", for our keys; chats and
// terminals, which have a keyboard of their own, are left out of it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { contributedKeys } from '../../src/build/contributed-commands.ts';
import { inRoot } from '../../src/build/root.mjs';
import { commands } from '../../src/protocol/commands.ts';

type Row = readonly [key: string, command: string, when: string];
const theirs: readonly Row[] = JSON.parse(fs.readFileSync(inRoot('test/extension/vscode-keys.json'), 'utf8'));

/** What can be so while the text of an editor has the keyboard; all else is a sign that something else has it. */
const inText = new Set([
  'editorTextFocus',
  'textInputFocus',
  'editorFocus',
  'inputFocus',
  'editorHasCodeActionsProvider',
  'findWidgetVisible',
  'pasteWidgetVisible',
  'dropWidgetVisible',
  'suggestWidgetVisible',
  'suggestWidgetHasFocusedSuggestion',
  'suggestionMakesTextEdit',
  'acceptSuggestionOnEnter',
]);

/** Whether `when` can hold there, with what is named in `never` not so. */
const canHold = (when: string, never: ReadonlySet<string> = new Set()): boolean =>
  when === '' ||
  when.split('||').some((all) =>
    all
      .split('&&')
      .map((one) => one.trim())
      .every((one) => one.startsWith('!') || (inText.has(one) && !never.has(one))),
  );

/** What the `when` of a key of ours rules out. */
const ruledOut = (when: string): ReadonlySet<string> =>
  new Set([...when.matchAll(/!(\w+)/g)].map(([, name]) => name!));

const clashes = (): readonly string[] =>
  contributedKeys().flatMap(({ key, command, when }) =>
    theirs
      .filter(
        ([theirKey, theirCommand, theirWhen]) =>
          (theirKey === key || theirKey.startsWith(`${key} `) || key.startsWith(`${theirKey} `)) &&
          theirCommand !== command &&
          canHold(theirWhen, ruledOut(when)),
      )
      .map(([, theirCommand]) => `${key}: ${theirCommand}`),
  );

suite("The keys, beside VS Code's own", () => {
  test('take the place of nothing in the text but what is meant, and said', () => {
    const meant = commands.flatMap(({ key, displaces = [] }) =>
      displaces.map(({ command }) => `${key}: ${command}`),
    );
    assert.deepEqual([...clashes()].sort(), meant.sort());
  });

  test('are looked up in a list that knows them', () => {
    // A list that had lost its lines would find nothing.
    const first = new Set(theirs.map(([key]) => key));
    for (const key of [
      'ctrl+enter',
      'ctrl+.',
      'ctrl+alt+enter',
      'ctrl+shift+backspace',
      'alt+enter',
      'enter',
    ])
      assert.ok(first.has(key), key);
  });

  test('are ours in the text of songs alone', () => {
    for (const { key, when } of contributedKeys()) {
      assert.match(when, /editorTextFocus/, key);
      assert.match(when, /editorLangId == song/, key);
    }
  });
});
