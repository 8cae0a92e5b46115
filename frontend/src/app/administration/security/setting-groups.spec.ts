import { securitySettings, DEFAULT_SECURITY_SETTINGS } from '@yuheng/shared/contract/security-settings';
import * as z from 'zod';
import { BOUNDS, readSetting, SETTING_GROUPS } from './setting-groups';
import { SECURITY_TEXTS } from './security-texts';

const schema = z.toJSONSchema(securitySettings) as {
  readonly properties: Readonly<
    Record<string, { readonly type: string; readonly minimum?: number; readonly maximum?: number }>
  >;
};

describe('the security settings as a form', () => {
  it('have the bounds of the contract', () => {
    const numbers = Object.entries(schema.properties).filter(([, { type }]) => type === 'integer');
    expect(BOUNDS).toEqual(
      Object.fromEntries(numbers.map(([key, { minimum, maximum }]) => [key, [minimum, maximum]])),
    );
  });

  it('are all there, each in one group, with its name, its meaning and its unit', () => {
    const shown = SETTING_GROUPS.flatMap(({ numbers, switches, roles }) => [
      ...numbers,
      ...switches,
      ...(roles ? ['secondFactorRoles'] : []),
    ]);
    expect([...shown].sort()).toEqual(Object.keys(DEFAULT_SECURITY_SETTINGS).sort());
    for (const language of ['zh-CN', 'en'] as const) {
      const { setting, meaning, unit } = SECURITY_TEXTS[language] as Record<string, Record<string, string>>;
      expect(Object.keys(setting ?? {}).sort()).toEqual([...shown].sort());
      expect(Object.keys(meaning ?? {}).sort()).toEqual([...shown].sort());
      expect(Object.keys(unit ?? {}).sort()).toEqual(Object.keys(BOUNDS).sort());
    }
  });

  it.each([
    ['12', 12],
    [' 8 ', 8],
    ['64', 64],
    ['7', null],
    ['65', null],
    ['12.5', null],
    ['1e1', null],
    ['', null],
    ['-9', null],
  ])('a password length of %j is read as %j', (text, value) => {
    expect(readSetting('passwordLength', text)).toBe(value);
  });
});
