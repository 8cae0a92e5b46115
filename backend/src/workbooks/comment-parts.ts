import { columnNumber } from './column-number';
import { decoded, eachTag, textIn } from './workbook-xml';

/** What is said of a cell of a workbook, and by whom. */
export interface WrittenComment {
  readonly cell: string;
  readonly author: string;
  readonly text: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Text as XML writes it; control characters, which XML has no way to say, are left out. */
export const encoded = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
    // eslint-disable-next-line no-control-regex -- these are the characters meant
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

/** The comments that stand in a sheet, as plain text. */
export function commentsIn(xml: string): WrittenComment[] {
  const authors: string[] = [];
  eachTag(xml, 'author', (_, inner) => authors.push(decoded(inner)));
  const comments: WrittenComment[] = [];
  eachTag(xml, 'comment', (tag, inner) => {
    const cell = /\bref="([A-Z]{1,3}[1-9]\d{0,6})"/.exec(tag)?.[1];
    const author = authors[Number(/\bauthorId="(\d+)"/.exec(tag)?.[1])] ?? '';
    if (cell !== undefined) comments.push({ cell, author, text: textIn(inner) });
  });
  return comments;
}

export function commentsXml(comments: readonly WrittenComment[]): string {
  const authors = [...new Set(comments.map(({ author }) => author))];
  const places = new Map(authors.map((author, place) => [author, place]));
  const written = comments.map(
    ({ cell, author, text }) =>
      `<comment ref="${cell}" authorId="${places.get(author)}"><text><r><t xml:space="preserve">${encoded(text)}</t></r></text></comment>`,
  );
  return `${HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>${authors
    .map((author) => `<author>${encoded(author)}</author>`)
    .join('')}</authors><commentList>${written.join('')}</commentList></comments>`;
}

/** The boxes in which Excel and WPS show the comments: beside their cells, hidden until somebody points at one. */
export function commentBoxes(comments: readonly WrittenComment[]): string {
  const boxes = comments.map(({ cell, text }, index) => {
    const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const [row, column] = [Number(digits) - 1, columnNumber(letters) - 1];
    // As high as the text needs at some twenty Chinese characters a line.
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 20), 1);
    const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 5, 15, row + lines, 4].join(', ');
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
}
