import { bilingual, type Bilingual } from '../../bilingual';
import type { FactorId } from './allocation-settings';

/** What each factor is called, on a sheet and in a sentence. Workload counts are monthly averages over the window. */
export const FACTOR_NAMES: Readonly<Record<FactorId, Bilingual>> = {
  lastPosts: bilingual('现行名额', 'posts in force'),
  justiceOffices: bilingual('司法所数', 'justice offices'),
  supervised: bilingual('社区矫正对象月平均人数', 'supervised persons, monthly average'),
  resettled: bilingual('安置帮教人员月平均人数', 'persons in aftercare, monthly average'),
  assessments: bilingual('调查评估件数月平均', 'pre-sentence assessments, monthly average'),
};
