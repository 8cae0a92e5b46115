import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Years } from '@yuheng/shared/contract/years';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { NextYear } from './next-year';
import { YearTurning, type YearToTurn } from './year-turning';
import { YearsReading } from './years-reading';

/** Years of a program: the next is opened from the last, an old one is closed, and opened again by reason. */
@Injectable()
export class YearsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly next: NextYear,
    private readonly turning: YearTurning,
    private readonly reading: YearsReading,
  ) {}

  list(by: SignedIn, program: ProgramId): Promise<Years> {
    return scoped(this.source, by.scope, (tx) => this.reading.read(tx, program));
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
      return this.reading.read(tx, program);
    });
  }

  /**
   * Closes a year that is over: from then on the database takes no gathered row of it, and the ledger nothing in its months.
   * Opened again, all of them are open again.
   */
  async close(act: Act, by: SignedIn, target: YearToTurn): Promise<Years> {
    noteTurn(act, target);
    this.turning.refuseUnfinished(target.year);
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
    noteTurn(act, target);
    return this.trail.record(act, by.scope, async (tx) => {
      const before = await this.turning.turn(tx, by, target);
      act.note({ before: { state: before }, after: { state: target.to === 'close' ? 'closed' : 'open' } });
      return this.reading.read(tx, target.body.program);
    });
  }
}

const noteTurn = (act: Act, { year, body }: YearToTurn): void =>
  act.note({ object: { kind: 'programYear', id: `${body.program}/${year}` }, reason: body.reason });
