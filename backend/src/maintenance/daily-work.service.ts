import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { NO_SCOPE } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import { DailyTasksService, type DailyTask } from './daily-tasks.service';
import { DailyWorkRepository } from './daily-work.repository';

const EVERY_MS = 10 * 60_000;

/**
 * What has to be done every day without anybody asking: as soon as the server listens, and every ten minutes it looks
 * what this day of Beijing time still lacks. However many servers share a database, one of them does each task.
 */
@Injectable()
export class DailyWorkService implements OnModuleInit, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStopping = false;

  constructor(
    private readonly source: DataSource,
    private readonly repository: DailyWorkRepository,
    private readonly host: HttpAdapterHost,
    private readonly tasks: DailyTasksService,
  ) {}

  /** An application that nobody can reach, as most tests make one, is left alone. */
  onModuleInit(): void {
    this.host.listen$.subscribe(() => {
      this.timer ??= setInterval(() => void this.look(), EVERY_MS).unref();
      void this.look();
    });
  }

  /** Waits for what is under way, because the connections of the database are closed next. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /**
   * Does what this day still lacks. A task that fails is logged and tried again at the next look; the others are done all
   * the same. A look during a look is the same look.
   */
  look(): Promise<void> {
    this.running ??= this.doAll().finally(() => (this.running = null));
    return this.running;
  }

  private async doAll(): Promise<void> {
    for (const task of this.tasks.all) {
      if (this.isStopping) return;
      try {
        await this.once(task);
      } catch (error) {
        const { log } = this.host.httpAdapter.getInstance<FastifyInstance>();
        log.error({ err: error, task: task.name }, 'a daily task failed; it is tried again in ten minutes');
      }
    }
  }

  /**
   * The claim is held open while the task works in transactions of its own: another server that comes meanwhile waits
   * and then finds it done, and a task that fails, or dies with its server, leaves no claim.
   */
  private once({ name, run }: DailyTask): Promise<void> {
    return scoped(this.source, NO_SCOPE, async (tx) => {
      if (await this.repository.claim(tx, name)) await run();
    });
  }
}
