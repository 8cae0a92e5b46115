import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { DueDaysService } from '../duties/due-days.service';
import type { DutyRulesRepository } from '../duties/duty-rules.repository';
import type { HolidayTablesRepository } from '../duties/holiday-tables.repository';
import type { FactsQueries, FactsRow } from './facts.queries';
import { FactsService } from './facts.service';

const receipt = (date: string, yuan: number): FactsRow['movements'][number] => ({
  id: `receipt-${date}`,
  stage: 'receipt',
  date: isoDate(date),
  fen: yuan * 100,
  documentNumber: null,
});

/** The days by which the filings of a county with these receipts are due. */
async function filingsDue(...movements: FactsRow['movements']): Promise<readonly (string | null)[]> {
  const row: FactsRow = {
    county: 'hongta',
    posts: 15,
    initialBudget: 18_000_000,
    adjustedBudget: 18_000_000,
    movements,
    wages: [],
    filings: [],
    inspections: [],
    results: {},
    findings: [],
    workload: [],
  };
  const queries = { ofYear: () => Promise.resolve([row]) } as unknown as FactsQueries;
  const rules = { all: () => Promise.resolve([]) } as unknown as DutyRulesRepository;
  const holidays = { current: () => Promise.resolve([]) } as unknown as HolidayTablesRepository;
  const service = new FactsService(queries, new DueDaysService(rules, holidays));
  const facts = await service.read({} as EntityManager, {
    program: 'assistants',
    year: 2025,
    asOf: isoDate('2025-12-31'),
  });
  return facts.flatMap((one) => [...new Set(one.filings.map(({ dueOn }) => dueOn))]);
}

test('filings are due by the first receipt that stands: one that was reversed starts no clock', async () => {
  const mistake = [receipt('2025-04-20', 180_000), receipt('2025-04-21', -180_000)];
  await expect(filingsDue(receipt('2025-04-20', 180_000))).resolves.toEqual(['2025-05-20']);
  await expect(filingsDue(...mistake)).resolves.toEqual([null]);
  await expect(filingsDue(...mistake, receipt('2025-06-25', 180_000))).resolves.toEqual(['2025-07-25']);
});
