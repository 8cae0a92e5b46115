import { checkSampleResults } from './sample-results';

describe('what was found of a sample', () => {
  it('is of what was drawn, once each, and says what does not agree', () => {
    const drawn = ['a', 'b'];
    expect(
      checkSampleResults(drawn, [
        { id: 'a', agrees: true, note: '' },
        { id: 'b', agrees: false, note: '合同已到期' },
      ]),
    ).toEqual([]);
    const wrong = [
      { id: 'c', agrees: true, note: '' },
      { id: 'a', agrees: true, note: '' },
      { id: 'a', agrees: false, note: '' },
    ];
    expect(checkSampleResults(drawn, wrong).map((one) => one.pointer)).toEqual([
      '/results/0/id',
      '/results/2/id',
      '/results/2/note',
    ]);
  });
});
