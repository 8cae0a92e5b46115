import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ViewState } from '../api/view-state';
import { CurrentPage } from '../ui/current-page';
import { givenServer, LATEST, openPage, said } from '../testing';
import { PointInTimeChoice } from './point-in-time-choice';

const RUN = '11111111-1111-4111-8111-111111111111';

async function open(address: string, knows = true) {
  givenServer({ 'GET /api/session': { body: { account: null, demonstration: null } } });
  TestBed.inject(CurrentPage).choice.set(
    knows
      ? {
          ...LATEST,
          finalised: [
            { run: RUN, kind: 'departmentEvaluation', finalisedOn: '2026-03-10' },
            { run: 'other', kind: 'selfEvaluation', finalisedOn: '2026-02-10' },
          ],
        }
      : null,
  );
  const page = await openPage(PointInTimeChoice, address);
  return {
    select: page.querySelector('select'),
    options: [...page.querySelectorAll('option')].map((one) => said(one)),
    selection: () => TestBed.inject(ViewState).selection(),
  };
}

describe('the choice of a point in time', () => {
  it('offers the latest figures, the finalised result and every month-end that is over, and is in the address', async () => {
    const { select, options, selection } = await open('/overview?program=assistants&year=2025');
    expect(options.slice(0, 3)).toEqual(['最新', '定案（2026年3月10日）', '2026年2月末']);
    expect(options.at(-1)).toBe('2025年1月末');
    expect(selection()).toEqual({ program: 'assistants', year: 2025 });
    if (!select) throw new Error('There is no choice.');
    select.value = '2025-06';
    select.dispatchEvent(new Event('change'));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(selection()).toEqual({ program: 'assistants', year: 2025, asOf: '2025-06' });
  });

  it('stays where the address names a point that the list does not have', async () => {
    const { options, select } = await open(
      '/funds?program=assistants&year=2025&asOf=22222222-2222-4222-8222-222222222222',
      false,
    );
    expect(options).toEqual(['最新', '所选时点']);
    expect(select?.value).toBe('22222222-2222-4222-8222-222222222222');
  });

  it('is not there on pages of records, which ask for nothing but the present', async () => {
    const { select, selection } = await open('/findings?program=assistants&year=2025&asOf=2025-06');
    expect(select).toBeNull();
    expect(selection()).toEqual({ program: 'assistants', year: 2025 });
  });
});
