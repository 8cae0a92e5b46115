import type { Bilingual } from '../bilingual';
import { bilingual } from '../bilingual';
import { multiply, printExact, printRounded, rational, type Rational } from '../numbers/rational';
import type {
  Apportionment,
  ApportionmentMethod,
  ApportionmentProblem,
  Claim,
  Tie,
  UnitWorking,
} from './apportionment';

/** One line of a sheet that a person can follow with a pencil. */
export interface Step {
  readonly label: Bilingual;
  readonly expression: string;
  readonly result: string;
}

export interface UnitExplanation {
  readonly steps: readonly Step[];
}

export const METHOD_WORDS: Readonly<Record<ApportionmentMethod, Bilingual>> = {
  hamilton: bilingual('最大余数法', 'Hamilton, largest remainder'),
  webster: bilingual('韦伯斯特法', 'Webster'),
  jefferson: bilingual('杰斐逊法', 'Jefferson'),
  hill: bilingual('希尔法', 'Hill'),
  adams: bilingual('亚当斯法', 'Adams'),
};

/** A fraction that a person reads: exact while it is short, else six decimals marked ≈; decisions use the exact one. */
function printShort(value: Rational): string {
  const exact = printExact(value);
  return exact.length <= 12 ? exact : `≈${printRounded(value, 6)}`;
}

/** The root of a fraction to four decimals, rounded down: for the eye only, never for a decision. */
function printRoot({ numerator, denominator }: Rational): string {
  const square = (numerator * 10n ** 8n) / denominator;
  if (square === 0n) return '0.0000';
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) break;
    root = next;
  }
  return printRounded({ numerator: root, denominator: 10_000n }, 4);
}

function signpostText(method: ApportionmentMethod, held: bigint): string {
  if (method === 'webster') return `${held}.5`;
  if (method === 'jefferson') return `${held + 1n}`;
  return method === 'adams' ? `${held}` : `√(${held} × ${held + 1n})`;
}

const claimStep = (
  label: Bilingual,
  method: ApportionmentMethod,
  weight: Rational,
  claim: Claim | null,
): readonly Step[] =>
  claim
    ? [
        {
          label,
          expression: `${printExact(weight)} ÷ ${signpostText(method, claim.held)}`,
          result: printRoot({
            numerator: claim.squared.numerator,
            denominator: claim.squared.denominator * weight.denominator ** 2n,
          }),
        },
      ]
    : [];

/**
 * How each unit came to its parts. Hamilton: the quota, its whole part, the remainder and whether it was served.
 * Divisor methods: the claim that brought the last part, and the claim that was not served any more; every served
 * claim is at least as large as every unserved one, which is the whole proof. The weights of the problem are printed
 * over `denominator`, so that the sheet shows them as they were given.
 */
export function explainApportionment(
  problem: ApportionmentProblem,
  method: ApportionmentMethod,
  { parts, ties, working }: Apportionment,
  denominator: bigint,
): readonly UnitExplanation[] {
  return working().map((unitWorking, unit) => {
    const weight = { numerator: problem.weights[unit] ?? 0n, denominator };
    const [floor, cap] = [problem.floors[unit] ?? 0n, problem.caps[unit] ?? problem.total];
    const part = parts[unit] ?? 0n;
    const tie = ties.find(({ units }) => units.includes(unit));
    const steps =
      unitWorking.kind === 'quota'
        ? quotaSteps(unitWorking, weight, part)
        : [
            ...claimStep(LAST_SERVED, method, weight, unitWorking.lastServed),
            ...claimStep(NEXT_UNSERVED, method, weight, unitWorking.nextUnserved),
            { label: METHOD_WORDS[method], expression: `${floor} ≤ x ≤ ${cap}`, result: `${part}` },
          ];
    return { steps: tie ? [...steps, tieStep(tie, unit, part)] : steps };
  });
}

const LAST_SERVED = bilingual('最后一份的比较数', 'claim of the last part');
const NEXT_UNSERVED = bilingual('再多一份的比较数（未满足）', 'claim to one part more, not served');

function quotaSteps(
  { quota, multiplier, whole, roundedUp }: Extract<UnitWorking, { kind: 'quota' }>,
  weight: Rational,
  part: bigint,
): readonly Step[] {
  const remainder = { numerator: quota.numerator % quota.denominator, denominator: quota.denominator };
  return [
    multiplier
      ? {
          label: bilingual(
            '应得数：权重（份额）乘统一倍数',
            'quota: weight (share) times the common multiplier',
          ),
          expression: `${printShort(weight)} × ${printShort(multiply(multiplier, rational(weight.denominator)))}`,
          result: printRounded(quota, 6),
        }
      : {
          label: bilingual('应得数：受上下限限定', 'quota: held by a bound'),
          expression: printShort(quota),
          result: printRounded(quota, 6),
        },
    {
      label: roundedUp
        ? bilingual('余数排在前列，进 1', 'remainder among the largest: rounded up')
        : bilingual('余数未进位', 'remainder not served: rounded down'),
      expression: `${whole} + ${printShort(remainder)}`,
      result: `${part}`,
    },
  ];
}

const tieStep = (tie: Tie, unit: number, part: bigint): Step => ({
  label: bilingual(
    `与其他 ${tie.units.length - 1} 个单位并列，争 ${tie.contested} 份，先给权重大者，再按既定顺序`,
    `equal claim with ${tie.units.length - 1} more for ${tie.contested}: larger weight first, then the stated order`,
  ),
  expression: tie.awardedTo.includes(unit) ? '+1' : '+0',
  result: `${part}`,
});
