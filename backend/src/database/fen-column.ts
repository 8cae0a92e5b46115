import { fen, type Fen } from '@yuheng/shared/domain/money/fen';
import type { ColumnOptions } from 'typeorm';

/** Money columns: bigint in PostgreSQL, Fen in code; an amount outside the exact range is refused, never rounded. */
export const fenColumn: ColumnOptions = {
  type: 'bigint',
  transformer: {
    from: (stored: string | null): Fen | null => (stored === null ? null : fen(stored)),
    to: (amount: Fen | null): number | null => (amount === null ? null : fen(amount)),
  },
};
