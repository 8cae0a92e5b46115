import { inject, Injectable, InjectionToken } from '@angular/core';
import { Router } from '@angular/router';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { Language } from '../ui/language';
import { apiProblem, networkProblem } from './api-problem';
import { ROUTES, type Call } from './routes';

type Endpoints = typeof endpoints;
type Part<Key extends string, Value> = [Value] extends [undefined] ? unknown : Readonly<Record<Key, Value>>;

/** What a call needs, read from the contract: `params`, `query` and `body` only where the endpoint has them. */
export type CallOptions<N extends Call> = Part<'params', ParamsOf<Endpoints[N]>> &
  Part<'query', QueryOf<Endpoints[N]>> &
  Part<'body', BodyOf<Endpoints[N]>> & { readonly file?: File; readonly signal?: AbortSignal };

export type Answer<N extends Call> = ResponseOf<Endpoints[N]>;

/** The browser's fetch, replaceable in tests. */
export const FETCH = new InjectionToken<typeof fetch>('fetch', {
  providedIn: 'root',
  factory:
    () =>
    (...args: Parameters<typeof fetch>) =>
      fetch(...args),
});

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly file?: File;
  readonly signal?: AbortSignal;
}

/** Typed calls from the contract's endpoint table. */
@Injectable({ providedIn: 'root' })
export class Client {
  private readonly send = inject(FETCH);
  private readonly router = inject(Router);
  private readonly language = inject(Language);

  /** @throws ApiProblem when the server refuses or cannot be reached. Signed out: also leads to the sign-in page. */
  async call<N extends Call>(name: N, options: CallOptions<N>): Promise<Answer<N>> {
    const parts: Parts = options;
    const response = await this.request(name, parts);
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer<N>;
    const problem = apiProblem(response.status, await response.json().catch(() => null));
    if (problem.kind === 'sign-in-required') this.askToSignIn();
    throw problem;
  }

  private async request(name: Call, parts: Parts): Promise<Response> {
    try {
      return await this.send(addressOf(name, parts), {
        method: ROUTES[name].method,
        headers: {
          Accept: 'application/json',
          'Accept-Language': this.language.current(),
          ...(parts.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        credentials: 'same-origin',
        body: bodyOf(parts),
        signal: parts.signal,
      });
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
      throw networkProblem();
    }
  }

  private askToSignIn(): void {
    const here = this.router.url;
    if (here.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: { return: here } });
  }
}

function bodyOf(parts: Parts): BodyInit | undefined {
  if (parts.file) {
    const form = new FormData();
    form.append('file', parts.file);
    return form;
  }
  return parts.body === undefined ? undefined : JSON.stringify(parts.body);
}

/** Puts parameters into the path and the query behind it, each escaped. */
export function addressOf(name: Call, parts: Pick<Parts, 'params' | 'query'>): string {
  const path = ROUTES[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(parts.params?.[key] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined) query.set(key, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
