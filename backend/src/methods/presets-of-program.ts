import type { ProgramId } from '@yuheng/shared/contract/values';
import { METHOD_PRESETS, type MethodPreset } from '@yuheng/shared/domain/scoring/presets/presets';

/** The presets speak of the assistants' fund, its metrics and its inspection; another program begins from nothing. */
export const presetsOf = (program: ProgramId): readonly MethodPreset[] =>
  program === 'assistants' ? METHOD_PRESETS : [];
