import { nameBasedUuid } from './name-based-uuid';

describe('nameBasedUuid', () => {
  it('is a version 5 UUID that depends on the name alone', () => {
    expect(nameBasedUuid('movement/1')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(nameBasedUuid('movement/1')).toBe(nameBasedUuid('movement/1'));
    expect(nameBasedUuid('movement/1')).not.toBe(nameBasedUuid('movement/2'));
  });
});
