import type { ScoreDesk, StoredEntry } from '@yuheng/shared/contract/score-sheets';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { inBothLanguages } from '@yuheng/shared/domain/scoring/method';
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

export function presentLeaf({ sectionOfLeaf }: RoundMethod, { id, indicator, marks }: CompiledLeaf): Leaf {
  const { criteria, unit, rule } = indicator;
  return {
    id,
    section: sectionOfLeaf.get(id) ?? id,
    name: nameOf(indicator),
    criteria: criteria === undefined ? null : inBothLanguages(criteria),
    unit: unit === undefined ? null : inBothLanguages(unit),
    marks: printNumber(marks),
    rule: rule as Leaf['rule'],
    by: markedBy(indicator),
  };
}
