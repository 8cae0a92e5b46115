import type { HeadingOrdinal, SourcePlace, TextSection, TextSentence } from './official-text';
import { type SourceLine, withoutJunk } from './source-lines';

/** A line, or the part of it that starts at `from` of its scan. */
export interface PassageLine {
  readonly line: SourceLine;
  readonly from: number;
}

interface Piece extends PassageLine {
  /** Where the piece starts in the passage's text. */
  readonly start: number;
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

/** The words of one project under one heading: what the parser scans, with the way back to the file. */
export interface Passage {
  readonly heading: HeadingOrdinal;
  /** Scans of the lines that are not blank, joined by a line feed. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly sentences: readonly Sentence[];
}

const SENTENCE_END = /[。;!?\n]/g;

/** Index of the last element that starts at or before the offset; the elements are in order of their starts. */
function indexAt(elements: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((elements[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function passageOf(heading: HeadingOrdinal, lines: readonly PassageLine[]): Passage {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const { line, from } of lines) {
    const text = line.scan.slice(from);
    if (text === '') continue;
    pieces.push({ line, from, start });
    texts.push(text);
    start += text.length + 1;
  }
  const bare = { heading, text: texts.join('\n'), pieces, sentences: [] };
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (end: number): void => {
    if (end > from) sentences.push({ start: from, end, printed: printed(bare, from, end) });
    from = end;
  };
  for (const match of bare.text.matchAll(SENTENCE_END)) {
    close(match[0] === '\n' ? match.index : match.index + 1);
    if (match[0] === '\n') from = match.index + 1;
  }
  close(bare.text.length);
  return { ...bare, sentences };
}

export const isBlank = (passage: Passage): boolean => passage.text === '';

/** The 1-based line of an offset. */
export const lineAt = (passage: Passage, offset: number): number =>
  passage.pieces[indexAt(passage.pieces, offset)]?.line.number ?? 1;

/** What stands in the file between two offsets, `to` excluded, without editor junk. */
export function printed(passage: Pick<Passage, 'pieces'>, from: number, to: number): string {
  const parts: string[] = [];
  for (let at = indexAt(passage.pieces, from); at < passage.pieces.length; at += 1) {
    const piece = passage.pieces[at];
    if (!piece || piece.start >= to) break;
    const { columns, raw } = piece.line;
    const begin = columns[piece.from + Math.max(from - piece.start, 0)];
    if (begin === undefined) continue;
    const last = columns[Math.min(piece.from + to - piece.start, columns.length) - 1] ?? begin;
    parts.push(withoutJunk(raw.slice(begin, last + 1)));
  }
  return parts.join('');
}

/** Where a figure stands: its line and column, the clause from `clauseStart` to `clauseEnd`, its sentence. */
export function placeOf(passage: Passage, offset: number, clause: readonly [number, number]): SourcePlace {
  const piece = passage.pieces[indexAt(passage.pieces, offset)];
  const column = piece ? (piece.line.columns[piece.from + offset - piece.start] ?? 0) : 0;
  return {
    heading: passage.heading,
    line: piece?.line.number ?? 1,
    column: column + 1,
    clause: printed(passage, clause[0], clause[1]),
    sentence: sentenceAt(passage, offset),
  };
}

/** The sentence around an offset, as printed. */
export const sentenceAt = (passage: Passage, offset: number): string =>
  passage.sentences[indexAt(passage.sentences, offset)]?.printed ?? '';

/** The passage as its reader should see it. */
export function sectionOf(passage: Passage): TextSection {
  const lines = passage.pieces.map((piece) => ({
    text: withoutJunk(piece.line.raw.slice(piece.line.columns[piece.from] ?? 0)),
    number: piece.line.number,
  }));
  return {
    text: lines.map(({ text }) => text).join('\n'),
    firstLine: lines[0]?.number ?? 0,
    lastLine: lines.at(-1)?.number ?? 0,
  };
}

export const sentencesOf = (passage: Passage): readonly TextSentence[] =>
  passage.sentences.map((sentence) => ({ text: sentence.printed, line: lineAt(passage, sentence.start) }));
