import {
  DEFAULT_LIGHT_SETTINGS,
  type LightSettings,
  type TargetedRate,
} from '@yuheng/shared/domain/monitoring/light';
import {
  compare,
  divide,
  parseDecimal,
  rational,
  type Rational,
} from '@yuheng/shared/domain/numbers/rational';

const HUNDRED = rational(100);

/**
 * YUHENG_LIGHT: percents by name, such as `warningBelow:90,onPostRate:95`. `warningBelow`: under this share of its target a value
 * warns; the others are the targets of the template, which count where none was issued. What is not named keeps its default.
 * @throws Error where a name is unknown or named twice, or a percent is not above 0 and up to 100.
 */
export function readLight(text: string | undefined): LightSettings {
  if (!text) return DEFAULT_LIGHT_SETTINGS;
  const entries = text.split(',').map((part): [string, Rational | null] => {
    const [name = '', percent = '', ...rest] = part.trim().split(':');
    return [name, rest.length === 0 ? percentOf(percent) : null];
  });
  const given = new Map(entries);
  const isSound =
    given.size === entries.length && entries.every(([name, percent]) => isName(name) && percent);
  if (!isSound) {
    throw new Error(
      `YUHENG_LIGHT 应为各项百分数，例如 warningBelow:90,onPostRate:95，可用名称：${NAMES.join('、')}，读到“${text}” / must be percents by name such as warningBelow:90,onPostRate:95; names: ${NAMES.join(', ')}.`,
    );
  }
  const { warningBelow, targets } = DEFAULT_LIGHT_SETTINGS;
  const share = given.get('warningBelow');
  const named = Object.entries(targets).map(([rate, percent]) => [rate, given.get(rate) ?? percent]);
  return {
    warningBelow: share ? divide(share, HUNDRED) : warningBelow,
    targets: Object.fromEntries(named) as Record<TargetedRate, Rational>,
  };
}

const NAMES: readonly string[] = ['warningBelow', ...Object.keys(DEFAULT_LIGHT_SETTINGS.targets)];
const isName = (name: string): boolean => NAMES.includes(name);

function percentOf(text: string): Rational | null {
  const percent = parseDecimal(text);
  return percent && compare(percent, rational(0)) > 0 && compare(percent, HUNDRED) <= 0 ? percent : null;
}
