#!/usr/bin/env node
// Stands in for VS Code's `code` program: takes the arguments that @vscode/test-electron passes, runs
// the extension's tests in a VS Code server shown in a headless browser, and ends with their code.
//
//   code.mjs [FOLDER] --extensionDevelopmentPath=PATH --extensionTestsPath=PATH [others: ignored]

import path from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../chromium.mjs';
import { startServer } from './server.mjs';

const limitSeconds = 300;

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const value = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  if (!extension || !tests) {
    console.error('code.mjs: --extensionDevelopmentPath= and --extensionTestsPath= are needed');
    return 2;
  }
  const folder = args.find((arg) => !arg.startsWith('-'));
  const server = await startServer({ trust: args.includes('--disable-workspace-trust') });
  // npm's or the runner's end is ours: the browser and the server go with us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  let browser;
  try {
    browser = await chromium.launch(launchOptions());
    return await runTests(
      browser,
      server.pageUrl({
        extension: path.resolve(extension),
        tests: path.resolve(tests),
        ...(folder ? { folder: path.resolve(folder) } : {}),
      }),
    );
  } finally {
    await browser?.close();
    server.stop();
  }
}

async function runTests(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const said = [];
  page.on('pageerror', (error) => said.push(String(error)));
  await page.exposeFunction('codeAutomationLog', (type, words) =>
    said.push(`${type}: ${words.map(asText).join(' ')}`),
  );
  const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  const tooLong = new Promise((resolve) => setTimeout(resolve, limitSeconds * 1000, 'too long').unref());
  await page.goto(url);
  const code = await Promise.race([ended, tooLong]);
  if (code === 0) return 0;
  // What the window said matters only when something failed.
  if (code === 'too long') console.error(`The tests in the editor did not end within ${limitSeconds} s.`);
  console.error(said.slice(-60).join('\n'));
  return typeof code === 'number' ? code : 1;
}

function asText(word) {
  return typeof word === 'string' ? word : JSON.stringify(word);
}
