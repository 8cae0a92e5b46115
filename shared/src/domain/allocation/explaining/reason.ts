import { boundedQuotas, quotaOf, type BoundedQuotas } from '../../apportionment/methods/bounded-quotas';
import { bilingual, type Bilingual } from '../../bilingual';
import { add, multiply, rational, roundHalfUp, subtract, type Rational } from '../../numbers/rational';
import { printSigned } from './print-figure';
import { shareOf, type Shares } from '../shares';
import type { AllocationWorking } from '../working';

/** What moved a unit; in English some need an article within the sentence, and none before their figure. */
interface Cause extends Bilingual {
  readonly article: '' | 'the ';
}

const FACTORS: Cause = { zh: '分配因素', en: 'factors', article: 'the ' };
const PERFORMANCE: Cause = { zh: '绩效', en: 'performance', article: '' };
const PHASE_IN: Cause = { zh: '分年到位', en: 'phase-in', article: '' };
const ROUNDING: Cause = { zh: '取整', en: 'rounding', article: '' };
const OWN_BOUNDS: Readonly<Record<'floor' | 'cap' | 'maximumChange', Cause>> = {
  floor: { zh: '保底', en: 'floor', article: 'the ' },
  cap: { zh: '封顶', en: 'cap', article: 'the ' },
  maximumChange: { zh: '年度最大调整', en: 'maximum change', article: 'the ' },
};
const OTHERS_BOUNDS: Cause = { zh: '其他单位的上下限', en: 'bounds of other units', article: 'the ' };

interface Line {
  readonly cause: Cause;
  /** In hundredths of a part. */
  readonly size: bigint;
}

/**
 * One sentence per unit on its change against last year's parts. The change is walked through the stages
 * (last year → factors → performance → phase-in → bounds → whole parts), each as the difference of exact quotas,
 * rounded to two decimals; the rounding line takes up what is left, so that the printed lines add up to the change.
 * Where the quota is whole and nothing was rounded, what the two decimals leave is put into the largest line instead.
 * The bound that is named is the unit's own where that moved the quota, else those of other units, whose gain or loss
 * the rest shares.
 */
export function reasonsOf(working: AllocationWorking): readonly Bilingual[] {
  const { input, stages, problem, solved } = working;
  const bounded = boundedQuotas(problem);
  const noun = 'posts' in input.pool ? { zh: '个名额', en: 'post' } : { zh: '份', en: 'part' };
  return input.units.map(({ lastPart, kept = 0n }, unit) => {
    const part = kept + (solved.parts[unit] ?? 0n);
    if (lastPart === undefined) {
      return bilingual(
        `分得 ${part} ${noun.zh}；未提供上年分配数，不作比较。`,
        `Gets ${counted(part, noun.en)}; without last year's figure there is nothing to compare.`,
      );
    }
    const quota = (shares: Shares): Rational =>
      add(rational(kept), multiply(rational(problem.total), shareOf(shares, unit)));
    const [byFactors, byPerformance] = [quota(stages.factors), quota(stages.performance)];
    const phasedIn = quota(stages.phasedIn);
    const final = add(rational(kept), quotaOf(bounded, unit));
    const byBounds = subtract(final, phasedIn);
    const lines: Line[] = [
      { cause: FACTORS, size: hundredths(subtract(byFactors, rational(lastPart))) },
      { cause: PERFORMANCE, size: hundredths(subtract(byPerformance, byFactors)) },
      { cause: PHASE_IN, size: hundredths(subtract(phasedIn, byPerformance)) },
      {
        cause: boundCause(working, bounded, { unit, moved: byBounds.numerator }),
        size: hundredths(byBounds),
      },
    ];
    const rest = (part - lastPart) * 100n - lines.reduce((sum, { size }) => sum + size, 0n);
    const isRounded = subtract(rational(part), final).numerator !== 0n;
    const walked = isRounded ? [...lines, { cause: ROUNDING, size: rest }] : withRestInLargest(lines, rest);
    return sentence(
      lastPart,
      part,
      noun,
      walked.filter(({ size }) => size !== 0n),
    );
  });
}

const hundredths = (change: Rational): bigint => roundHalfUp(change, 2);

const sizeOf = (change: bigint): bigint => (change < 0n ? -change : change);

/** "1 post", "2 posts". */
const counted = (count: bigint, noun: string): string => `${count} ${noun}${count === 1n ? '' : 's'}`;

/** A floor raises and a cap lowers the quota of its own unit; any other move comes from bounds elsewhere. */
function boundCause(
  { bounds, problem }: AllocationWorking,
  bounded: BoundedQuotas,
  { unit, moved }: { readonly unit: number; readonly moved: bigint },
): Cause {
  const own = bounds[unit];
  if (!own || !bounded.isHeld(unit)) return OTHERS_BOUNDS;
  const at = bounded.wholes[unit];
  if (moved > 0n && at === problem.floors[unit] && own.floorBy !== 'none') return OWN_BOUNDS[own.floorBy];
  if (moved < 0n && at === problem.caps[unit] && own.capBy !== 'none') return OWN_BOUNDS[own.capBy];
  return OTHERS_BOUNDS;
}

/** The first of the largest lines takes up what rounding each line to two decimals has left over. */
function withRestInLargest(lines: readonly Line[], rest: bigint): readonly Line[] {
  const largest = lines.reduce((best, line) => (sizeOf(line.size) > sizeOf(best.size) ? line : best));
  return lines.map((line) => (line === largest ? { ...line, size: line.size + rest } : line));
}

function sentence(
  last: bigint,
  part: bigint,
  noun: { readonly zh: string; readonly en: string },
  lines: readonly Line[],
): Bilingual {
  const change = part - last;
  const zhLines = lines.map(({ cause, size }) => `${cause.zh} ${printSigned(size)}`).join('，');
  const enLines = lines.map(({ cause, size }) => `${cause.en} ${printSigned(size)}`).join(', ');
  const zhTail = lines.length > 0 ? `：${zhLines}。` : '。';
  const enTail = lines.length > 0 ? `: ${enLines}.` : '.';
  if (change === 0n) {
    return bilingual(
      `与上年相同，${part} ${noun.zh}${zhTail}`,
      `Unchanged at ${counted(part, noun.en)}${enTail}`,
    );
  }
  const { cause } = lines.reduce((best, line) =>
    (change > 0n ? line.size > best.size : line.size < best.size) ? line : best,
  );
  const [zhVerb, enVerb] = change > 0n ? ['增加', 'more'] : ['减少', 'fewer'];
  const size = sizeOf(change);
  return bilingual(
    `比上年${zhVerb} ${size} ${noun.zh}（${last} → ${part}），主要原因是${cause.zh}${zhTail}`,
    `${size} ${enVerb} than last year (${last} → ${counted(part, noun.en)}), mainly because of ${cause.article}${cause.en}${enTail}`,
  );
}
