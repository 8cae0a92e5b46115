import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CARRIED_OVER } from './1790300000000-evaluation-carried-over';
import { ENTRIES } from './1790300000000-evaluation-entries';
import { EXPLANATIONS, unpackExplanations } from './1790300000000-evaluation-explanations';
import { PACKS } from './1790300000000-evaluation-packs';
import { METHODS } from './1790300000000-evaluation-methods';
import { RESULTS } from './1790300000000-evaluation-results';
import { FIELDWORK } from './1790300000000-evaluation-fieldwork';
import { PROGRESS } from './1790300000000-evaluation-progress';
import { ROUNDS } from './1790300000000-evaluation-rounds';
import { SELF_EVALUATIONS } from './1790300000000-evaluation-self';
import { TEAMS } from './1790300000000-evaluation-teams';
import type { GatheringPart } from './1790200000000-gathering-part';

/** In the order in which they rest on each other. */
const PARTS: readonly GatheringPart[] = [
  METHODS,
  ROUNDS,
  TEAMS,
  PROGRESS,
  SELF_EVALUATIONS,
  ENTRIES,
  PACKS,
  RESULTS,
  FIELDWORK,
  EXPLANATIONS,
  CARRIED_OVER,
];

/** Evaluation: rounds with their steps, teams, assignments, working papers, replies and results. */
export class Evaluation1790300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of PARTS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unpackExplanations(runner);
    for (const { down } of [...PARTS].reverse()) for (const statement of down) await runner.query(statement);
  }
}
