/** A choice of how to look at things stays with the browser; a browser that forbids storage simply forgets it. */
export function remembered<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  try {
    const stored = localStorage.getItem(`yuheng.${key}`);
    return allowed.find((one) => one === stored) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`yuheng.${key}`, value);
  } catch {
    // Storage is forbidden or full: the choice holds until the page is left.
  }
}
