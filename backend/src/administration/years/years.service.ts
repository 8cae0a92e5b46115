import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { ProgramYear, Years } from '@yuheng/shared/contract/years';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { yearOf } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { refuseOutdated } from '../../http/refuse-outdated';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { NextYear } from './next-year';
import { YearsQueries } from './years.queries';

/** What closing and reopening name: the year by its path, and how often it was closed or opened before. */
export interface YearToTurn {
  readonly year: number;
  readonly version: number;
  readonly body: BodyOf<typeof endpoints.closeYear>;
}

/** Years of a program: the next is opened from the last, an old one is closed, and opened again by reason. */
@Injectable()
export class YearsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly queries: YearsQueries,
    private readonly next: NextYear,
    private readonly settings: Settings,
  ) {}

  list(by: SignedIn, program: ProgramId): Promise<Years> {
    return scoped(this.source, by.scope, (tx) => this.read(tx, program));
  }

  /** Opens the next year with the posts of the last; its duties and templates are those in force. */
  async open(
    act: Act,
    by: SignedIn,
    { program, year, reason }: BodyOf<typeof endpoints.openYear>,
  ): Promise<Years> {
    act.note({ object: { kind: 'programYear', id: `${program}/${year}` }, reason });
    return this.trail.record(act, by.scope, async (tx) => {
      const opened = await this.next.open(tx, { cityId: by.cityId, program, year });
      act.note({ after: opened });
      return this.read(tx, program);
    });
  }

  /** Closes a year that is over: from then on the database takes no gathered row of it. */
  async close(act: Act, by: SignedIn, target: YearToTurn): Promise<Years> {
    if (target.year >= yearOf(this.settings.clock.today())) {
      noteTurn(act, target);
      throw refusedYear(
        bilingual(
          `${target.year}年尚未结束，不能关闭；请在年度结束、资料审核后再关闭。`,
          `The year ${target.year} is not over: close it when it is, and its sheets are approved.`,
        ),
      );
    }
    return this.turn(act, by, { ...target, to: 'close' });
  }

  async reopen(act: Act, by: SignedIn, target: YearToTurn): Promise<Years> {
    return this.turn(act, by, { ...target, to: 'reopen' });
  }

  private async turn(
    act: Act,
    by: SignedIn,
    target: YearToTurn & { readonly to: 'close' | 'reopen' },
  ): Promise<Years> {
    const { year, version, body, to } = target;
    noteTurn(act, target);
    return this.trail.record(act, by.scope, async (tx) => {
      const stored = (await this.queries.years(tx, body.program)).find((one) => one.year === year);
      if (!stored) throw new ProblemException('not-found');
      refuseOutdated(version, stored.version);
      if ((to === 'close') === (stored.state === 'closed'))
        throw refusedYear(STANDS_ALREADY[stored.state](year));
      act.note({ before: { state: stored.state }, after: { state: to === 'close' ? 'closed' : 'open' } });
      await this.queries.insertAct(tx, by.cityId, {
        programId: body.program,
        year,
        number: version + 1,
        act: to,
        reason: body.reason,
        actedBy: by.username,
        actedAt: this.settings.clock.now(),
      });
      return this.read(tx, body.program);
    });
  }

  private async read(tx: EntityManager, program: ProgramId): Promise<Years> {
    const years = await this.queries.years(tx, program);
    return {
      program,
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
      years,
      next: await this.next.describe(tx, program),
    };
  }
}

const noteTurn = (act: Act, { year, body }: YearToTurn): void =>
  act.note({ object: { kind: 'programYear', id: `${body.program}/${year}` }, reason: body.reason });

const refusedYear = (why: Bilingual): ProblemException =>
  new ProblemException('refused', why, [refusal('/year', why.zh, why.en)]);

const STANDS_ALREADY: Readonly<Record<ProgramYear['state'], (year: number) => Bilingual>> = {
  closed: (year) => bilingual(`${year}年已经关闭。`, `The year ${year} is closed already.`),
  open: (year) => bilingual(`${year}年未关闭，无需重新开放。`, `The year ${year} is open.`),
};
