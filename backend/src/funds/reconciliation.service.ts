import { Injectable } from '@nestjs/common';
import type { BodyOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ReconciledMonth } from '@yuheng/shared/contract/ledger';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { mayDo } from '@yuheng/shared/contract/roles';
import {
  reconciliationState,
  type MonthReconciled,
  type ReconciliationState,
} from '@yuheng/shared/domain/ledger/reconciliation-state';
import { fen } from '@yuheng/shared/domain/money/fen';
import { yearMonth, yearOf } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { refusedBecause, requireCounty } from './ledger.service';
import { reconciled } from './reconciled';
import { ReconciliationRepository } from './reconciliation.repository';
import { ReconciliationQueries, type ReconciliationRow } from './reconciliation.queries';

/** 对账: on-post months × 1,000 元 against the city part, and what the counties say where something is left over. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: ReconciliationQueries,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly repository: ReconciliationRepository,
  ) {}

  /** By month, counties in official order. */
  async read(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.readReconciliation>,
  ): Promise<ResponseOf<typeof endpoints.readReconciliation>> {
    const rows = await scoped(this.source, account.scope, (tx) => this.queries.months(tx, program, year));
    const order = this.places.counties(rows.map(({ county }) => county)).map(({ id }) => id);
    const months = rows
      .map((row) => this.present(row))
      .sort((a, b) => a.month.localeCompare(b.month) || order.indexOf(a.county) - order.indexOf(b.county));
    return { months, mayExplain: mayDo('reconciliation:explain', account.roles) };
  }

  /** What the year of each county in scope comes to, by its id; a county without a reported month has none. */
  async statesOf(
    tx: EntityManager,
    program: ProgramId,
    year: number,
  ): Promise<ReadonlyMap<string, ReconciliationState>> {
    const byCounty = new Map<string, MonthReconciled[]>();
    for (const row of await this.queries.months(tx, program, year)) {
      const { paid, posted, explanation, county } = row;
      const month = {
        paid: fen(paid),
        posted: posted === null ? null : fen(posted),
        toExplain: reconciled(row).toExplain,
        explained: explanation !== null,
      };
      byCounty.set(county, [...(byCounty.get(county) ?? []), month]);
    }
    return new Map([...byCounty].map(([county, months]) => [county, reconciliationState(months)]));
  }

  async explain(
    act: Act,
    account: SignedIn,
    { program, county, month, text }: BodyOf<typeof endpoints.explainReconciliation>,
  ): Promise<ReconciledMonth> {
    act.note({ object: { kind: 'reconciliation', id: `${program}/${county}/${month}` } });
    requireCounty(account, county);
    const year = yearOf(yearMonth(month));
    return this.trail.record(act, account.scope, async (tx) => {
      const [row] = await this.queries.months(tx, program, year, { county, month });
      if (!row) throw new ProblemException('not-found');
      const { difference, vacancySurplus } = reconciled(row);
      if (difference === 0 && vacancySurplus === 0) throw refusedBecause([NOTHING_TO_EXPLAIN]);
      await this.repository.explain(tx, { county, program, month, text, by: account.username });
      act.note({ before: { text: row.explanation }, after: { text } });
      return this.present({ ...row, explanation: text, explainedBy: account.username });
    });
  }

  private present(row: ReconciliationRow): ReconciledMonth {
    const { county, month, posts, personsOnPost, paid, posted, explanation, explainedBy } = row;
    const { expected, difference, vacancySurplus, toExplain, text } = reconciled(row);
    return this.places.asShown({
      county,
      name: this.places.nameOf(county),
      month,
      posts,
      personsOnPost,
      expectedFen: expected,
      paidFen: paid,
      postedFen: posted,
      differenceFen: difference,
      vacancySurplusFen: vacancySurplus,
      toExplain,
      explanation,
      explainedBy,
      text,
    });
  }
}

const NOTHING_TO_EXPLAIN = refusal(
  '/month',
  '该月在岗人数与市级补助相符，也没有空缺结余，无需说明。',
  'The city part of that month agrees and no post was vacant: there is nothing to explain.',
);
