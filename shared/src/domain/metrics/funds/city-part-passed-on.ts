import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { printYuan } from '../../money/print-money';
import { dueWageMonths } from '../due';
import { wageListStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { standingMovements } from './money-in-order';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'cityPartPassedOn',
  name: bilingual('市级补助足额到人率', 'City part passed on in full'),
  formula: bilingual(
    '实际到人的市级补助÷应发市级补助（资金到位前的县级垫付视同到人）',
    'city part that reached the persons ÷ city part due (before the money arrives a county advance counts)',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  dataStates: wageListStates(
    bilingual(
      '没有应发市级补助，或者资金尚未到位且未垫付的，不适用',
      'not applicable where no city part was due, or the money has not arrived and nothing was advanced',
    ),
  ),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual('2025年项目文本第七条（专款专用）', '2025 program text, section 7 (earmarked)'),
};

/**
 * 市级补助足额到人率 over the months due, in fen. An advance is part of what reached the persons. While the money has not
 * reached the county bureau, what was not advanced is nobody's debt yet: it is left out and said.
 * Refused: more of the money passed on was reversed than had moved.
 * Example: 14,000 of 15,000 yuan is 93.33 percent.
 */
export const cityPartPassedOn: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    const passOns = standingMovements(facts, 'passOn');
    if (!passOns.ok) return passOns;
    const arrived = passOns.value.length > 0;
    const paid = present.reduce((sum, one) => sum + one.cityPartPaid, 0);
    const due = present.reduce((sum, one) => sum + one.cityPartDue, 0);
    const notes: Bilingual[] =
      !arrived && paid < due
        ? [
            bilingual(
              '市级资金尚未拨付到县级司法局，未垫付的部分暂不计入。',
              'The city money has not reached the county bureau; what was not advanced is left out for now.',
            ),
          ]
        : [];
    return rateResult(
      definition,
      {
        numerator: paid,
        denominator: arrived ? due : Math.min(paid, due),
        figures: {
          numerator: bilingual('到人的市级补助', 'the city part that reached the persons'),
          denominator: bilingual('应发市级补助', 'the city part due'),
          pointer: '/wageMonths',
        },
        lines: present.map((one) => ({
          label: bilingual(
            `${one.month} 到人÷应发（元）${one.countyAdvance > 0 ? '，其中县级垫付' + printYuan(one.countyAdvance) : ''}`,
            `${one.month} reached ÷ due (yuan)${one.countyAdvance > 0 ? `, advanced by the county ${printYuan(one.countyAdvance)}` : ''}`,
          ),
          amount: `${printYuan(one.cityPartPaid)} ÷ ${printYuan(one.cityPartDue)}`,
          record: one.record,
        })),
        missing,
        due: present.length > 0,
        notes,
        whenNone: arrived
          ? bilingual('没有应发市级补助，不适用。', 'No city part was due: not applicable.')
          : bilingual(
              '资金尚未到位且未垫付，不适用。',
              'The money has not arrived and nothing was advanced: not applicable.',
            ),
      },
      settings,
    );
  },
};
