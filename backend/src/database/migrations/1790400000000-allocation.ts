import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { GatheringPart } from './1790200000000-gathering-part';
import { DECISIONS } from './1790400000000-allocation-decisions';
import { POLICIES } from './1790400000000-allocation-policies';
import { HISTORY } from './1790400000000-allocation-history';
import { SCENARIOS } from './1790400000000-allocation-scenarios';

/** In the order in which they rest on each other. */
const PARTS: readonly GatheringPart[] = [POLICIES, SCENARIOS, DECISIONS, HISTORY];

/** Allocation: the policy as data, scenarios, decisions and the splits of former years. */
export class Allocation1790400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of PARTS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of [...PARTS].reverse()) for (const statement of down) await runner.query(statement);
  }
}
