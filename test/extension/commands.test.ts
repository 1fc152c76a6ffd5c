// The commands are declared once: what VS Code is told of them is the table's, and each can be carried out.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { contributedCommands, contributedKeys, keysPage } from '../../src/build/contributed-commands.ts';
import { inRoot } from '../../src/build/root.mjs';
import { commands, hostActions, macKey, panelActions } from '../../src/protocol/commands.ts';
import {
  metronomeLevels,
  mostCountIn,
  swapPoints,
  usualLiveSettings,
} from '../../src/protocol/live-settings.ts';
import { stageThemes } from '../../src/protocol/stage.ts';

const { contributes } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));

suite('The commands', () => {
  test('are in package.json as the table has them (npm run docs writes them)', () => {
    assert.deepEqual(contributes.commands, contributedCommands());
    assert.deepEqual(contributes.keybindings, contributedKeys());
  });

  test('are on the page of keys as the table has them', () => {
    assert.equal(fs.readFileSync(inRoot('docs/keys.md'), 'utf8'), keysPage());
  });

  test('each do something, and everything that can be done is a command', () => {
    for (const { id, panel, host } of commands) assert.ok((panel === undefined) !== (host === undefined), id);
    const named = commands.flatMap(({ panel, host }) => panel ?? host ?? []);
    assert.equal(new Set(named).size, named.length);
    const withoutName = [...panelActions, ...hostActions].filter(
      (action) => !(named as string[]).includes(action),
    );
    // Play and pause are one command, `toggle`.
    assert.deepEqual([...new Set(withoutName)], ['play', 'pause']);
  });

  test('have a key each, and titles alike: in capitals, without a full stop, with dots where more is asked', () => {
    for (const { id, key, title } of commands) {
      assert.match(key, /^((ctrl|alt|shift)[+])+\S+( \S+)?$/, id);
      for (const word of title.replace(/\.\.\.$/, '').split(/[ /-]/))
        assert.match(word, /^([A-Z][a-z]*|at|the|or|from|to),?$/, `${title}: ${word}`);
    }
  });

  test('work where a song is written, .song and .song.ts alike, and nowhere else', () => {
    for (const { command, when } of contributes.keybindings) {
      assert.match(when, /editorTextFocus/, command);
      assert.ok(
        when.includes('(editorLangId == song || resourceFilename =~ /\\.song\\.ts$/)'),
        `${command}: ${when}`,
      );
    }
    for (const { command, enablement } of contributes.commands)
      if (enablement?.includes('song'))
        assert.match(enablement, /editorLangId == song \|\| .*\.song/, command);
  });

  test('have no two the same key, and no key that begins the chord of another', () => {
    for (const keys of [
      commands.flatMap(({ key }) => key ?? []),
      commands.flatMap((command) => macKey(command) ?? []),
      commands.flatMap(({ panelKey }) => panelKey ?? []),
    ]) {
      assert.equal(new Set(keys).size, keys.length, keys.join(', '));
      for (const key of keys) assert.ok(!keys.some((other) => other.startsWith(`${key} `)), key);
    }
  });

  test('that a performer reaches for have one key', () => {
    for (const id of ['playFromHere', 'swapNow', 'silence', 'revert', 'tapTempo'])
      assert.match(commands.find((command) => command.id === `codetta.${id}`)!.key!, /^\S+$/, id);
  });
});

suite('The settings of playing live', () => {
  const { properties } = contributes.configuration;

  test('are in package.json with their ranges and what is usual', () => {
    assert.deepEqual(properties['codetta.swap'].enum, [...swapPoints]);
    assert.equal(properties['codetta.countIn'].maximum, mostCountIn);
    assert.equal(properties['codetta.metronomeLevel'].minimum, metronomeLevels.min);
    assert.equal(properties['codetta.metronomeLevel'].maximum, metronomeLevels.max);
    for (const [name, usual] of Object.entries(usualLiveSettings))
      assert.equal(properties[`codetta.${name}`].default, usual, name);
  });

  test('have the themes of the stage', () => {
    assert.deepEqual(properties['codetta.stage.theme'].enum, [...stageThemes]);
  });
});
