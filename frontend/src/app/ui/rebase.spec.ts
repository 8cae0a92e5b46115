import { changedKeys, rebase } from './rebase';

describe('a change that somebody else made meanwhile', () => {
  const opened = { name: '王某', roles: ['inspector'], place: '530400' };

  it('is named field by field, and a list that says the same is no difference', () => {
    expect(changedKeys(opened, { ...opened, name: '李某', roles: ['inspector'] })).toEqual(['name']);
    expect(changedKeys(opened, { ...opened, roles: ['inspector', 'programOfficer'] })).toEqual(['roles']);
    expect(changedKeys(opened, { ...opened })).toEqual([]);
  });

  it('keeps what was typed here and takes over everything else', () => {
    const now = { name: '王某某', roles: ['inspector', 'programOfficer'], place: '530400' };
    expect(rebase(opened, now, { ...opened, place: 'hongta' })).toEqual({
      name: '王某某',
      roles: ['inspector', 'programOfficer'],
      place: 'hongta',
    });
  });

  it('where both changed the same field, keeps what was typed, which its writer then decides upon', () => {
    expect(rebase(opened, { ...opened, name: '甲' }, { ...opened, name: '乙' }).name).toBe('乙');
  });
});
