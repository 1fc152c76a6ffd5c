// Writes src/vocabulary/tone-table.ts: every class of the installed Tone.js that a song may use as `tone.X`,
// with its options, their kinds and defaults, as Tone.js itself and its types say them. Run by `npm run docs`
// with Node 24; what it writes is committed, and a test holds it against the Tone.js that is installed.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

const target = new URL('../vocabulary/tone-table.ts', import.meta.url);

type Defaults = Readonly<Record<string, unknown>>;
type ToneClass = (new () => unknown) & { getDefaults?: () => Defaults };

/** What a class is to a song: by the folder of Tone.js that it stands in. */
const roles = [
  { folder: '/instrument/', role: 'instrument' },
  { folder: '/source/', role: 'source' },
  { folder: '/effect/', role: 'effect' },
  { folder: '/component/filter/', role: 'effect' },
  { folder: '/component/dynamics/', role: 'effect' },
] as const;

/** Played by what they are given, made of other instruments, or one part of another effect. */
const others = new Set(['PolySynth', 'LFO', 'PhaseShiftAllpass']);

/** Options that are not the song's: they call back, or Codetta sets them itself. */
const ours = new Set(['context', 'mute', 'autostart', 'channelCount', 'units', 'convert']);

/** Every class, in the order of the alphabet. */
export async function toneRows(): Promise<readonly Row[]> {
  (globalThis as { TONE_SILENCE_LOGGING?: boolean }).TONE_SILENCE_LOGGING = true;
  const tone = (await import('tone')) as unknown as Readonly<Record<string, ToneClass>>;
  const entry = createRequire(import.meta.url)
    .resolve('tone')
    .replace(/index\.js$/, 'index.d.ts');
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    skipLibCheck: true,
    types: [],
    strict: true,
  });
  const checker = program.getTypeChecker();
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!)
    .flatMap((symbol) => row(checker, tone, symbol))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The text of the generated file. */
const tableSource = (rows: readonly Row[]): string =>
  [
    '// Made by src/build/tone-table.ts from the Tone.js that is installed. Do not edit: `npm run docs` writes it anew.',
    '',
    "/** What Tone.js calls an option's kind, and what it is where nobody sets it. */",
    'export type ToneOption = readonly [path: string, kind: string, fallback: string | number | boolean | null];',
    '',
    'export interface ToneRow {',
    '  readonly name: string;',
    "  readonly role: 'instrument' | 'source' | 'effect';",
    '  readonly options: readonly ToneOption[];',
    '}',
    '',
    'export const toneTable: readonly ToneRow[] = [',
    ...rows.flatMap(({ name, role, options }) => [
      '  {',
      `    name: '${name}',`,
      `    role: '${role}',`,
      '    options: [',
      ...options.map((option) => `      [${option.map(literal).join(', ')}],`),
      '    ],',
      '  },',
    ]),
    '];',
    '',
  ].join('\n');

interface Row {
  readonly name: string;
  readonly role: (typeof roles)[number]['role'];
  readonly options: readonly Option[];
}

type Option = readonly [path: string, kind: string, fallback: string | number | boolean | null];

function row(
  checker: ts.TypeChecker,
  tone: Readonly<Record<string, ToneClass>>,
  symbol: ts.Symbol,
): readonly Row[] {
  const { name } = symbol;
  const made = tone[name];
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const file = real.declarations?.[0]?.getSourceFile().fileName ?? '';
  const role = roles.find(({ folder }) => file.includes(folder))?.role;
  if (!role || others.has(name) || !made?.getDefaults || !/^[A-Z]/.test(name)) return [];
  const type = checker.getTypeOfSymbol(real);
  if (!isPlayable(checker, type)) return [];
  const options = checker.getPropertyOfType(type, 'getDefaults')!;
  const [signature] = checker.getSignaturesOfType(checker.getTypeOfSymbol(options), ts.SignatureKind.Call);
  const given = signature!.getReturnType();
  // What is played from a file has no place in a song that may fetch nothing.
  if (checker.getPropertiesOfType(given).some((one) => /^(url|urls|baseUrl)$/.test(one.name))) return [];
  const defaults = made.getDefaults();
  const isChain = role === 'source' && !inherits(made, 'Source');
  const isOther = role === 'instrument' && !inherits(made, 'Instrument');
  if (isChain || isOther) return [];
  return [{ name, role, options: optionsOf(checker, given, defaults, '', role === 'source') }];
}

/** Whether it can be made, and has somewhere to come out. */
function isPlayable(checker: ts.TypeChecker, type: ts.Type): boolean {
  const [made] = checker.getSignaturesOfType(type, ts.SignatureKind.Construct);
  if (!made) return false;
  const output = checker.getPropertyOfType(made.getReturnType(), 'output');
  return output !== undefined;
}

function inherits(made: ToneClass, base: string): boolean {
  for (let one = Object.getPrototypeOf(made); one?.name; one = Object.getPrototypeOf(one))
    if (one.name === base) return true;
  return false;
}

/** @param isPitched  a source's frequency is that of its note */
function optionsOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  defaults: Defaults,
  prefix: string,
  isPitched: boolean,
): readonly Option[] {
  return propertiesOf(checker, type, defaults).flatMap((property): readonly Option[] => {
    const { name } = property;
    if (ours.has(name) || name.startsWith('on') || (isPitched && name === 'frequency')) return [];
    const fallback = defaults[name];
    const path = prefix + name;
    const own = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    if (typeof fallback === 'object' && fallback !== null && !Array.isArray(fallback))
      return optionsOf(checker, own, fallback as Defaults, `${path}.`, false);
    const kind = kindOf(checker, property, own);
    return kind === undefined ? [] : [[path, kind, plainOf(fallback)]];
  });
}

/** Of a type with several forms, all that its defaults name. */
function propertiesOf(checker: ts.TypeChecker, type: ts.Type, defaults: Defaults): readonly ts.Symbol[] {
  const forms = type.isUnion() ? type.types : [type];
  const common = checker.getPropertiesOfType(type);
  const further = Object.keys(defaults).flatMap((name) => {
    if (common.some((property) => property.name === name)) return [];
    const form = forms.find((one) => checker.getPropertyOfType(one, name));
    return form ? [checker.getPropertyOfType(form, name)!] : [];
  });
  return [...common, ...further];
}

/** As its declaration names it, or its words with a bar between. */
function kindOf(checker: ts.TypeChecker, property: ts.Symbol, type: ts.Type): string | undefined {
  const declaration = property.valueDeclaration ?? property.declarations?.[0];
  const named = declaration && ts.isPropertySignature(declaration) ? declaration.type?.getText() : undefined;
  if (type.getCallSignatures().length > 0) return undefined;
  const words = type.isUnion() ? type.types : [type];
  const isCurve = words.some((one) => one.isStringLiteral()) && checker.typeToString(type) !== 'string';
  if (words.every((one) => one.isStringLiteral() || (isCurve && checker.isArrayType(one)))) {
    const all = words.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    return [...new Set(all.filter((word) => !/\d$/.test(word)))].join('|');
  }
  if (words.every((one) => one.isNumberLiteral()))
    return words.map((one) => String((one as ts.NumberLiteralType).value)).join('|');
  if (checker.typeToString(type) === 'boolean') return 'true|false';
  if (checker.typeToString(type) === 'number[]') return 'number[]';
  if (!named || !/^[\w.]+$/.test(named)) return undefined;
  return named.replace(/^Unit\./, '');
}

const plainOf = (fallback: unknown): string | number | boolean | null =>
  typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean'
    ? fallback
    : null;

const literal = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

if (import.meta.main) fs.writeFileSync(target, tableSource(await toneRows()));
