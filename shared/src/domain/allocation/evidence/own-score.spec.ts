import * as fc from 'fast-check';
import type { Outcome } from '../../refusal';
import type { CountyEvidence, LeafEvidence, ScoringEvidence } from './allocation-evidence';
import { GIVEN_EVIDENCE } from './given-evidence';
import { leavesThatCount, ownScore, type OwnScore } from './own-score';

const [, , CHENGJIANG] = GIVEN_EVIDENCE.counties;
const SCORING = GIVEN_EVIDENCE.scoring as ScoringEvidence;
const county = (changes: Partial<CountyEvidence> = {}): CountyEvidence => ({
  ...(CHENGJIANG as CountyEvidence),
  ...changes,
});
const leaf = (indicator: string, score: string | null, state: LeafEvidence['state'] = 'scored') => ({
  indicator,
  score,
  state,
  marks: [],
});
const of = (
  changes: Partial<CountyEvidence>,
  indicators: 'countyJustice' | 'all' = 'countyJustice',
): Outcome<OwnScore> =>
  ownScore(county(changes), leavesThatCount(SCORING, indicators), { indicators, at: '/evidence/counties/2' });

function told(outcome: Outcome<OwnScore>): OwnScore {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const pointers = (outcome: Outcome<OwnScore>) =>
  outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);

describe('the score that enters the split', () => {
  it('counts only what the county justice bureau answers for, re-scaled to 100', () => {
    // 10.5 of 15, 14.5 of 20, 18.5 of 25: what county finance and respondents gave does not count.
    expect(told(of({})).printed).toBe('72.50');
    expect(told(of({})).steps.map(({ expression, result }) => [expression, result])).toEqual([
      ['10.5 + 14.5 + 18.5', '43.5'],
      ['43.5 × 100 ÷ 60', '72.50'],
    ]);
  });

  it('is not moved by what others answer for', () => {
    const others = county().leaves.map((one) =>
      one.indicator === 'pass-on' ? { ...one, score: '0.00' } : one,
    );
    expect(told(of({ leaves: others })).printed).toBe('72.50');
  });

  it('leaves out what was not applicable, as a score and as marks', () => {
    const leaves = [leaf('documents', '13.5'), leaf('duty', null, 'notApplicable'), leaf('outcome', '22.9')];
    // (13.5 + 22.9) × 100 ÷ 40 = 91.
    expect(told(of({ leaves })).printed).toBe('91.00');
  });

  it('is rounded half up once: 38.8 of 60 is 64.666… and 64.67', () => {
    const leaves = [leaf('documents', '10'), leaf('duty', '10'), leaf('outcome', '18.8')];
    expect(told(of({ leaves })).printed).toBe('64.67');
  });

  it('is held down by a veto that has occurred, and never lifted by one', () => {
    const held = told(of({ vetoCap: '59.99' }));
    expect([held.printed, held.steps.at(-1)?.label.zh]).toEqual([
      '59.99',
      '负面清单事项已发生，得分不高于规定的上限 59.99 分：72.50 与 59.99 取较低者',
    ]);
    expect(told(of({ vetoCap: '80' })).printed).toBe('72.50');
  });

  it('is the printed total where all indicators count', () => {
    expect(told(of({ total: '82.30' }, 'all'))).toMatchObject({ printed: '82.30' });
  });

  it('is never made of what is missing', () => {
    const leaves = [leaf('documents', null, 'missing'), leaf('duty', '10')];
    const outcome = of({ leaves });
    expect(pointers(outcome)).toEqual(['/evidence/counties/2/leaves/0', '/evidence/counties/2/leaves']);
    expect(outcome.ok ? [] : outcome.refusals[0]?.detail).toEqual({
      zh: '该县（市、区）的指标“资料报送”没有得分，不能按 0 计，请先完成评价',
      en: 'The indicator "documents" of the county has no score, which never counts as 0; finish the evaluation first',
    });
  });

  it('is refused where nothing that counts was applicable, where there is no total, or one beyond the scale', () => {
    const none = ['documents', 'duty', 'outcome'].map((one) => leaf(one, null, 'notApplicable'));
    expect(pointers(of({ leaves: none }))).toEqual(['/evidence/counties/2/leaves']);
    expect(pointers(of({ total: null }, 'all'))).toEqual(['/evidence/counties/2/total']);
    expect(pointers(of({ total: '100.01' }, 'all'))).toEqual(['/evidence/counties/2/total']);
    const above = [leaf('documents', '16'), leaf('duty', '20'), leaf('outcome', '25')];
    expect(pointers(of({ leaves: above }))).toEqual(['/evidence/counties/2/leaves']);
  });

  it('lies between 0 and 100 and rises with each leaf', () => {
    const score = (marks: number) => fc.integer({ min: 0, max: marks * 100 - 1 });
    fc.assert(
      fc.property(score(15), score(20), score(25), (a, b, c) => {
        const with_ = (more: number) =>
          Number(
            told(
              of({
                leaves: [
                  leaf('documents', String((a + more) / 100)),
                  leaf('duty', String(b / 100)),
                  leaf('outcome', String(c / 100)),
                ],
              }),
            ).printed,
          );
        expect(with_(0)).toBeGreaterThanOrEqual(0);
        expect(with_(1)).toBeLessThanOrEqual(100);
        expect(with_(1)).toBeGreaterThan(with_(0));
      }),
    );
  });
});
