import { AMENDS, DecisionDesk } from '../../support/deciding';
import { DECIDED_DECISION, decidedDecision } from '../../support/given-decision';
import type { Kitchen, Recipes } from './recipe';

/** A scenario that nobody submitted, a decision whose collective step is next, one that waits for its last check. */
export async function decisionRecipes({ server, send }: Kitchen): Promise<Recipes> {
  const desk = new DecisionDesk(server);
  const scenario = await desk.scenario();
  const submitted = await desk.submitted();
  const waiting = await desk.promulgated();
  await decidedDecision(server.sql);
  const scan = Buffer.from('%PDF-1.7\n% scan of the fuzzer');
  const stored = await send<{ file: { id: string } }>(
    `/api/allocation-decisions/${submitted.id}/files?kind=scan`,
    'officer-1',
    scan,
  );
  const step = { outcome: 'taken', way: 'program', on: '2026-03-20', documentNumber: null, reason: null };
  return {
    submitAllocationDecision: {
      ...{ as: 'officer-1', isUsedUp: true },
      values: { scenario: scenario.id, amends: AMENDS, corrects: null },
    },
    readAllocationDecision: { as: 'leader', values: { decision: submitted.id } },
    takeDecisionStep: {
      ...{ as: 'leader', isUsedUp: true, version: submitted.version },
      values: { decision: submitted.id, step: 'collectiveDecision', ...step, file: null },
    },
    checkDecisionEntry: {
      ...{ as: 'finance', isUsedUp: true, version: waiting.version },
      values: { decision: waiting.id, number: 4, outcome: 'rejected', reason: '文号不符' },
    },
    uploadDecisionFile: { as: 'officer-1', values: { decision: submitted.id, kind: 'scan' }, file: scan },
    readDecisionFile: { as: 'leader', values: { decision: submitted.id, file: stored.file.id } },
    readAllocationNotice: { as: 'leader', values: { decision: DECIDED_DECISION, county: 'hongta' } },
    acknowledgeAllocationNotice: {
      as: 'county-hongta',
      values: { decision: DECIDED_DECISION, county: 'hongta' },
    },
  };
}
