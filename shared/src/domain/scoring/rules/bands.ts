import { bilingual } from '../../bilingual';
import { compare, multiply, ONE, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { atLeast } from '../numbers/at-least';
import type { BandsRule, IndicatorValue } from '../method';
import { absent, isRefusal, printNumber, requireNumeral } from '../numbers/numeral';
import { ruleRefused, scored } from './rule';
import type { CompiledRule, RuleOutcome } from './rule';

interface ReadBand {
  readonly label: string;
  readonly from: Rational;
  readonly to: Rational;
  readonly pointer: string;
}

const isShare = (ratio: Rational): boolean => compare(ratio, ZERO) >= 0 && compare(ratio, ONE) <= 0;

function readBounds(rule: BandsRule, pointer: string): { bands: ReadBand[]; refusals: Refusal[] } {
  const bands: ReadBand[] = [];
  const refusals: Refusal[] = [];
  rule.bands.forEach((band, index) => {
    const at = `${pointer}/bands/${index}`;
    const bounds = (['from', 'to'] as const).map((key) => {
      const bound = requireNumeral(band[key], `${at}/${key}`);
      if (isRefusal(bound) || isShare(bound)) return bound;
      return refusal(
        `${at}/${key}`,
        `档次的上下限应当在0至1之间，现为${printNumber(bound)}，请改正。`,
        `The bounds of a band must lie between 0 and 1; this one is ${printNumber(bound)}. Correct it.`,
      );
    });
    const wrong = bounds.filter(isRefusal);
    refusals.push(...wrong);
    if (wrong.length === 0) {
      bands.push({ label: band.label, from: bounds[0] as Rational, to: bounds[1] as Rational, pointer: at });
    }
    if (rule.bands.findIndex((other) => other.label === band.label) < index) {
      refusals.push(
        refusal(
          `${at}/label`,
          `档次“${band.label}”重复，请改为不同的名称或者删去。`,
          `The band "${band.label}" stands twice; rename it or remove it.`,
        ),
      );
    }
  });
  return { bands, refusals };
}

/** Bands in ascending order must each hold something and must not overlap, or a ratio would belong to two of them. */
function checkOrder(ascending: readonly ReadBand[]): Refusal[] {
  return ascending.flatMap((band, index) => {
    const below = ascending[index - 1];
    const empty = compare(band.from, band.to) - (index === ascending.length - 1 ? 1 : 0) >= 0;
    if (empty) {
      return [
        refusal(
          `${band.pointer}/to`,
          `档次“${band.label}”的上限${printNumber(band.to)}应当大于下限${printNumber(band.from)}，请改正。`,
          `The upper bound of the band "${band.label}" is ${printNumber(band.to)} and must exceed its lower one, ${printNumber(band.from)}; correct it.`,
        ),
      ];
    }
    return below && compare(below.to, band.from) > 0
      ? [
          refusal(
            `${band.pointer}/from`,
            `档次“${band.label}”与“${below.label}”重叠，请改正上下限，使每个比例只属于一个档次。`,
            `The bands "${band.label}" and "${below.label}" overlap; correct their bounds, so that each ratio belongs to one band.`,
          ),
        ]
      : [];
  });
}

function scoreBand(value: IndicatorValue, pointer: string, bands: readonly ReadBand[]): Rational | Refusal {
  if (value.band === undefined) return absent(`${pointer}/band`);
  const index = bands.findIndex((band) => band.label === value.band);
  const band = bands[index];
  if (!band) {
    const known = bands.map((one) => one.label);
    return refusal(
      `${pointer}/band`,
      `没有“${value.band}”这一档次，请从以下档次中选择：${known.join('、')}。`,
      `There is no band "${value.band}"; choose one of ${known.join(', ')}.`,
    );
  }
  const ratio = requireNumeral(value.ratio, `${pointer}/ratio`);
  if (isRefusal(ratio)) return ratio;
  const top = index === bands.length - 1;
  const below = top ? atLeast(band.to, ratio) : !atLeast(ratio, band.to);
  if (below && atLeast(ratio, band.from)) return ratio;
  const interval = `[${printNumber(band.from)}, ${printNumber(band.to)}${top ? ']' : ')'}`;
  return refusal(
    `${pointer}/ratio`,
    `比例${printNumber(ratio)}不在“${band.label}”的区间${interval}内，请改正比例或者改选档次。`,
    `The ratio ${printNumber(ratio)} is outside the band "${band.label}", ${interval}; correct it or choose another band.`,
  );
}

/**
 * Qualitative bands (达成、部分达成、未达成): the evaluator names the band and the ratio within it; the score is ratio × marks.
 * `from` is inclusive, `to` exclusive, the topmost band includes its `to`. Refused: an unknown band, a ratio outside its
 * band, bands that are empty or overlap. Example: 10 marks, achieved [0.8, 1], ratio 0.85 → 8.5.
 */
export function compileBands(rule: BandsRule, marks: Rational, pointer: string): Outcome<CompiledRule> {
  if (rule.bands.length === 0) {
    return refused([
      refusal(`${pointer}/bands`, '至少应当有一个档次，请补充。', 'At least one band is needed; add it.'),
    ]);
  }
  const { bands, refusals } = readBounds(rule, pointer);
  const ascending = bands.sort((a, b) => compare(a.to, b.to) || compare(a.from, b.from));
  const all = refusals.length > 0 ? refusals : checkOrder(ascending);
  if (all.length > 0) return refused(all);
  return accepted({
    keys: ['band', 'ratio'],
    words: bilingual('按评定档次内的比例×分值计分', 'the ratio within the named band × marks'),
    score: (value, at): RuleOutcome => {
      const ratio = scoreBand(value, at, ascending);
      return isRefusal(ratio) ? ruleRefused([ratio]) : scored(multiply(marks, ratio));
    },
    explain: (value) => {
      const ratio = printNumber(requireNumeral(value.ratio, '') as Rational);
      return {
        inputs: [
          { label: bilingual('评定档次', 'band'), figure: value.band ?? '' },
          { label: bilingual('比例', 'ratio'), figure: ratio },
        ],
        label: bilingual('分值×比例', 'marks × ratio'),
        expression: `${printNumber(marks)} × ${ratio}`,
      };
    },
  });
}
