/** What was before and what was taken back, so that a change of settings is never lost; it forgets nothing but the oldest. */
export interface SettingsHistory<T> {
  readonly before: readonly T[];
  readonly now: T;
  readonly after: readonly T[];
  /** What the last change was made at: typing goes on in one step. */
  readonly at: string;
}

/** More steps than anybody goes back. */
const MOST_STEPS = 200;

export const beginHistory = <T>(now: T): SettingsHistory<T> => ({ before: [], now, after: [], at: '' });

/** A further change at the same control, with nothing between, belongs to the step that is there. */
export function changeTo<T>(history: SettingsHistory<T>, now: T, at: string): SettingsHistory<T> {
  if (at !== '' && at === history.at && history.after.length === 0) return { ...history, now };
  return { before: [...history.before, history.now].slice(-MOST_STEPS), now, after: [], at };
}

export function goBack<T>(history: SettingsHistory<T>): SettingsHistory<T> {
  const last = history.before.at(-1);
  if (last === undefined) return history;
  return {
    before: history.before.slice(0, -1),
    now: last,
    after: [history.now, ...history.after],
    at: '',
  };
}

export function goForward<T>(history: SettingsHistory<T>): SettingsHistory<T> {
  const [next, ...after] = history.after;
  if (next === undefined) return history;
  return { before: [...history.before, history.now], now: next, after, at: '' };
}
