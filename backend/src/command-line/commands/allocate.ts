import { allocateInput } from '@yuheng/shared/contract/engine/allocate';
import { allocate } from '@yuheng/shared/domain/allocation/allocate';
import { defineCommand } from '../command';

export const command = defineCommand({ name: 'allocate', input: allocateInput, run: allocate });
