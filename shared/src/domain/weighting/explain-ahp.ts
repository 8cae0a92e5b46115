import type { Step } from '../apportionment/explaining/sheet-step';
import { bilingual, type Bilingual } from '../bilingual';
import type { AhpWorking } from './ahp-working';
import { randomIndexOf, type RandomIndexTable } from './random-index';
import { printSix, printThree, twelveDigits } from './twelve-digits';

/** From here on the judgements are held to contradict each other too much (Saaty 1980). */
const HIGHEST_CONSISTENCY_RATIO = 0.1;

/** The judgement that fits worst to the weights, counted from 0: `row` against `column`, row < column. */
export interface InconsistentJudgement {
  readonly row: number;
  readonly column: number;
  readonly given: number;
  /** What the weights imply: weight of the row ÷ weight of the column. */
  readonly implied: number;
  /** How many times too large or too small the judgement is, above 1. */
  readonly factor: number;
  readonly sentence: Bilingual;
}

export interface ExpertExplanation {
  readonly weights: readonly number[];
  readonly consistencyRatio: number;
  readonly mostInconsistent: InconsistentJudgement | null;
}

export interface AhpExplanation {
  /** The judgements that were used: the only expert's, or the geometric means. */
  readonly judgements: readonly (readonly number[])[];
  readonly steps: readonly Step[];
  /** Null where all judgements fit (always with one or two criteria). */
  readonly mostInconsistent: InconsistentJudgement | null;
  readonly experts: readonly ExpertExplanation[];
  readonly warnings: readonly Bilingual[];
}

/** Factors nearer to 1 than this are rounding, as of 1/3 written 0.333333. */
const LEAST_FACTOR = 1 + 1e-6;

/**
 * The judgement whose ratio to what the weights imply, ε = a·w(column)/w(row), is farthest from 1 in either direction:
 * the one to ask the expert about first (T. L. Saaty, Decision-making with the AHP: why is the principal eigenvector
 * necessary, European J. of Operational Research 145, 2003). Of two equally far the first in reading order; null where
 * every judgement fits within 10^-6.
 * Example: a is 2 b, b is 2 c, but a only 1 c: weights imply more than 1 for a against c.
 */
function mostInconsistentJudgement({ judgements, weights }: AhpWorking): InconsistentJudgement | null {
  let worst: Omit<InconsistentJudgement, 'sentence'> | null = null;
  for (const [row, values] of judgements.entries()) {
    for (const [column, given] of values.entries()) {
      const [own, other] = [weights[row], weights[column]];
      if (column <= row || own === undefined || other === undefined) continue;
      const implied = own / other;
      const factor = given > implied ? given / implied : implied / given;
      if (factor > Math.max(LEAST_FACTOR, (worst?.factor ?? 0) * (1 + 1e-9))) {
        worst = { row, column, given, implied, factor };
      }
    }
  }
  if (!worst) return null;
  const rounded = {
    ...worst,
    given: twelveDigits(worst.given),
    implied: twelveDigits(worst.implied),
    factor: twelveDigits(worst.factor),
  };
  return { ...rounded, sentence: inconsistencySentence(rounded) };
}

function inconsistencySentence(judgement: Omit<InconsistentJudgement, 'sentence'>): Bilingual {
  const { row, column } = judgement;
  const [given, implied] = [printSix(judgement.given), printSix(judgement.implied)];
  return bilingual(
    `最不一致的判断：第 ${row + 1} 个指标相对第 ${column + 1} 个指标判为 ${given}，按权重推算应为 ${implied}，建议先复核这一项`,
    `The most inconsistent judgement: criterion ${row + 1} against criterion ${column + 1} was given ${given}, the weights imply ${implied}; review it first`,
  );
}

/** How the weights were checked, each expert's own consistency, and what to look at first. */
export function explainAhp(
  working: AhpWorking,
  experts: readonly AhpWorking[],
  table: RandomIndexTable,
): AhpExplanation {
  return {
    judgements: working.judgements.map((row) => row.map(twelveDigits)),
    steps: stepsOf(working, table),
    mostInconsistent: mostInconsistentJudgement(working),
    experts: experts.map((expert) => ({
      weights: expert.weights,
      consistencyRatio: expert.consistencyRatio,
      mostInconsistent: mostInconsistentJudgement(expert),
    })),
    warnings: warningsOf(working, experts),
  };
}

function stepsOf(working: AhpWorking, table: RandomIndexTable): readonly Step[] {
  const { judgements, weights, lambdaMax, consistencyIndex, consistencyRatio } = working;
  const criteria = judgements.length;
  const products = judgements.map((row, i): Step => {
    const terms = row.map((value, j) => `${printSix(value)} × ${printSix(weights[j] ?? 0)}`);
    const sum = row.reduce((total, value, j) => total + value * (weights[j] ?? 0), 0);
    return {
      label: bilingual(
        `验算：第 ${i + 1} 行判断值乘权重之和，除以第 ${i + 1} 个权重，得最大特征值`,
        `check: judgements of row ${i + 1} times weights, over weight ${i + 1}, is the principal eigenvalue`,
      ),
      expression: `(${terms.join(' + ')}) ÷ ${printSix(weights[i] ?? 0)}`,
      result: printSix(sum / (weights[i] ?? 0)),
    };
  });
  const randomIndex = randomIndexOf(criteria, table);
  if (randomIndex === null) return products;
  return [
    ...products,
    {
      label: bilingual(
        '一致性指标 CI =（最大特征值 − n）÷（n − 1）',
        'consistency index = (λmax − n) ÷ (n − 1)',
      ),
      expression: `(${printSix(lambdaMax)} − ${criteria}) ÷ ${criteria - 1}`,
      result: printSix(consistencyIndex),
    },
    {
      label: bilingual(
        `一致性比例 CR = CI ÷ 平均随机一致性指标（${table} 年表）`,
        `consistency ratio = index ÷ random index (table of ${table})`,
      ),
      expression: `${printSix(consistencyIndex)} ÷ ${randomIndex}`,
      result: printSix(consistencyRatio),
    },
  ];
}

function warningsOf(working: AhpWorking, experts: readonly AhpWorking[]): readonly Bilingual[] {
  const tooHigh = (ratio: number): boolean => ratio >= HIGHEST_CONSISTENCY_RATIO;
  const whole = tooHigh(working.consistencyRatio)
    ? [
        bilingual(
          `一致性比例为 ${printThree(working.consistencyRatio)}，不小于 0.10，判断前后矛盾较多，请复核判断后再使用这组权重`,
          `The consistency ratio is ${printThree(working.consistencyRatio)}, not under 0.10: the judgements contradict each other; review them before these weights are used`,
        ),
      ]
    : [];
  if (experts.length < 2) return whole;
  const single = experts.flatMap(({ consistencyRatio }, expert) =>
    tooHigh(consistencyRatio)
      ? [
          bilingual(
            `第 ${expert + 1} 位专家的一致性比例为 ${printThree(consistencyRatio)}，不小于 0.10，请其复核判断`,
            `The consistency ratio of expert ${expert + 1} is ${printThree(consistencyRatio)}, not under 0.10; ask for a review`,
          ),
        ]
      : [],
  );
  return [...whole, ...single];
}
