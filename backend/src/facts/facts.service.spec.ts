import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
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

const NOTHING: FactsRow = {
  county: 'hongta',
  posts: 15,
  initialBudget: 18_000_000,
  adjustedBudget: 18_000_000,
  movements: [],
  wages: [],
  filings: [],
  inspections: [],
  results: {},
  findings: [],
  workload: [],
  surveys: [],
};

async function factsOf(gathered: Partial<FactsRow>): Promise<readonly CountyYearFacts[]> {
  const queries = {
    ofYear: () => Promise.resolve([{ ...NOTHING, ...gathered }]),
  } as unknown as FactsQueries;
  const rules = { all: () => Promise.resolve([]) } as unknown as DutyRulesRepository;
  const holidays = { current: () => Promise.resolve([]) } as unknown as HolidayTablesRepository;
  const service = new FactsService(queries, new DueDaysService(rules, holidays));
  const wanted = { program: 'assistants', year: 2025, asOf: isoDate('2025-12-31') } as const;
  return service.read({} as EntityManager, wanted);
}

/** The days by which the filings of a county with these receipts are due. */
async function filingsDue(...movements: FactsRow['movements']): Promise<readonly (string | null)[]> {
  const facts = await factsOf({ movements });
  return facts.flatMap((one) => [...new Set(one.filings.map(({ dueOn }) => dueOn))]);
}

test('filings are due by the first receipt that stands: one that was reversed starts no clock', async () => {
  const mistake = [receipt('2025-04-20', 180_000), receipt('2025-04-21', -180_000)];
  await expect(filingsDue(receipt('2025-04-20', 180_000))).resolves.toEqual(['2025-05-20']);
  await expect(filingsDue(...mistake)).resolves.toEqual([null]);
  await expect(filingsDue(...mistake, receipt('2025-06-25', 180_000))).resolves.toEqual(['2025-07-25']);
});

test('a survey is a fact once it is closed: one on line after its last day, by what was answered to the question about everything', async () => {
  const survey = (id: string, kind: 'online' | 'paper', closesOn: string): FactsRow['surveys'][number] => ({
    ...{ id, kind, closesOn: isoDate(closesOn) },
    ...(kind === 'paper' ? { valid: 36, satisfied: 33 } : { valid: null, satisfied: null }),
    choices: kind === 'paper' ? {} : { 2: 1, 3: 4, 4: 20, 5: 10 },
  });
  const [facts] = await factsOf({
    surveys: [
      survey('open', 'online', '2025-12-31'),
      survey('line', 'online', '2025-12-30'),
      survey('paper', 'paper', '2025-12-31'),
      survey('later', 'paper', '2026-01-02'),
    ],
  });
  expect(facts?.surveys.map(({ record, answered, satisfied }) => [record.id, answered, satisfied])).toEqual([
    ['line', 35, 30],
    ['paper', 36, 33],
  ]);
});
