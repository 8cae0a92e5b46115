import { TestBed } from '@angular/core/testing';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { Session } from '../api/session';
import { givenServer, said, type Answers, type Sent } from '../testing';

export const ID = '0b6e1a52-6a0f-4c55-9d7e-2f1f6f6a3c11';

export const account = (changes: Partial<AdministeredAccount> = {}): AdministeredAccount => ({
  id: ID,
  username: 'wang-min',
  name: '王敏',
  roles: ['inspector'],
  place: { id: '530400', kind: 'city', name: '玉溪市' },
  state: 'active',
  disabledAt: null,
  disabledReason: null,
  lockedUntil: null,
  phone: '138****2345',
  openIdSubject: null,
  secondFactor: false,
  mustChangePassword: true,
  demonstration: false,
  createdAt: '2026-11-22T08:00:00.000Z',
  enteredBy: 'system-9',
  version: 1,
  ...changes,
});

const PLACES = {
  places: [
    { id: '530400', kind: 'city', name: '玉溪市', parent: '530000' },
    { id: 'hongta', kind: 'county', name: '红塔区', parent: '530400' },
    { id: 'yimen', kind: 'county', name: '易门县', parent: '530400' },
    { id: 'office-1', kind: 'office', name: '玉兴街道司法所', parent: 'hongta' },
  ],
};

export const problem = (
  slug: string,
  status: number,
  errors: { pointer: string; detail: string }[] = [],
) => ({
  status,
  body: { type: `/problems/${slug}`, title: slug, status, detail: '原因。 / The reason.', errors },
});

/** Signed in as an administrator, before a server that knows the account and the places. */
export async function givenAdministration(
  answers: Answers,
  role = 'systemAdministrator',
  demonstration: object | null = null,
): Promise<{ readonly sent: readonly Sent[]; changes(): { address: string; body: unknown }[] }> {
  const { sent } = givenServer({
    'GET /api/session': {
      body: {
        account: {
          username: 'system-9',
          name: '管理员',
          roles: [role],
          place: { id: '530400', kind: 'city', name: '玉溪市' },
        },
        demonstration,
      },
    },
    'GET /api/administration/places': { body: PLACES },
    [`GET /api/administration/accounts/${ID}`]: { body: account() },
    ...answers,
  });
  await TestBed.inject(Session).load();
  return {
    sent,
    changes: () =>
      sent.filter(({ method }) => method !== 'GET').map(({ address, body }) => ({ address, body })),
  };
}

/** Waits for answers that come one after the other. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
}

export async function type(page: HTMLElement, id: string, value: string): Promise<void> {
  const field = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
  await settle();
}

export async function check(page: HTMLElement, id: string): Promise<void> {
  page.querySelector<HTMLInputElement>(`#${id}`)?.click();
  await settle();
}

export async function press(page: HTMLElement, words: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find((one) => said(one) === words);
  if (!button) throw new Error(`There is no button ${words}.`);
  button.click();
  await settle();
}

export const optionsOf = (page: HTMLElement, id: string): string[] =>
  [...page.querySelectorAll(`#${id} option`)].map((one) => said(one));
