import { computed, inject, resource, type Signal } from '@angular/core';
import { ApiProblem, asApiProblem } from './api-problem';
import { Client, type Answer, type CallOptions } from './client';
import type { Call } from './routes';

/** One request as a page sees it: nothing yet, a value, or a problem that can be tried again. */
export interface PageSource<T> {
  readonly value: Signal<T | undefined>;
  readonly problem: Signal<ApiProblem | null>;
  readonly loading: Signal<boolean>;
  reload(): void;
}

/**
 * Reads an endpoint whenever what it asks for changes; `options` returning undefined asks for nothing yet.
 * Call in an injection context: `readonly source = pageSource('readFunds', () => ({ query: this.view.selection() }))`.
 */
export function pageSource<N extends Call>(
  name: N,
  options: () => CallOptions<N> | undefined,
): PageSource<Answer<N>> {
  const client = inject(Client);
  const answer = resource<Answer<N>, CallOptions<N> | undefined>({
    params: options,
    loader: ({ params, abortSignal }) =>
      client.call(name, { ...(params as CallOptions<N>), signal: abortSignal }),
  });
  return {
    value: computed(() => (answer.hasValue() ? (answer.value() as Answer<N>) : undefined)),
    problem: computed(() => {
      const failure = answer.error();
      if (!failure) return null;
      return asProblem(failure);
    }),
    loading: answer.isLoading,
    reload: () => void answer.reload(),
  };
}

/** Angular wraps what is not an Error; a failure that is not ours reads as "no answer". */
function asProblem(failure: Error): ApiProblem {
  return asApiProblem(failure instanceof ApiProblem ? failure : failure.cause);
}
