import type { ScoreDesk, StoredEntry } from '@yuheng/shared/contract/score-sheets';
import { inBothLanguages, nameOf, type Indicator } from '@yuheng/shared/domain/scoring/method';
import { printNumber } from '@yuheng/shared/domain/scoring/numbers/numeral';
import { markedBy } from '@yuheng/shared/domain/evaluating/score-entry';
import type { CompiledLeaf } from '@yuheng/shared/domain/scoring/compile-method';
import type { RoundMethod } from './round-methods';
import type { EntryRow, SheetRow } from './score-entries.repository';

type Leaf = ScoreDesk['leaves'][number];
type Standing = ScoreDesk['counties'][number]['sheet'];

export const presentEntry = ({
  indicator,
  version,
  value,
  remarks,
  confirmed,
  updatedAt,
}: EntryRow): StoredEntry => ({
  indicator,
  version,
  value: value as StoredEntry['value'],
  remarks: [...remarks],
  confirmed,
  updatedAt,
});

/** What stands where nothing was entered yet. */
export const noEntry = (indicator: string): StoredEntry => ({
  indicator,
  version: 0,
  value: null,
  remarks: [],
  confirmed: false,
  updatedAt: null,
});

export const presentSheet = ({
  state,
  version,
  submittedAt,
  signedName,
  sha256,
  reopenReason,
}: SheetRow): Standing => ({
  state,
  version,
  submittedAt,
  signedName,
  sha256,
  reopenReason,
});

/** An indicator with what its box asks; `marks` are printed. */
export const presentIndicator = (indicator: Indicator, marks: string): Omit<Leaf, 'section'> => ({
  id: indicator.id,
  name: nameOf(indicator),
  criteria: indicator.criteria === undefined ? null : inBothLanguages(indicator.criteria),
  unit: indicator.unit === undefined ? null : inBothLanguages(indicator.unit),
  marks,
  rule: indicator.rule as Leaf['rule'],
  by: markedBy(indicator),
});

export const presentLeaf = (
  { sectionOfLeaf }: RoundMethod,
  { id, indicator, marks }: CompiledLeaf,
): Leaf => ({
  ...presentIndicator(indicator, printNumber(marks)),
  section: sectionOfLeaf.get(id) ?? id,
});
