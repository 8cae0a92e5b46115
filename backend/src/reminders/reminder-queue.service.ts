import { Injectable } from '@nestjs/common';
import { programId } from '@yuheng/shared/contract/values';
import type { Duty } from '@yuheng/shared/domain/duties/duties-of-county';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import { DutiesDueService } from '../duties/duties-due.service';
import { MailOutboxRepository } from './mail-outbox.repository';
import { ReminderLetters } from './reminder-letters';
import { ReminderUnits } from './reminder-units';

/** Writes, once a day, one mail for each bureau that has a mailbox and something to be reminded of. */
@Injectable()
export class ReminderQueueService {
  constructor(
    private readonly source: DataSource,
    private readonly due: DutiesDueService,
    private readonly outbox: MailOutboxRepository,
    private readonly letters: ReminderLetters,
    private readonly units: ReminderUnits,
  ) {}

  /** All mails of the day in one transaction; done again on the same day it finds them there. */
  async queue(asOf: IsoDate): Promise<void> {
    const { scope } = this.units;
    await scoped(this.source, scope, async (tx) => {
      await this.outbox.forget(tx);
      const reached = await this.outbox.reached(tx);
      if (reached.length === 0) return;
      const duties = await this.dutiesOn(tx, asOf);
      for (const unit of reached) {
        const letter = this.letters.write(duties, unit, asOf);
        if (letter) await this.outbox.add(tx, scope.city, { ...unit, ...letter, day: asOf });
      }
    });
  }

  private async dutiesOn(tx: EntityManager, asOf: IsoDate): Promise<readonly Duty[]> {
    const duties: Duty[] = [];
    for (const program of programId.options)
      duties.push(...(await this.due.read(tx, { program, from: asOf, to: asOf, asOf })));
    return duties;
  }
}
