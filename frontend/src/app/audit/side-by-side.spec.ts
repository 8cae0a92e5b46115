import { sideBySide } from './side-by-side';

describe('before and after of an entry', () => {
  it('stand side by side, what changed marked, in the order in which they were written', () => {
    expect(sideBySide({ name: '甲', place: 'hongta' }, { place: 'eshan', phone: null })).toEqual([
      { path: ['name'], before: '甲', after: undefined, changed: true },
      { path: ['place'], before: 'hongta', after: 'eshan', changed: true },
      { path: ['phone'], before: undefined, after: null, changed: true },
    ]);
    expect(sideBySide({ a: 1 }, { a: 1 })).toEqual([{ path: ['a'], before: 1, after: 1, changed: false }]);
  });

  it('keep a list of roles whole and take a list of things apart', () => {
    expect(sideBySide(undefined, { roles: ['leader'], pending: [{ kind: 'finding', count: 2 }] })).toEqual([
      { path: ['roles'], before: undefined, after: ['leader'], changed: true },
      { path: ['pending', '1', 'kind'], before: undefined, after: 'finding', changed: true },
      { path: ['pending', '1', 'count'], before: undefined, after: 2, changed: true },
    ]);
  });

  it('are nothing where the entry has neither', () => {
    expect(sideBySide(undefined, undefined)).toEqual([]);
  });
});
