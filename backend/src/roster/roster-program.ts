import type { ProgramId } from '@yuheng/shared/contract/values';

/** The program whose posts the roster's people fill: 协勤 alone has posts. */
export const ROSTER_PROGRAM: ProgramId = 'assistants';
