import { givenCountyYear } from '../../metrics/given-county-year';
import { fen } from '../../money/fen';
import { ASSISTANTS_METHOD } from '../../scoring/assistants-method';
import { SELF_EVALUATION } from '../../scoring/presets/self-evaluation';
import { draftGoal } from '../draft-goal';
import type { GoalTable } from '../goal';
import { DEFAULT_LIGHT_SETTINGS } from '../../monitoring/light';
import { fillSelfEvaluation, shareOfBand } from './fill-self-evaluation';
import { EXECUTION, type SelfEvaluation, type SelfEvaluationAnswer } from './self-evaluation';
import { groupMarksOf, selfEvaluationMarks } from './self-evaluation-marks';
import { selfEvaluationRefusals } from './self-evaluation-refusals';
import { summariseSelfEvaluations } from './summarise-self-evaluations';

const TABLE: GoalTable = draftGoal({
  countyName: '演示甲县',
  year: 2025,
  posts: 15,
  perPostMonth: fen(100_000),
  targets: DEFAULT_LIGHT_SETTINGS.targets,
});
const answer = (indicator: string, more: Partial<SelfEvaluationAnswer> = {}): SelfEvaluationAnswer => ({
  indicator,
  actual: null,
  attainment: null,
  percent: null,
  reason: '',
  ...more,
});
const NONE_LOST = answer('lost-track', { actual: '0' });
const RULES = answer('rules', {
  actual: '制度健全并有效执行',
  attainment: 'achieved',
  percent: '95',
});
const ANSWERS = [NONE_LOST, RULES];
const facts = givenCountyYear({ asOf: '2026-03-20' });
const filled = (answers = ANSWERS, table = TABLE, of = facts): SelfEvaluation =>
  fillSelfEvaluation({ table, facts: of, answers });
const lineOf = (form: SelfEvaluation, id: string) => form.lines.find(({ indicator }) => indicator === id);

describe('the marks of a self-evaluation', () => {
  it('are those of 财预〔2021〕101号 where there are cost indicators, in whole parts that sum to 100', () => {
    const { execution, lines } = selfEvaluationMarks(TABLE.indicators);
    expect({ execution, ...lines }).toEqual({
      execution: 10,
      'person-months': 7,
      'on-post-rate': 7,
      'inspections-passed': 7,
      insured: 7,
      'wages-in-time': 6,
      'passed-on': 6,
      'city-part': 20,
      'lost-track': 10,
      rules: 10,
      satisfied: 10,
    });
  });

  it('are those of 财预〔2020〕10号 where there are none', () => {
    const { execution, lines } = selfEvaluationMarks(TABLE.indicators.filter(({ kind }) => kind !== 'cost'));
    const sum = Object.values(lines).reduce((all, one) => all + one, execution);
    expect([sum, lines['person-months'], lines['lost-track'], lines['satisfied']]).toEqual([100, 9, 15, 10]);
  });
});

describe('the marks that a method of self-evaluation gives', () => {
  it('are those of its dimensions; without one of its own, cost stands under output', () => {
    expect(groupMarksOf(SELF_EVALUATION)).toEqual({
      execution: 10,
      cost: 0,
      output: 50,
      benefit: 30,
      satisfaction: 10,
    });
    const { lines } = selfEvaluationMarks(TABLE.indicators, groupMarksOf(SELF_EVALUATION));
    expect([lines['person-months'], lines['city-part'], lines['lost-track']]).toEqual([8, 7, 15]);
    expect(Object.values(lines).reduce((all, one) => all + one, 10)).toBe(100);
  });

  it('are none of a method with other dimensions', () => {
    expect(groupMarksOf(ASSISTANTS_METHOD)).toBeNull();
  });
});

describe('a self-evaluation', () => {
  it('of a year that met every goal has full marks but for what the county itself rates lower', () => {
    const form = filled();
    expect(lineOf(form, 'rules')).toMatchObject({ score: '9.50', marks: '10', needsReason: true });
    expect(lineOf(form, EXECUTION)).toMatchObject({ actual: '100', score: '10.00', fromFigures: true });
    expect([form.total, form.spent]).toEqual(['99.50', fen(18_000_000)]);
  });

  it('counts what falls short in proportion: 168 of 180 person-months, 7 marks, are 6.53', () => {
    const short = { personsOnPost: 14, personsDue: 14, personsPaidOnTime: 14 };
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`2025-${String(at + 1).padStart(2, '0')}`, short]),
    );
    const form = filled(ANSWERS, TABLE, givenCountyYear({ asOf: '2026-03-20', months }));
    expect(lineOf(form, 'person-months')).toMatchObject({
      actual: '168',
      score: '6.53',
      needsReason: true,
    });
  });

  it('takes a goal of nothing by yes or no: one lost is no marks', () => {
    const form = filled([answer('lost-track', { actual: '1' }), RULES]);
    expect(lineOf(form, 'lost-track')).toMatchObject({ score: '0.00', needsReason: true });
  });

  it('keeps its total open while a line is missing, and says which', () => {
    const form = filled([]);
    expect(form.total).toBeNull();
    expect(form.lines.filter(({ state }) => state === 'missing').map(({ indicator }) => indicator)).toEqual([
      'lost-track',
      'rules',
    ]);
  });

  it('leaves out what nobody can judge and re-scales the rest to 100', () => {
    const form = filled(
      ANSWERS,
      TABLE,
      givenCountyYear({
        asOf: '2026-03-20',
        surveys: facts.surveys.map((one) => ({ ...one, answered: 20, satisfied: 19 })),
      }),
    );
    expect(lineOf(form, 'satisfied')).toMatchObject({
      state: 'notApplicable',
      score: null,
      needsReason: false,
    });
    // (100 − 10 − 0.5) × 100 ÷ 90
    expect(form.total).toBe('99.44');
  });

  it('asks why where a figure is more than 1.3 times its value, and moves no mark by it', () => {
    const table = {
      ...TABLE,
      indicators: TABLE.indicators.map((one) =>
        one.id === 'person-months' ? { ...one, value: '100' } : one,
      ),
    };
    expect(lineOf(filled(ANSWERS, table), 'person-months')).toMatchObject({
      score: '7.00',
      needsReason: true,
    });
  });

  it('takes a percentage only in the band of its word', () => {
    expect(shareOfBand('achieved', '80')).not.toBeNull();
    expect(shareOfBand('achieved', '100')).not.toBeNull();
    expect(shareOfBand('partly', '80')).toBeNull();
    expect(shareOfBand('notAchieved', '60')).toBeNull();
    expect(shareOfBand('achieved', '101')).toBeNull();
    expect(shareOfBand('achieved', 'all')).toBeNull();
  });
});

describe('what keeps a self-evaluation from being submitted', () => {
  const pointers = (answers: readonly SelfEvaluationAnswer[], of = facts): string[] =>
    selfEvaluationRefusals(TABLE, fillSelfEvaluation({ table: TABLE, facts: of, answers }), answers).map(
      ({ pointer }) => pointer,
    );

  it('is named with its place, all of it', () => {
    expect(pointers([])).toEqual(['/answers', '/answers', '/answers']);
    expect(pointers(ANSWERS)).toEqual(['/answers/1/reason']);
    expect(pointers([NONE_LOST, { ...RULES, reason: '两项制度未及时修订，已列入2026年计划。' }])).toEqual([]);
    expect(
      pointers([
        answer('lost-track', { actual: '-1' }),
        answer('rules', { actual: '健全', attainment: 'partly', percent: '90' }),
      ]),
    ).toEqual(['/answers/0/actual', '/answers/1/percent']);
  });

  it('is a budget of nothing with spending, too', () => {
    const none = { ...facts, adjustedBudget: fen(0) };
    expect(pointers(ANSWERS, none)).toContain('/adjustedBudget');
  });
});

describe('the city’s summary', () => {
  const one = (
    county: string,
    total: string,
    budget: number,
  ): Parameters<typeof summariseSelfEvaluations>[0][number] => ({
    county,
    table: TABLE,
    form: {
      ...filled(),
      total,
      adjustedBudget: fen(budget),
      initialBudget: fen(budget),
      spent: fen(budget / 2),
    },
  });

  it('adds money up and weighs totals by it: 94.00 on 300,000 and 88.00 on 100,000 are 92.50', () => {
    const summary = summariseSelfEvaluations([one('a', '94.00', 30_000_000), one('b', '88.00', 10_000_000)]);
    expect(summary).toMatchObject({
      adjustedBudget: 40_000_000,
      spent: 20_000_000,
      executionRate: '50.00',
      total: '92.50',
    });
  });

  it('adds up quantities, and says of rates how many met them and from where to where they reach', () => {
    const { lines } = summariseSelfEvaluations([one('a', '94.00', 100), one('b', '88.00', 100)]);
    expect(lines.find(({ goal }) => goal.name === '协勤人员在岗人月数')).toMatchObject({
      counties: 2,
      met: 2,
      sum: '360',
      values: ['180'],
    });
    expect(lines.find(({ goal }) => goal.name === '工资按时发放率')).toMatchObject({
      sum: null,
      range: ['100', '100'],
      rate: '100.00',
    });
    expect(lines.find(({ goal }) => goal.name === '协勤人员管理制度健全性')).toMatchObject({
      met: 0,
      range: null,
      rate: '95.00',
    });
  });

  it('of nobody is empty and has no total', () => {
    expect(summariseSelfEvaluations([])).toMatchObject({ lines: [], total: null, executionRate: null });
  });
});
