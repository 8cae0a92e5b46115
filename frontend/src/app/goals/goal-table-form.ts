import { signal } from '@angular/core';
import type { GoalRecord } from '@yuheng/shared/contract/goals';
import { parseFen } from '@yuheng/shared/domain/money/fen';

type Table = GoalRecord['table'];
export type Indicator = Table['indicators'][number];
export type FundKey = keyof Table['funds'];

export const FUND_KEYS = ['total', 'cityGrant', 'countyPart', 'other'] as const satisfies readonly FundKey[];

/** An amount as somebody types it, in 元; null: it is none, and is left as it was typed. */
export const fenOfYuan = (typed: string): number | null => parseFen(typed.trim().replaceAll('，', ','), '元');

/** What is being written of a table, apart from what is stored: nothing that was typed is lost by a reading in between. */
export class GoalTableForm {
  readonly table = signal<Table | null>(null);
  readonly isChanged = signal(false);

  /** Takes what is stored, unless something was typed that is not saved yet. */
  take(stored: Table): void {
    if (!this.isChanged()) this.table.set(stored);
  }

  saved(stored: Table): void {
    this.isChanged.set(false);
    this.table.set(stored);
  }

  setObjective(objective: string): void {
    this.change((table) => ({ ...table, objective }));
  }

  setFund(key: FundKey, fen: number): void {
    this.change((table) => {
      const funds = { ...table.funds, [key]: fen };
      // The total is the sum of its parts; it is never typed.
      return { ...table, funds: { ...funds, total: funds.cityGrant + funds.countyPart + funds.other } };
    });
  }

  setIndicator(at: number, changes: Partial<Indicator>): void {
    this.change((table) => ({
      ...table,
      indicators: table.indicators.map((one, index) => (index === at ? { ...one, ...changes } : one)),
    }));
  }

  add(): void {
    this.change((table) => ({
      ...table,
      indicators: [
        ...table.indicators,
        {
          id: freeId(table.indicators),
          kind: 'quantity',
          name: '',
          relation: 'atLeast',
          value: '',
          unit: '',
          metric: null,
        },
      ],
    }));
  }

  remove(at: number): void {
    this.change((table) => ({ ...table, indicators: table.indicators.filter((_, index) => index !== at) }));
  }

  private change(by: (table: Table) => Table): void {
    this.table.update((table) => table && by(table));
    this.isChanged.set(true);
  }
}

function freeId(indicators: readonly Indicator[]): string {
  for (let number = indicators.length + 1; ; number += 1) {
    const id = `own-${number}`;
    if (!indicators.some((one) => one.id === id)) return id;
  }
}
