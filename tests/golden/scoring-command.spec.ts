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
