import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { givenServer } from '../testing';
import { PageFocus } from './page-focus';

@Component({ template: '' })
class AnyPage {}

async function at(address: string) {
  givenServer({});
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: AnyPage }])] });
  await RouterTestingHarness.create(address);
  return { focus: TestBed.inject(PageFocus), router: TestBed.inject(Router) };
}

describe('what is picked on a page', () => {
  it('stands in the address beside what the address says already', async () => {
    const { focus, router } = await at('/overview?year=2025');
    await focus.pick({ county: 'hongta' }, '/counties/hongta');
    expect(router.url).toBe('/overview?year=2025&pick=hongta');
    await focus.pick({ month: '2025-08' });
    expect([focus.county(), focus.month()]).toEqual(['hongta', '2025-08']);
  });

  it('leads to the records when it is picked again, and not when another is', async () => {
    const { focus, router } = await at('/overview?pick=hongta');
    await focus.pick({ county: 'eshan' }, '/counties/eshan');
    expect(router.url).toBe('/overview?pick=eshan');
    await focus.pick({ county: 'eshan' }, '/counties/eshan?year=2025');
    expect(router.url).toBe('/counties/eshan?year=2025');
  });

  it('is taken back by picking it again where there are no records to lead to', async () => {
    const { focus, router } = await at('/overview?at=2025-08&year=2025');
    await focus.pick({ month: '2025-08' });
    expect(router.url).toBe('/overview?year=2025');
  });

  it('is taken back in parts or whole', async () => {
    const { focus, router } = await at('/overview?pick=hongta&at=2025-08');
    await focus.clear('month');
    expect(router.url).toBe('/overview?pick=hongta');
    await focus.clear();
    expect(router.url).toBe('/overview');
  });

  it.each(['2025-13', '2025', 'last'])('takes no month from "%s"', async (month) => {
    const { focus } = await at(`/overview?at=${month}`);
    expect(focus.month()).toBeNull();
  });
});
