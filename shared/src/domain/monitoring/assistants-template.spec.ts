import { ASSISTANTS_TEMPLATE } from './assistants-template';

test('the template holds its twelve items in official order', () => {
  expect(ASSISTANTS_TEMPLATE.map((item) => item.name.zh)).toEqual([
    '在岗人数',
    '劳动合同',
    '工资按时发放',
    '市级补助足额到人',
    '社会保险',
    '专款专用',
    '空岗结余说明',
    '资金拨付时限',
    '备案',
    '考勤培训',
    '脱管漏管',
    '上月问题整改',
  ]);
});

test('wages, posts, earmarked use, supervision gaps and open findings are checked every month', () => {
  const monthly = ASSISTANTS_TEMPLATE.filter((item) => item.frequency === 'monthly').map((item) => item.id);
  expect(monthly).toEqual([
    'staffOnPost',
    'wagesOnTime',
    'earmarkedUse',
    'supervisionGaps',
    'lastFindingsRectified',
  ]);
});

test('every item says in both languages what is checked and on what basis, and asks for no photograph', () => {
  for (const item of ASSISTANTS_TEMPLATE) {
    expect(item.criteria.zh).toContain('合格');
    expect(item.criteria.en).toMatch(/[Pp]asses/);
    expect(item.basis.zh.length).toBeGreaterThan(4);
    expect(item.criteria.zh).not.toContain('照片');
  }
});
