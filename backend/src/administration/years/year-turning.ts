import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { ProgramYear } from '@yuheng/shared/contract/years';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { monthsOfYear, yearOf } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { FundsService } from '../../funds/funds.service';
import { refuseOutdated } from '../../http/refuse-outdated';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { YearsQueries } from './years.queries';

/** What closing and reopening name: the year by its path, and how often it was closed or opened before. */
export interface YearToTurn {
  readonly year: number;
  readonly version: number;
  readonly body: BodyOf<typeof endpoints.closeYear>;
}

/** Closes a year or opens it again, with the months of its ledger, inside the transaction of the act. */
@Injectable()
export class YearTurning {
  constructor(
    private readonly queries: YearsQueries,
    private readonly funds: FundsService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException refused for a year that is not over on the day of the data. */
  refuseUnfinished(year: number): void {
    if (year < yearOf(this.settings.clock.today())) return;
    throw refusedYear(
      bilingual(
        `${year}年尚未结束，不能关闭；请在年度结束、资料审核后再关闭。`,
        `The year ${year} is not over: close it when it is, and its sheets are approved.`,
      ),
    );
  }

  /** A surplus of vacant posts must be explained (rules.md section 5): once the year is closed nobody does it any more. */
  private async refuseUnexplained(tx: EntityManager, program: ProgramId, year: number): Promise<void> {
    const open = await this.funds.unexplained(tx, program, year);
    if (open.length === 0) return;
    const named = open
      .slice(0, MOST_NAMED)
      .map(({ county, month }) => ({ county: this.places.nameOf(county), month }));
    const more = open.length > MOST_NAMED;
    throw refusedYear(
      bilingual(
        `${year}年有${open.length}项市级补助差额或空缺结余尚未说明（${named.map(({ county, month }) => `${county}${Number(month.slice(5))}月`).join('、')}${more ? '等' : ''}），请有关县（市、区）在资金登记簿“对账”部分说明后再关闭。`,
        `In ${year} the counties have not explained what was left of the city part in ${open.length} months (${named.map(({ county, month }) => `${county} ${month}`).join(', ')}${more ? ', …' : ''}): they do so under the reconciliation of the ledger, then close.`,
      ),
    );
  }

  /** @returns how the year stood. @throws ProblemException not-found, conflict for another version, refused where it stands so already. */
  async turn(
    tx: EntityManager,
    by: SignedIn,
    { year, version, body, to }: YearToTurn & { readonly to: 'close' | 'reopen' },
  ): Promise<ProgramYear['state']> {
    const { program, reason } = body;
    const stored = (await this.queries.years(tx, program)).find((one) => one.year === year);
    if (!stored) throw new ProblemException('not-found');
    refuseOutdated(version, stored.version);
    if ((to === 'close') === (stored.state === 'closed'))
      throw refusedYear(STANDS_ALREADY[stored.state](year));
    await this.queries.insertAct(tx, by.cityId, {
      programId: program,
      year,
      number: version + 1,
      act: to,
      reason,
      actedBy: by.username,
      actedAt: this.settings.clock.now(),
    });
    // Looked at only now: the act has waited for everybody who was writing into the year.
    if (to === 'close') await this.refuseUnexplained(tx, program, year);
    const months = { program, months: monthsOfYear(year), by: by.username };
    if (to === 'close') await this.funds.closeMonths(tx, months);
    else await this.funds.reopenMonths(tx, { ...months, reason });
    return stored.state;
  }
}

const MOST_NAMED = 5;

const refusedYear = (why: Bilingual): ProblemException =>
  new ProblemException('refused', why, [refusal('/year', why.zh, why.en)]);

const STANDS_ALREADY: Readonly<Record<ProgramYear['state'], (year: number) => Bilingual>> = {
  closed: (year) => bilingual(`${year}年已经关闭。`, `The year ${year} is closed already.`),
  open: (year) => bilingual(`${year}年未关闭，无需重新开放。`, `The year ${year} is open.`),
};
