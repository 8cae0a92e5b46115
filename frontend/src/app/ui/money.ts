import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Display, type MoneyUnit } from './display';

const FEN_PER_CENT_OF_UNIT = { 元: 1n, 万元: 10_000n } as const;

/**
 * An amount in whole 分 as it is printed: thousands separators, two decimals, rounded half away from zero in whole
 * numbers only. `formatMoney(123456789, '元')` = '1,234,567.89'; `formatMoney(123456789, '万元')` = '123.46'.
 * Null is 「—」: no amount is not the amount 0.
 */
export function formatMoney(fen: number | null | undefined, unit: MoneyUnit): string {
  if (fen === null || fen === undefined) return '—';
  const divisor = FEN_PER_CENT_OF_UNIT[unit];
  const amount = BigInt(fen);
  const hundredths = ((amount < 0n ? -amount : amount) * 2n + divisor) / (2n * divisor);
  const whole = String(hundredths / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = amount < 0n && hundredths > 0n ? '−' : '';
  return `${sign}${whole}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** `{{ row.fen | money }}`: in the unit that the reader chose. The unit stands in the heading, not in each cell. */
@Pipe({ name: 'money', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly display = inject(Display);

  transform(fen: number | null | undefined): string {
    return formatMoney(fen, this.display.unit());
  }
}
