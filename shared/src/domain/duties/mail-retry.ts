/** So many days a mail that could not be sent is tried again. */
export const MAIL_KEPT_DAYS = 3;

const FIRST_MINUTES = 5;
const MOST_MINUTES = 240;

/** After how many minutes a mail is tried again: 5, 10, 20 … and from the seventh failure on every four hours. */
export const retryMinutes = (failures: number): number =>
  Math.min(MOST_MINUTES, FIRST_MINUTES * 2 ** Math.min(Math.max(0, failures - 1), 10));
