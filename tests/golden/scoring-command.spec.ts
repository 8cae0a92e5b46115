import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const LAUNCHER = join(__dirname, '../../backend/yuheng.mjs');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function yuheng(input: unknown, ...options: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, 'score', '-', ...options], {
    input: typeof input === 'string' ? input : JSON.stringify(input),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const atLeast = (target: unknown): unknown => ({ kind: 'proportional', target, direction: 'atLeast' });
const yesNo = (id: string, marks: unknown): Record<string, unknown> => ({
  id,
  marks,
  rule: { kind: 'yesNo' },
});
const pointersOf = (run: Run): readonly string[] =>
  (JSON.parse(run.stderr) as { errors: { pointer: string }[] }).errors.map((one) => one.pointer);

// The first call compiles what it needs.
jest.setTimeout(60_000);

test('T1 through the command line: the rule gives 97.24, with the printed nines 98.00', () => {
  const rows = ['execution', 'funds', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const method = {
    indicators: rows.map((id, index) => ({ id, marks: 10, rule: atLeast(index < 2 ? '43.2' : 100) })),
  };
  const values = Object.fromEntries(rows.map((id, index) => [id, { actual: index < 2 ? 37.24 : '100' }]));
  const byRule = yuheng({ method, values });
  expect(byRule).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(byRule.stdout)).toMatchObject({ total: '97.24', grade: 'excellent', warnings: [] });

  const nine = { actual: '37.24', finalScore: 9, reason: '公开表所载得分' };
  const printed = JSON.parse(yuheng({ method, values: { ...values, execution: nine, funds: nine } }).stdout);
  expect(printed).toMatchObject({
    total: '98.00',
    warnings: [
      { indicator: 'execution', kind: 'finalDiffers' },
      { indicator: 'funds', kind: 'finalDiffers' },
    ],
  });
  expect(printed.indicators[0]).toEqual({ id: 'execution', ruleScore: '8.62', finalScore: '9.00' });
});

test('T2 through the command line: the rule gives 100.00, the printed scores 94.00 with four reasons', () => {
  const rows = [
    ['execution', 'exactly', '7.29', 10, null],
    ['subsidy', 'exactly', 72890, 10, 9],
    ['accepted', 'exactly', 100, 20, 19],
    ['onTime', 'exactly', '100', 20, 19],
    ['stopped', 'atLeast', 95, 30, 27],
    ['satisfaction', 'atLeast', 95, 10, null],
  ] as const;
  const indicators = rows.map(([id, direction, target, marks]) => ({
    id,
    marks,
    rule: { kind: 'proportional', target, direction },
  }));
  const valuesOf = (printed: boolean): unknown =>
    Object.fromEntries(
      rows.map(([id, , actual, , final]) => [
        id,
        printed && final !== null ? { actual, finalScore: final, reason: '公开表所载得分' } : { actual },
      ]),
    );
  const byRule = yuheng({ method: { indicators }, values: valuesOf(false) });
  expect(JSON.parse(byRule.stdout)).toMatchObject({ total: '100.00', grade: 'excellent', warnings: [] });
  const printed = yuheng({ method: { indicators }, values: valuesOf(true) });
  expect(JSON.parse(printed.stdout)).toMatchObject({
    total: '94.00',
    grade: 'excellent',
    warnings: ['subsidy', 'accepted', 'onTime', 'stopped'].map((indicator) => ({
      indicator,
      kind: 'finalDiffers',
    })),
  });
});

test('T3 and T4 through the command line: a reverse indicator, qualitative bands, marks of 22.5', () => {
  const bands = {
    kind: 'bands',
    bands: [
      { label: '达成预期指标', from: '0.8', to: 1 },
      { label: '其他', from: 0, to: 0.8 },
    ],
  };
  const guichi = {
    indicators: [
      { id: 'execution', marks: 10, rule: atLeast('89.974') },
      { id: 'cost', marks: 8, rule: { kind: 'proportional', target: 90, direction: 'atMost' } },
      { id: 'quality', marks: 8, rule: bands },
    ],
  };
  const quality = { band: '达成预期指标', ratio: 1 };
  const run = yuheng({
    method: guichi,
    values: { execution: { actual: '89.974' }, cost: { actual: 100 }, quality },
  });
  expect(JSON.parse(run.stdout)).toMatchObject({
    total: '25.20',
    indicators: [{ ruleScore: '10.00' }, { ruleScore: '7.20' }, { ruleScore: '8.00' }],
  });

  const ids = ['a', 'b', 'c', 'd'];
  const qingshen = {
    indicators: [
      { id: 'execution', marks: 10, rule: atLeast('251.89') },
      ...ids.map((id) => ({
        id,
        marks: '22.5',
        rule: { kind: 'proportional', target: 100, direction: 'exactly' },
      })),
    ],
  };
  const values = Object.fromEntries(ids.map((id) => [id, { actual: 100 }]));
  const paid = yuheng({ method: qingshen, values: { ...values, execution: { actual: '251.89' } } });
  expect(JSON.parse(paid.stdout)).toMatchObject({ total: '100.00', grade: 'excellent', warnings: [] });
});

test('steps, elements and a veto are scored, re-scaled within the parent and explained', () => {
  const method = {
    notApplicableWithin: 'parent',
    indicators: [
      { id: 'process' },
      {
        id: 'steps',
        parent: 'process',
        marks: 20,
        rule: {
          kind: 'steps',
          steps: [
            { atLeast: 90, ratio: 1 },
            { atLeast: '80', ratio: '0.8' },
          ],
        },
      },
      { ...yesNo('notHeld', 10), parent: 'process' },
      {
        id: 'elements',
        marks: 70,
        rule: {
          kind: 'elements',
          elements: [
            { id: 'x', marks: '30.5' },
            { id: 'y', marks: '39.5', name: '制度' },
          ],
        },
      },
      { id: 'veto', marks: 0, rule: { kind: 'veto', capTotal: '59.99' } },
    ],
  };
  const values = {
    steps: { actual: '86.2' },
    notHeld: { state: 'notApplicable', reason: '未开展' },
    elements: { met: ['y', 'x'] },
    veto: { occurred: true },
  };
  const { explanation, ...answer } = JSON.parse(yuheng({ method, values }, '--explain').stdout) as {
    explanation: { total: { children: { kind: string; expression: string; result: string }[] } };
  };
  expect(answer).toEqual({
    total: '59.99',
    grade: 'poor',
    warnings: [],
    indicators: [
      { id: 'steps', ruleScore: '16.00', finalScore: '16.00' },
      { id: 'notHeld', ruleScore: null, finalScore: null, state: 'notApplicable' },
      { id: 'elements', ruleScore: '70.00', finalScore: '70.00' },
      { id: 'veto', ruleScore: '0.00', finalScore: '0.00' },
    ],
  });
  expect(
    explanation.total.children.map(({ kind, expression, result }) => [kind, expression, result]),
  ).toEqual([
    ['group', '16.00 × 30 ÷ 20', '24.00'],
    ['leaf', '30.5 + 39.5', '70.00'],
    ['leaf', '0', '0.00'],
    ['sum', '24.00 + 70.00 + 0.00', '94.00'],
    ['veto', 'min(94.00, 59.99)', '59.99'],
    ['grade', '59.99 × 100 ÷ 100', '59.99'],
  ]);
});

test('3,000 parents in one another are scored; their explanation is refused where the tree is too deep', () => {
  const parents = Array.from({ length: 3_000 }, (_, index) => ({
    id: `g${index}`,
    ...(index === 0 ? {} : { parent: `g${index - 1}` }),
  }));
  const input = {
    method: { indicators: [...parents, { ...yesNo('a', 100), parent: 'g2999' }] },
    values: { a: { met: true } },
  };
  expect(JSON.parse(yuheng(input).stdout)).toMatchObject({ total: '100.00' });
  const explained = yuheng(input, '--explain');
  expect(explained).toMatchObject({ status: 2, stdout: '' });
  expect(pointersOf(explained)).toEqual(['/method/indicators/301/parent']);
});

test('the explanation is given only when it is asked for', () => {
  const input = { method: { indicators: [yesNo('a', 100)] }, values: { a: { met: true } } };
  expect(JSON.parse(yuheng(input).stdout)).not.toHaveProperty('explanation');
  expect(JSON.parse(yuheng(input, '--explain').stdout)).toMatchObject({
    explanation: { total: { result: '100.00' }, leaves: { a: { result: '100.00' } } },
  });
});

test('a missing figure is exit 0 with total and grade null', () => {
  const method = { indicators: [yesNo('a', 60), yesNo('b', 40)] };
  const run = yuheng({ method, values: { a: { met: true }, b: { state: 'missing' } } });
  expect(run.status).toBe(0);
  expect(JSON.parse(run.stdout)).toEqual({
    total: null,
    grade: null,
    missing: ['b'],
    warnings: [],
    indicators: [
      { id: 'a', ruleScore: '60.00', finalScore: '60.00' },
      { id: 'b', ruleScore: null, finalScore: null, state: 'missing' },
    ],
  });
});

describe('exit 2 with the pointer of what is wrong', () => {
  const leaf = (rule: unknown, marks: unknown = 100): unknown => ({ indicators: [{ id: 'a', marks, rule }] });
  const one = { a: { actual: 1 } };

  test.each<[string, unknown, unknown, readonly string[]]>([
    [
      'a misspelt key of a rule',
      leaf({ ...(atLeast(9) as object), targt: 1 }),
      one,
      ['/method/indicators/0/rule/targt'],
    ],
    ['an unknown kind of rule', leaf({ kind: 'magic' }), one, ['/method/indicators/0/rule/kind']],
    [
      'a veto with marks of its own',
      leaf({ kind: 'veto', capTotal: '59.99' }),
      one,
      ['/method/indicators/0/marks'],
    ],
    [
      'an absent target',
      leaf({ kind: 'proportional', direction: 'atLeast' }),
      one,
      ['/method/indicators/0/rule/target'],
    ],
    ['a target of 0', leaf(atLeast('0')), one, ['/method/indicators/0/rule/target']],
    ['a target as a fraction', leaf(atLeast('1/3')), one, ['/method/indicators/0/rule/target']],
    ['absent marks', { indicators: [{ id: 'a', rule: atLeast(1) }] }, one, ['/method/indicators/0/marks']],
    ['marks that are no number', leaf(atLeast(1), 'ten'), one, ['/method/indicators/0/marks']],
    ['an absent rule', { indicators: [{ id: 'a', marks: 1 }] }, one, ['/method/indicators/0/rule']],
    ['an actual as a fraction', leaf(atLeast(1)), { a: { actual: '1/3' } }, ['/values/a/actual']],
    ['an absent actual', leaf(atLeast(1)), { a: {} }, ['/values/a/actual']],
    ['an unknown key of a value', leaf(atLeast(1)), { a: { actual: 1, acutal: 2 } }, ['/values/a/acutal']],
    ['a key of another rule', leaf(atLeast(1)), { a: { actual: 1, met: true } }, ['/values/a/met']],
    ['no value', leaf(atLeast(1)), {}, ['/values/a']],
    ['a value of nobody', leaf(atLeast(1)), { ...one, b: { actual: 1 } }, ['/values/b']],
    [
      'an unknown key of the method',
      { ...(leaf(atLeast(1)) as object), scoreDecimal: 2 },
      one,
      ['/method/scoreDecimal'],
    ],
    [
      'decimals that are not whole',
      { ...(leaf(atLeast(1)) as object), scoreDecimals: 1.5 },
      one,
      ['/method/scoreDecimals'],
    ],
    ['no indicators', { indicators: [] }, {}, ['/method/indicators']],
    [
      'an id under which no value can be given',
      { indicators: [{ id: '__proto__', marks: 100, rule: { kind: 'yesNo' } }] },
      {},
      ['/method/indicators/0/id'],
    ],
  ])('%s', (_, method, values, pointers) => {
    const run = yuheng({ method, values });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(pointersOf(run)).toEqual(pointers);
  });

  test('a number that JSON reads as infinite', () => {
    const run = yuheng(
      '{"method":{"indicators":[{"id":"a","marks":1e400,"rule":{"kind":"yesNo"}}]},"values":{"a":{"met":true}}}',
    );
    expect(run.status).toBe(2);
    expect(pointersOf(run)).toEqual(['/method/indicators/0/marks']);
  });
});
