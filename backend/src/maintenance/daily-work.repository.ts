import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class DailyWorkRepository {
  /** Whether a task was not yet done on this day, which is the database's, so that all servers agree on it. */
  async claim(tx: EntityManager, task: string): Promise<boolean> {
    const [{ claimed }] = await tx.query<[{ claimed: boolean }]>(
      `select once_a_day($1, (now() at time zone 'Asia/Shanghai')::date) as claimed`,
      [task],
    );
    return claimed;
  }
}
