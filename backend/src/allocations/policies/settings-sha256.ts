import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { settingsText } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import { createHash } from 'node:crypto';

/** Of the canonical form: settings that mean the same have one hash, however they were written. */
export const settingsSha256 = (settings: AllocationSettings): string =>
  createHash('sha256').update(settingsText(settings)).digest('hex');
