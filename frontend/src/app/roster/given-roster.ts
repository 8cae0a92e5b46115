import { TestBed } from '@angular/core/testing';
import type { Assistant, Roster, RosterMonths } from '@yuheng/shared/contract/roster';
import { ON_POST_RULE_WORDS } from '@yuheng/shared/domain/roster/on-post-rule';
import { Session } from '../api/session';
import { givenServer, type Answers, type Sent } from '../testing';

export const ID = '0a551500-0000-4000-8000-000000000001';

export const person = (changes: Partial<Assistant> = {}): Assistant => ({
  id: ID,
  county: 'hongta',
  name: '王协勤',
  identityNumber: '530499********1234',
  bankCard: '999999*********0005',
  employment: 'laborDispatch',
  office: null,
  contractFrom: '2025-01-01',
  contractUntil: null,
  insuredSince: '2025-01-01',
  periods: [{ from: '2025-01-01', until: null, reason: null }],
  onPost: true,
  demonstration: false,
  version: 3,
  ...changes,
});

export const roster = (people: Assistant[] = [person()]): Roster => ({
  county: { id: 'hongta', name: '红塔区' },
  on: '2026-03-20',
  asOf: '2026-03-20',
  demonstration: true,
  ...{ posts: 2, onPost: 1, vacant: 1, beyondPosts: 0 },
  headline: { zh: '核定名额 2 个，在岗 1 人，空岗 1 个。', en: '1 on post of 2 approved, 1 vacant.' },
  vacancies: [{ from: '2026-01-01', until: null, posts: 1 }],
  offices: [{ id: 'office-1', name: '玉兴街道司法所' }],
  remarks: [],
  total: people.length,
  people,
  next: null,
});

export const months: RosterMonths = {
  ...{ program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true },
  rule: 'lastDay',
  ruleText: ON_POST_RULE_WORDS.lastDay,
  counties: [
    {
      ...{ id: 'hongta', name: '红塔区', posts: 2, onPostMonths: 3, approvedMonths: 4, rate: '75.00' },
      months: [
        { month: '2026-01', onPost: 1, posts: 2, vacant: 1, beyondPosts: 0 },
        { month: '2026-02', onPost: 2, posts: 2, vacant: 0, beyondPosts: 0 },
      ],
    },
  ],
};

/** Signed in with a role, before a server that knows the roster of 红塔区. */
export async function givenRoster(answers: Answers = {}, role = 'countyOfficer'): Promise<readonly Sent[]> {
  const { sent } = givenServer({
    'GET /api/session': {
      body: {
        account: {
          username: 'clerk',
          name: '经办人',
          roles: [role],
          place: { id: 'hongta', kind: 'county', name: '红塔区' },
        },
        demonstration: null,
      },
    },
    'GET /api/counties': {
      body: { counties: [{ id: 'hongta', name: '红塔区', code: '530402', tile: { row: 1, column: 1 } }] },
    },
    'GET /api/roster': { body: roster() },
    'GET /api/roster/months': { body: months },
    ...answers,
  });
  await TestBed.inject(Session).load();
  return sent;
}

/** Waits for answers that come one after the other. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
}

/** Presses the first button whose words begin so. */
export async function press(page: HTMLElement, words: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find((one) =>
    one.textContent?.trim().startsWith(words),
  );
  if (!button) throw new Error(`There is no button “${words}”.`);
  button.click();
  await settle();
}

/** Types into the field with that id. */
export function type(page: HTMLElement, id: string, value: string): void {
  const field = page.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.value = value;
  field.dispatchEvent(new Event('input'));
}
