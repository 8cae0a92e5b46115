import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { ValueState } from './facts';

/** What each of the five states (已报、不适用、迟报、缺报、未到期) means for one metric, as printed beside it. */
export type DataStates = Readonly<Record<ValueState, Bilingual>>;

type OwnStates = Omit<DataStates, 'reported' | 'late'> & Partial<Pick<DataStates, 'reported' | 'late'>>;

/** The states of one metric: a reported figure counts, 0 included, and so does a late one, unless the metric says more. */
export const dataStates = (own: OwnStates): DataStates => ({
  reported: bilingual('已报的数据计入，0也是数据', 'a figure that was reported counts, 0 included'),
  late: bilingual('迟报的数据照常计入', 'a figure that came late counts like any other'),
  ...own,
});

/** Of metrics that rest on the monthly wage lists. */
export const wageListStates = (notApplicable: Bilingual): DataStates =>
  dataStates({
    notApplicable,
    missing: bilingual(
      '到期月份缺报工资发放名册的，列明月份，暂不能计算',
      'a month whose wage list is due and absent is named, and the metric cannot be computed',
    ),
    notDue: bilingual(
      '各月从工资发放到期日起计入，此前未到期',
      'a month counts from the day its wages are due',
    ),
  });

const INSPECTION_NOT_DUE = bilingual(
  '各月从督查表到期日起计入，此前未到期',
  'a month counts from the day its inspection sheet is due',
);

/** Of metrics that rest on the conclusions of the monthly inspections. */
export const inspectionStates = (own: Pick<DataStates, 'notApplicable' | 'missing'>): DataStates =>
  dataStates({ ...own, notDue: INSPECTION_NOT_DUE });

/** Of metrics that rest on movements of money or on filings: what is not registered has not happened. */
export const registeredStates = (own: Pick<DataStates, 'late' | 'notApplicable' | 'notDue'>): DataStates =>
  dataStates({
    ...own,
    reported: bilingual('以登记的日期和金额为准', 'the dates and amounts that were registered count'),
    missing: bilingual(
      '不作缺报处理：到期没有登记的，按没有办理计',
      'never missing: what is due and not registered counts as not done',
    ),
  });
