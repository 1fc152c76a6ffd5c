// Small guards for messages: each says in words what is wrong with a value, or nothing.
// They look at plain data only (numbers, text, lists, objects, buffers), as structured cloning leaves it.

/** Says what is wrong with `value`, which stands at `at`; undefined where it is right. */
export type Guard = (value: unknown, at: string) => string | undefined;

const must = (right: boolean, at: string, what: string): string | undefined =>
  right ? undefined : `${at} must be ${what}`;

export const flag: Guard = (value, at) => must(typeof value === 'boolean', at, 'true or false');
export const finite: Guard = (value, at) =>
  must(typeof value === 'number' && Number.isFinite(value), at, 'a finite number');
export const count: Guard = (value, at) =>
  must(Number.isSafeInteger(value) && (value as number) >= 0, at, 'a whole number from 0');

export const between =
  (min: number, max: number): Guard =>
  (value, at) =>
    must(typeof value === 'number' && value >= min && value <= max, at, `a number from ${min} to ${max}`);

/** Text of at most `most` UTF-16 units. */
export const text =
  (most: number): Guard =>
  (value, at) =>
    must(typeof value === 'string' && value.length <= most, at, `text of at most ${most} characters`);

export const oneOf =
  (choices: readonly unknown[]): Guard =>
  (value, at) =>
    must(choices.includes(value), at, `one of ${choices.join(', ')}`);

/** An object of the language's own library, by its tag: it may come from another frame. */
export const builtIn =
  (name: 'ArrayBuffer' | 'Float32Array' | 'Uint32Array' | 'Int8Array'): Guard =>
  (value, at) =>
    must(
      Object.prototype.toString.call(value) === `[object ${name}]`,
      at,
      `${/^[AI]/.test(name) ? 'an' : 'a'} ${name}`,
    );

export const optional =
  (guard: Guard): Guard =>
  (value, at) =>
    value === undefined ? undefined : guard(value, at);

export const list =
  (guard: Guard, most: number): Guard =>
  (value, at) => {
    if (!Array.isArray(value) || value.length > most) return `${at} must be a list of at most ${most}`;
    for (let index = 0; index < value.length; index++) {
      const wrong = guard(value[index], `${at}[${index}]`);
      if (wrong) return wrong;
    }
    return undefined;
  };

/** A list of exactly these, in this order. */
export const row =
  (...guards: readonly Guard[]): Guard =>
  (value, at) => {
    if (!Array.isArray(value) || value.length !== guards.length)
      return `${at} must be a list of ${guards.length}`;
    return first(guards.map((guard, index) => () => guard(value[index], `${at}[${index}]`)));
  };

/** An object with these fields; others are ignored. */
export const fields =
  (guards: Readonly<Record<string, Guard>>): Guard =>
  (value, at) => {
    if (!isObject(value)) return `${at} must be an object`;
    return first(
      Object.entries(guards).map(
        ([name, guard]) =>
          () =>
            guard(own(value, name), `${at}.${name}`),
      ),
    );
  };

/** An object of a union: the field `tag` says which of `kinds` it is. */
export const union =
  (tag: string, kinds: Readonly<Record<string, Guard>>): Guard =>
  (value, at) => {
    if (!isObject(value)) return `${at} must be an object`;
    const kind = own(value, tag);
    if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
      return `${at}.${tag} must be one of ${Object.keys(kinds).join(', ')}`;
    return kinds[kind]?.(value, at);
  };

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Inherited fields are none of the message's: `type` must not come from a prototype.
const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

const first = (checks: readonly (() => string | undefined)[]): string | undefined => {
  for (const check of checks) {
    const wrong = check();
    if (wrong) return wrong;
  }
  return undefined;
};
