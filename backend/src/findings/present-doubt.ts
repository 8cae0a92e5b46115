import type { Doubt } from '@yuheng/shared/contract/findings';
import { mayDo } from '@yuheng/shared/contract/roles';
import { actOnDoubt, type DoubtAct } from '@yuheng/shared/domain/findings/doubt-acts';
import { doubtState } from '@yuheng/shared/domain/findings/doubt-state';
import { recordId } from '@yuheng/shared/domain/findings/record-id';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { SignedIn } from '../identity/signed-in';
import type { DoubtRow, ItemName } from './doubts.repository';

export interface DoubtReader {
  readonly account: SignedIn;
  readonly asOf: IsoDate;
  readonly items: readonly ItemName[];
  readonly nameOf: (county: string) => string;
}

/** A doubt as its county or an inspector sees it, with what the reader may do. */
export function presentDoubt(row: DoubtRow, { account, asOf, items, nameOf }: DoubtReader): Doubt {
  const { explainedBy } = row;
  const isPossible = (act: DoubtAct): boolean =>
    mayDo(act === 'explain' ? 'doubt:explain' : 'doubt:decide', account.roles) &&
    actOnDoubt(row, { act, by: account.username, explainedBy, on: asOf }).ok;
  return {
    id: recordId(row),
    version: row.version,
    program: row.program as Doubt['program'],
    county: row.county,
    countyName: nameOf(row.county),
    month: row.month,
    item: row.touches,
    itemName: items.find(({ id }) => id === row.touches)?.name ?? null,
    sentence: row.sentence,
    records: row.records.map(({ kind, county, month, id }) => ({
      kind,
      county,
      id,
      ...(month ? { month } : {}),
    })),
    raisedBy: row.raisedBy,
    raisedOn: row.raisedOn,
    explainBy: row.explainBy,
    explainedOn: row.explainedOn,
    decidedOn: row.decidedOn,
    state: doubtState(row),
    events: row.events.map((one) => ({
      ...one,
      act: one.act as Doubt['events'][number]['act'],
      at: new Date(one.at).toISOString(),
    })),
    acts: (['explain', 'accept', 'convert'] as const).filter(isPossible),
  };
}
