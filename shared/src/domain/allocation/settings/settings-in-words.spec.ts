import type { AllocationSettings } from './allocation-settings';
import { SETTING_IDS, settingInWords, settingsInWords, type SettingId } from './settings-in-words';
import { CAREFUL_SETTINGS } from './settings-presets';

const said = (setting: SettingId, changes: Partial<AllocationSettings>) =>
  settingInWords(setting, { ...CAREFUL_SETTINGS, ...changes });

describe('a policy in words', () => {
  it('has a line for every setting', () => {
    expect([...SETTING_IDS].sort()).toEqual(Object.keys(CAREFUL_SETTINGS).sort());
  });

  it('says the careful defaults, every figure from the settings', () => {
    expect(settingsInWords(CAREFUL_SETTINGS).map(({ zh }) => zh)).toEqual([
      '工作量：暂以现行名额代替（因素数据尚未采用）',
      '绩效：得分60分的系数为0.9，100分为1.1，其间按直线计算，不按等级跳档',
      '计分指标：只计由县级司法行政部门负责的指标，按其满分折算为100分',
      '证据窗口：评价年度1月至12月',
      '参加再分配的名额：全部',
      '保底：不低于证据窗口内已审核月份的平均在岗人数（向上取整）',
      '年度最大调整：每县（市、区）增减不超过1个名额',
      '分年到位：不分年，当年一次到位',
      '有把握才调整：设各县（市、区）得分的误差（标准差）为2分，模拟10,000次（随机种子20140067），增减方向在90%以上的模拟中成立，并且增减能够对应的，才调整',
      '提前下达：不提前下达，正式下达时一次下达',
      '合同年度：每年1月1日起；核减自其后的合同年度起执行',
      '取整：最大余数法；并列时，份额大者优先，仍相同的按编号先后',
    ]);
    expect(settingsInWords(CAREFUL_SETTINGS)[8]?.en).toBe(
      'Only where firm: 10,000 simulations (seed 20140067) with an error of 2 points (standard deviation) in every score; a post moves where its direction holds in 90 % of them and has a counterpart',
    );
  });

  it('leaves out which indicators count where scores do not', () => {
    const lines = settingsInWords({ ...CAREFUL_SETTINGS, performance: { mode: 'none' } });
    expect(lines.map(({ zh }) => zh).join()).not.toContain('计分指标');
    expect(lines[1]?.zh).toBe('绩效：不计得分');
  });

  it.each<[SettingId, Partial<AllocationSettings>, string, string]>([
    [
      'factors',
      {
        factors: [
          { id: 'justiceOffices', weight: '0.30' },
          { id: 'supervised', weight: '0.7' },
          { id: 'resettled', weight: '0' },
        ],
      },
      '按权重：司法所数 0.3、社区矫正对象月平均人数 0.7（只看权重之比）',
      'by weight: justice offices 0.3; supervised persons, monthly average 0.7 (only their proportion counts)',
    ],
    ['factors', { factors: [{ id: 'justiceOffices', weight: '4' }] }, '按司法所数', 'by justice offices'],
    ['factors', { factors: [] }, '没有因素', 'no factor'],
    [
      'performance',
      {
        performance: {
          mode: 'gradeCoefficient',
          coefficients: { excellent: '1.10', good: '1', fair: '0.9', poor: '0.8' },
        },
      },
      '按等级取系数：优 1.1、良 1、中 0.9、差 0.8',
      'a coefficient per grade: excellent 1.1, good 1, fair 0.9, poor 0.8',
    ],
    [
      'performance',
      { performance: { mode: 'add', weight: '0.2' } },
      '得分占比以 20% 的权重与工作量占比相加',
      'shares of scores are added with a weight of 20 %',
    ],
    ['indicators', { indicators: 'all' }, '全部指标，用总分', 'all of them, the printed total'],
    [
      'window',
      { window: { years: 2, lastMonth: 10 } },
      '截至评价年度10月的2个年度（自第一年1月起）',
      '2 years, from January of the first to month 10 of the evaluated year',
    ],
    [
      'movablePosts',
      { movablePosts: 15 },
      '15个，其余按现行分配保留',
      '15 posts; the others stay where they are',
    ],
    ['floor', { floor: 'none' }, '不设', 'none'],
    ['bounds', { bounds: [{ county: 'a', floor: 1 }] }, '1个县（市、区）', 'of one county'],
    [
      'maximumChange',
      { maximumChange: { ratio: '0.1' } },
      '每县（市、区）增减不超过现行名额的10%',
      '10 % of the posts in force a county a year',
    ],
    ['maximumChange', { maximumChange: null }, '不限', 'no limit'],
    [
      'phaseIn',
      { phaseIn: { firstYear: 2026, years: 3 } },
      '自2026年起分3年等步到位',
      'in 3 equal yearly steps from 2026 on',
    ],
    [
      'firmness',
      { firmness: { ...CAREFUL_SETTINGS.firmness, gate: false, weightUncertainty: '0.1' } },
      '不作为条件，只列出把握程度：设各县（市、区）得分的误差（标准差）为2分，各因素权重上下浮动不超过10%，模拟10,000次（随机种子20140067），增减方向在90%以上的模拟中成立为稳定',
      'no condition, the stability is only shown: 10,000 simulations (seed 20140067) with an error of 2 points (standard deviation) in every score and weights that may be 10 % off in either direction; stable means that the direction holds in 90 % of them',
    ],
    [
      'advancePercent',
      { advancePercent: '70' },
      '上年秋季提前下达现行分配的70%，其余在正式下达时多退少补',
      '70 % of the split in force in the autumn before, the difference with the spring issue',
    ],
    [
      'method',
      { method: 'webster' },
      '韦伯斯特法；并列时，份额大者优先，仍相同的按编号先后',
      'Webster; ties: larger share, then smaller id',
    ],
  ])('%s %j', (setting, changes, zh, en) => {
    expect(said(setting, changes)).toEqual({ zh, en });
  });

  it('does not fail on what is typed halfway', () => {
    expect(said('factors', { factors: [{ id: 'supervised', weight: '0.' }] }).zh).toContain('社区矫正');
    expect(said('advancePercent', { advancePercent: '' }).zh).toContain('%');
  });
});
