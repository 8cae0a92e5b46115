import { entropyInput } from '@yuheng/shared/contract/engine/entropy';
import { entropy } from '@yuheng/shared/domain/weighting/entropy';
import { defineCommand } from '../command';

export const command = defineCommand({ name: 'entropy', input: entropyInput, run: entropy });
