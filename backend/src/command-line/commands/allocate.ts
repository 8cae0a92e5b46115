import { allocateInput } from '@yuheng/shared/contract/engine/allocate';
import { allocate } from '@yuheng/shared/domain/allocation/allocate';
import { accepted } from '@yuheng/shared/domain/refusal';
import { defineCommand } from '../command';
import { inOneLine } from '../warnings-text';

export const command = defineCommand({
  name: 'allocate',
  input: allocateInput,
  run: (input, options) => {
    const answer = allocate(input, options);
    return answer.ok ? accepted({ ...answer.value, warnings: inOneLine(answer.value.warnings) }) : answer;
  },
});
