import { isoDate, yearMonth } from '@yuheng/shared/domain/period/year-month';

/** The day of the demonstration (product.md): printed as 数据截至, used for every duty, state and sentence. */
export const DEMONSTRATION_DAY = isoDate('2026-03-20');
/** The months that have been gathered or are being gathered; March 2026 is not due yet and has no row. */
export const FIRST_MONTH = yearMonth('2024-01');
export const LAST_MONTH = yearMonth('2026-02');
/** The month whose sheets have been submitted and wait for approval. */
export const MONTH_IN_PROGRESS = LAST_MONTH;
export const DEMONSTRATION_YEARS = [2024, 2025, 2026] as const;
/** The only program with gathered data; mediation has its published amounts and nothing else. */
export const DEMONSTRATION_PROGRAM = 'assistants';
