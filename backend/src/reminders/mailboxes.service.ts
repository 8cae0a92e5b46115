import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Mailbox } from '@yuheng/shared/contract/mailboxes';
import type { ReminderUnit } from '@yuheng/shared/domain/duties/reminder-unit';
import { DataSource } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import { refuseOutdated } from '../http/refuse-outdated';
import type { SignedIn } from '../identity/signed-in';
import { MailboxesRepository, type LastMail, type StoredMailbox } from './mailboxes.repository';
import { ReminderUnits } from './reminder-units';

type Params = ParamsOf<typeof endpoints.changeMailbox>;
type Body = BodyOf<typeof endpoints.changeMailbox>;

/** The mailboxes of the bureaus to which reminders go, and how the newest mail to each fared. */
@Injectable()
export class MailboxesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly mailboxes: MailboxesRepository,
    private readonly units: ReminderUnits,
    private readonly settings: Settings,
  ) {}

  async list(by: SignedIn): Promise<ResponseOf<typeof endpoints.listMailboxes>> {
    const [stored, last, waiting] = await scoped(this.source, by.scope, async (tx) => [
      await this.mailboxes.all(tx),
      await this.mailboxes.lastMails(tx),
      await this.mailboxes.failing(tx),
    ]);
    return {
      isSetUp: this.settings.environment.mail !== null,
      soonDays: this.settings.environment.reminderDays,
      waiting,
      mailboxes: this.units
        .all()
        .map((unit) => this.present(unit, stored.find(isOf(unit)), last.find(isOf(unit)))),
    };
  }

  /** Enters, changes or removes an address; a version that nobody wrote yet is 0. */
  async change(
    act: Act,
    by: SignedIn,
    { party, place, version, body }: Params & { readonly version: number; readonly body: Body },
  ): Promise<Mailbox> {
    act.note({ object: { kind: 'officeMailbox', id: `${party}/${place}` } });
    const unit = this.units.all().find(isOf({ party, place }));
    if (!unit) throw new ProblemException('not-found');
    return this.trail.record(act, by.scope, async (tx) => {
      const before = await this.mailboxes.heldVersion(tx, unit);
      refuseOutdated(version, before.version);
      act.note({ before: { address: before.address }, after: { address: body.address } });
      const next = {
        ...unit,
        address: body.address,
        version: version + 1,
        changedBy: by.username,
        changedAt: this.settings.clock.now(),
      };
      if (!(await this.mailboxes.save(tx, by.cityId, next))) refuseOutdated(version, version + 1);
      const last = (await this.mailboxes.lastMails(tx)).find(isOf(unit));
      return this.present(unit, { ...next, changedBy: by.name }, last);
    });
  }

  private present(
    unit: ReminderUnit,
    stored: StoredMailbox | undefined,
    last: LastMail | undefined,
  ): Mailbox {
    return {
      party: unit.party,
      place: unit.place,
      name: this.units.nameOf(unit),
      address: stored?.address ?? null,
      version: stored?.version ?? 0,
      changedBy: stored?.changedBy ?? null,
      changedAt: stored?.changedAt.toISOString() ?? null,
      last: last
        ? {
            day: last.day,
            state: last.state,
            attempts: last.attempts,
            failure: last.failure,
            at: last.at.toISOString(),
          }
        : null,
    };
  }
}

const isOf =
  (unit: ReminderUnit) =>
  ({ party, place }: ReminderUnit): boolean =>
    party === unit.party && place === unit.place;
