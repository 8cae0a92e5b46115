import type { EvaluationRoundRecord, RoundHead } from '@yuheng/shared/contract/evaluation-rounds';
import type { Role } from '@yuheng/shared/contract/roles';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { sectionOf, sectionsOf } from '@yuheng/shared/domain/evaluating/method-sections';
import { packsInWords, type PacksOfMember } from '@yuheng/shared/domain/evaluating/packs-in-words';
import { roundSentence } from '@yuheng/shared/domain/evaluating/round-sentence';
import {
  hasOwnAct,
  lastStep,
  mayBePassedOver,
  nextStep,
  ROUND_STEPS,
  stepName,
  stepsOf,
} from '@yuheng/shared/domain/evaluating/round-steps';
import { scoringObstacles } from '@yuheng/shared/domain/evaluating/scoring-obstacles';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { organisedKinds } from './organised-kinds';
import type { AssignmentRow, MemberRow, RoundFullRow, RoundHeadRow } from './rounds.queries';

/** Who reads, and of what day. */
export interface RoundReader {
  readonly accountId: string;
  readonly roles: readonly Role[];
  /** A county's own people are told of no marks in work. */
  readonly isCounty: boolean;
  readonly today: string;
  readonly demonstration: boolean;
}

export interface RoundRows {
  readonly round: RoundFullRow;
  readonly members: readonly MemberRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly packs: readonly PacksOfMember[];
}

export function presentHead(row: RoundHeadRow, { isCounty, today }: RoundReader): RoundHead {
  const { kind, steps, scoreBy, finalisedOn, documentNumber, openDraft } = row;
  const marks = isCounty ? null : { expected: row.marksExpected, given: row.marksGiven };
  const last = lastStep(kind, steps);
  return {
    id: row.id,
    program: row.program,
    year: row.year,
    kind,
    methodVersion: row.methodVersion,
    methodName: row.methodName,
    windowFrom: row.windowFrom,
    windowTo: row.windowTo,
    scoreBy,
    replyBy: row.replyBy,
    finalisedOn,
    documentNumber,
    step: last,
    stepName: last === null ? null : stepName(kind, last),
    next: nextStep(kind, steps),
    marks,
    sentence: roundSentence({
      kind,
      taken: steps,
      marks,
      scoreBy,
      finalisedOn,
      documentNumber,
      openDraft,
      today,
    }),
  };
}

/** A round as its reader sees it: row security has already left out what is not the reader's. */
export function presentRound(rows: RoundRows, reader: RoundReader): EvaluationRoundRecord {
  const { round, members, assignments, counties, packs } = rows;
  const sections = sectionNames(round);
  const own = members.find(
    ({ account, withdrawnOn }) => account === reader.accountId && withdrawnOn === null,
  );
  const mayOrganise = organisedKinds(reader.roles).includes(round.kind);
  // A member is told of the own marks alone, and of how many are expected of the member.
  const expected =
    own?.rank === 'member' ? loadOf(own.account, assignments, sections).byPeople : round.marksExpected;
  return {
    ...presentHead({ ...round, marksExpected: expected }, reader),
    version: round.version,
    gapMarks: round.gapMarks,
    markers: round.markers,
    secondShare: round.secondShare,
    rotate: round.rotate,
    seed: round.seed,
    createdBy: round.createdBy,
    methodSha256: round.methodSha256,
    asOf: reader.today,
    demonstration: reader.demonstration,
    steps: presentSteps(round),
    sections,
    counties: counties.map(({ id, name }) => ({ id, name })),
    team: members.map((member) => ({
      account: member.account,
      username: member.username,
      name: member.name,
      firm: { id: member.firm, name: member.firmName },
      rank: member.rank,
      joinedOn: member.joinedOn,
      withdrawnOn: member.withdrawnOn,
      withdrawnReason: member.withdrawnReason,
      declarations: [...member.declarations],
      load: loadOf(member.account, assignments, sections),
      marksGiven: member.marksGiven,
    })),
    assignments: [...assignments],
    packs: packsInWords(packs, isoDate(reader.today)),
    own: own ? { account: own.account, rank: own.rank } : null,
    mayOrganise,
    mayChange: mayOrganise && isBeforeScoring(round),
    obstacles:
      mayOrganise && nextStep(round.kind, round.steps) === 'scoring' ? obstaclesOf(rows, reader.today) : [],
  };
}

/** Settings stand once scoring has started: marks were given by them. */
export function isBeforeScoring({
  kind,
  steps,
  finalisedOn,
}: Pick<RoundHeadRow, 'kind' | 'steps' | 'finalisedOn'>): boolean {
  const last = lastStep(kind, steps);
  return (
    finalisedOn === null && (last === null || ROUND_STEPS.indexOf(last) < ROUND_STEPS.indexOf('scoring'))
  );
}

/** Empty for a self-evaluation, which no team marks. */
export const obstaclesOf = (
  { round, members, assignments, counties }: RoundRows,
  today: string,
): Bilingual[] =>
  round.kind === 'selfEvaluation'
    ? []
    : scoringObstacles({
        counties,
        sections: sectionNames(round),
        members: members.filter(({ withdrawnOn }) => withdrawnOn === null),
        assignments,
        scoreBy: round.scoreBy,
        today,
      });

export const sectionNames = ({
  definition,
}: Pick<RoundFullRow, 'definition'>): EvaluationRoundRecord['sections'] => {
  const leaves = definition.indicators.filter(({ rule }) => rule !== undefined);
  return sectionsOf(definition).map(({ id, byPeople, byProgram }) => {
    const indicator = definition.indicators.find((one) => one.id === id);
    return {
      id,
      byPeople,
      byProgram,
      name: indicator ? nameOf(indicator) : { zh: id, en: id },
      leaves: leaves
        .filter((leaf) => sectionOf(definition, leaf.id) === id)
        .map((leaf) => ({ id: leaf.id, name: nameOf(leaf) })),
    };
  });
};

function presentSteps({ kind, steps }: RoundFullRow): EvaluationRoundRecord['steps'] {
  const next = nextStep(kind, steps);
  return stepsOf(kind).map((step) => {
    const taken = steps.findLast((one) => one.step === step);
    return {
      step,
      name: stepName(kind, step),
      taken: taken
        ? {
            takenOn: taken.takenOn,
            documentNumber: taken.documentNumber,
            note: taken.note,
            file: taken.file,
            passedOver: taken.passedOver,
            by: taken.by,
            at: taken.at,
          }
        : null,
      isNext: step === next,
      mayBePassedOver: mayBePassedOver(step),
      ownAct: hasOwnAct(kind, step),
    };
  });
}

function loadOf(
  account: string,
  assignments: readonly AssignmentRow[],
  sections: readonly { readonly id: string; readonly byPeople: number; readonly byProgram: number }[],
): EvaluationRoundRecord['team'][number]['load'] {
  const own = assignments.filter((one) => one.account === account);
  const sum = (key: 'byPeople' | 'byProgram'): number =>
    own.reduce((total, { section }) => total + (sections.find(({ id }) => id === section)?.[key] ?? 0), 0);
  return {
    byPeople: sum('byPeople'),
    byProgram: sum('byProgram'),
    counties: new Set(own.map(({ county }) => county)).size,
  };
}
