import type { Indicator } from '@yuheng/shared/contract/indicators';
import type { Reading } from '../charts/reading';

/** A figure with its unit, as tables and charts print it; null where there is none. */
export function figureInWords(
  { unit }: Pick<Indicator, 'unit'>,
  figure: string | null,
  { text }: Pick<Reading, 'text'>,
): string | null {
  if (figure === null) return null;
  if (unit === 'yesNo') return text(figure === '1' ? 'indicators.unit.met' : 'indicators.unit.notMet');
  return text(`indicators.unit.${unit}`, { figure });
}
