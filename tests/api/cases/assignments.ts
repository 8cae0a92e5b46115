import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { EndpointCase } from '../requests';

export const ASSIGNMENT_CASES = {} satisfies Partial<Record<EndpointName, EndpointCase>>;
