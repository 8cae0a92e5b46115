/** What a change is about, as the trail says it: the fields that differ, as they were and as they are to be. */
export interface ChangedFields<Fields extends object> {
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
}

/** The fields of two flat records that differ; lists are compared in their order. Both sides are empty when none does. */
export function changedFields<Fields extends object>(was: Fields, will: Fields): ChangedFields<Fields> {
  const keys = (Object.keys(will) as (keyof Fields)[]).filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(will[key]),
  );
  const only = (fields: Fields): Partial<Fields> =>
    Object.fromEntries(keys.map((key) => [key, fields[key]])) as Partial<Fields>;
  return { before: only(was), after: only(will) };
}
