import { Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { DutiesModule } from '../duties/duties.module';
import { DailyTasksService } from '../maintenance/daily-tasks.service';
import { RegionsModule } from '../regions/regions.module';
import { MailOutboxRepository } from './mail-outbox.repository';
import { MailSenderService } from './mail-sender.service';
import { MailTransport } from './mail-transport';
import { MailboxesController } from './mailboxes.controller';
import { MailboxesRepository } from './mailboxes.repository';
import { MailboxesService } from './mailboxes.service';
import { ReminderLetters } from './reminder-letters';
import { ReminderQueueService } from './reminder-queue.service';
import { ReminderUnits } from './reminder-units';

/** Reminders of duties by mail, to the mailboxes of bureaus; without a mail server there are only the mailboxes. */
@Module({
  imports: [DutiesModule, RegionsModule],
  controllers: [MailboxesController],
  providers: [
    MailOutboxRepository,
    MailSenderService,
    MailTransport,
    MailboxesRepository,
    MailboxesService,
    ReminderLetters,
    ReminderQueueService,
    ReminderUnits,
  ],
})
export class RemindersModule {
  constructor(tasks: DailyTasksService, queue: ReminderQueueService, { environment, clock }: Settings) {
    if (environment.mail === null) return;
    // With a day that was set the mails are those of that day, not of midnight.
    const day = environment.today === null ? '' : `.${environment.today}`;
    tasks.add({ name: `reminders.queue${day}`, run: () => queue.queue(clock.today()) });
  }
}
