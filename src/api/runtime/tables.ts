// What the runtime knows of the vocabulary; src/build/api-module.ts puts it in its place.

export interface Tables {
  readonly instruments: readonly string[];
  /** Those that Tone.js plays, without `tone.` before them. */
  readonly hosted: readonly string[];
  readonly transforms: readonly {
    readonly names: readonly string[];
    readonly standsAlone: boolean;
    readonly parameters: readonly {
      readonly kind: 'pattern' | 'transform' | 'text' | 'value';
      readonly several?: true;
      /** What is written where it is left out. */
      readonly default?: string;
    }[];
  }[];
}

declare const codettaTables: Tables;
export const tables: Tables = codettaTables;
