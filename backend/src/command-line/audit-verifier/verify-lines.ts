import { isUtf8 } from 'node:buffer';
import type { ChainCheck } from './chain-check';
import { checkedEntry, type CheckedEntry } from './checked-entry';

const [SPACE, TAB, RETURN, COMMA] = [0x20, 0x09, 0x0d, 0x2c];
const END = ']}';

/** What the lines read so far ask of the next one. */
type Due = 'entryOrEnd' | 'entry' | 'end' | 'nothing';

/**
 * Takes the lines of an export after its first, as the program writes them: one entry a line, a comma behind each but the
 * last, then `]}`. An entry must stand there to the byte as it was written; white space around it is none of its bytes
 * (another system may have changed the ends of lines). A line that cannot be read is one defect, the next line counts again.
 */
export class LineCheck {
  private due: Due = 'entryOrEnd';
  private isReadable = true;

  constructor(private readonly check: ChainCheck) {}

  /** False when there is nothing more to read: what stands behind the end was written down. */
  line(bytes: Buffer): boolean {
    const line = withoutSpace(bytes);
    if (line.length === 0) return true;
    if (this.due === 'nothing') {
      this.check.brokenOff();
      return false;
    }
    if (line.length === END.length && line.toString('latin1') === END) this.end();
    else this.entry(line);
    return true;
  }

  /** After the last line. */
  finish(): void {
    if (this.due !== 'nothing' && this.isReadable) this.check.brokenOff();
  }

  private end(): void {
    if (this.due === 'entry') this.check.brokenOff();
    this.due = 'nothing';
  }

  private entry(line: Buffer): void {
    if (this.due === 'end') this.check.notSeparated();
    const hasComma = line.at(-1) === COMMA;
    const bytes = hasComma ? line.subarray(0, -1) : line;
    const text = isUtf8(bytes) ? bytes.toString('utf8') : null;
    const entry = text === null ? null : readEntry(text);
    this.isReadable = entry !== null;
    if (entry) this.check.entry(entry, entry.written === text);
    else this.check.unreadable();
    if (entry) this.due = hasComma ? 'entry' : 'end';
    else this.due = 'entryOrEnd';
  }
}

function readEntry(text: string): CheckedEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return checkedEntry(value);
}

const isSpace = (byte: number | undefined): boolean => byte === SPACE || byte === TAB || byte === RETURN;

function withoutSpace(bytes: Buffer): Buffer {
  let [from, to] = [0, bytes.length];
  while (from < to && isSpace(bytes[from])) from += 1;
  while (to > from && isSpace(bytes[to - 1])) to -= 1;
  return bytes.subarray(from, to);
}
