import { decoded, eachTag } from './workbook-xml';
import type { ZipEntry } from './zip-entries';

/** The files of a workbook by their place in it. */
export type WorkbookParts = ReadonlyMap<string, Buffer>;

/** By which a part names another one. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  /** As it is written: beside the part, or from the root of the workbook. */
  readonly target: string;
}

export const partsOf = (entries: readonly ZipEntry[]): Map<string, Buffer> =>
  new Map(entries.map(({ name, content }) => [name.replace(/^\/+/, ''), content]));

export const textOf = (parts: WorkbookParts, path: string): string => parts.get(path)?.toString('utf8') ?? '';

export function relationsIn(xml: string): Relation[] {
  const relations: Relation[] = [];
  eachTag(xml, 'Relationship', (tag) => {
    const said = (name: string): string => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    relations.push({ id: said('Id'), type: said('Type'), target: said('Target') });
  });
  return relations;
}

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** The sheets of a workbook that can be seen, in their order. */
export function visibleSheets(parts: WorkbookParts): { readonly name: string; readonly path: string }[] {
  const relations = relationsIn(textOf(parts, 'xl/_rels/workbook.xml.rels'));
  const paths = new Map(
    relations.map(({ id, target }) => [id, target.startsWith('/') ? target.slice(1) : `xl/${target}`]),
  );
  const sheets: { name: string; path: string }[] = [];
  eachTag(textOf(parts, 'xl/workbook.xml'), 'sheet', (tag) => {
    const path = paths.get(/\b\w+:id="([^"]*)"/.exec(tag)?.[1] ?? '');
    const isHidden = /\bstate="(?:hidden|veryHidden)"/.test(tag);
    // What stands elsewhere was not looked at before it is read.
    if (path && !isHidden && WORKSHEET.test(path)) {
      sheets.push({ name: decoded(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ''), path });
    }
  });
  return sheets;
}
