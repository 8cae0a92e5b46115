import path from 'node:path';
import { commentBoxes, commentsIn, commentsXml, type WrittenComment } from './comment-parts';
import { partsOf, relationsIn, textOf, visibleSheets, type Relation } from './workbook-parts';
import { soundEntries } from './workbook-refusals';
import { zipOf } from './zip-of';

/** A cell of a sheet, and what is said of it. */
export interface CellComment {
  readonly cell: string;
  readonly text: string;
}

type Parts = Map<string, Buffer>;

/** By which our comments are known when a marked workbook is marked again. */
const AUTHOR = '玉衡 Yuheng';
const [COMMENTS_ID, BOXES_ID] = ['yuhengComments', 'yuhengBoxes'];
/** True for every cell, and known again. */
const SIGN = '玉衡';
const ALWAYS = `"${SIGN}"="${SIGN}"`;
const RED = 'FFFFC7CE';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const BOXES_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** What stands in a sheet after its comments' boxes, and what after its conditional formats (ECMA-376, CT_Worksheet). */
const AFTER_BOXES = 'legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst';
const AFTER_FORMATS = `dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|${AFTER_BOXES}`;

/**
 * The workbook with a comment and a red ground in each of the cells, written into its text: a list of 10,000 rows takes
 * some tenths of a second, and every cell, style, choice and lock stays as its sender made it. Comments of others stay, as
 * plain text; what was marked by an earlier call is marked no more.
 * @throws Error where the workbook was not read before: it is refused by `soundEntries`, or has no such visible sheet.
 */
export function markWorkbook(bytes: Buffer, table: string, comments: readonly CellComment[]): Buffer {
  const entries = soundEntries(bytes);
  if (!entries.ok) throw new Error('A workbook that may not be read is marked.');
  const parts = partsOf(entries.value);
  const sheet = visibleSheets(parts).find(({ name }) => name === table);
  if (!sheet) throw new Error(`The workbook has no visible sheet ${table}.`);
  const marked = comments.filter(({ cell }) => /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell));
  colour(parts, sheet.path, marked);
  comment(parts, sheet.path, marked);
  return zipOf(parts);
}

/** A red ground as a conditional format: no cell and no style of a cell is touched. */
function colour(parts: Parts, sheet: string, marked: readonly CellComment[]): void {
  const xml = withoutOurs(textOf(parts, sheet));
  const style = addRedStyle(parts);
  if (style === null || marked.length === 0) return void parts.set(sheet, Buffer.from(xml));
  let highest = 0;
  for (const [, said] of xml.matchAll(/\bpriority="(\d{1,9})"/g)) highest = Math.max(highest, Number(said));
  const cells = marked.map(({ cell }) => cell).join(' ');
  const format = (p: string): string =>
    `<${p}conditionalFormatting sqref="${cells}"><${p}cfRule type="expression" dxfId="${style}" priority="${highest + 1}"><${p}formula>${ALWAYS}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  parts.set(sheet, Buffer.from(insertedBefore(xml, AFTER_FORMATS, format)));
}

/** Goes from end to end of the formats: a text in which none of many ends is not searched again for each of them. */
function withoutOurs(xml: string): string {
  if (!xml.includes(SIGN)) return xml;
  const pieces = xml.split(/(<\/(?:\w+:)?conditionalFormatting>)/);
  let kept = '';
  for (let index = 0; index < pieces.length; index += 2) {
    const [before = '', end = ''] = [pieces[index], pieces[index + 1]];
    const at = end === '' ? -1 : before.lastIndexOf(`<${end.slice(2, -1)}`);
    const isOurs = at >= 0 && before.includes(SIGN, at);
    kept += isOurs ? before.slice(0, at) : before + end;
  }
  return kept;
}

/** @returns the number of the new style; null where the workbook has no styles at all */
function addRedStyle(parts: Parts): number | null {
  const xml = textOf(parts, 'xl/styles.xml');
  const p = /<((?:\w+:)?)styleSheet[\s>]/.exec(xml)?.[1];
  if (p === undefined) return null;
  const all = stylesIn(xml);
  const before = all?.inner ?? '';
  const count = before.match(/<(?:\w+:)?dxf[\s/>]/g)?.length ?? 0;
  const red = `<${p}dxf><${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${RED}"/><${p}bgColor rgb="${RED}"/></${p}patternFill></${p}fill></${p}dxf>`;
  const styles = `<${p}dxfs count="${count + 1}">${before}${red}</${p}dxfs>`;
  if (all) parts.set('xl/styles.xml', Buffer.from(xml.slice(0, all.from) + styles + xml.slice(all.to)));
  else {
    const from = Math.max(0, xml.search(/<\/(?:\w+:)?cellXfs>/), xml.search(/<\/(?:\w+:)?cellStyles>/));
    const next = xml
      .slice(from)
      .search(/<(?:\w+:)?(?:tableStyles|colors|extLst)[\s/>]|<\/(?:\w+:)?styleSheet>/);
    const at = next < 0 ? xml.length : from + next;
    parts.set('xl/styles.xml', Buffer.from(xml.slice(0, at) + styles + xml.slice(at)));
  }
  return count;
}

/** The styles of conditional formats: where they stand in the text, and each of them. */
function stylesIn(
  xml: string,
): { readonly from: number; readonly to: number; readonly inner: string } | null {
  const begin = /<((?:\w+:)?)dxfs(?:\s[^<>]*)?>/.exec(xml);
  if (!begin) return null;
  const [tag, prefix] = begin;
  const [from, inside] = [begin.index, begin.index + tag.length];
  if (tag.endsWith('/>')) return { from, to: inside, inner: '' };
  const end = `</${prefix}dxfs>`;
  const at = xml.indexOf(end, inside);
  return at < 0 ? null : { from, to: at + end.length, inner: xml.slice(inside, at) };
}

function comment(parts: Parts, sheet: string, marked: readonly CellComment[]): void {
  const relations = `${path.posix.dirname(sheet)}/_rels/${path.posix.basename(sheet)}.rels`;
  const found = relationsIn(textOf(parts, relations));
  const boxesTag = /<(?:\w+:)?legacyDrawing(\s[^<>]*)>/.exec(textOf(parts, sheet))?.[1] ?? '';
  const boxesId = /\s\w+:id="([^"]*)"/.exec(boxesTag)?.[1];
  const comments = found.find(({ type }) => type.endsWith('/comments'));
  if (!comments && marked.length === 0) return;
  const boxes = found.find(({ id, type }) => id === boxesId && type.endsWith('/vmlDrawing'));
  const commentsPath = comments ? placeOf(sheet, comments) : freePath(parts, 'xl/comments', '.xml');
  const boxesPath = boxes ? placeOf(sheet, boxes) : freePath(parts, 'xl/drawings/vmlDrawing', '.vml');
  const cells = new Set(marked.map(({ cell }) => cell));
  const kept = commentsIn(textOf(parts, commentsPath)).filter(
    ({ cell, author }) => author !== AUTHOR && !cells.has(cell),
  );
  const all: WrittenComment[] = [...kept, ...marked.map((one) => ({ ...one, author: AUTHOR }))];
  parts.set(commentsPath, Buffer.from(commentsXml(all)));
  parts.set(boxesPath, Buffer.from(commentBoxes(all)));
  // Threads of comments say again what the comments say, and would contradict them.
  let xml = textOf(parts, relations).replace(/<(?:\w+:)?Relationship\s[^<>]*>/g, (tag) =>
    tag.includes('/threadedComment"') ? '' : tag,
  );
  xml ||= `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${PACKAGE}"></Relationships>`;
  const beside = (place: string): string => path.posix.relative(path.posix.dirname(sheet), place);
  if (!comments) xml = related(xml, { id: COMMENTS_ID, type: 'comments', target: beside(commentsPath) });
  if (!boxes) {
    xml = related(xml, { id: BOXES_ID, type: 'vmlDrawing', target: beside(boxesPath) });
    parts.set(sheet, Buffer.from(withBoxes(textOf(parts, sheet))));
  }
  parts.set(relations, Buffer.from(xml));
  declare(parts, commentsPath);
}

const placeOf = (sheet: string, { target }: Relation): string =>
  target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(sheet), target);

function freePath(parts: Parts, start: string, end: string): string {
  let number = 1;
  while (parts.has(`${start}${number}${end}`)) number += 1;
  return `${start}${number}${end}`;
}

const related = (xml: string, { id, type, target }: Relation): string =>
  withLast(
    xml,
    'Relationships',
    (p) => `<${p}Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );

function withBoxes(xml: string): string {
  const declared = new RegExp(`xmlns:(\\w+)="${RELATIONS}"`).exec(xml)?.[1];
  const named = declared === undefined ? `xmlns:r="${RELATIONS}" r:id` : `${declared}:id`;
  const plain = xml.replace(/<(?:\w+:)?legacyDrawing\s[^<>]*?\/>/, '');
  return insertedBefore(plain, AFTER_BOXES, (p) => `<${p}legacyDrawing ${named}="${BOXES_ID}"/>`);
}

function declare(parts: Parts, commentsPath: string): void {
  const types = '[Content_Types].xml';
  let xml = textOf(parts, types);
  if (!/\bExtension="vml"/i.test(xml))
    xml = withLast(xml, 'Types', (p) => `<${p}Default Extension="vml" ContentType="${BOXES_TYPE}"/>`);
  if (!xml.includes(`PartName="/${commentsPath}"`)) {
    const override = `Override PartName="/${commentsPath}" ContentType="${COMMENTS_TYPE}"`;
    xml = withLast(xml, 'Types', (p) => `<${p}${override}/>`);
  }
  parts.set(types, Buffer.from(xml));
}

/** One more child at the end of the element that holds all of a part. */
function withLast(xml: string, root: string, child: (prefix: string) => string): string {
  const open = xml.replace(
    new RegExp(`<((?:\\w+:)?)${root}(\\s[^<>]*?)?/>`),
    (_, prefix: string, said = '') => `<${prefix}${root}${String(said)}></${prefix}${root}>`,
  );
  return open.replace(new RegExp(`</((?:\\w+:)?)${root}>`), (end, prefix: string) => child(prefix) + end);
}

/** One more child of a worksheet, before the first of those that have to come after it. */
function insertedBefore(xml: string, following: string, child: (prefix: string) => string): string {
  const prefix = /<((?:\w+:)?)worksheet[\s>]/.exec(xml)?.[1] ?? '';
  // Views that people keep for themselves hold elements of the same names.
  const start = Math.max(
    0,
    ...['sheetData', 'customSheetViews'].map((name) => xml.search(new RegExp(`</(?:\\w+:)?${name}>`))),
  );
  const next = xml
    .slice(start)
    .search(new RegExp(`<(?:\\w+:)?(?:${following})[\\s/>]|</(?:\\w+:)?worksheet>`));
  const at = next < 0 ? xml.length : start + next;
  return xml.slice(0, at) + child(prefix) + xml.slice(at);
}
