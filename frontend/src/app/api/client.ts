import { inject, Injectable, InjectionToken } from '@angular/core';
import { Router } from '@angular/router';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { Language } from '../ui/language';
import { apiProblem, networkProblem, type ApiProblem, type ClientProblem } from './api-problem';
import { RestrictedWay, type PagedRestriction } from './restricted-way';
import { ROUTES, type Call } from './routes';
import { SessionLife } from './session-life';
import { SignInAgain, type Demand } from './sign-in-again';

type Endpoints = typeof endpoints;
type Part<Key extends string, Value> = [Value] extends [undefined] ? unknown : Readonly<Record<Key, Value>>;

/** The version that is changed, where the endpoint asks for it. */
type Versioned<E> = E extends { readonly precondition: 'version' } ? { readonly version: number } : unknown;

/** What a call needs, read from the contract: `params`, `query` and `body` only where the endpoint has them. */
export type CallOptions<N extends Call> = Part<'params', ParamsOf<Endpoints[N]>> &
  Part<'query', QueryOf<Endpoints[N]>> &
  Part<'body', BodyOf<Endpoints[N]>> &
  Versioned<Endpoints[N]> & { readonly file?: File; readonly signal?: AbortSignal };

export type Answer<N extends Call> = ResponseOf<Endpoints[N]>;

/** The browser's fetch, replaceable in tests. */
export const FETCH = new InjectionToken<typeof fetch>('fetch', {
  providedIn: 'root',
  factory:
    () =>
    (...args: Parameters<typeof fetch>) =>
      fetch(...args),
});

export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly file?: File;
  readonly signal?: AbortSignal;
  readonly version?: number;
  /** Drawn once for a call, so that its repetitions are known as such. */
  readonly key?: string;
}

/** The calls by which a session is opened, looked at and ended say their problems where they are made. */
const OF_THE_SESSION: readonly Call[] = [
  'signIn',
  'readSession',
  'signOut',
  'confirmSession',
  'readSignInOptions',
];

/** Problems that a person can end without leaving the page. */
const DEMANDS: Readonly<Partial<Record<ClientProblem, Demand>>> = {
  'sign-in-required': 'password',
  'second-factor-required': 'code',
};

/** Problems that have a page on which they are ended. */
const RESTRICTIONS: Readonly<Partial<Record<ClientProblem, PagedRestriction>>> = {
  'password-change-required': 'password-change',
  'second-factor-enrolment-required': 'second-factor-enrolment',
};

/** Typed calls from the contract's endpoint table. */
@Injectable({ providedIn: 'root' })
export class Client {
  private readonly send = inject(FETCH);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly again = inject(SignInAgain);
  private readonly life = inject(SessionLife);
  private readonly way = inject(RestrictedWay);

  /**
   * A call that finds the session over waits until the same person has signed in again, and is then repeated; so does
   * one that needs the second factor first. Signed out: leads to the sign-in page.
   *
   * @throws ApiProblem when the server refuses or cannot be reached, or the person does not sign in again
   */
  async call<N extends Call>(name: N, options: CallOptions<N>): Promise<Answer<N>> {
    const response = await this.answered(name, options);
    return (response.status === 204 ? undefined : await response.json()) as Answer<N>;
  }

  /**
   * The answer as a file, where the endpoint has one of that type, with the name under which it is saved.
   *
   * @throws ApiProblem as a call does
   */
  async download<N extends Call>(name: N, options: CallOptions<N>, accept: string): Promise<SavedFile> {
    const response = await this.answered(name, options, accept);
    const said = response.headers.get('Content-Disposition') ?? '';
    const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(said) ?? [];
    const [, plain] = /filename="([^"]*)"/.exec(said) ?? [];
    return { name: encoded ? decodeURIComponent(encoded) : (plain ?? name), content: await response.blob() };
  }

  private async answered<N extends Call>(
    name: N,
    options: CallOptions<N>,
    accept?: string,
  ): Promise<Response> {
    const parts: Parts = { ...options, ...('idempotent' in ROUTES[name] ? { key: newKey() } : {}) };
    const met = new Set<Demand>();
    for (;;) {
      const response = await this.request(name, parts, accept);
      if (response.status !== 401) this.life.called(response.headers.get('Date'));
      if (response.ok) return response;
      const problem = apiProblem(
        response.status,
        await response.json().catch(() => null),
        response.headers.get('Retry-After'),
      );
      // What brought its own code is told that the code was wrong.
      if (problem.kind === 'second-factor-required' && hasCode(parts.body)) throw problem;
      if (OF_THE_SESSION.includes(name) || !(await this.canBeRepeated(problem, met))) throw problem;
    }
  }

  /** Each demand is met once for a call, so that a server which never lets in is not asked for ever. */
  private async canBeRepeated({ kind }: ApiProblem, met: Set<Demand>): Promise<boolean> {
    const restriction = RESTRICTIONS[kind];
    if (restriction) this.way.lead(restriction);
    const demand = DEMANDS[kind];
    if (!demand || met.has(demand)) return false;
    if (this.again.username() === null) {
      this.askToSignIn();
      return false;
    }
    met.add(demand);
    return this.again.ask(demand);
  }

  private async request(name: Call, parts: Parts, accept = 'application/json'): Promise<Response> {
    try {
      return await this.send(addressOf(name, parts), {
        method: ROUTES[name].method,
        headers: {
          Accept: accept,
          'Accept-Language': this.language.current(),
          ...(parts.body === undefined || parts.file ? {} : { 'Content-Type': 'application/json' }),
          ...(parts.version === undefined ? {} : { 'If-Match': `"${parts.version}"` }),
          ...(parts.key === undefined ? {} : { 'Idempotency-Key': parts.key }),
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

/** 32 hexadecimal digits; randomUUID is not there where a closed network serves plain HTTP. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const hasCode = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'code' in body && body.code !== undefined;

function bodyOf(parts: Parts): BodyInit | undefined {
  if (parts.file) {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts.body ?? {})) {
      if (value !== undefined) form.append(name, String(value));
    }
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
