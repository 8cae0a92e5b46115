import { repliesSentence } from './replies-sentence';

const standing = { counties: 9, answered: 8, opinions: 3, ruled: 1, replyBy: '2026-03-09' };

describe('an exchange in one sentence', () => {
  it('counts counties, opinions and rulings', () => {
    expect(repliesSentence(standing).zh).toBe(
      '9个县（市、区）中8个已反馈，期限2026年3月9日；共提出意见3条，已答复1条。',
    );
  });

  it.each([
    [0, '尚未反馈，期限2026年3月9日；提出意见0条，已答复0条。'],
    [1, '已反馈，期限2026年3月9日；提出意见0条，已答复0条。'],
  ])('tells a county of itself (answered: %s)', (answered, zh) => {
    expect(repliesSentence({ ...standing, counties: 1, answered, opinions: 0, ruled: 0 }).zh).toBe(zh);
  });
});
