import { securitySettingRefusals } from './security-setting-refusals';

describe('security settings', () => {
  it.each([
    [1, 60],
    [60, 60],
  ])('a first lock of %d minutes and a longest of %d fit', (lockMinutes, lockMaxMinutes) =>
    expect(securitySettingRefusals({ lockMinutes, lockMaxMinutes })).toEqual([]),
  );

  it('a first lock longer than the longest is refused at the longest', () => {
    expect(securitySettingRefusals({ lockMinutes: 60, lockMaxMinutes: 59 })).toEqual([
      {
        pointer: '/settings/lockMaxMinutes',
        detail: {
          zh: '最长锁定时间（59分钟）不得短于首次锁定时间（60分钟），请改正。',
          en: 'The longest lock (59 minutes) must not be shorter than the first one (60 minutes): correct it.',
        },
      },
    ]);
  });
});
