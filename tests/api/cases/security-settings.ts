import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { EndpointCase } from '../requests';

export const SECURITY_SETTING_CASES = {} satisfies Partial<Record<EndpointName, EndpointCase>>;
