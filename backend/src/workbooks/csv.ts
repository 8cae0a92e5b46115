/**
 * A cell that a spreadsheet would run as a formula is written as text: an apostrophe before = + - @, tab and carriage
 * return (OWASP, CSV injection). Plain numbers stay numbers, negative ones too.
 */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV (RFC 4180) with a byte order mark, so that Excel and WPS read Chinese; lines end with CRLF. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(harmless(String(cell)))).join(',')).join('\r\n')}\r\n`;
