import { isoDate } from '../period/year-month';
import { obstaclesToFinal, type CountyInRound, type RoundBeforeFinal } from './ready-to-finalise';

const county = (of: Partial<CountyInRound> = {}): CountyInRound => ({
  county: 'hongta',
  name: '红塔区',
  missing: [],
  openSheets: 0,
  reply: 'submitted',
  notRuled: [],
  ...of,
});
const found = (of: Partial<RoundBeforeFinal>) =>
  obstaclesToFinal({
    draft: { replyBy: isoDate('2026-03-20') },
    today: isoDate('2026-03-20'),
    asksReplies: true,
    counties: [county()],
    gaps: [],
    indicatorName: (id) => ({ zh: `指标${id}`, en: id }),
    ...of,
  });

describe('a round is ready to be finalised', () => {
  test('when every county has answered, every opinion is ruled on, every leaf has its score', () => {
    expect(found({})).toEqual([]);
  });

  test('when a county has not answered, only after the deadline', () => {
    const counties = [county({ reply: 'open' })];
    expect(found({ counties })).toMatchObject([{ kind: 'replyOpen', county: 'hongta' }]);
    expect(found({ counties, today: isoDate('2026-03-21') })).toEqual([]);
  });

  test('not before the counties were asked; a self-evaluation asks none', () => {
    expect(found({ draft: null })).toMatchObject([{ kind: 'noDraft' }]);
    expect(found({ draft: null, asksReplies: false })).toEqual([]);
  });

  test('not while a sheet is open, a leaf is missing or an opinion has no ruling: each with its place', () => {
    const counties = [county({ openSheets: 2, missing: ['a'], notRuled: ['b'] })];
    expect(found({ counties }).map(({ kind, indicator, words }) => [kind, indicator, words.zh])).toEqual([
      ['sheetOpen', null, '红塔区还有2份评分表未提交，请督促评价人员提交。'],
      ['missing', 'a', '红塔区“指标a”没有得分，总分无法计算，请补齐数据、打分或者合议确定。'],
      ['notRuled', 'b', '红塔区对“指标b”的意见尚未作出采纳决定，请主评人逐条处理。'],
    ]);
  });

  test('not while evaluators are apart and 合议 has no record', () => {
    const gap = { county: 'hongta', indicator: 'a', marks: [], difference: '3' };
    expect(found({ gaps: [{ ...gap, state: 'needsDeliberation' }] })).toMatchObject([
      { kind: 'gap', words: { zh: '红塔区“指标a”评价人员的意见相差较大，请组织合议并登记结果。' } },
    ]);
    expect(found({ gaps: [{ ...gap, state: 'needsThird' }] })[0]?.words.zh).toContain('请指派第三人复核');
    expect(found({ gaps: [{ ...gap, state: 'waitsForThird' }] })[0]?.words.zh).toContain(
      '请等第三人提交后合议',
    );
    expect(found({ gaps: [{ ...gap, state: 'settled' }] })).toEqual([]);
  });
});
