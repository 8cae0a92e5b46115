import type { Unsent, UnsentStore } from './save-queue';

/**
 * What was typed and not yet sent, in the storage of the tab under the account that typed it: another account in the
 * same tab never sees it. A browser that forbids storage keeps it for as long as the page is open.
 */
export function unsentStorage<Entry>(account: string, sheet: string): UnsentStore<Entry> {
  const key = `yuheng.unsent.${account}.${sheet}`;
  return {
    read: () => {
      try {
        const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
        return Array.isArray(stored) ? (stored as Unsent<Entry>[]) : [];
      } catch {
        return [];
      }
    },
    write: (rows) => {
      try {
        if (rows.length > 0) sessionStorage.setItem(key, JSON.stringify(rows));
        else sessionStorage.removeItem(key);
      } catch {
        // Storage is forbidden or full: what was typed stays on the open page.
      }
    },
  };
}
