import { Injectable } from '@nestjs/common';
import type { AssignmentProposal } from '@yuheng/shared/contract/evaluation-teams';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { balancedAssignment } from '@yuheng/shared/domain/evaluating/balanced-assignment';
import { lastStep, ROUND_STEPS } from '@yuheng/shared/domain/evaluating/round-steps';
import { unmetInWords } from '@yuheng/shared/domain/evaluating/unmet-in-words';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { noSuchCounty } from './no-such-county';
import { sectionNames, type RoundRows } from './present-round';
import { RoundActs, type RoundTarget } from './round-acts.service';
import { RoundsQueries } from './rounds.queries';
import { RoundsRepository } from './rounds.repository';
import { TeamsRepository } from './teams.repository';

type Tasks = BodyOf<typeof endpoints.saveAssignment>['assignments'];

/** Who marks which county and section: proposed by the program, decided by who organises the round. */
@Injectable()
export class RoundAssignmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly acts: RoundActs,
    private readonly queries: RoundsQueries,
    private readonly rounds: RoundsRepository,
    private readonly teams: TeamsRepository,
  ) {}

  /** Computed and not stored: from the members, what they declared, last year's round and the settings. */
  propose(account: SignedIn, id: string): Promise<AssignmentProposal> {
    return scoped(this.source, account.scope, async (tx) => {
      const { round, members, counties } = await this.acts.rows(tx, account, id);
      const sections = sectionNames(round);
      const { assigned, unmet, loads } = balancedAssignment({
        counties: counties.map((one) => one.id),
        sections,
        members: members.filter(marks).map((one) => one.account),
        conflicts: members.flatMap(({ account: member, declarations }) =>
          declarations.filter(({ conflict }) => conflict).map(({ county }) => ({ county, member })),
        ),
        former: round.rotate ? await this.queries.formerAssignments(tx, account.cityId, round) : [],
        markers: round.markers,
        secondShare: round.secondShare,
        seed: round.seed,
      });
      const nameOf = new Map(counties.map((one) => [one.id, one.name]));
      const sectionName = new Map(sections.map((one) => [one.id, one.name]));
      return {
        assignments: assigned.map(({ member, ...task }) => ({ ...task, account: member })),
        unmet: unmet.map((one) =>
          unmetInWords(
            one,
            nameOf.get(one.county) ?? one.county,
            sectionName.get(one.section) ?? bilingual(one.section, one.section),
          ),
        ),
        loads: loads.map(({ member, ...load }) => ({ account: member, ...load })),
      };
    });
  }

  /** @throws ProblemException refused for what cannot be assigned, with a pointer each; conflict after the draft went out */
  save(act: Act, account: SignedIn, target: RoundTarget, tasks: Tasks): Promise<EvaluationRoundRecord> {
    return this.acts.organise(act, account, target, async (tx, rows) => {
      demandOpenForMarks(rows);
      const submitted = await this.queries.submitted(tx, account.cityId, rows.round.id);
      const refusals = [...wrongTasks(rows, tasks), ...takenAway(rows, tasks, submitted)];
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      const key = { cityId: account.cityId, roundId: rows.round.id };
      act.note({ before: { tasks: rows.assignments.length }, after: { tasks: tasks.length } });
      await this.teams.replaceAssignments(
        tx,
        key,
        tasks.map(({ county, section, account: accountId, turn }) => ({
          ...key,
          countyId: county,
          section,
          accountId,
          turn,
        })),
      );
      const leaves = new Map(sectionNames(rows.round).map(({ id, byPeople }) => [id, byPeople]));
      const left = rows.assignments.filter(({ account: of }) => !isPresent(rows, of));
      const marksExpected = [...tasks, ...left].reduce(
        (sum, { section }) => sum + (leaves.get(section) ?? 0),
        0,
      );
      await this.rounds.change(tx, key, { marksExpected, version: rows.round.version + 1 });
    });
  }
}

const marks = ({ rank, withdrawnOn }: RoundRows['members'][number]): boolean =>
  rank === 'member' && withdrawnOn === null;

/** From the opening for replies on, no mark is given any more. */
function demandOpenForMarks({ round: { kind, steps, finalisedOn } }: RoundRows): void {
  const last = lastStep(kind, steps);
  const closed = last !== null && ROUND_STEPS.indexOf(last) >= ROUND_STEPS.indexOf('replies');
  if (closed || finalisedOn !== null) throw new ProblemException('conflict', CLOSED);
}

const isPresent = ({ members }: Pick<RoundRows, 'members'>, account: string): boolean =>
  members.some((one) => one.account === account && one.withdrawnOn === null);

const keyOf = ({ county, section, account }: Tasks[number]): string => `${county}/${section}/${account}`;

function wrongTasks({ round, members, counties }: RoundRows, tasks: Tasks): Refusal[] {
  const sections = new Set(sectionNames(round).map(({ id }) => id));
  const names = new Map(counties.map(({ id, name }) => [id, name]));
  const team = new Map(
    members.filter(({ withdrawnOn }) => withdrawnOn === null).map((one) => [one.account, one]),
  );
  const seen = new Set<string>();
  return tasks.flatMap((task, place) => {
    const at = `/assignments/${place}`;
    const [county, member] = [names.get(task.county), team.get(task.account)];
    if (county === undefined) return [noSuchCounty(`${at}/county`, task.county)];
    if (!sections.has(task.section)) {
      return [
        refusal(
          `${at}/section`,
          `本批次的办法没有一级指标“${task.section}”，请核对后重新选择。`,
          `The method of the round has no section “${task.section}”: check and choose again.`,
        ),
      ];
    }
    if (!member) {
      return [
        refusal(
          `${at}/account`,
          '分工只能分给评价组在任的人员，请先加入评价组。',
          'Only who is in the team now can be assigned: add the person first.',
        ),
      ];
    }
    if (member.declarations.some((one) => one.county === task.county && one.conflict)) {
      return [
        refusal(
          `${at}/account`,
          `${member.name}已申报与${county}有利害关系，须回避，请改派他人。`,
          `A conflict of interest in ${county} was declared by ${member.name}: assign somebody else.`,
        ),
      ];
    }
    if (seen.has(keyOf(task))) {
      return [
        refusal(
          at,
          `${member.name}在${county}的同一一级指标上重复分工。`,
          `The same section of ${county} is assigned to ${member.name} twice.`,
        ),
      ];
    }
    seen.add(keyOf(task));
    return [];
  });
}

/** What somebody submitted marks for stays that person's. */
function takenAway(
  { assignments, members, counties }: RoundRows,
  tasks: Tasks,
  submitted: readonly { readonly county: string; readonly account: string }[],
): Refusal[] {
  const kept = new Set(tasks.map(keyOf));
  const done = new Set(submitted.map(({ county, account }) => `${county}/${account}`));
  const lost = assignments.filter(
    (one) =>
      isPresent({ members }, one.account) &&
      done.has(`${one.county}/${one.account}`) &&
      !kept.has(keyOf(one)),
  );
  return lost.map((one) => {
    const person = members.find(({ account }) => account === one.account)?.name ?? '';
    const county = counties.find(({ id }) => id === one.county)?.name ?? one.county;
    return refusal(
      '/assignments',
      `${person}已提交${county}的评分，其分工不能撤去。`,
      `Marks of ${county} were submitted by ${person}: that assignment stays.`,
    );
  });
}

const CLOSED = bilingual(
  '评价结果已开始征求意见，分工不能再改。',
  'The draft result is out for replies: the assignment can no longer be changed.',
);
