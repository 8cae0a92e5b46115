import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { OtherSheet, SheetItem, SheetKind, SheetRule, SheetTerm } from './sheet';

/** What a sheet is called where another one speaks of it. */
export const SHEET_NAMES: Readonly<Record<SheetKind, Bilingual>> = {
  inspection: bilingual('督查表', 'inspection sheet'),
  spending: bilingual('支出表', 'spending sheet'),
  workload: bilingual('工作量表', 'workload sheet'),
};

/** A term that names an item of another kind of sheet. */
export type OtherTerm = Extract<SheetTerm, { readonly sheet: SheetKind }>;

/** An item of another sheet as a sentence names it: 支出表的在岗人数. */
export const nameInOther = (sheet: SheetKind, name: Bilingual): Bilingual =>
  bilingual(`${SHEET_NAMES[sheet].zh}的${name.zh}`, `the ${SHEET_NAMES[sheet].en}’s ${name.en}`);

/** The item that a term names, if that sheet asks it. */
export const itemOfOther = (
  others: readonly OtherSheet[],
  { sheet, figure }: OtherTerm,
): SheetItem | undefined => others.find(({ kind }) => kind === sheet)?.items.find(({ id }) => id === figure);

/** The terms of rules that are read from other sheets, in their order. */
export const otherTerms = (rules: readonly SheetRule[]): readonly OtherTerm[] =>
  rules
    .flatMap((rule) => ('left' in rule ? [...rule.left, ...rule.right] : []))
    .filter((term) => 'sheet' in term);
