// The commands of the table as package.json says them, and the page of all keys: `npm run docs` writes both, and a test
// holds package.json to the table. What VS Code alone knows (menus, the walkthrough) is written by hand.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Command, commands, macKey, shownKey } from '../protocol/commands.ts';

const inRoot = (file: string): string =>
  path.join(path.dirname(fileURLToPath(import.meta.url)), '../..', file);

const inSong = 'editorLangId == song || resourceFilename =~ /\\.song\\.ts$/';
const inText = `editorTextFocus && (${inSong})`;

/** `contributes.commands` */
export const contributedCommands = () =>
  commands.map(({ id, title, icon, needs }) => ({
    command: id,
    category: 'Codetta',
    title,
    ...(icon && { icon: `$(${icon})` }),
    ...(needs && { enablement: needs === 'trust' ? 'isWorkspaceTrusted' : inSong }),
  }));

/** `contributes.keybindings`: all in the text of songs alone. */
export const contributedKeys = () => [
  ...commands.flatMap((command) => {
    const { id, key } = command;
    const mac = macKey(command);
    return key ? [{ command: id, key, ...(mac !== key && { mac }), when: inText }] : [];
  }),
  {
    command: commands.find(({ panel }) => panel === 'writeTempo')!.id,
    key: 'enter',
    // A suggestion, a rename and the like have Enter first.
    when: `codetta.tapping && !suggestWidgetVisible && ${inText}`,
  },
  // Silence has taken the key of the quick fix.
  {
    command: 'editor.action.quickFix',
    key: 'alt+enter',
    when: `editorTextFocus && editorHasCodeActionsProvider && !editorReadonly && !findWidgetVisible && (${inSong})`,
  },
];

const row = (command: Command): string => {
  const { title, does, key, panelKey } = command;
  const keyed = (shown: string | undefined): string => (shown ? `\`${shownKey(shown)}\`` : '');
  const mac = macKey(command);
  return `| ${title} | ${does} | ${keyed(key)} | ${mac !== key ? keyed(mac) : ''} | ${keyed(panelKey)} |`;
};

const displacedRows = commands.flatMap(({ key, title, displaces = [] }) =>
  displaces.map(({ was, instead }) => `| \`${shownKey(key!)}\` | ${was} | ${title} | ${instead} |`),
);

export const keysPage = (): string => `# Keys

Every command is in the palette, behind \`Codetta:\`. Keys of the text work in the text of a song, in VS Code and in the
studio; \`Alt+M L\` is \`Alt+M\`, then \`L\`. In the panel they work as well, and so do the short ones of the last column, where no
field has the keyboard. \`?\` in the panel shows this page.

| command | does | in the text | on a Mac | in the panel |
|---|---|---|---|---|
${commands.map(row).join('\n')}

While a tempo is tapped, \`Enter\` in the text writes it, save where a suggestion waits for it.
On the stage: \`T\` the next theme, \`F\` the whole screen, \`+\` and \`-\` the size of the type, \`Q\` closes it.

## What they take the place of

A performer's hands know \`Ctrl+Enter\` and \`Ctrl+.\` from other instruments of code, and silence must be one press away: in the
text of a song they are ours. Everywhere else they stay what they are in VS Code.

| key | in VS Code | in a song | instead |
|---|---|---|---|
${displacedRows.join('\n')}
`;

function write(): void {
  const file = inRoot('package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  manifest.contributes.commands = contributedCommands();
  manifest.contributes.keybindings = contributedKeys();
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  fs.writeFileSync(inRoot('docs/keys.md'), keysPage());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) write();
