import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { SheetAct } from '@yuheng/shared/domain/sheets/stages';

/** One act on the version of a sheet that its account has seen. */
export interface SheetStep {
  readonly act: Exclude<SheetAct, 'open'>;
  readonly version: number;
  readonly reason?: string;
  readonly until?: IsoDate;
}
