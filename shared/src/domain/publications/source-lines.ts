/**
 * A line of the file in two forms. `scan` is what the parser reads: editor junk and white space left out (a space
 * between two digits stays, because leaving it out would make two numbers one), full-width letters, digits and
 * punctuation turned into half-width ones. `columns[i]` is where scan[i] stands in `raw`.
 */
export interface SourceLine {
  readonly number: number;
  readonly raw: string;
  readonly scan: string;
  readonly columns: readonly number[];
}

/** One kind of editor junk, with how often and where first it was seen. */
export interface JunkSeen {
  readonly token: string;
  readonly line: number;
  count: number;
}

export interface SourceText {
  readonly lines: readonly SourceLine[];
  readonly junk: readonly JunkSeen[];
}

/**
 * What word processors leave behind: bookmarks, comments and tags of HTML, conditional marks, invisible characters.
 * Every repetition is bounded, so that a long run of opening brackets costs no more than its length.
 */
const JUNK =
  // eslint-disable-next-line no-control-regex -- invisible control characters are the junk that is looked for
  /\[\s{0,3}bookmark\s{0,3}[:：][^[\]]{0,80}\]|\[(?:if\s[^[\]]{0,40}|endif)\]|<!--[^<>]{0,200}-->|<\/?[a-z][a-z0-9:]{0,12}(?:\s[^<>]{0,200})?\/?>|&nbsp;|[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gi;

/** Page numbers and ruled lines stand alone on their line. */
const JUNK_LINE = /^(?:[-—–]{1,2}\d{1,4}[-—–]{1,2}|第\d{1,4}页(?:,?共\d{1,4}页)?|[-—–_=*~]{3,})$/;

const MOST_JUNK_KINDS = 20;

/** The text as printed, without editor junk and without white space at its ends. */
export const withoutJunk = (raw: string): string => raw.replace(JUNK, '').trim();

function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code === 0x2212 ? '-' : character;
}

const isSpace = (character: string): boolean => /\s/.test(character);
const isNumeral = (character: string | undefined): boolean =>
  character !== undefined && /[0-9.,]/.test(character);

/** Reads one line; `onJunk` hears of each junk token. */
function scanLine(raw: string, number: number, onJunk: (token: string) => void): SourceLine {
  const kept: string[] = [];
  const columns: number[] = [];
  let spaceAt = -1;
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      const character = halfWidth(raw.charAt(at));
      if (isSpace(character)) {
        if (spaceAt < 0) spaceAt = at;
        continue;
      }
      if (spaceAt >= 0 && isNumeral(kept.at(-1)) && isNumeral(character)) {
        kept.push(' ');
        columns.push(spaceAt);
      }
      spaceAt = -1;
      kept.push(character);
      columns.push(at);
    }
  };
  let from = 0;
  for (const match of raw.matchAll(JUNK)) {
    take(from, match.index);
    from = match.index + match[0].length;
    onJunk(match[0]);
  }
  take(from, raw.length);
  const scan = kept.join('');
  if (!JUNK_LINE.test(scan)) return { number, raw, scan, columns };
  onJunk(raw.trim());
  return { number, raw, scan: '', columns: [] };
}

const printable = (token: string): string =>
  token.length === 1
    ? `U+${token.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    : token.slice(0, 60);

/** Splits a text at CRLF, LF or CR and reads each line. Linear in the length of the text. */
export function readSourceLines(text: string): SourceText {
  const seen = new Map<string, JunkSeen>();
  const lines = text.split(/\r\n|\n|\r/).map((raw, index) =>
    scanLine(raw, index + 1, (token) => {
      const name = printable(token);
      const known = seen.get(name);
      if (known) known.count += 1;
      else if (seen.size < MOST_JUNK_KINDS) seen.set(name, { token: name, line: index + 1, count: 1 });
    }),
  );
  return { lines, junk: [...seen.values()] };
}
