import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { isBinding, type Duty } from '@yuheng/shared/domain/duties/duties-of-county';
import { partiesInWords } from '@yuheng/shared/domain/duties/duty-basis';
import { dutyGrounds } from '@yuheng/shared/domain/duties/duty-grounds';

type Calendar = ResponseOf<typeof endpoints.listDuties>;

export const presentDuty = (
  { rule, year, round, county, month, dueOn, doneOn, state, assumed, returnReason }: Duty,
  own: boolean,
  nameOf: (id: string) => string,
): Calendar['duties'][number] => ({
  rule: rule.id,
  kind: rule.kind,
  name: rule.name,
  year,
  round,
  county,
  countyName: county && nameOf(county),
  month,
  dueOn,
  doneOn,
  state,
  owedBy: [...rule.owedBy],
  own,
  assumed,
  returnReason,
});

/** What is said once of each rule and year among the duties, in the order in which they first come. */
export function presentRules(duties: readonly Duty[]): Calendar['rules'] {
  const first = new Map(duties.map((duty) => [`${duty.rule.id} ${duty.year}`, duty] as const).reverse());
  return [...first.values()].reverse().map(({ rule, year }) => ({
    rule: rule.id,
    year,
    owedBy: partiesInWords(rule.owedBy),
    ...dutyGrounds(rule, year),
    binding: isBinding(rule, year),
    recorded: rule.recorded,
  }));
}
