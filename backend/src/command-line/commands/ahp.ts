import { ahpInput } from '@yuheng/shared/contract/engine/ahp';
import { ahp } from '@yuheng/shared/domain/weighting/ahp';
import { defineCommand } from '../command';

export const command = defineCommand({ name: 'ahp', input: ahpInput, run: ahp });
