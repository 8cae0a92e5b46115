import * as fc from 'fast-check';
import { bilingual } from '../bilingual';
import { comparisonSentence, differenceInWords, type Compared, type ComparedFigure } from './comparison';

const known = (figure: string): ComparedFigure => ({ figure, state: 'reported' });
const percent = (left: string, right: string): Compared => ({
  unit: 'percent',
  left: known(left),
  right: known(right),
});

describe('how far two figures are apart', () => {
  it('is said of counties without saying which way, in percentage points', () => {
    expect(differenceInWords(percent('98.00', '94.80'), 'counties').zh).toBe('相差3.20个百分点');
    expect(differenceInWords(percent('94.80', '98.00'), 'counties').zh).toBe('相差3.20个百分点');
  });

  it('is said of two years with the way it went', () => {
    expect(differenceInWords(percent('94.80', '98.00'), 'years').zh).toBe('增加3.20个百分点');
    expect(differenceInWords(percent('98.00', '94.80'), 'years').en).toBe('down by 3.20 percentage points');
    expect(differenceInWords(percent('98.00', '98'), 'years').zh).toBe('没有变化');
  });

  it('money is apart in 元, exactly', () => {
    const money: Compared = { unit: 'fen', left: known('18000000'), right: known('30000000') };
    expect(differenceInWords(money, 'counties').zh).toMatch(/^相差12\.00 ?万元$/);
  });

  it('is not computed from what is not known: its state is said', () => {
    const open: Compared = {
      unit: 'percent',
      left: { figure: null, state: 'missing' },
      right: known('0.00'),
    };
    expect(differenceInWords(open, 'counties').zh).toBe('不作比较：左侧缺报');
    expect(differenceInWords({ ...open, right: { figure: null, state: 'notDue' } }, 'years').zh).toBe(
      '不作比较：前一年度缺报，后一年度未到期',
    );
  });

  it('never says of two counties which is better, whatever the figures, and is the same from either side', () => {
    const cents = fc.integer({ min: 0, max: 10_000 }).map((units) => (units / 100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, (left, right) => {
        const said = differenceInWords(percent(left, right), 'counties');
        expect(said).toEqual(differenceInWords(percent(right, left), 'counties'));
        expect(said.zh + said.en).not.toMatch(
          /高|低|优|好|差于|领先|落后|better|worse|higher|lower|ahead|behind|rank/,
        );
      }),
    );
  });
});

describe('a comparison in one sentence', () => {
  const rate = { ...percent('98.00', '94.80'), name: bilingual('在岗率', 'on-post rate') };
  const same = { ...percent('100.00', '100'), name: bilingual('参保率', 'insured') };
  const open = {
    unit: 'posts' as const,
    left: known('3'),
    right: { figure: null, state: 'notDue' as const },
    name: bilingual('名额', 'posts'),
  };
  const left = { name: '演示甲县', year: 2025 };

  it('counts what is the same, says how far the others are apart with both figures, and counts what is not compared', () => {
    const right = { name: '演示乙县', year: 2025 };
    expect(comparisonSentence({ left, right, kind: 'counties' }, [rate, same, open]).zh).toBe(
      '演示甲县、演示乙县2025年度对照3项：1项相同；在岗率相差3.20个百分点（98.00%与94.80%）；1项不作比较。',
    );
  });

  it('of two years names the county once', () => {
    const right = { name: '演示甲县', year: 2026 };
    expect(comparisonSentence({ left, right, kind: 'years' }, [rate]).zh).toBe(
      '演示甲县2025年度与2026年度对照1项：0项相同；在岗率减少3.20个百分点（98.00%→94.80%）。',
    );
  });
});
