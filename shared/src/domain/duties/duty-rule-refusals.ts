import { isIsoDate } from '../period/year-month';
import { refusal, type Refusal } from '../refusal';
import type { DutyBasis, DutyRule, DutyTerms } from './duty-rule';

/**
 * Why changed terms of a rule cannot be taken; none: they can. How its clock starts is part of what the duty is and stays;
 * fixed days exist in every year and stand in order; a basis ends no earlier than its document's year, and a year stands
 * once.
 */
export const dutyRuleRefusals = (rule: DutyRule, { clock, bases }: DutyTerms): readonly Refusal[] => [
  ...clockRefusals(rule, clock),
  ...bases.flatMap((basis, index) => basisRefusals(basis, bases.slice(0, index), `/bases/${index}`)),
];

function clockRefusals(rule: DutyRule, clock: DutyTerms['clock']): Refusal[] {
  if (clock.from !== rule.clock.from) {
    return [
      refusal(
        '/clock/from',
        '起算方式由事项本身决定，不能更改；请只改期限。',
        'How the clock starts belongs to the duty and cannot change; change its term only.',
      ),
    ];
  }
  if (clock.from !== 'fixedDays') return [];
  return clock.days.flatMap((day, index) => {
    const printed = printedDay(day);
    if (!isIsoDate(printed)) {
      return [
        refusal(
          `/clock/days/${index}`,
          `${day.month}月没有${day.day}日，请改正。`,
          `Month ${day.month} has no day ${day.day}; correct it.`,
        ),
      ];
    }
    const before = clock.days[index - 1];
    return before && printedDay(before) >= printed
      ? [
          refusal(
            `/clock/days/${index}`,
            '日期应由早到晚，且不重复。',
            'Days stand from early to late, each once.',
          ),
        ]
      : [];
  });
}

/** In a plain year and the one after it, so that days compare; the 29th of February is no day of every year. */
const printedDay = ({ month, day, nextYear }: { month: number; day: number; nextYear: boolean }): string =>
  `${nextYear ? 2027 : 2026}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function basisRefusals(basis: DutyBasis, earlier: readonly DutyBasis[], pointer: string): Refusal[] {
  if (earlier.some(({ year }) => year === basis.year)) {
    return [
      refusal(
        `${pointer}/year`,
        `${basis.year}年的依据已列出，请合并。`,
        `A basis of ${basis.year} stands there already; join them.`,
      ),
    ];
  }
  return basis.until !== null && basis.until < basis.year
    ? [
        refusal(
          `${pointer}/until`,
          '失效年度不能早于文件年度。',
          'The last year in force cannot lie before the year of the document.',
        ),
      ]
    : [];
}
