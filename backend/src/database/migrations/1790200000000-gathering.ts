import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNTIES } from './1790200000000-gathering-by-county';
import { DUTIES } from './1790200000000-gathering-duties';
import { EVIDENCE } from './1790200000000-gathering-evidence';
import { FILES } from './1790200000000-gathering-files';
import { FINDINGS } from './1790200000000-gathering-findings';
import { GOALS } from './1790200000000-gathering-goals';
import { LEDGER } from './1790200000000-gathering-ledger';
import type { GatheringPart } from './1790200000000-gathering-part';
import { REMINDERS } from './1790200000000-gathering-reminders';
import { REPETITIONS } from './1790200000000-gathering-repetitions';
import { ROSTER } from './1790200000000-gathering-roster';
import { SHEETS } from './1790200000000-gathering-sheets';

/** In the order in which they rest on each other. */
const PARTS: readonly GatheringPart[] = [
  REPETITIONS,
  FILES,
  DUTIES,
  REMINDERS,
  SHEETS,
  FINDINGS,
  EVIDENCE,
  LEDGER,
  ROSTER,
  GOALS,
  COUNTIES,
];

/** Gathering: sheets with their values, findings, the ledger, the roster, duties, files and goals. */
export class Gathering1790200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of PARTS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of [...PARTS].reverse()) for (const statement of down) await runner.query(statement);
  }
}
