import * as fc from 'fast-check';
import { ASSISTANTS_METHOD } from '../assistants-method';
import type { Indicator, Method, Rule } from '../method';
import { METHOD_PRESETS } from '../presets/presets';
import { inTreeOrder, methodRows, type MethodRow } from './method-table';
import { readMethodTable } from './read-method-table';

const back = (rows: readonly MethodRow[]) =>
  readMethodTable(rows.map((row, index) => ({ ...row, row: index + 4 })));

const decimal = fc.tuple(fc.nat(999), fc.nat(99)).map(([whole, rest]) => `${whole}.${rest}`);
const name = fc
  .string({ minLength: 1, maxLength: 8 })
  .map((text) => `名${text.replace(/[\s｜\]/[]|^-$/g, '')}`);
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constant('proportional' as const),
    target: fc.oneof(decimal, fc.constant('goal')),
    direction: fc.constantFrom('atLeast' as const, 'atMost' as const, 'exactly' as const),
  }),
  decimal.map((threshold) => ({
    kind: 'proportional' as const,
    target: '95',
    direction: 'atLeast' as const,
    overAchievement: { threshold },
  })),
  fc.record({
    kind: fc.constant('bands' as const),
    bands: fc.array(fc.record({ label: name, from: decimal, to: decimal }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    steps: fc.array(fc.record({ atLeast: decimal, ratio: decimal }), { maxLength: 3 }),
  }),
  fc.array(fc.tuple(decimal, fc.option(name, { nil: undefined })), { maxLength: 3 }).map((all) => ({
    kind: 'elements' as const,
    elements: all.map(([marks, zh], place) => ({
      id: `e${place}`,
      marks,
      ...(zh === undefined ? {} : { name: place % 2 ? zh : { zh, en: `${zh} in English` } }),
    })),
  })),
  fc.constant({ kind: 'yesNo' as const }),
  fc.tuple(decimal, fc.option(decimal, { nil: undefined })).map(([perOccurrence, floor]) => ({
    kind: 'deduction' as const,
    perOccurrence,
    ...(floor === undefined ? {} : { floor }),
  })),
  fc.constantFrom('mean' as const, 'median' as const, 'trimmedMean' as const).map((aggregate) => ({
    kind: 'evaluator' as const,
    aggregate,
  })),
  decimal.map((capTotal) => ({ kind: 'veto' as const, capTotal })),
);
const text = fc.oneof(
  name,
  name.map((zh) => ({ zh, en: `${zh} in English` })),
);
const leaf = fc.record(
  {
    name: text,
    marks: decimal,
    rule,
    unit: text,
    criteria: text,
    source: fc.constantFrom(
      'metric' as const,
      'inspection' as const,
      'selfReport' as const,
      'evaluator' as const,
    ),
    inspectionItem: fc.constant('wages'),
    responsible: fc.constantFrom('city' as const, 'countyFinance' as const, 'countyJustice' as const),
  },
  { requiredKeys: ['name'] },
);
/** Any tree: each indicator names an earlier one or none as its parent; what others name says its name alone. */
const method: fc.Arbitrary<Method> = fc
  .array(fc.tuple(leaf, fc.nat(20)), { minLength: 1, maxLength: 14 })
  .map((all) => {
    const parents = all.map(([, dice], place) => (dice < place ? dice : undefined));
    return {
      indicators: all.map(([one, _], place): Indicator => {
        const [id, above] = [`i${place}`, parents[place]];
        const parent = above === undefined ? {} : { parent: `i${above}` };
        return parents.includes(place) ? { id, ...parent, name: one.name } : { id, ...parent, ...one };
      }),
    };
  });

test('what the table says of any method comes back as it was, in the order of the tree', () => {
  fc.assert(
    fc.property(method, (given) => {
      const { indicators, faults } = back(methodRows(given));
      expect(faults).toEqual([]);
      expect(indicators).toEqual(inTreeOrder(given).indicators);
    }),
    { numRuns: 300 },
  );
});

test.each([{ id: 'assistants', method: ASSISTANTS_METHOD }, ...METHOD_PRESETS])(
  'the method $id comes back from its table exactly',
  ({ method: given }) => {
    const { indicators, faults } = back(methodRows(given));
    expect(faults).toEqual([]);
    expect(indicators).toEqual(given.indicators);
  },
);

const rows = methodRows(ASSISTANTS_METHOD);
const [first] = rows as [MethodRow];
const faultsOf = (cells: Partial<MethodRow['cells']>, levels = first.levels) =>
  back([{ levels, cells: { ...first.cells, ...cells } }]).faults.map(({ row, column }) => [row, column]);

test('an official row says its levels, the nature, the target, the unit and the marks', () => {
  expect(first.levels).toEqual(['过程', '预算执行率（按到位资金）']);
  expect(first.cells).toMatchObject({ nature: '≥', target: '100', unit: '%', marks: '10', kind: '比例计分' });
});

test.each([
  [{ kind: '看情况' }, 'kind'],
  [{ nature: '大概' }, 'nature'],
  [{ kind: '分档计分', parameters: '90分以上满分' }, 'parameters'],
  [{ kind: '等级评定', parameters: '达成' }, 'parameters'],
  [{ kind: '要素计分', parameters: '有方案' }, 'parameters'],
  [{ kind: '扣分', parameters: '' }, 'parameters'],
  [{ kind: '扣分', parameters: '每次扣一点' }, 'parameters'],
  [{ kind: '评价人员打分', parameters: '商量' }, 'parameters'],
  [{ kind: '负面清单', parameters: '' }, 'parameters'],
  [{ parameters: '偶尔提示' }, 'parameters'],
  [{ source: '道听途说' }, 'source'],
  [{ responsible: '某处' }, 'responsible'],
  [{ path: 'process/第一' }, 'path'],
] as const)('%p is told at its row and column', (cells, column) => {
  expect(faultsOf(cells)).toEqual([[4, column]]);
});

test('a row without any name is told at its first level', () => {
  expect(faultsOf({ path: '', names: '' }, ['', '', ''])).toEqual([[4, 1]]);
});

test('an id that stands twice is told at the later row', () => {
  const { faults } = back([first, first]);
  expect(faults.map(({ row, column }) => [row, column])).toEqual([[5, 'path']]);
});

test('a heading under another name than before is told at its level', () => {
  const { faults } = back([first, { ...(rows[1] as MethodRow), levels: ['经过', '专款专用'] }]);
  expect(faults.map(({ row, column }) => [row, column])).toEqual([[5, 1]]);
});

test('a new row without an id goes below the heading of its name, blank levels being as in the row above', () => {
  const added = { levels: ['', '培训学时'], cells: { ...first.cells, path: '', names: '' } };
  const { indicators, faults } = back([first, added]);
  expect(faults).toEqual([]);
  expect(indicators.map(({ id, parent }) => [id, parent])).toEqual([
    ['process', undefined],
    ['executionRateOfReceipts', 'process'],
    ['indicator3', 'process'],
  ]);
});
