import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import type { RoundStepEntity } from '../evaluations/round-step.entity';

type Taken = readonly [step: string, takenOn: string, documentNumber?: string, note?: string];

/** All on working days, in the order of the steps; scoring begins with the first marks, 定案 is the finalisation. */
const STEPS: Readonly<Record<string, readonly Taken[]>> = {
  'departmentEvaluation/2024': [
    ['commissioned', '2025-01-06', '演示司委〔2025〕1号'],
    ['plan', '2025-01-10', '演示司发〔2025〕2号'],
    ['notice', '2025-01-14', '演示司发〔2025〕3号'],
    ['documentList', '2025-01-16'],
    ['fieldwork', '2025-02-11'],
    ['scoring', '2025-02-24'],
    ['deliberation', '2025-02-28'],
    ['replies', '2025-03-03', '演示司函〔2025〕5号'],
    ['rulings', '2025-03-10'],
    ['finalised', '2025-03-12', '演示司发〔2025〕8号'],
    ['feedback', '2025-03-17', '演示司函〔2025〕6号'],
    ['rectification', '2025-05-16'],
    ['closure', '2025-05-30'],
    ['published', '2025-06-10', '演示司告〔2025〕1号'],
    ['archived', '2025-06-20'],
  ],
  'departmentEvaluation/2025': [
    ['commissioned', '2026-01-07', '演示司委〔2026〕1号'],
    ['plan', '2026-01-12', '演示司发〔2026〕2号'],
    ['notice', '2026-01-15', '演示司发〔2026〕3号'],
    ['documentList', '2026-01-19'],
    ['fieldwork', '2026-02-04'],
    ['scoring', '2026-02-25'],
    ['deliberation', '2026-03-02', undefined, '一处两名评价人员评分相差3分，经第三人复核、合议后一致。'],
    ['replies', '2026-03-03', '演示司函〔2026〕4号'],
    ['rulings', '2026-03-10'],
    ['finalised', '2026-03-12', '演示司发〔2026〕9号'],
    ['feedback', '2026-03-17', '演示司函〔2026〕7号'],
  ],
  'financeEvaluation/2025': [
    ['commissioned', '2026-02-26', '演示财监〔2026〕1号'],
    ['plan', '2026-03-02', '演示财监〔2026〕2号'],
    ['notice', '2026-03-04', '演示财监〔2026〕3号'],
    ['documentList', '2026-03-05'],
    ['fieldwork', '2026-03-11'],
    ['scoring', '2026-03-16'],
  ],
};

/** The steps that the rounds had taken by the day of the demonstration, registered on the days themselves. */
export const demonstrationSteps = (rounds: readonly EvaluationRoundEntity[]): RoundStepEntity[] =>
  rounds.flatMap(({ cityId, roundId, kind, year }) =>
    (STEPS[`${kind}/${year}`] ?? []).map(([step, takenOn, documentNumber, note], place) => ({
      cityId,
      roundId,
      number: place + 1,
      step,
      takenOn,
      documentNumber: documentNumber ?? null,
      note: note ?? null,
      fileId: null,
      passedOver: false,
      by: kind === 'financeEvaluation' ? 'finance' : 'officer-1',
      at: new Date(`${takenOn}T02:00:00Z`),
    })),
  );
