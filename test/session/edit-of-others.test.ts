// Two windows on one file: what the other one changed comes into the text of this one.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { editOfOthers } from '../../src/session/edit-of-others.ts';

const base = 'track a { level: -9dB }\ntrack b { level: -9dB }\n';

const both = (mine: string, theirs: string): string | undefined => {
  const edit = editOfOthers(base, mine, theirs);
  if (edit === 'clash' || !edit) return edit;
  return mine.slice(0, edit.range.from) + edit.text + mine.slice(edit.range.to);
};

suite('What another window has saved', () => {
  test('comes in beside what was typed here, before it and behind it', () => {
    const theirs = base.replace('-9dB', '-8dB');
    assert.equal(both(`${base}// mine\n`, theirs), `${theirs}// mine\n`);
    const below = base.replace('b { level: -9dB', 'b { level: -8dB');
    assert.equal(both(`// mine\n${base}`, below), `// mine\n${below}`);
  });

  test('clashes where both have changed the same number', () =>
    assert.equal(both(base.replace('-9dB', '-7dB'), base.replace('-9dB', '-8dB')), 'clash'));

  test('is nothing where nothing was saved, or the same', () => {
    assert.equal(both(`${base}// mine`, base), undefined);
    assert.equal(both(base.replace('-9dB', '-8dB'), base.replace('-9dB', '-8dB')), undefined);
  });
});
