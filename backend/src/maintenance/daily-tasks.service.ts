import { Injectable } from '@nestjs/common';

/** One thing to be done once a day; done again it finds nothing left. */
export interface DailyTask {
  /** Under which it is noted as done, such as `audit.seal`. */
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** What has to be done every day: each feature adds its own when its module is made, and the daily work does them. */
@Injectable()
export class DailyTasksService {
  private readonly tasks: DailyTask[] = [];

  get all(): readonly DailyTask[] {
    return this.tasks;
  }

  /** @throws Error for a name that another task has: one of the two would never be done. */
  add(task: DailyTask): void {
    if (this.tasks.some(({ name }) => name === task.name))
      throw new Error(`Two daily tasks are ${task.name}.`);
    this.tasks.push(task);
  }
}
