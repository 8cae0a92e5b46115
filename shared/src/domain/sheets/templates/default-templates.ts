import type { SheetKind, SheetTemplate } from '../sheet';
import { INSPECTION_TEMPLATE } from './inspection-template';
import { SPENDING_TEMPLATE } from './spending-template';
import { WORKLOAD_TEMPLATE } from './workload-template';

/** The templates of 协勤 money with which a city starts; each is data that an officer edits as a new version. */
export const DEFAULT_TEMPLATES: Readonly<Record<SheetKind, SheetTemplate>> = {
  inspection: INSPECTION_TEMPLATE,
  spending: SPENDING_TEMPLATE,
  workload: WORKLOAD_TEMPLATE,
};
