import { ASSISTANTS_METHOD } from '../assistants-method';
import type { Indicator, Method } from '../method';
import { diffMethods } from './diff-methods';
import { summariseChanges } from './summarise-changes';

const summaryOf = (
  indicators: readonly Indicator[],
  extra: Partial<Method> = {},
): ReturnType<typeof summariseChanges> =>
  summariseChanges(diffMethods(ASSISTANTS_METHOD, { ...ASSISTANTS_METHOD, ...extra, indicators }));
const { indicators } = ASSISTANTS_METHOD;
const rest = indicators.filter((one) => one.id !== 'filingTimeliness');

test('two versions that say the same do not differ', () => {
  expect(summaryOf(indicators)).toEqual({ zh: '两个版本没有差别。', en: 'The two versions do not differ.' });
});

test('indicators that came, went and changed are counted, each once, with the settings', () => {
  const changed = rest.map((one) => (one.id === 'onPostRate' ? { ...one, marks: '20', unit: '人' } : one));
  const added: Indicator = { id: 'new', parent: 'process', marks: 0, rule: { kind: 'yesNo' } };
  expect(summaryOf([...changed, added], { scoreDecimals: 1, statedMarks: 120 })).toEqual({
    zh: '本次修订共涉及3项指标：新增1项，删除1项，修改1项；修改办法设置2项。',
    en: 'This revision: 3 indicators: 1 added, 1 removed, 1 changed; 2 settings changed.',
  });
});

test('what only follows from other changes is not counted', () => {
  expect(summaryOf(rest).zh).toBe('本次修订共涉及1项指标：删除1项。');
});

test('another order alone is told as such', () => {
  expect(summaryOf([...indicators].reverse()).zh).toBe('本次修订调整指标顺序。');
});
