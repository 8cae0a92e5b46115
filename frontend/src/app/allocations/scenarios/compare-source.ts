import { computed, inject, resource, type Signal } from '@angular/core';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { asApiProblem } from '../../api/api-problem';
import { Client } from '../../api/client';
import type { PageSource } from '../../api/page-source';

/** The scenarios that were found, in the order in which they were asked for, and how many were not. */
export interface Compared {
  readonly scenarios: readonly AllocationScenario[];
  readonly missing: number;
  readonly asOf?: string;
  readonly demonstration?: boolean;
}

/** Reads several scenarios at once: one that is gone is counted, any other failure is the page's. */
export function comparedSource(ids: Signal<readonly string[]>): PageSource<Compared> {
  const client = inject(Client);
  const answer = resource<Compared, readonly string[]>({
    params: ids,
    loader: async ({ params, abortSignal }) => {
      const found = await Promise.all(
        params.map(async (scenario) => {
          try {
            return await client.call('readAllocationScenario', { params: { scenario }, signal: abortSignal });
          } catch (failure) {
            const { kind } = asApiProblem(failure);
            // An id that is no id was mistyped, or cut off with the link.
            if (kind === 'not-found' || kind === 'invalid-request') return null;
            throw failure;
          }
        }),
      );
      const scenarios = found.filter((one) => one !== null);
      const [first] = scenarios;
      return {
        scenarios,
        missing: found.length - scenarios.length,
        ...(first ? { asOf: first.asOf, demonstration: first.demonstration } : {}),
      };
    },
  });
  return {
    value: computed(() => (answer.hasValue() ? answer.value() : undefined)),
    problem: computed(() => {
      const failure = answer.error();
      return failure ? asApiProblem(failure.cause ?? failure) : null;
    }),
    loading: answer.isLoading,
    reload: () => void answer.reload(),
  };
}
