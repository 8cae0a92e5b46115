import { allocate } from '@yuheng/shared/domain/allocation/allocate';
import type { AllocationAnswer, AllocationInput } from '@yuheng/shared/domain/allocation/allocation';
import { accepted, type Outcome } from '@yuheng/shared/domain/refusal';
import { inOneLine } from './warnings-text';

export type PrintedAllocation = Omit<AllocationAnswer, 'warnings'> & {
  readonly warnings: ReturnType<typeof inOneLine<AllocationAnswer['warnings'][number]>>;
};

/** The split as `yuheng allocate` prints it and as the API answers it: one form, so that both are the same to the byte. */
export function presentAllocation(
  input: AllocationInput,
  options: { readonly explain: boolean } = { explain: false },
): Outcome<PrintedAllocation> {
  const answer = allocate(input, options);
  return answer.ok ? accepted({ ...answer.value, warnings: inOneLine(answer.value.warnings) }) : answer;
}
