import type { MoneyUnit } from '../../ui/display';
import { formatMoney } from '../../ui/money';

/** '+1', '−1', '0': with the sign that a reader looks for, and a real minus. */
export const printSigned = (change: number): string =>
  change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0';

/** '+1.20', '−1.20', '0.00': an amount of a difference; what rounds to nothing has no sign. */
export function printSignedMoney(fen: number, unit: MoneyUnit): string {
  const printed = formatMoney(fen, unit);
  return fen > 0 && printed !== formatMoney(0, unit) ? `+${printed}` : printed;
}
