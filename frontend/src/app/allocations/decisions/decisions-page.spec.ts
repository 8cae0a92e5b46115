import { givenServer, openPage, said } from '../../testing';
import { both, DRAFT } from '../scenarios/given-scenario';
import { DecisionsPage } from './decisions-page';
import { givenDecisionHead } from './given-decision';

const open = (decisions: readonly object[]) => {
  givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/allocation-decisions': {
      body: { program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true, decisions },
    },
  });
  return openPage(DecisionsPage, '/allocations/decisions?program=assistants&year=2026');
};

describe('the list of decisions', () => {
  it('says of each how far it is, that it is a draft, and what it amends', async () => {
    const text = said(await open([givenDecisionHead()]));
    expect(text).toContain('待党组会（局长办公会）集体研究');
    expect(text).toContain(DRAFT);
    expect(text).toContain('玉司发〔2014〕67号');
  });

  it('shows the document of one that is promulgated, and which corrects which', async () => {
    const decided = givenDecisionHead({
      stage: 'decided',
      next: null,
      documentNumber: '玉司发〔2026〕12号',
      decidedOn: '2026-03-20',
      label: both('玉司发〔2026〕12号（2026年3月20日印发）'),
      correctedBy: 'later',
    });
    const correction = givenDecisionHead({ id: 'later', corrects: decided.id });
    const rows = [...(await open([correction, decided])).querySelectorAll('tbody tr')].map((row) =>
      said(row),
    );
    expect(rows[0]).toContain('更正');
    expect(rows[0]).not.toContain('玉司发〔2026〕12号');
    expect(rows[1]).toContain('已被更正');
    expect(rows[1]).toContain('玉司发〔2026〕12号2026年3月20日');
    expect(rows[1]).not.toContain(DRAFT);
  });

  it('says what to do where nothing was submitted', async () => {
    const page = await open([]);
    expect(said(page)).toContain('2026年还没有报送的测算方案');
    expect(page.querySelector('a[href*="/allocations/scenarios"]')).not.toBeNull();
  });
});
