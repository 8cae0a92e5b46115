import { DEFAULT_LIGHT_SETTINGS } from '@yuheng/shared/domain/monitoring/light';
import { rational } from '@yuheng/shared/domain/numbers/rational';
import { readLight } from './light';

describe('the light of monitoring, as an installation sets it', () => {
  it('is that of the rules without a setting: a warning under 90 % of the target', () => {
    expect(readLight(undefined)).toBe(DEFAULT_LIGHT_SETTINGS);
    expect(readLight('')).toBe(DEFAULT_LIGHT_SETTINGS);
  });

  it('takes the percents that are named and leaves the others', () => {
    expect(readLight('warningBelow:80, onPostRate:92.5')).toEqual({
      warningBelow: rational(80, 100),
      targets: { ...DEFAULT_LIGHT_SETTINGS.targets, onPostRate: rational(925, 10) },
    });
  });

  it.each([
    'onPost:95',
    'onPostRate',
    'onPostRate:0',
    'onPostRate:101',
    'onPostRate:95:1',
    'onPostRate:9,onPostRate:8',
    'x',
  ])('refuses %s by the name of the variable', (text) => {
    expect(() => readLight(text)).toThrow('YUHENG_LIGHT');
  });
});
