import { opinionsInWords } from './opinions-in-words';

describe('the opinions of a county in one sentence', () => {
  it('counts them by how they were ruled on, and names what is not ruled on', () => {
    const said = opinionsInWords(['accepted', 'notAccepted', 'accepted', null]);
    expect(said.zh).toBe('对征求意见稿提出意见4条：采纳2条、不予采纳1条、尚未答复1条。');
    expect(said.en).toBe('4 opinions on the draft result: 2 accepted, 1 not accepted, 1 not ruled on.');
  });

  it('tells a county without opinions from one that was never asked', () => {
    expect(opinionsInWords([]).zh).toBe('对征求意见稿没有提出意见。');
    expect(opinionsInWords(null).zh).toBe('没有征求意见记录。');
  });
});
