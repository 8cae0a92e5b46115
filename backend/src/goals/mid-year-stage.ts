import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { MidYearFormEntity } from './mid-year-form.entity';

/** The form opens when July is over (Aug 绩效运行监控, rules.md section 2); before that it is not due. */
export const midYearStageOf = (
  form: Pick<MidYearFormEntity, 'stage'> | null | undefined,
  { year, asOf }: { readonly year: number; readonly asOf: IsoDate },
): ResponseOf<typeof endpoints.readMidYear>['stage'] =>
  form?.stage ?? (asOf < isoDate(`${year}-08-01`) ? 'notDue' : 'open');
