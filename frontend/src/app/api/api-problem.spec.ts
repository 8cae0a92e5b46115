import { apiProblem, splitBilingual } from './api-problem';

describe('a problem of the server', () => {
  it('is known by its slug, and said in both languages', () => {
    const problem = apiProblem(422, {
      type: '/problems/refused',
      title: 'refused',
      status: 422,
      detail: '第3行金额与合计不符，请核对。 / The amount in line 3 does not add up; check it.',
      errors: [{ pointer: '/year', detail: '应为四位年份 / must be a year of four digits' }],
    });
    expect(problem.kind).toBe('refused');
    expect(problem.text.title).toEqual({ zh: '不符合规则，未予受理', en: 'Refused by a rule' });
    expect(problem.text.detail.zh).toBe('第3行金额与合计不符，请核对。');
    expect(problem.text.detail.en).toBe('The amount in line 3 does not add up; check it.');
    expect(problem.errors).toEqual([
      { pointer: '/year', detail: { zh: '应为四位年份', en: 'must be a year of four digits' } },
    ]);
  });

  it.each([null, 'Bad Gateway', { message: 'no' }, { type: '/problems/of-another-program' }])(
    'that is not from this program (%p) is said to be unreadable',
    (body) => {
      const problem = apiProblem(502, body);
      expect(problem.kind).toBe('unreadable');
      expect(problem.text.title.zh).toContain('502');
    },
  );
});

describe('a problem that passes by itself', () => {
  const wait = (header: string | null) =>
    apiProblem(429, { type: '/problems/too-many-requests', detail: '' }, header).retryAfter;

  it('says after how many seconds to try again', () => {
    expect(wait('90')).toBe(90);
  });

  it.each([null, '', 'Wed, 21 Oct 2026 07:28:00 GMT', '-1', '1.5'])(
    'says nothing where the header is %p',
    (header) => {
      expect(wait(header)).toBeNull();
    },
  );
});

describe('a bilingual string', () => {
  it('is split only where Chinese stands before and none after', () => {
    expect(splitBilingual('督查/整改 / inspection')).toEqual({ zh: '督查/整改', en: 'inspection' });
    expect(splitBilingual('甲 / 乙')).toEqual({ zh: '甲 / 乙', en: '甲 / 乙' });
    expect(splitBilingual('only English')).toEqual({ zh: 'only English', en: 'only English' });
  });
});
