/** The keys in which two versions of the same thing differ, in the order of the first. Lists count by their content. */
export function changedKeys<T extends object>(one: T, other: T): (keyof T & string)[] {
  const keys = Object.keys(one) as (keyof T & string)[];
  return keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

/**
 * What was typed, laid over what somebody else stored meanwhile: a field that was changed here keeps what was typed,
 * every other one takes what is stored now.
 * Example: opened {a: 1, b: 1}, now {a: 2, b: 1}, typed {a: 1, b: 3} → {a: 2, b: 3}.
 */
export function rebase<T extends object>(opened: T, now: T, typed: T): T {
  const own = changedKeys(opened, typed).map((key) => [key, typed[key]]);
  return { ...now, ...Object.fromEntries(own) } as T;
}
