import { isMetricCode, METRICS } from '../../metrics/catalogue';
import { ASSISTANTS_TEMPLATE } from '../../monitoring/assistants-template';
import { add, parseDecimal, printExact, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { compileMethod } from '../compile-method';
import type { CompiledLeaf, CompiledMethod } from '../compile-method';
import { inBothLanguages } from '../method';
import type { Method } from '../method';
import { checkMethod } from '../method-checks/check-method';
import { METHOD_PRESETS } from './presets';
import type { MethodPresetId } from './preset-ids';

const KNOWN = {
  metricUnits: new Map(Object.entries(METRICS).map(([code, { definition }]) => [code, definition.unit])),
  inspectionItems: new Set<string>(ASSISTANTS_TEMPLATE.map((item) => item.id)),
};

function methodOf(id: MethodPresetId): Method {
  const preset = METHOD_PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(id);
  return preset.method;
}

function compiled(method: Method): CompiledMethod {
  const outcome = compileMethod(method);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const sumOf = (leaves: readonly CompiledLeaf[]): string =>
  printExact(leaves.reduce((sum, leaf): Rational => add(sum, leaf.marks), ZERO));

/** Marks of each dimension, in the order in which they stand. */
function dimensionsOf(method: Method): Record<string, string> {
  const parentOf = new Map(method.indicators.map((one) => [one.id, one.parent]));
  const topOf = (id: string): string => {
    const parent = parentOf.get(id);
    return parent === undefined ? id : topOf(parent);
  };
  const { leaves } = compiled(method);
  return Object.fromEntries(
    method.indicators
      .filter((one) => one.parent === undefined)
      .map((top) => [top.id, sumOf(leaves.filter((leaf) => topOf(leaf.id) === top.id))]),
  );
}

const leafNames = (method: Method): readonly string[] =>
  compiled(method).leaves.map((leaf) => inBothLanguages(leaf.indicator.name ?? '').zh);

describe.each(METHOD_PRESETS)('the preset $id', ({ method, name, description }) => {
  test('passes every check without an error or a warning, on metrics and inspection items that exist', () => {
    expect(checkMethod(method, KNOWN)).toEqual([]);
  });

  test('has 100 marks', () => {
    expect(sumOf(compiled(method).leaves)).toBe('100');
  });

  test('speaks both languages throughout, in Chinese sentences that end', () => {
    const texts = [
      name,
      description,
      ...method.indicators.flatMap((one) => [one.name, one.criteria, one.unit]),
      ...compiled(method).leaves.flatMap(({ indicator: { rule } }) =>
        rule?.kind === 'elements' ? rule.elements.map((element) => element.name) : [],
      ),
    ].filter((text) => text !== undefined);
    for (const text of texts) {
      const { zh, en } = inBothLanguages(text);
      expect(zh.trim()).not.toBe('');
      expect(en).not.toMatch(/[一-鿿。，]/);
    }
    for (const { indicator } of compiled(method).leaves) {
      expect(inBothLanguages(indicator.criteria ?? '').zh).toMatch(/^[一-鿿“].{20,}。$/);
      expect(inBothLanguages(indicator.criteria ?? '').en).toMatch(/\.$/);
    }
  });

  test('comes through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(method))).toEqual(method);
  });
});

test('each preset has an id of its own', () => {
  expect(new Set(METHOD_PRESETS.map((one) => one.id)).size).toBe(METHOD_PRESETS.length);
});

test('the self-evaluation weighs 10/50/30/10 (财预〔2020〕10号)', () => {
  expect(dimensionsOf(methodOf('selfEvaluation'))).toEqual({
    execution: '10',
    output: '50',
    benefit: '30',
    satisfaction: '10',
  });
});

test('the self-evaluation with cost weighs 20/40/20/10+10 (财预〔2021〕101号)', () => {
  expect(dimensionsOf(methodOf('selfEvaluationWithCost'))).toEqual({
    cost: '20',
    output: '40',
    benefit: '20',
    satisfaction: '10',
    execution: '10',
  });
});

test.each<MethodPresetId>(['selfEvaluation', 'selfEvaluationWithCost'])(
  'in %s the county reports against the goals issued to it; only the execution rate of the budget is computed',
  (id) => {
    for (const { indicator } of compiled(methodOf(id)).leaves) {
      const computed = indicator.id === 'executionRateOfBudget';
      expect(indicator.source).toBe(computed ? 'metric' : 'selfReport');
      if (indicator.rule?.kind === 'proportional')
        expect(indicator.rule.target).toBe(computed ? '100' : 'goal');
    }
  },
);

describe('the department framework', () => {
  const method = methodOf('departmentFramework');

  test('has decision, process, output and benefit, and the veto beside them', () => {
    expect(dimensionsOf(method)).toEqual({
      decision: '15',
      process: '20',
      output: '35',
      benefit: '30',
      seriousViolation: '0',
    });
  });

  test('has the reference indicators in their order', () => {
    const reference =
      '立项依据充分性 立项程序规范性 绩效目标合理性 绩效指标明确性 预算编制科学性 资金分配合理性 资金到位率 预算执行率 资金使用合规性 管理制度健全性 制度执行有效性 实际完成率 质量达标率 完成及时性 成本节约率 实施效益 满意度';
    expect(leafNames(method).map((one) => one.replace(/（.*）/, ''))).toEqual([
      ...reference.split(' '),
      '负面清单',
    ]);
  });

  test('lays the decision and the money received to the city, all else to the county justice bureau', () => {
    const byCity = method.indicators.filter((one) => one.responsible === 'city').map((one) => one.id);
    expect(byCity).toEqual([
      'projectBasis',
      'projectProcedure',
      'goalsReasonable',
      'goalsClear',
      'budgetSound',
      'distributionReasonable',
      'receivedShare',
    ]);
    const { leaves } = compiled(method);
    expect(leaves.filter((leaf) => leaf.indicator.responsible === 'countyJustice')).toHaveLength(
      leaves.length - byCity.length,
    );
  });

  test('takes the execution rate of what was received, the self-evaluation that of the budget', () => {
    expect(method.indicators.map((one) => one.id)).toContain('executionRateOfReceipts');
    expect(method.indicators.map((one) => one.id)).not.toContain('executionRateOfBudget');
  });

  test('holds the total under the grade 中 once the veto has occurred', () => {
    const veto = method.indicators.find((one) => one.id === 'seriousViolation')?.rule;
    expect(veto).toEqual({ kind: 'veto', capTotal: '59.99' });
  });
});

test('in the inspection-led method 80 of the 100 marks come from the inspections and what they found', () => {
  const method = methodOf('inspectionLed');
  const ofInspections = compiled(method).leaves.filter(
    (leaf) =>
      leaf.indicator.source === 'inspection' ||
      ['inspectionAverage', 'inspectionCompletion', 'rectificationTimeliness'].includes(leaf.id),
  );
  expect(sumOf(ofInspections)).toBe('80');
  expect(dimensionsOf(method)).toEqual({ process: '20', output: '60', benefit: '20' });
});

test('an inspected item bears the name that it has in the inspection template', () => {
  const byId = new Map<string, string>(ASSISTANTS_TEMPLATE.map((item) => [item.id, item.name.zh]));
  const inspected = methodOf('inspectionLed').indicators.filter((one) => one.source === 'inspection');
  expect(inspected).toHaveLength(7);
  for (const one of inspected) {
    expect(inBothLanguages(one.name ?? '').zh).toBe(byId.get(one.inspectionItem ?? ''));
  }
});

test('where marks are deducted, full failure takes them all in whole steps', () => {
  for (const { method } of METHOD_PRESETS) {
    for (const { indicator } of compiled(method).leaves) {
      if (indicator.rule?.kind !== 'deduction') continue;
      const [marks, each] = [indicator.marks, indicator.rule.perOccurrence].map(
        (one) => parseDecimal(String(one)) as Rational,
      ) as [Rational, Rational];
      const steps = (marks.numerator * each.denominator) % (marks.denominator * each.numerator);
      expect(steps).toBe(0n);
    }
  }
});

test('a computed leaf names the office that its metric names', () => {
  for (const { method } of METHOD_PRESETS) {
    for (const { indicator } of compiled(method).leaves) {
      if (indicator.source !== 'metric' || !isMetricCode(indicator.id)) continue;
      expect([indicator.id, indicator.responsible]).toEqual([
        indicator.id,
        METRICS[indicator.id].definition.responsible,
      ]);
    }
  }
});
