import { percentInWords } from './percent';

describe('a rate', () => {
  it('is printed with its sign right behind it, and as a dash where there is none, which is not a zero', () => {
    expect(['45.22', '0.00', null, undefined].map(percentInWords)).toEqual(['45.22%', '0.00%', '—', '—']);
  });
});
