import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { Role } from '@yuheng/shared/contract/roles';
import { Session } from '../api/session';
import { givenServer, said } from '../testing';
import { AllocationsPage } from './allocations-page';
import { GIVEN_QUESTION, GivenWorkers, signedIn } from './given-question';
import { START_PROPOSING } from './proposing';

export const ADDRESS = '/allocations?program=assistants&year=2026';

/** The page of the given question, its workers, and what it sent. */
export interface Opened {
  readonly page: HTMLElement;
  readonly workers: GivenWorkers;
  readonly sent: ReturnType<typeof givenServer>['sent'];
}

export async function openAllocations(
  question: AllocationQuestion = GIVEN_QUESTION,
  { address = ADDRESS, role = 'programOfficer' as Role, answers = {} } = {},
): Promise<Opened> {
  const { sent } = givenServer({
    ...signedIn(role),
    'GET /api/allocation-question': { body: question },
    'GET /api/allocation-decisions': {
      body: { program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true, decisions: [] },
    },
    ...answers,
  });
  const workers = new GivenWorkers();
  TestBed.overrideProvider(START_PROPOSING, { useValue: workers.start });
  await TestBed.inject(Session).load();
  TestBed.inject(Router).resetConfig([
    { path: 'allocations', component: AllocationsPage },
    { path: '**', children: [] },
  ]);
  // A page whose simulation is under way is not stable, and is looked at all the same.
  const harness = await RouterTestingHarness.create(address);
  await settled();
  await settled();
  return { page: harness.fixture.nativeElement as HTMLElement, workers, sent };
}

/** Until the address is written and the simulation has begun. */
export const rested = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 400));
  TestBed.tick();
};
export const settled = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 20));
  TestBed.tick();
};
export const button = (page: Element, words: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) => said(one) === words);
  if (!found) throw new Error(`There is no button ${words}.`);
  return found;
};
export const field = (page: Element, id: string): HTMLInputElement => {
  const found = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`There is no field ${id}.`);
  return found;
};
export async function type(page: Element, id: string, text: string): Promise<void> {
  const input = field(page, id);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settled();
}
export const sums = (page: Element): string[] =>
  [...page.querySelectorAll('yh-proposed-split tfoot td')].map((cell) => said(cell));
export const cellsOf = (page: Element, county: string): string[] => {
  const row = [...page.querySelectorAll('yh-proposed-split tbody tr')].find((one) =>
    said(one.querySelector('th')).startsWith(county),
  );
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => said(cell));
};
