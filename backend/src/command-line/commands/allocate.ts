import { allocateInput } from '@yuheng/shared/contract/engine/allocate';
import { defineCommand } from '../command';
import { presentAllocation } from '../present-allocation';

export const command = defineCommand({ name: 'allocate', input: allocateInput, run: presentAllocation });
