import { bilingual, type Bilingual } from '../../bilingual';
import {
  ceilingOf,
  divide,
  floorOf,
  multiply,
  printUnits,
  rational,
  ZERO,
  type Rational,
} from '../../numbers/rational';
import type {
  Apportionment,
  ApportionmentMethod,
  ApportionmentProblem,
  Claim,
  Tie,
  UnitWorking,
} from '../apportionment';
import { boundedQuotas, quotaOf } from '../methods/bounded-quotas';
import { METHOD_WORDS } from './method-words';
import { printNear, printShort } from './print-short';
import { sheetStep, type Step } from './sheet-step';

export interface UnitExplanation {
  readonly steps: readonly Step[];
}

/**
 * The root of a fraction to four decimals, rounded half up as all figures of a sheet are and marked ≈ where that is not the
 * whole of it: for the eye only, never for a decision. Example: the root of 4/9 is "≈0.6667", that of 9/4 "1.5".
 */
function printRoot(squared: Rational): string {
  const { numerator, denominator } = squared;
  const units = rootUnits(squared);
  const isExact = units * units * denominator === numerator * 10n ** 8n;
  return isExact ? printNear(rational(units, 10n ** 4n), 4) : `≈${printUnits(units, 4)}`;
}

/** The root in ten-thousandths, rounded half up. */
function rootUnits({ numerator, denominator }: Rational): bigint {
  // The root of four times the square is twice the root: its last bit says which way to round.
  const square = (4n * numerator * 10n ** 8n) / denominator;
  if (square === 0n) return 0n;
  let twice = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (twice + square / twice) / 2n;
    if (next >= twice) break;
    twice = next;
  }
  return (twice + 1n) / 2n;
}

function signpostText(method: ApportionmentMethod, held: bigint): string {
  if (method === 'webster') return `${held}.5`;
  if (method === 'jefferson') return `${held + 1n}`;
  return method === 'adams' ? `${held}` : `√(${held} × ${held + 1n})`;
}

/** The weights of a problem as a sheet prints them: the problem's own weights are these times `scale`. */
export interface PrintedWeights {
  readonly weights: readonly Rational[];
  readonly scale: Rational;
}

const claimStep = (
  label: Bilingual,
  method: ApportionmentMethod,
  { weight, scale }: { readonly weight: Rational; readonly scale: Rational },
  claim: Claim | null,
): readonly Step[] =>
  claim
    ? [
        sheetStep(
          label,
          `${printShort(weight)} ÷ ${signpostText(method, claim.held)}`,
          printRoot(divide(claim.squared, multiply(scale, scale))),
        ),
      ]
    : [];

/**
 * How each unit came to its parts. Hamilton: the quota, its whole part, the remainder and whether it was served.
 * Divisor methods: the quota, the claim that brought the last part, and the claim that was not served any more; every
 * served claim is at least as large as every unserved one, which is the whole proof. Where a tie was decided, a line
 * before the last says for whom.
 */
export function explainApportionment(
  problem: ApportionmentProblem,
  method: ApportionmentMethod,
  { parts, ties, working }: Apportionment,
  { weights, scale }: PrintedWeights,
): readonly UnitExplanation[] {
  const tied = ties.map((tie) => ({ tie, units: new Set(tie.units), awarded: new Set(tie.awardedTo) }));
  const quotas = method === 'hamilton' ? null : boundedQuotas(problem);
  const workings = working();
  const multiplier = printedMultiplier(workings, scale);
  return workings.map((unitWorking, unit) => {
    const weight = weights[unit] ?? ZERO;
    const [floor, cap] = [problem.floors[unit] ?? 0n, problem.caps[unit] ?? problem.total];
    const part = parts[unit] ?? 0n;
    const own = tied.find(({ units }) => units.has(unit));
    const tieSteps = own ? [tieStep(own.tie, own.awarded.has(unit), part)] : [];
    return {
      steps:
        unitWorking.kind === 'quota'
          ? [quotaStep(unitWorking, { weight, multiplier }), ...tieSteps, wholePartsStep(unitWorking, part)]
          : [
              ...(quotas ? [roundedQuotaStep(quotaOf(quotas, unit))] : []),
              ...claimStep(LAST_SERVED, method, { weight, scale }, unitWorking.lastServed),
              ...claimStep(NEXT_UNSERVED, method, { weight, scale }, unitWorking.nextUnserved),
              ...tieSteps,
              methodStep(method, { floor, cap, part }),
            ],
    };
  });
}

/** What the quota check holds a divisor method against. */
function roundedQuotaStep(quota: Rational): Step {
  const [least, most] = [floorOf(quota), ceilingOf(quota)];
  const printed = printNear(quota, 4);
  return least === most
    ? sheetStep(bilingual('应得数（整数）', 'quota, a whole number'), '', printed)
    : sheetStep(
        bilingual(`应得数，上下取整为 ${least} 或 ${most}`, `quota, rounded down or up ${least} or ${most}`),
        '',
        printed,
      );
}

/** What a divisor method comes to, and between which bounds. */
function methodStep(
  method: ApportionmentMethod,
  { floor, cap, part }: { readonly floor: bigint; readonly cap: bigint; readonly part: bigint },
): Step {
  const { zh, en } = METHOD_WORDS[method];
  const label = bilingual(
    `${zh}（不少于 ${floor}，不多于 ${cap}）`,
    `${en} (at least ${floor}, at most ${cap})`,
  );
  return sheetStep(label, '', `${part}`);
}

const LAST_SERVED = bilingual('最后一份的比较数', 'claim of the last part');
const NEXT_UNSERVED = bilingual('再多一份的比较数（未满足）', 'claim to one part more, not served');

type QuotaWorking = Extract<UnitWorking, { kind: 'quota' }>;

/** The one multiplier of all units that no bound holds, printed once: it is long, and thousands of sheets have it. */
function printedMultiplier(workings: readonly UnitWorking[], scale: Rational): string {
  for (const one of workings) {
    if (one.kind === 'quota' && one.multiplier) return printShort(multiply(one.multiplier, scale));
  }
  return '';
}

const quotaStep = (
  { quota, multiplier }: QuotaWorking,
  printed: { readonly weight: Rational; readonly multiplier: string },
): Step =>
  multiplier
    ? sheetStep(
        bilingual('应得数：权重（份额）乘统一倍数', 'quota: weight (share) times the common multiplier'),
        `${printShort(printed.weight)} × ${printed.multiplier}`,
        printNear(quota, 6),
      )
    : sheetStep(bilingual('应得数：受上下限限定', 'quota: held by a bound'), '', printNear(quota, 6));

/**
 * Rounding is a line of its own, with its rule: the whole part, and one more where the remainder was served. Under Hamilton
 * a whole quota never gets one more: fewer parts are left over than there are remainders.
 */
function wholePartsStep({ quota, whole, roundedUp }: QuotaWorking, part: bigint): Step {
  const remainder = { numerator: quota.numerator % quota.denominator, denominator: quota.denominator };
  if (remainder.numerator === 0n) {
    return sheetStep(
      bilingual('应得数为整数，无需取整', 'the quota is whole: nothing to round'),
      '',
      `${part}`,
    );
  }
  const printed = printShort(remainder);
  return roundedUp
    ? sheetStep(
        bilingual(
          `取整：整数部分 ${whole}；余数 ${printed} 排在前列，进 1`,
          `rounding: whole part ${whole}; the remainder ${printed} is among the largest, one more`,
        ),
        `${whole} + 1`,
        `${part}`,
      )
    : sheetStep(
        bilingual(
          `取整：整数部分 ${whole}；余数 ${printed} 未排在前列，不进位`,
          `rounding: whole part ${whole}; the remainder ${printed} is not among the largest, no more`,
        ),
        `${whole} + 0`,
        `${part}`,
      );
}

function tieStep({ units, contested }: Tie, awarded: boolean, part: bigint): Step {
  const others = units.length - 1;
  const [unitsEn, partsEn] = [others === 1 ? 'unit' : 'units', contested === 1 ? 'part' : 'parts'];
  return {
    label: bilingual(
      `与其他 ${others} 个单位并列，争 ${contested} 份，先给权重大者，再按既定顺序`,
      `tied with ${others} other ${unitsEn} for ${contested} ${partsEn}: larger weight first, then the stated order`,
    ),
    expression: awarded ? `${part - 1n} + 1` : `${part} + 0`,
    result: `${part}`,
  };
}
