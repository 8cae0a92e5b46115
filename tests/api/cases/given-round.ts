import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { ROUND_STEPS, type RoundStep } from '@yuheng/shared/domain/evaluating/round-steps';
import type { Given, ProblemCase } from '../requests';

type Arrange = NonNullable<ProblemCase['arrange']>;

/** A department evaluation and a re-check of 2026, which no demonstration has. */
export const DEPARTMENT = '0e000000-0000-4000-8000-000000000001';
export const RECHECK = '0e000000-0000-4000-8000-000000000002';
export const FILE = '0e000000-0000-4000-8000-00000000000f';
export const FIRM = nameBasedUuid('firm/1');
export const MEMBER = accountIdOf('evaluator-1');
export const LEAD = accountIdOf('lead-evaluator');
export const STRANGER = accountIdOf('evaluator-2');
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');

/** How a round stands: taken until a step, with a team that has declared and is assigned everything, or without one. */
export interface Standing {
  readonly until?: RoundStep;
  readonly team?: boolean;
  readonly declared?: boolean;
  readonly assigned?: boolean;
  readonly finalised?: boolean;
  readonly comment?: 'comment' | 'changeRequest';
  readonly answered?: boolean;
}

const TABLES = [
  'round_comment',
  'evaluation_assignment',
  'interest_declaration',
  'round_step',
  'round_file',
  'round_member',
  'evaluation_round',
];

/** Takes away every round of 2026 and what hangs on it. */
export async function withoutRounds({ server }: Pick<Given, 'server'>): Promise<void> {
  for (const table of TABLES) {
    await server.sql(`alter table ${table} disable trigger user`);
    await server.sql(
      `delete from ${table} where round_id in (select round_id from evaluation_round where year = 2026)`,
    );
    await server.sql(`alter table ${table} enable trigger user`);
  }
}

/** Both rounds in version 3; taken away again. */
export const rounds =
  (standing: Standing = {}): Arrange =>
  async (given) => {
    await withoutRounds(given);
    for (const [round, kind] of [
      [DEPARTMENT, 'departmentEvaluation'],
      [RECHECK, 'financeEvaluation'],
    ] as const) {
      await insertRound(given, { round, kind, finalised: standing.finalised ?? false });
      await insertTeam(given, round, standing);
    }
    return () => withoutRounds(given);
  };

async function insertRound(
  { server }: Given,
  { round, kind, finalised }: { round: string; kind: string; finalised: boolean },
): Promise<void> {
  await server.sql(
    `insert into evaluation_round (city_id, round_id, program_id, year, kind, method_version, marks_expected, window_from,
       window_to, score_by, reply_by, version, created_by, created_at)
     values ('530400', $1, 'assistants', 2026, $2, 1, 0, '2026-01', '2026-02', '2026-04-10', '2026-04-24', 3, 'officer-1', now())`,
    [round, kind],
  );
  if (!finalised) return;
  await server.sql(
    `update evaluation_round e set finalised_on = '2026-03-20',
       finalised_run_id = (select run_id from scoring_run limit 1) where round_id = $1`,
    [round],
  );
}

async function insertTeam({ server }: Given, round: string, standing: Standing): Promise<void> {
  const { until, team = true, declared = true, assigned = true, comment, answered = false } = standing;
  const steps = until ? ROUND_STEPS.slice(0, ROUND_STEPS.indexOf(until) + 1) : [];
  for (const [place, step] of steps.entries()) {
    await server.sql(
      `insert into round_step values ('530400', $1, $2, $3, $4, null, null, null, false, 'officer-1', now())`,
      [round, place + 1, step, `2026-03-${String(place + 1).padStart(2, '0')}`],
    );
  }
  await server.sql(
    `insert into round_file values ('530400', $1, $2, null, '通知.pdf', 'application/pdf', 8, repeat('a', 64), '%PDF-1.7',
       'officer-1', now())`,
    [round, FILE],
  );
  if (!team) return;
  for (const [account, rank] of [
    [MEMBER, 'member'],
    [LEAD, 'lead'],
  ]) {
    await server.sql(`insert into round_member values ('530400', $1, $2, $3, $4, '2026-03-01')`, [
      round,
      account,
      FIRM,
      rank,
    ]);
    if (!declared) continue;
    await server.sql(
      `insert into interest_declaration select '530400', $1, county, $2, county = 'yuanjiang' and $4, '亲属任职', now()
       from unnest($3::text[]) county`,
      [round, account, COUNTIES, rank === 'lead'],
    );
  }
  if (assigned) {
    await server.sql(
      `insert into evaluation_assignment select '530400', $1, county, $2, section
       from unnest($3::text[]) county, unnest(array['process', 'output', 'benefit']) section`,
      [round, MEMBER, COUNTIES],
    );
  }
  if (!comment) return;
  await server.sql(
    `insert into round_comment values ('530400', $1, 'hongta', 'satisfaction', 1, $2, '请核对样本数', 'officer-1', now(),
       $3, $4, $5, $6)`,
    [
      round,
      comment,
      ...(answered
        ? ['已核对', 'evaluator-1', new Date(), comment === 'comment' ? null : 'kept']
        : [null, null, null, null]),
    ],
  );
}
