import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { retryMinutes } from '@yuheng/shared/domain/duties/mail-retry';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import { MailOutboxRepository, type HeldMail } from './mail-outbox.repository';
import { MailTransport, type NotTaken } from './mail-transport';
import { ReminderUnits } from './reminder-units';

const EVERY_MS = 60_000;

/** What became of the mail whose time had come; `none`: there was none. */
type Outcome = 'none' | 'done' | 'notTaken';

/**
 * Sends the mails that wait, every minute, where a mail server is configured. Each is held by its transaction while it is
 * sent, so that however many servers run it is sent by one; a server that is killed between the mail server's answer and
 * its own COMMIT leaves the mail waiting, and it arrives once more, under the same Message-ID.
 */
@Injectable()
export class MailSenderService implements OnModuleInit, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly source: DataSource,
    private readonly outbox: MailOutboxRepository,
    private readonly transport: MailTransport,
    private readonly units: ReminderUnits,
    private readonly host: HttpAdapterHost,
  ) {}

  /** An application that nobody can reach, as most tests make one, sends nothing by itself. */
  onModuleInit(): void {
    if (!this.transport.isSetUp) return;
    this.host.listen$.subscribe(() => {
      this.timer ??= setInterval(() => void this.look(), EVERY_MS).unref();
      void this.look();
    });
  }

  /** Cuts off the mail under way, which then waits on, and lets its transaction end before the connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Sends what can be sent now; a look during a look is the same look. */
  look(): Promise<void> {
    this.running ??= this.sendAll().finally(() => (this.running = null));
    return this.running;
  }

  /** A mail server that did not take one is not asked for the others at once: they wait for the next look. */
  private async sendAll(): Promise<void> {
    try {
      let outcome: Outcome = 'done';
      while (outcome === 'done' && !this.stopping.signal.aborted) outcome = await this.sendOne();
    } catch (error) {
      this.log.error(
        { err: error },
        'a mail that waits could not be dealt with; it is looked at again in a minute',
      );
    }
  }

  private sendOne(): Promise<Outcome> {
    return scoped(this.source, this.units.scope, async (tx) => {
      const mail = await this.outbox.hold(tx);
      if (!mail) return 'none';
      if (mail.address === null || mail.tooLate) {
        const failure = mail.address === null ? 'noAddress' : 'tooLate';
        await this.outbox.giveUp(tx, mail, failure);
        this.say(mail, { failure, code: failure, reply: null }, 'a reminder was given up');
        return 'done';
      }
      const { address: to, messageId, subject, body: text } = mail;
      const notTaken = await this.transport.send({ to, messageId, subject, text }, this.stopping.signal);
      if (!notTaken) {
        await this.outbox.sent(tx, mail);
        return 'done';
      }
      if (this.stopping.signal.aborted) return 'notTaken';
      const minutes = retryMinutes(mail.attempts + 1);
      await this.outbox.tryAgain(tx, mail, { failure: notTaken.failure, minutes });
      this.say(mail, notTaken, `a reminder could not be sent; it is tried again in ${minutes} minutes`);
      return notTaken.failure === 'recipient' ? 'done' : 'notTaken';
    });
  }

  /** Whose mail and why, never the address. */
  private say({ party, place, day, attempts }: HeldMail, why: NotTaken, words: string): void {
    this.log.warn({ party, place, day, attempts, ...why }, words);
  }

  private get log(): FastifyInstance['log'] {
    return this.host.httpAdapter.getInstance<FastifyInstance>().log;
  }
}
