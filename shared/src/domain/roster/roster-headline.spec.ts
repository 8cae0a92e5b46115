import { postStanding, rosterHeadline } from './roster-headline';

describe('the sentence of a roster', () => {
  it.each([
    [15, 14, '核定名额 15 个，在岗 14 人，空岗 1 个。'],
    [15, 15, '核定名额 15 个，在岗 15 人，没有空岗。'],
    [
      15,
      17,
      '核定名额 15 个，在岗 17 人，超出名额 2 人；市级补助按名额计算，超出部分由县级承担，请核对在岗期间。',
    ],
    [null, 3, '在岗 3 人；本年度没有核定名额的记录。'],
  ])('of %s posts and %s persons reads “%s…”', (posts, onPost, text) =>
    expect(rosterHeadline(postStanding(posts, onPost)).zh).toBe(text),
  );
});
