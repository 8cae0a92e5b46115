import { bilingual } from '../../bilingual';
import { ASSISTANTS_METHOD } from '../assistants-method';
import type { Indicator, Method, Rule } from '../method';
import { diffMethods } from './diff-methods';
import type { MethodChange } from './method-change';

const zhOf = (before: Method, after: Method): readonly string[] =>
  diffMethods(before, after).map((one) => one.sentence.zh);

/** The default method with one indicator changed. */
const changed = (id: string, extra: Partial<Indicator>, method: Method = ASSISTANTS_METHOD): Method => ({
  ...method,
  indicators: method.indicators.map((one) => (one.id === id ? { ...one, ...extra } : one)),
});
const only = (change: readonly MethodChange[]): MethodChange => {
  expect(change).toHaveLength(1);
  return change[0] as MethodChange;
};

test('identical methods have no change, however their figures are written', () => {
  expect(diffMethods(ASSISTANTS_METHOD, ASSISTANTS_METHOD)).toEqual([]);
  const target: Rule = { kind: 'proportional', target: '95.00', direction: 'atLeast' };
  const written = changed('onPostRate', { marks: 15, rule: target });
  expect(diffMethods(ASSISTANTS_METHOD, written)).toEqual([]);
});

test('what is not stated equals its default', () => {
  const { indicators } = ASSISTANTS_METHOD;
  const stated: Method = {
    indicators,
    scoreDecimals: 2,
    statedMarks: '100.0',
    notApplicableWithin: 'method',
  };
  expect(diffMethods({ indicators }, stated)).toEqual([]);
  const floor: Rule = { kind: 'deduction', perOccurrence: '1.25', floor: '0' };
  expect(diffMethods(ASSISTANTS_METHOD, changed('filingTimeliness', { rule: floor }))).toEqual([]);
});

test('changed marks are told with the dimension and the sum that they change', () => {
  const changes = diffMethods(ASSISTANTS_METHOD, changed('onPostRate', { marks: '12' }));
  expect(changes[0]).toEqual({
    kind: 'marksChanged',
    indicator: 'onPostRate',
    before: { zh: '15分', en: '15' },
    after: { zh: '12分', en: '12' },
    sentence: {
      zh: '指标“在岗率”的分值由15分改为12分。',
      en: 'The marks of "On-post rate" changed from 15 to 12.',
    },
  });
  expect(changes.slice(1).map((one) => [one.kind, one.sentence.zh])).toEqual([
    ['totalMarksChanged', '全部指标的分值合计由100分改为97分。'],
    ['dimensionChanged', '“过程”的分值合计由30分（占30.00%）改为30分（占30.93%）。'],
    ['dimensionChanged', '“产出”的分值合计由50分（占50.00%）改为47分（占48.45%）。'],
    ['dimensionChanged', '“效益”的分值合计由20分（占20.00%）改为20分（占20.62%）。'],
  ]);
});

test('marks that only move within a dimension leave it unmentioned', () => {
  const after = changed('wageTimeliness', { marks: '17.5' }, changed('onPostRate', { marks: '12.5' }));
  expect(zhOf(ASSISTANTS_METHOD, after)).toEqual([
    '指标“在岗率”的分值由15分改为12.5分。',
    '指标“工资发放及时率”的分值由15分改为17.5分。',
  ]);
});

test('a parent below a dimension is told when its marks change, not when only its share does', () => {
  const rule: Rule = { kind: 'yesNo' };
  const before: Method = {
    indicators: [
      { id: 'output', name: '产出' },
      { id: 'quality', parent: 'output', name: '质量' },
      { id: 'speed', parent: 'output', name: '时效' },
      { id: 'a', parent: 'quality', marks: '60', rule },
      { id: 'b', parent: 'speed', marks: '40', rule },
    ],
  };
  expect(zhOf(before, changed('a', { marks: '40' }, before))).toEqual([
    '指标“a”的分值由60分改为40分。',
    '全部指标的分值合计由100分改为80分。',
    '“产出”的分值合计由100分（占100.00%）改为80分（占100.00%）。',
    '“质量”的分值合计由60分（占60.00%）改为40分（占50.00%）。',
  ]);
});

test('an indicator that comes or goes is told with its place, its marks and its rule', () => {
  const without: Method = {
    ...ASSISTANTS_METHOD,
    indicators: ASSISTANTS_METHOD.indicators.filter((one) => one.id !== 'filingTimeliness'),
  };
  expect(zhOf(ASSISTANTS_METHOD, without)[0]).toBe(
    '删除指标“备案及时性”（原为：上级指标“过程”，分值5分，扣分（每次扣分1.25分，最低得分0分））。',
  );
  expect(zhOf(without, ASSISTANTS_METHOD)[0]).toBe(
    '新增指标“备案及时性”：上级指标“过程”，分值5分，扣分（每次扣分1.25分，最低得分0分）。',
  );
  expect(diffMethods(without, ASSISTANTS_METHOD)[0]).toMatchObject({
    kind: 'indicatorAdded',
    indicator: 'filingTimeliness',
    before: null,
  });
});

test('an indicator that moves is told with both parents, and both dimensions change', () => {
  expect(zhOf(ASSISTANTS_METHOD, changed('satisfaction', { parent: 'output' }))).toEqual([
    '指标“满意度”的上级指标由“效益”改为“产出”。',
    '“产出”的分值合计由50分（占50.00%）改为55分（占55.00%）。',
    '“效益”的分值合计由20分（占20.00%）改为15分（占15.00%）。',
  ]);
  expect(zhOf(ASSISTANTS_METHOD, changed('satisfaction', { parent: undefined }))[0]).toBe(
    '指标“满意度”的上级指标由“效益”改为（一级指标，无上级）。',
  );
});

test('two parents of the same name are told apart by their ids', () => {
  const twins: Method = {
    indicators: [
      { id: 'p', name: '产出' },
      { id: 'q', name: '产出' },
      { id: 'a', parent: 'p', marks: 1, rule: { kind: 'yesNo' } },
      { id: 'b', parent: 'p', marks: 1, rule: { kind: 'yesNo' } },
      { id: 'c', parent: 'q', marks: 1, rule: { kind: 'yesNo' } },
    ],
  };
  expect(zhOf(twins, changed('a', { parent: 'q' }, twins))[0]).toBe('指标“a”的上级指标由“p”改为“q”。');
});

describe('each entry of an indicator is told by its own sentence', () => {
  test.each<[MethodChange['kind'], Partial<Indicator>, string]>([
    ['nameChanged', { name: bilingual('到岗率', 'On-post rate') }, '指标名称由“在岗率”改为“到岗率”。'],
    [
      'nameChanged',
      { name: bilingual('在岗率', 'Posts filled') },
      '指标名称（英文表述）由"On-post rate"改为"Posts filled"。',
    ],
    ['unitChanged', { unit: undefined }, '指标“在岗率”的计量单位由“%”改为（未填写）。'],
    ['sourceChanged', { source: 'selfReport' }, '指标“在岗率”的数据来源由系统取数改为单位自报。'],
    [
      'inspectionItemChanged',
      { inspectionItem: 'staffOnPost' },
      '指标“在岗率”的督查项目由（未填写）改为“staffOnPost”。',
    ],
    ['responsibleChanged', { responsible: 'city' }, '指标“在岗率”的责任单位由县级司法局改为市级。'],
    [
      'ruleKindChanged',
      { rule: { kind: 'yesNo' } },
      '指标“在岗率”的计分规则由按完成比例计分（目标值95，达标方向不低于目标值，超额完成提示倍数不提示）改为是否条件计分。',
    ],
  ])('%s', (kind, extra, zh) => {
    const change = only(diffMethods(ASSISTANTS_METHOD, changed('onPostRate', extra)));
    expect([change.kind, change.indicator, change.sentence.zh]).toEqual([kind, 'onPostRate', zh]);
  });

  test('criteria in full', () => {
    const change = only(diffMethods(ASSISTANTS_METHOD, changed('onPostRate', { criteria: '按月统计。' })));
    expect(change.kind).toBe('criteriaChanged');
    expect(change.sentence.zh).toMatch(/^指标“在岗率”的评分标准由“各月在岗人数之和.*”改为“按月统计。”。$/);
    expect(change.after).toEqual({ zh: '“按月统计。”', en: '"按月统计。"' });
  });

  test('a leaf that is split into indicators below it', () => {
    const split: Method = {
      indicators: [
        ...changed('onPostRate', { marks: undefined, rule: undefined }).indicators,
        { id: 'x', parent: 'onPostRate', marks: '15', rule: { kind: 'yesNo' } },
      ],
    };
    expect(zhOf(ASSISTANTS_METHOD, split)).toEqual([
      '新增指标“x”：上级指标“在岗率”，分值15分，是否条件计分。',
      '指标“在岗率”的计分方式由直接计分改为由下级指标合计。',
    ]);
  });
});

describe('the settings of a method', () => {
  test.each<[MethodChange['kind'], Partial<Method>, string]>([
    ['scoreDecimalsChanged', { scoreDecimals: 1 }, '得分小数位数由2位改为1位。'],
    ['statedMarksChanged', { statedMarks: '120' }, '总分由100分改为120分。'],
    [
      'notApplicableWithinChanged',
      { notApplicableWithin: 'parent' },
      '不适用指标的折算办法由在全部指标范围内折算改为在同一上级指标范围内折算。',
    ],
  ])('%s', (kind, extra, zh) => {
    const change = only(diffMethods(ASSISTANTS_METHOD, { ...ASSISTANTS_METHOD, ...extra }));
    expect([change.kind, change.indicator, change.sentence.zh]).toEqual([kind, null, zh]);
  });
});

describe('the order', () => {
  const swapped = (a: string, b: string): Method => {
    const find = (id: string): Indicator =>
      ASSISTANTS_METHOD.indicators.find((one) => one.id === id) as Indicator;
    const place = new Map([
      [a, find(b)],
      [b, find(a)],
    ]);
    return {
      ...ASSISTANTS_METHOD,
      indicators: ASSISTANTS_METHOD.indicators.map((one) => place.get(one.id) ?? one),
    };
  };

  test('below one parent is told by the names', () => {
    const change = only(diffMethods(ASSISTANTS_METHOD, swapped('implementationBenefit', 'satisfaction')));
    expect(change).toMatchObject({ kind: 'orderChanged', indicator: 'benefit' });
    expect(change.sentence.zh).toBe(
      '“效益”之下各指标的顺序由“问题整改及时率”“实施效益”“满意度”改为“问题整改及时率”“满意度”“实施效益”。',
    );
  });

  test('across parents is told for the table', () => {
    const change = only(diffMethods(ASSISTANTS_METHOD, swapped('socialInsuranceCoverage', 'output')));
    expect(change.sentence.zh).toMatch(/^各指标在表中的顺序由/);
  });

  test('of what stays is unmoved by what comes, goes or moves to another parent', () => {
    const kinds = diffMethods(ASSISTANTS_METHOD, changed('onPostRate', { id: 'postsFilled' })).map(
      (one) => one.kind,
    );
    expect(kinds).toEqual(['indicatorRemoved', 'indicatorAdded']);
    const moved = diffMethods(ASSISTANTS_METHOD, changed('onPostRate', { parent: 'process' }));
    expect(moved.map((one) => one.kind)).not.toContain('orderChanged');
  });
});
