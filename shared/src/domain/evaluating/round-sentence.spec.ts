import { roundSentence, type RoundStanding } from './round-sentence';
import type { RoundStep } from './round-steps';

const TAKEN: readonly RoundStep[] = [
  'commissioned',
  'plan',
  'notice',
  'documentList',
  'fieldwork',
  'scoring',
];

const standing = (steps: readonly RoundStep[], changes: Partial<RoundStanding> = {}): RoundStanding => ({
  kind: 'financeEvaluation',
  taken: steps.map((step) => ({ step, takenOn: '2026-03-16', passedOver: false })),
  marks: { expected: 54, given: 26 },
  scoreBy: '2026-03-31',
  finalisedOn: null,
  documentNumber: null,
  openDraft: null,
  today: '2026-03-20',
  ...changes,
});

describe('how far a round is, in one sentence', () => {
  it('counts the marks while they are given', () => {
    expect(roundSentence(standing(TAKEN)).zh).toBe('正在打分：应打54项，已提交26项，截止2026年3月31日。');
  });

  it('goes on counting after 合议 was registered, until none is missing', () => {
    const deliberating = [...TAKEN, 'deliberation' as const];
    expect(roundSentence(standing(deliberating)).zh).toBe(
      '正在打分：应打54项，已提交26项，截止2026年3月31日。',
    );
    expect(roundSentence(standing(deliberating, { marks: { expected: 54, given: 54 } })).zh).toBe(
      '“合议”已于2026年3月16日办理，下一步是“征求意见”。',
    );
  });

  it('says that the day is past', () => {
    expect(roundSentence(standing(TAKEN, { today: '2026-04-01' })).zh).toMatch(
      /截止2026年3月31日，已逾期。$/,
    );
  });
});
