// The pages of the checks in the studio: shown as a person reads them, behind the studio's own door, and
// reached from the problem in the editor.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { htmlOf, titleOf } from '../../src/studio/markdown.ts';
import { type Studio, startStudio } from '../../src/studio/server.ts';
import { endBrowser, openStudio } from './studio-page.ts';

suite('Markdown as our pages use it', () => {
  const cases: readonly [what: string, markdown: string, html: string][] = [
    ['a heading', '# A & `b`', '<h1>A &amp; <code>b</code></h1>'],
    ['a paragraph over lines', 'one\ntwo\n\nthree', '<p>one two</p>\n<p>three</p>'],
    [
      'code as it stands',
      '```song\na < "b"\n\n  c\n```',
      '<pre><code>a &lt; &quot;b&quot;\n\n  c</code></pre>',
    ],
    ['a list whose items go on', '- one\n  more\n- two', '<ul><li>one more</li><li>two</li></ul>'],
    [
      'a table',
      '| a | b |\n|---|---|\n| [X](X.md) | y |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><a href="X.md">X</a></td><td>y</td></tr></tbody></table>',
    ],
    ['no HTML of the text', '<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
    ['no script in a link', '[x](javascript:alert)', '<p>[x](javascript:alert)</p>'],
    ['nothing inside code', '`**a** [b](c)`', '<p><code>**a** [b](c)</code></p>'],
    ['a fence that never ends', '```\na', '<pre><code>a</code></pre>'],
  ];
  for (const [what, markdown, html] of cases) test(what, () => assert.equal(htmlOf(markdown), html));

  test('leaves nothing of its signs in the pages of the checks', () => {
    for (const name of fs.readdirSync(inRoot('docs/checks'))) {
      const markdown = fs.readFileSync(inRoot('docs/checks', name), 'utf8');
      assert.notEqual(titleOf(markdown), '', name);
      const bare = htmlOf(markdown).replace(/<code>[\s\S]*?<\/code>/g, '');
      assert.doesNotMatch(bare, /`|\*\*|\]\(|^#|^\|/m, name);
    }
  });
});

suite('The pages of the checks', () => {
  let folder: string;
  let studio: Studio;
  suiteSetup(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-pages-'));
    fs.writeFileSync(path.join(folder, 'a.song'), 'song "A" { }\n');
    studio = await startStudio({ file: path.join(folder, 'a.song') });
  });
  suiteTeardown(async () => {
    await studio.close();
    fs.rmSync(folder, { recursive: true, force: true });
    await endBrowser();
  });

  const ask = (address: string, headers: Record<string, string> = {}): Promise<Response> => {
    const url = new URL(address, studio.url);
    if (!('anonymous' in headers))
      url.searchParams.set('token', new URL(studio.url).searchParams.get('token')!);
    return fetch(url, { headers });
  };

  test('are pages to read, which can do nothing', async () => {
    const answer = await ask('/checks/ARR1.md');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type')!, /^text\/html/);
    assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'nonce-/);
    const page = await answer.text();
    assert.match(page, /<h1>ARR1: /);
    assert.match(page, /<title>ARR1: [^<]+ - Codetta<\/title>/);
    assert.match(await (await ask('/checks/')).text(), /<a href="ARR1.md">ARR1<\/a>/);
  });

  test('are for who has the token, and for no page of another site', async () => {
    assert.equal((await ask('/checks/ARR1.md', { anonymous: '1' })).status, 401);
    assert.equal((await ask('/checks/ARR1.md', { origin: 'http://evil.example' })).status, 403);
  });

  test('lead nowhere else', async () => {
    for (const name of [
      'NO1.md',
      '..%2f..%2fpackage.json',
      '%2e%2e/package.json',
      'ARR1',
      'arr1.md/',
      '/ARR1.md',
    ])
      assert.equal((await ask(`/checks/${name}`)).status, 404, name);
  });

  test('open from the problem in the editor', async () => {
    const open = await openStudio();
    try {
      await open.replace('instrument: tone', 'instrument: tune');
      await open.page.locator('#editor .squiggly-error').first().waitFor();
      await open.putBehind('instrument: tu');
      await open.page.keyboard.press('Control+k');
      await open.page.keyboard.press('Control+i');
      const link = open.page.locator('.monaco-hover a', { hasText: 'ARR1' });
      await link.waitFor();
      const [page] = await Promise.all([open.page.context().waitForEvent('page'), link.click()]);
      await page.getByRole('heading', { level: 1, name: /^ARR1: / }).waitFor();
      assert.equal(new URL(page.url()).search, '', 'the address of a page has no token in it');
      assert.deepEqual(open.errors, []);
    } finally {
      await open.close();
    }
  });
});
