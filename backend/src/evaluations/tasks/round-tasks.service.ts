import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { programId, type ProgramId } from '@yuheng/shared/contract/values';
import { isScoring } from '@yuheng/shared/domain/evaluating/round-steps';
import type { RoundTask, RoundTaskKind } from '@yuheng/shared/domain/evaluating/round-tasks';
import { yearOf, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { organisedKinds } from '../rounds/organised-kinds';
import { AskedQueries } from './asked.queries';
import { askedTasks, formTasks, reviewTasks } from './county-tasks';
import { LeadTasksService } from './lead-tasks.service';
import { presentTask } from './present-round-task';
import { RoundTasksQueries, type MemberRoundRow } from './round-tasks.queries';

/** Forms of so many years are looked through for some that were given back or wait for review. */
const YEARS_BACK = 5;

/** What waits for a reader in evaluation rounds: each is told only what is his to do. */
@Injectable()
export class RoundTasksService {
  constructor(
    private readonly source: DataSource,
    private readonly asked: AskedQueries,
    private readonly queries: RoundTasksQueries,
    private readonly leads: LeadTasksService,
    private readonly settings: Settings,
  ) {}

  async list(
    account: SignedIn,
    { program }: QueryOf<typeof endpoints.listRoundTasks>,
  ): Promise<ResponseOf<typeof endpoints.listRoundTasks>> {
    const programs = program === undefined ? programId.options : [program];
    const isEvaluator = account.roles.some((role) => role === 'evaluator' || role === 'leadEvaluator');
    const tasks = isEvaluator
      ? await this.ofEvaluator(account)
      : await scoped(this.source, account.scope, async (tx) => {
          const found: RoundTask[] = [];
          for (const one of programs) found.push(...(await this.ofBureau(tx, account, one)));
          return found;
        });
    const shown = tasks.filter((one) => programs.some((wanted) => wanted === one.program));
    return { asOf: this.settings.clock.today(), tasks: shown.map(presentTask) };
  }

  /** Of the bureaus and counties, inside a transaction of the account's own scope. */
  async ofBureau(
    tx: EntityManager,
    { roles, scope }: Pick<SignedIn, 'roles' | 'scope'>,
    program: ProgramId,
  ): Promise<RoundTask[]> {
    const today = this.settings.clock.today();
    const span = { program, from: yearOf(today) - YEARS_BACK, to: yearOf(today) };
    if (scope.city === null) {
      const asked = await this.asked.ofCounties(tx, { program, asOf: today });
      const tasks = askedTasks(asked, { roles, today, program });
      if (!roles.includes('countyOfficer')) return tasks;
      const years = await this.queries.yearsWithPosts(tx, program);
      return [...tasks, ...formTasks(await this.asked.forms(tx, span), { today, program, years })];
    }
    const kinds = organisedKinds(roles);
    if (kinds.length === 0) return [];
    const rounds = await this.queries.toFinalise(tx, program, today);
    return [
      ...(roles.includes('programOfficer') ? reviewTasks(await this.asked.forms(tx, span), program) : []),
      ...rounds
        .filter(({ kind }) => kinds.includes(kind))
        .map((round) => ofRound('finalise', round, { count: 1 })),
    ];
  }

  private async ofEvaluator(account: SignedIn): Promise<RoundTask[]> {
    const today = this.settings.clock.today();
    const rounds = await scoped(this.source, account.scope, (tx) =>
      this.queries.ofMember(tx, account.accountId, today),
    );
    const tasks: RoundTask[] = [];
    for (const round of rounds) {
      tasks.push(...memberTasks(round, today));
      if (round.rank !== 'member' && account.roles.includes('leadEvaluator'))
        tasks.push(...(await this.leads.of(account, round)));
    }
    return tasks;
  }
}

type Counted = Pick<RoundTask, 'count'> & Partial<Pick<RoundTask, 'overdue' | 'dueOn'>>;

const ofRound = (
  kind: RoundTaskKind,
  { id, kind: roundKind, program, year }: Pick<MemberRoundRow, 'id' | 'kind' | 'program' | 'year'>,
  { count, overdue = 0, dueOn = null }: Counted,
): RoundTask => ({ kind, round: { id, kind: roundKind }, program, year, count, overdue, dueOn });

/** Nothing is marked before scoring has started, nor after the draft result was opened: then only interests wait. */
function memberTasks(round: MemberRoundRow, today: IsoDate): RoundTask[] {
  const steps = round.steps.map((step) => ({ step, takenOn: today, passedOver: false }));
  const scoring = isScoring(round.kind, steps);
  const dueOn = round.scoreBy;
  const byDay = (count: number): Counted => ({
    ...{ count, dueOn },
    overdue: dueOn !== null && dueOn < today ? count : 0,
  });
  return [
    ofRound('declare', round, { count: round.undeclared }),
    ...(scoring
      ? [
          ofRound('score', round, byDay(round.toScore)),
          ofRound('scoreThird', round, byDay(round.toScoreThird)),
          ofRound('returnPacks', round, { count: round.packs, dueOn: round.packsUntil }),
        ]
      : []),
  ].filter(({ count }) => count > 0);
}
