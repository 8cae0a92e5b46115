import { boundedQuotas, quotaOf } from '../apportionment/bounded-quotas';
import { bilingual, type Bilingual } from '../bilingual';
import { add, multiply, rational, roundHalfUp, subtract, type Rational } from '../numbers/rational';
import { printSigned } from './print-figure';
import { shareOf, type Shares } from './shares';
import type { AllocationWorking } from './working';

const CAUSES = [
  { zh: '因素', en: 'factors' },
  { zh: '绩效', en: 'performance' },
  { zh: '分年到位', en: 'phase-in' },
  { zh: '保底封顶', en: 'bounds' },
  { zh: '取整', en: 'rounding' },
] as const;

/**
 * One sentence per unit on its change against last year's parts. The change is walked through the stages
 * (last year → factors → performance → phase-in → bounds → whole parts), each as the difference of exact quotas,
 * rounded to two decimals; the rounding line takes up what is left, so that the printed lines add up to the change.
 */
export function reasonsOf(working: AllocationWorking): readonly Bilingual[] {
  const { input, stages, problem, solved } = working;
  const bounded = boundedQuotas(problem);
  const noun = 'posts' in input.pool ? { zh: '个名额', en: 'posts' } : { zh: '份', en: 'parts' };
  return input.units.map(({ lastPart, kept = 0n }, unit) => {
    const part = kept + (solved.parts[unit] ?? 0n);
    if (lastPart === undefined) {
      return bilingual(
        `分得 ${part} ${noun.zh}；未提供上年分配数，不作比较。`,
        `Gets ${part} ${noun.en}; without last year's figure there is nothing to compare.`,
      );
    }
    const quota = (shares: Shares): Rational =>
      add(rational(kept), multiply(rational(problem.total), shareOf(shares, unit)));
    const levels = [
      rational(lastPart),
      quota(stages.factors),
      quota(stages.performance),
      quota(stages.phasedIn),
      add(rational(kept), quotaOf(bounded, unit)),
    ];
    const changes = levels
      .slice(1)
      .map((level, index) => roundHalfUp(subtract(level, levels[index] ?? level), 2));
    const rounding = (part - lastPart) * 100n - changes.reduce((sum, change) => sum + change, 0n);
    return sentence(lastPart, part, noun, [...changes, rounding]);
  });
}

function sentence(
  last: bigint,
  part: bigint,
  noun: { readonly zh: string; readonly en: string },
  hundredths: readonly bigint[],
): Bilingual {
  const change = part - last;
  const lines = CAUSES.map((cause, index) => ({ cause, size: hundredths[index] ?? 0n })).filter(
    ({ size }) => size !== 0n,
  );
  const zhLines = lines.map(({ cause, size }) => `${cause.zh} ${printSigned(size)}`).join('，');
  const enLines = lines.map(({ cause, size }) => `${cause.en} ${printSigned(size)}`).join(', ');
  const zhTail = lines.length > 0 ? `：${zhLines}。` : '。';
  const enTail = lines.length > 0 ? `: ${enLines}.` : '.';
  if (change === 0n) {
    return bilingual(`与上年相同，${part} ${noun.zh}${zhTail}`, `Unchanged at ${part} ${noun.en}${enTail}`);
  }
  const main = lines.reduce((best, line) =>
    (change > 0n ? line.size > best.size : line.size < best.size) ? line : best,
  );
  const [zhVerb, enVerb] = change > 0n ? ['增加', 'more'] : ['减少', 'fewer'];
  const size = change > 0n ? change : -change;
  return bilingual(
    `比上年${zhVerb} ${size} ${noun.zh}（${last} → ${part}），主要因为${main.cause.zh}${zhTail}`,
    `${size} ${enVerb} than last year (${last} → ${part} ${noun.en}), mainly by ${main.cause.en}${enTail}`,
  );
}
