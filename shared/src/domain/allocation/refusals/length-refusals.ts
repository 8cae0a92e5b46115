import { tooLongAt } from '../../apportionment/checks/long-figures';
import { ZERO, type Rational } from '../../numbers/rational';
import { bilingual, type Bilingual } from '../../bilingual';
import { pointerToken, refusal, type Refusal } from '../../refusal';
import type { AllocationInput } from '../allocation';

/** Figures that go into the shares together: where the one at a place stands, and how it is called. */
interface Column {
  readonly figures: readonly Rational[];
  readonly pointer: (place: number) => string;
  readonly name: (place: number) => Bilingual;
}

/** Factor weights, factors and scores that are so long, all together, that no one could wait for the shares. */
export function lengthRefusals(input: AllocationInput): readonly Refusal[] {
  const columns = columnsOf(input);
  const tooLong = tooLongAt(
    columns.map(({ figures }) => figures),
    input.units.length,
  );
  const column = tooLong && columns[tooLong.column];
  if (!column) return [];
  const name = column.name(tooLong.place);
  return [
    refusal(
      column.pointer(tooLong.place),
      `${name.zh}使各项数据化为同一分母后的位数超过 ${tooLong.most} 位，无法在合理时间内精确计算，请将数据四舍五入为几位小数`,
      `With ${name.en} the figures have more than ${tooLong.most} digits over their common denominators, too long to be computed exactly in reasonable time; round the figures to a few decimals`,
    ),
  ];
}

function columnsOf({ units, policy }: AllocationInput): readonly Column[] {
  const used = policy.factors.flatMap(({ id, weight }, index) =>
    weight.numerator > 0n ? [{ id, weight, index }] : [],
  );
  const unitName = (place: number): string => units[place]?.id ?? '';
  const weights: Column = {
    figures: used.map(({ weight }) => weight),
    pointer: (place) => `/policy/factors/${used[place]?.index}/weight`,
    name: (place) => bilingual(`因素“${used[place]?.id}”的权重`, `the weight of factor "${used[place]?.id}"`),
  };
  const factors = used.map(({ id }): Column => ({
    figures: units.map((unit) => unit.factors[id] ?? ZERO),
    pointer: (place) => `/units/${place}/factors/${pointerToken(id)}`,
    name: (place) =>
      bilingual(`单位“${unitName(place)}”的因素“${id}”`, `factor "${id}" of unit "${unitName(place)}"`),
  }));
  const scores: Column = {
    figures: policy.performance.mode === 'none' ? [] : units.map(({ score }) => score ?? ZERO),
    pointer: (place) => `/units/${place}/score`,
    name: (place) =>
      bilingual(`单位“${unitName(place)}”的绩效得分`, `the score of unit "${unitName(place)}"`),
  };
  return [weights, ...factors, scores];
}
