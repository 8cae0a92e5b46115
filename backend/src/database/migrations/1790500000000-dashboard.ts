import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { GatheringPart } from './1790200000000-gathering-part';
import { IN_CHARGE } from './1790500000000-dashboard-in-charge';
import { WALL } from './1790500000000-dashboard-wall';

/** In the order in which they rest on each other. */
const PARTS: readonly GatheringPart[] = [IN_CHARGE, WALL];

/** The dashboards: who is in charge of what is late, the wall, the user's own boundaries. */
export class Dashboard1790500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of PARTS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of [...PARTS].reverse()) for (const statement of down) await runner.query(statement);
  }
}
