import type { AsOfChoice } from '@yuheng/shared/contract/values';
import { provideZonelessChangeDetection, type Type } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco } from '@jsverse/transloco';
import { FETCH } from './api/client';
import { LANGUAGES } from './ui/language';

export interface Sent {
  readonly method: string;
  readonly address: string;
  readonly headers: Headers;
  readonly body: unknown;
}
interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
/** What the server answers to `METHOD address`; an address without its query serves as well. A function: each time anew. */
export type Answers = Readonly<Record<string, Answer | (() => Answer)>>;

/** A page in the frame of the real providers, before a server that answers by heart and remembers what it was asked. */
export function givenServer(answers: Answers, routes: Routes = []): { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const answer: typeof fetch = async (address, init) => {
    const [method, path] = [init?.method ?? 'GET', String(address)];
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body;
    sent.push({ method, address: path, headers: new Headers(init?.headers), body });
    const found = answers[`${method} ${path}`] ?? answers[`${method} ${path.split('?')[0]}`];
    if (!found) throw new TypeError(`Nothing answers ${method} ${path}.`);
    const { status = 200, body: answered, headers } = typeof found === 'function' ? found() : found;
    return {
      ok: status < 400,
      status,
      headers: new Headers(headers),
      json: async () => answered,
    } as Response;
  };
  TestBed.configureTestingModule({
    deferBlockBehavior: DeferBlockBehavior.Manual,
    providers: [
      provideZonelessChangeDetection(),
      provideRouter(routes, withComponentInputBinding()),
      provideTransloco({
        config: {
          availableLangs: [...LANGUAGES],
          defaultLang: 'zh-CN',
          reRenderOnLangChange: true,
          prodMode: true,
        },
      }),
      { provide: FETCH, useValue: answer },
    ],
  });
  return { sent };
}

/** What a page says of its point in time where it shows the latest figures. */
export const LATEST: AsOfChoice = {
  chosen: null,
  text: null,
  notes: [],
  today: '2026-03-20',
  finalised: [],
};

/** Opens an address at which the page stands, and waits until it has its answer. */
export async function openPage<T>(page: Type<T>, address: string): Promise<HTMLElement> {
  const path = address.split('?')[0]?.slice(1) ?? '';
  TestBed.inject(Router).resetConfig([
    { path, component: page },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create(address);
  await harness.fixture.whenStable();
  return harness.fixture.nativeElement as HTMLElement;
}

export const said = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
