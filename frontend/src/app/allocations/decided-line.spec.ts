import { givenServer, openPage, said } from '../testing';
import { DecidedLine } from './decided-line';
import { givenDecisionHead } from './decisions/given-decision';

const ADDRESS = '/allocations?program=assistants&year=2026';
const OLD = '88888888-8888-4888-8888-888888888888';
const NEW = '77777777-7777-4777-8777-777777777777';

const open = (decisions: readonly ReturnType<typeof givenDecisionHead>[]) => {
  givenServer({
    'GET /api/allocation-decisions': {
      body: { program: 'assistants', year: 2026, asOf: '2026-05-02', demonstration: true, decisions },
    },
  });
  return openPage(DecidedLine, ADDRESS);
};
const promulgated = (id: string, documentNumber: string, correctedBy: string | null = null) =>
  givenDecisionHead({ id, stage: 'decided', documentNumber, decidedOn: '2026-04-08', correctedBy });

describe('the line above the draft of a year', () => {
  it('says which document promulgated its split, on which day, and leads there', async () => {
    const page = await open([promulgated(NEW, '玉司发〔2026〕12号')]);
    expect(said(page.querySelector('[role="note"]'))).toMatch(
      /^2026年度分配已由 玉司发〔2026〕12号 于2026年4月8日印发。/,
    );
    expect(page.querySelector('a')?.getAttribute('href')).toContain(`/allocations/decisions/${NEW}`);
  });

  it('names the document that corrected it, and not the corrected one', async () => {
    const page = await open([
      promulgated(OLD, '玉司发〔2026〕12号', NEW),
      promulgated(NEW, '玉司发〔2026〕20号'),
    ]);
    expect(said(page)).toContain('玉司发〔2026〕20号');
    expect(said(page)).not.toContain('12号');
  });

  it('is not there while nothing is promulgated', async () => {
    const page = await open([givenDecisionHead()]);
    expect(page.querySelector('[role="note"]')).toBeNull();
  });
});
