import { agreementAppendix } from './agreement-appendix';
import { agreementGaps, gapSentence, type GivenMark } from './agreement-gaps';

const mark = (evaluator: string, marks: string | null, of: Partial<GivenMark> = {}): GivenMark => ({
  county: 'hongta',
  indicator: 'benefit',
  evaluator,
  marks,
  ...of,
});
const SETTINGS = {
  gapMarks: '3',
  averaged: new Set(['benefit']),
  thirdAsked: new Set<string>(),
  deliberated: new Set<string>(),
};

describe('a gap between two evaluators', () => {
  test('is 3 marks and more, and never a hundredth less', () => {
    expect(agreementGaps([mark('a', '4.5'), mark('b', '1.5')], SETTINGS)).toMatchObject([
      { difference: '3', state: 'needsThird' },
    ]);
    expect(agreementGaps([mark('a', '4.5'), mark('b', '1.51')], SETTINGS)).toEqual([]);
  });

  test('needs a third, waits for the third, is to be deliberated on, is settled', () => {
    const two = [mark('b', '1'), mark('a', '5')];
    const place = new Set(['hongta/benefit']);
    const stateOf = (marks: readonly GivenMark[], settings: object = {}): unknown =>
      agreementGaps(marks, { ...SETTINGS, ...settings })[0]?.state;
    expect(stateOf(two)).toBe('needsThird');
    expect(stateOf(two, { thirdAsked: place })).toBe('waitsForThird');
    expect(stateOf([...two, mark('c', '3')], { thirdAsked: place })).toBe('needsDeliberation');
    expect(stateOf(two, { deliberated: place })).toBe('settled');
  });

  test('names everyone’s marks in the order of their names, and is looked for in each county alone', () => {
    const [gap, ...more] = agreementGaps(
      [mark('b', '1'), mark('a', '5'), mark('a', '1', { county: 'yimen' })],
      SETTINGS,
    );
    expect(gap?.marks).toEqual([
      { evaluator: 'a', marks: '5' },
      { evaluator: 'b', marks: '1' },
    ]);
    expect(more).toEqual([]);
  });

  test('on a leaf that takes one value is any two that are not alike', () => {
    const yes = mark('a', null, { indicator: 'set', value: { met: true } });
    const no = mark('b', null, { indicator: 'set', value: { met: false } });
    expect(agreementGaps([yes, no], SETTINGS)).toMatchObject([{ difference: null, indicator: 'set' }]);
    expect(agreementGaps([yes, { ...yes, evaluator: 'b' }], SETTINGS)).toEqual([]);
  });

  test('on a computed leaf is an exception that another evaluator did not set', () => {
    const confirmed = mark('a', null, { indicator: 'rate' });
    const set = mark('b', null, { indicator: 'rate', exception: '9' });
    expect(agreementGaps([confirmed, set], SETTINGS)).toHaveLength(1);
    expect(agreementGaps([{ ...confirmed, exception: '9.00' }, set], SETTINGS)).toEqual([]);
  });

  test('is counted in a sentence by what it waits for', () => {
    const gaps = agreementGaps(
      [
        mark('a', '5'),
        mark('b', '1'),
        mark('a', '5', { county: 'yimen' }),
        mark('b', '2', { county: 'yimen' }),
      ],
      { ...SETTINGS, deliberated: new Set(['yimen/benefit']) },
    );
    expect(gapSentence(gaps, '3').zh).toBe('两人相差3分以上2项：待第三人复核1项，待合议0项，已合议1项。');
    expect(gapSentence([], '2.5').zh).toBe('没有两人相差2.5分以上的项目。');
  });
});

describe('the appendix of the lead', () => {
  const given = ['hongta', 'jiangchuan', 'yimen'].flatMap((county, place) => [
    mark('a', String(4 + place), { county }),
    mark('b', String(2 + place), { county }),
  ]);

  test('tells who marks higher and by how much, and what of a total is owed to it', () => {
    const { evaluators, effects } = agreementAppendix(given, ['benefit']);
    expect(evaluators.map(({ evaluator, difference }) => [evaluator, difference])).toEqual([
      ['a', '2.00'],
      ['b', '−2.00'],
    ]);
    // Where both marked it, the generous one and the strict one make good for each other.
    expect(effects).toEqual([
      { county: 'hongta', marks: '0.00' },
      { county: 'jiangchuan', marks: '0.00' },
      { county: 'yimen', marks: '0.00' },
    ]);
    const alone = agreementAppendix([...given, mark('a', '5', { county: 'eshan' })], ['benefit']);
    expect(alone.effects.at(-1)).toEqual({ county: 'eshan', marks: '2.00' });
  });

  test('tells nothing of what doubles leave behind of 0', () => {
    const thirds = ['a', 'b', 'c'].flatMap((county) =>
      (['4.1', '4.2', '4.4'] as const).map((marks, place) => mark(String(place), marks, { county })),
    );
    expect(agreementAppendix(thirds, ['benefit']).effects.map(({ marks }) => Number(marks))).toEqual([
      0, 0, 0,
    ]);
  });

  test('says that three counties are too few to judge', () => {
    const { indicators } = agreementAppendix(given, ['benefit']);
    expect(indicators).toMatchObject([{ indicator: 'benefit', things: 3, tooFew: true }]);
    expect(indicators[0]?.judgement.zh).toContain('样本太少，不作判断');
  });

  test('leaves out what is no number of marks, and is empty without any', () => {
    expect(agreementAppendix(given, [])).toEqual({ indicators: [], evaluators: [], effects: [] });
  });
});
