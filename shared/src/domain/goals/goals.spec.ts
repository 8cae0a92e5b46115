import { givenCountyYear as givenFacts, type GivenCountyYear } from '../metrics/given-county-year';
import { fen } from '../money/fen';
import { DEFAULT_LIGHT_SETTINGS } from '../monitoring/light';
import { rational } from '../numbers/rational';
import { draftGoal } from './draft-goal';
import type { GoalIndicator, GoalTable } from './goal';
import { goalRefusals } from './goal-refusals';
import { goalActsAt, goalStageAfter } from './goal-stages';
import { fillMidYear, midYearRefusals, type MidYearAnswer } from './mid-year-monitoring';

const FACTS = {
  countyName: '江川区',
  year: 2025,
  posts: 15,
  perPostMonth: fen(100_000),
  targets: DEFAULT_LIGHT_SETTINGS.targets,
};
const DRAFT = draftGoal(FACTS);
const pointers = (table: GoalTable): string[] => goalRefusals(table).map(({ pointer }) => pointer);

const givenCountyYear = (more: GivenCountyYear = {}) => givenFacts({ asOf: '2025-08-31', ...more });
const ONE_VACANCY = { personsOnPost: 14 };

describe('the yearly table of goals', () => {
  it('is drafted from posts × 12: 15 posts are 180 person-months and 18.00 万元, and nothing is missing in it', () => {
    expect(DRAFT.funds).toEqual({ total: 18_000_000, cityGrant: 18_000_000, countyPart: 0, other: 0 });
    expect(DRAFT.indicators[0]).toMatchObject({ value: '180', unit: '人月', relation: 'atLeast' });
    expect(DRAFT.indicators.find(({ id }) => id === 'city-part')?.value).toBe('1000');
    expect(DRAFT.objective).toContain('市级补助 18.00 万元专款专用');
    expect(goalRefusals(DRAFT)).toEqual([]);
  });

  it('is drafted with the targets that count where none is issued, as the installation sets them', () => {
    const targets = { ...FACTS.targets, inspectionAverage: rational(90) };
    const value = (metric: string) =>
      draftGoal({ ...FACTS, targets }).indicators.find((one) => one.metric === metric)?.value;
    expect([value('inspectionAverage'), value('onPostRate')]).toEqual(['90', '95']);
  });

  it('has a total that is the sum of its parts', () => {
    expect(pointers({ ...DRAFT, funds: { ...DRAFT.funds, countyPart: fen(1) } })).toEqual(['/funds']);
    const funds = { ...DRAFT.funds, countyPart: fen(-5), other: fen(5) };
    expect(pointers({ ...DRAFT, funds })).toEqual(['/funds/countyPart']);
  });

  it.each([
    [{ name: ' ' }, '/indicators/0/name'],
    [{ value: '' }, '/indicators/0/value'],
    [{ value: 'many' }, '/indicators/0/value'],
    [{ value: '-1' }, '/indicators/0/value'],
    [{ unit: '' }, '/indicators/0/unit'],
    [{ relation: 'qualitative', value: '多', unit: '' }, '/indicators/0/metric'],
    [{ metric: 'somethingElse' }, '/indicators/0/metric'],
    [{ id: 'on-post-rate' }, '/indicators/1/id'],
    [{ metric: 'onPostRate', value: '95', unit: '人月' }, '/indicators/0/unit'],
    [{ metric: 'onPostRate', value: '95', unit: '' }, '/indicators/0/unit'],
    [{ metric: 'satisfaction', value: '100.01', unit: '%' }, '/indicators/0/value'],
  ])('refuses an indicator with %j, at its place', (change, pointer) => {
    const [first, ...rest] = DRAFT.indicators;
    const indicators = [{ ...first, ...change }, ...rest] as GoalTable['indicators'];
    expect(pointers({ ...DRAFT, indicators })).toEqual([pointer]);
  });

  it('holds a rate to percent up to 100 and says what to write; what is no share may be more', () => {
    const given = (change: Partial<GoalIndicator>): GoalTable => {
      const [first, ...rest] = DRAFT.indicators as [GoalIndicator, ...GoalIndicator[]];
      return { ...DRAFT, indicators: [{ ...first, ...change }, ...rest] };
    };
    expect(goalRefusals(given({ metric: 'onPostRate', value: '180', unit: '人月' }))).toEqual([
      {
        pointer: '/indicators/0/value',
        detail: {
          zh: '比率不能超过 100%，请改为 0 至 100 之间的数字，例如 95',
          en: 'A rate is at most 100 %; give a number from 0 to 100, such as 95',
        },
      },
      {
        pointer: '/indicators/0/unit',
        detail: {
          zh: '该指标由系统按百分比取数，计量单位请填 %（半角）',
          en: 'This indicator is read as a percentage; give the unit as %',
        },
      },
    ]);
    expect(pointers(given({ metric: 'onPostRate', value: '100', unit: '%' }))).toEqual([]);
    expect(pointers(given({ metric: 'workloadPerPost', value: '120', unit: '人/岗' }))).toEqual([]);
  });

  it('says every fault at once: no objective, and no output, benefit or satisfaction', () => {
    expect(pointers({ ...DRAFT, objective: '', indicators: [] })).toEqual([
      '/objective',
      '/indicators',
      '/indicators',
      '/indicators',
    ]);
  });

  it('goes from the county to the bureau, to finance and out; issued, only a new version changes it', () => {
    expect(goalStageAfter('open', 'submit')).toBe('submitted');
    expect(goalStageAfter('submitted', 'review')).toBe('reviewed');
    expect(goalStageAfter('reviewed', 'agree')).toBe('agreed');
    expect(goalStageAfter('agreed', 'issue')).toBe('issued');
    expect(goalStageAfter('submitted', 'issue')).toBeNull();
    expect(goalStageAfter('agreed', 'return')).toBeNull();
    expect(goalActsAt('issued')).toEqual(['adjust']);
    expect(goalActsAt('returned')).toEqual(['save', 'submit']);
  });
});

describe('the mid-year form', () => {
  const line = (id: string, facts = givenCountyYear()) =>
    fillMidYear(DRAFT, facts).lines.find(({ indicator }) => indicator === id);

  it('fills itself from January to July: 105 of 180 person-months are 58.33 %, and in July not short', () => {
    expect(line('person-months')).toEqual({
      indicator: 'person-months',
      actual: '105.00',
      reached: '58.33',
      needsReason: false,
      note: null,
    });
    expect(line('city-part')).toMatchObject({ actual: '1000.00', reached: '100.00', needsReason: false });
    expect(line('on-post-rate')).toMatchObject({ actual: '100.00', needsReason: false });
  });

  it('asks for a reason where seven twelfths are not reached', () => {
    const facts = givenCountyYear({ months: { '2025-07': ONE_VACANCY } });
    expect(line('person-months', facts)).toMatchObject({ actual: '104.00', needsReason: true });
    // 104 of 105 are 99.05 %, above the 95 % that were promised.
    expect(line('on-post-rate', facts)).toMatchObject({ actual: '99.05', needsReason: false });
  });

  it('leaves to the county what no figure tells, and says so', () => {
    expect(line('lost-track')).toMatchObject({ actual: null, note: { zh: '由县（市、区）填写完成情况' } });
    expect(line('rules')).toMatchObject({ actual: null, reached: null });
  });

  it('has the budget, what was spent of it and the rate', () => {
    expect(fillMidYear(DRAFT, givenCountyYear())).toMatchObject({
      budget: 18_000_000,
      spent: 10_500_000,
      executionRate: '58.33',
    });
  });

  const answer = (indicator: string, more: Partial<MidYearAnswer> = {}): MidYearAnswer => ({
    indicator,
    actual: '0',
    reason: '',
    likelihood: 'certain',
    measures: '',
    ...more,
  });

  it('is submitted once every line is answered: why short, how likely, what is done', () => {
    const facts = givenCountyYear({ months: { '2025-07': ONE_VACANCY } });
    const form = fillMidYear(DRAFT, facts);
    const all = DRAFT.indicators.map(({ id }) => answer(id));
    expect(midYearRefusals(DRAFT, form, all).map(({ pointer }) => pointer)).toEqual(['/answers/0/reason']);
    const explained = all.map((one, at) => (at === 0 ? { ...one, reason: '7 月有 1 人离岗' } : one));
    expect(midYearRefusals(DRAFT, form, explained)).toEqual([]);
    const unsure = explained.map((one, at) => (at === 1 ? { ...one, likelihood: 'possible' as const } : one));
    expect(midYearRefusals(DRAFT, form, unsure).map(({ pointer }) => pointer)).toEqual([
      '/answers/1/measures',
    ]);
    expect(midYearRefusals(DRAFT, form, []).length).toBeGreaterThan(DRAFT.indicators.length);
  });
});
