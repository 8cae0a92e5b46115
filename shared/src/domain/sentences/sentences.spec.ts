import { givenCountyYear, givenFinding, givenMovement } from '../metrics/given-county-year';
import type { GivenCountyYear } from '../metrics/given-county-year';
import { countyStanding } from '../monitoring/county-standing';
import type { CountyStanding } from '../monitoring/county-standing';
import { countySentence } from './county';
import { headline, headlineParts } from './headline';
import { risks } from './risks';

const standing = (given: GivenCountyYear = {}): CountyStanding => countyStanding(givenCountyYear(given));
const nine = (one: CountyStanding, ...others: readonly CountyStanding[]): readonly CountyStanding[] => [
  ...others,
  ...Array<CountyStanding>(9 - others.length).fill(one),
];
const received = {
  movements: [givenMovement('issue', '2025-04-18'), givenMovement('receipt', '2025-04-20')],
};

describe('the headline', () => {
  test('says in one sentence that the money arrived, people are paid and nothing is wrong', () => {
    expect(headline(nine(standing()), 2025)).toEqual({
      zh: '2025 年资金 9 个县（市、区）均已拨付到位；12 月工资 9 个县（市、区）均已发放（135 人）；没有超期未整改的问题，各地情况正常。',
      en: 'All 9 counties have the money of 2025 at the county bureau; all 9 counties have paid the wages of December (135 persons); no finding is overdue and every county is normal.',
    });
  });

  test('counts the counties whose money is still at county finance, and those over the clock', () => {
    const sentence = headline(
      nine(standing({ asOf: '2025-05-30' }), standing({ ...received, asOf: '2025-05-30' })),
      2025,
    );
    expect(sentence.zh).toContain(
      '9 个县（市、区）中 8 个已拨付到位，1 个已到县级财政、尚未拨付，其中 1 个已超过时限',
    );
  });

  test('before the issue it says that the counties’ advances are normal', () => {
    const sentence = headline(nine(standing({ asOf: '2025-03-20', movements: [] })), 2025);
    expect(sentence.zh).toBe(
      '2025 年市级资金尚未下达，9 个县（市、区）均以自有资金垫付工资，下达后归垫，属正常安排；2 月工资 9 个县（市、区）均已发放（135 人）；没有超期未整改的问题，各地情况正常。',
    );
  });

  test('counts unpaid wages, overdue findings, warnings and counties that did not report', () => {
    const unpaid = standing({ months: { '2025-12': { personsPaid: 12 } } });
    const overdue = standing({ findings: [givenFinding('2025-10', '2025-11-08')] });
    const silent = standing({ months: { '2025-12': { state: 'missing' } } });
    const sentence = headline(nine(standing(), unpaid, overdue, silent), 2025);
    expect(sentence.zh).toContain(
      '12 月工资 9 个县（市、区）中 7 个已发放（117 人），1 个尚未报送，共有 3 人次到期未发',
    );
    expect(sentence.zh).toContain('有 1 个问题超期未整改，2 个预警、1 个需关注');
    expect(sentence.en).toContain('2 with a warning, 1 to be watched');
  });

  test('at the very start of a year it claims nothing', () => {
    const sentence = headline(nine(standing({ asOf: '2025-01-10', movements: [] })), 2025);
    expect(sentence.zh).toBe('2025 年市级资金尚未下达；工资发放尚无到期数据；9 个县（市、区）尚无到期事项。');
    expect(headline([], 2025).zh).toBe('2025 年没有可显示的数据。');
  });
});

describe('the parts of the headline', () => {
  const years = [nine(standing()), nine(standing({ asOf: '2025-01-10', movements: [] })), []];

  test('printed one after the other they are the headline, in both languages', () => {
    for (const standings of years) {
      const parts = headlineParts(standings, 2025).map(({ text }) => text);
      expect({ zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join('') }).toEqual(
        headline(standings, 2025),
      );
    }
  });

  test('say what each speaks of, so that it can be linked to its evidence', () => {
    const parts = headlineParts(nine(standing()), 2025);
    expect(parts.map(({ about }) => about)).toEqual(['money', 'wages', 'findings']);
    expect(parts[1]?.text).toEqual({
      zh: '12 月工资 9 个县（市、区）均已发放（135 人）；',
      en: 'all 9 counties have paid the wages of December (135 persons); ',
    });
  });
});

describe('the risks', () => {
  test('say how many there are in each county, and of doubts only a number', () => {
    const unpaid = standing({ months: { '2025-12': { personsPaid: 12 } } });
    const [wages, , , doubts] = risks([standing(), unpaid], 2);
    expect(wages?.byCounty).toEqual([0, 3]);
    expect(doubts?.byCounty).toEqual([]);
  });

  test('say a count of 0 too', () => {
    expect(risks(nine(standing()), 0).map((one) => [one.kind, one.count, one.text.zh])).toEqual([
      ['unpaidWages', 0, '没有到期未发的工资。'],
      ['overdueFindings', 0, '没有超期未整改的问题。'],
      ['repeatedFindings', 0, '没有重复出现的未销号问题。'],
      ['doubts', 0, '没有待核实的疑点。'],
    ]);
  });

  test('count persons, findings and doubts, and the counties they are in', () => {
    const one = standing({
      months: { '2025-12': { personsPaid: 12 } },
      findings: [givenFinding('2025-10', '2025-11-08', { repeated: true })],
    });
    expect(risks(nine(standing(), one), 2).map((risk) => risk.text.zh)).toEqual([
      '1 个县（市、区）有 3 人次工资到期未发。',
      '1 个县（市、区）有 1 个问题超期未整改。',
      '1 个县（市、区）有 1 个未销号问题属重复出现。',
      '有 2 个疑点待核实。',
    ]);
  });
});

describe('the sentence of one county', () => {
  test('says how it stands', () => {
    expect(countySentence('红塔区', standing(), 2025).zh).toBe(
      '红塔区：2025 年资金 18.00 万元已于 2025年5月6日拨付到位；12 月在岗 15 人，工资均已按时发放；12 月督查适用 12 项、合格 12 项，没有未整改的问题；目前情况正常。',
    );
  });

  test('says why, where its state is not normal', () => {
    const sentence = countySentence(
      '红塔区',
      standing({ months: { '2025-12': { personsOnPost: 14 } } }),
      2025,
    );
    expect(sentence.zh).toContain('目前为关注，原因 1 项：2025-12 在岗率 93.33%（14/15），低于目标 95.00%');
    expect(sentence.en).toContain('the state is "attention" for 1 reason');
  });

  test('calls an advance before the issue normal', () => {
    const sentence = countySentence('红塔区', standing({ asOf: '2025-03-20', movements: [] }), 2025);
    expect(sentence.zh).toContain('市级资金尚未下达，已由县级垫付 3.00 万元，属正常安排');
  });
});

test('no sentence speaks of grade or rank', () => {
  const all = [
    headline(nine(standing()), 2025),
    countySentence('红塔区', standing(), 2025),
    ...risks(nine(standing()), 1).map((one) => one.text),
  ];
  for (const one of all) {
    expect(one.zh).not.toMatch(/优秀|良好|等级|排名|得分|名次/);
    expect(one.en).not.toMatch(/grade|rank|score/);
  }
});
