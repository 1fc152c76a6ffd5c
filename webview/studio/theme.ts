// The editor's colours: Monaco's own themes, with rules for what our grammar names and Monaco does not.

import { editor } from 'monaco-editor';

type Theme = 'codetta-dark' | 'codetta-light' | 'hc-black' | 'hc-light';

interface Palette {
  readonly name: string;
  readonly type: string;
  readonly parameter: string;
  readonly number: string;
  readonly unit: string;
}

const dark: Palette = {
  name: '9CDCFE',
  type: '4EC9B0',
  parameter: 'C8C8C8',
  number: 'B5CEA8',
  unit: '8FB58A',
};
const light: Palette = {
  name: '001080',
  type: '267F99',
  parameter: '3B3B3B',
  number: '098658',
  unit: '4C8B6B',
};

const rules = ({ name, type, parameter, number, unit }: Palette): editor.ITokenThemeRule[] => [
  { token: 'entity.name', foreground: name },
  { token: 'variable', foreground: name },
  { token: 'entity.name.type', foreground: type },
  { token: 'support.class', foreground: type },
  { token: 'support.type', foreground: type },
  { token: 'support.function', foreground: type },
  { token: 'storage', foreground: type },
  { token: 'support.type.property-name', foreground: parameter },
  { token: 'variable.parameter', foreground: parameter },
  { token: 'constant.numeric', foreground: number },
  { token: 'constant.other', foreground: number },
  { token: 'constant.language', foreground: number },
  { token: 'keyword.other.unit', foreground: unit },
];

export function defineThemes(): void {
  editor.defineTheme('codetta-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: rules(dark),
    colors: { 'editor.background': '#1f1f1f' },
  });
  editor.defineTheme('codetta-light', { base: 'vs', inherit: true, rules: rules(light), colors: {} });
}

/** Calls `use` now and whenever the system's colours change. */
export function followTheme(use: (theme: Theme) => void): void {
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const choose = (): void => {
    if (contrast.matches) use(darkness.matches ? 'hc-black' : 'hc-light');
    else use(darkness.matches ? 'codetta-dark' : 'codetta-light');
  };
  darkness.addEventListener('change', choose);
  contrast.addEventListener('change', choose);
  choose();
}
