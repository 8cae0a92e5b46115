import { allocateInput } from '@yuheng/shared/contract/engine/allocate';
import { defineCommand } from '../command';
import { printedAllocation } from '../printed-allocation';

export const command = defineCommand({ name: 'allocate', input: allocateInput, run: printedAllocation });
