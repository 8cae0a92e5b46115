import { opinionRefusals, rulingScore, type RulingGiven } from './reply-rulings';

const OF = { marks: '10', finalScore: '6.00', scoreDecimals: 2 };
const ruled = (given: Partial<RulingGiven>, asked: string | null = '8', of: typeof OF | object = {}) => {
  const outcome = rulingScore(
    { ruling: 'partlyAccepted', finalScore: '7', reason: '材料属实', ...given },
    { ...OF, ...of },
    asked,
  );
  return outcome.ok ? outcome.value : outcome.refusals.map((one) => one.pointer);
};

describe('a ruling on an opinion', () => {
  test('accepted is the score that the county asked for, and no other', () => {
    expect(ruled({ ruling: 'accepted', finalScore: '8.00' })).toBe('8.00');
    expect(ruled({ ruling: 'accepted', finalScore: '7' })).toEqual(['/finalScore']);
  });

  test('partly accepted lies between the old score and the one asked for, also where less was asked', () => {
    expect(ruled({ finalScore: '7' })).toBe('7');
    expect(ruled({ finalScore: '5' }, '4')).toBe('5');
    for (const out of ['6', '8', '5.99', '8.01']) expect(ruled({ finalScore: out })).toEqual(['/finalScore']);
  });

  test('without a score asked for it is any change within the marks, and no change is none', () => {
    expect(ruled({ finalScore: '9' }, null)).toBe('9');
    expect(ruled({ ruling: 'accepted', finalScore: '10' }, null)).toBe('10');
    expect(ruled({ finalScore: '6.0' }, null)).toEqual(['/finalScore']);
    expect(ruled({ ruling: 'accepted', finalScore: '6' }, null)).toEqual(['/finalScore']);
  });

  test('not accepted leaves the score, and takes none', () => {
    expect(ruled({ ruling: 'notAccepted', finalScore: undefined })).toBeNull();
    expect(ruled({ ruling: 'notAccepted', finalScore: '6' })).toEqual(['/finalScore']);
  });

  test.each<[string, Partial<RulingGiven>, string[]]>([
    ['no reason', { reason: ' ' }, ['/reason']],
    ['no score where one is to be set', { finalScore: undefined }, ['/finalScore']],
    ['a score above the marks', { finalScore: '10.5' }, ['/finalScore']],
    ['a score below 0', { finalScore: '-1' }, ['/finalScore']],
    ['three decimals where two are allowed', { finalScore: '7.125' }, ['/finalScore']],
    ['what is no number', { finalScore: 'seven' }, ['/finalScore']],
  ])('is refused for %s', (_, given, pointers) => {
    expect(ruled(given, null)).toEqual(pointers);
  });

  test('sets no score on a leaf that has none', () => {
    expect(ruled({ finalScore: '7' }, null, { finalScore: null })).toEqual(['/ruling']);
  });
});

describe('an opinion of a county', () => {
  const refusedAt = (text: string, askedScore: string | null): string[] =>
    opinionRefusals({ text, askedScore }, OF).map((one) => one.pointer);

  test('says why, and may ask for another score within the marks', () => {
    expect(refusedAt('请复核', '8.5')).toEqual([]);
    expect(refusedAt('请复核', null)).toEqual([]);
  });

  test('is refused without words, with the score that there is, or out of bounds', () => {
    expect(refusedAt('', '8')).toEqual(['/text']);
    expect(refusedAt('请复核', '6')).toEqual(['/askedScore']);
    expect(refusedAt('请复核', '10.01')).toEqual(['/askedScore']);
    expect(refusedAt('请复核', '8.001')).toEqual(['/askedScore']);
  });
});
