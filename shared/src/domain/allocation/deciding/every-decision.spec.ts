import * as fc from 'fast-check';
import { isoDate } from '../../period/year-month';
import { checkRefusals } from './check-refusals';
import { DECISION_STEPS, type DecisionEntry } from './decision';
import type { DecisionActor, DecisionCase } from './decision-case';
import { entryRefusals } from './entry-refusals';
import { givenCase } from './given-decision';
import { entriesInForce, standingOf } from './standing';

const ROLES = ['leader', 'programOfficer', 'finance'] as const;
const PEOPLE: readonly DecisionActor[] = [
  { id: 'a', roles: ['programOfficer'] },
  { id: 'b', roles: ['programOfficer'] },
  { id: 'c', roles: ['leader'] },
  { id: 'd', roles: ['finance'] },
  // No account should hold all three; the rules hold nevertheless.
  { id: 'e', roles: ROLES },
];
const person = fc.constantFrom(...PEOPLE);
const day = fc.integer({ min: 20, max: 28 }).map((date) => isoDate(`2026-03-${date}`));
const text = fc.constantFrom(null, '', '玉司发〔2026〕12号');

const tryEntry = fc.record({
  kind: fc.constant('entry' as const),
  by: person,
  step: fc.constantFrom(...DECISION_STEPS),
  outcome: fc.constantFrom('taken', 'taken', 'taken', 'returned'),
  way: fc.constantFrom('program', 'paper'),
  on: day,
  documentNumber: text,
  reason: text,
  file: fc.constantFrom(null, 'scan'),
});
const tryCheck = fc.record({
  kind: fc.constant('check' as const),
  by: person,
  outcome: fc.constantFrom('confirmed', 'confirmed', 'rejected'),
  reason: text,
});
/** Tends to go on: whoever is drawn tries the next step, or the check that is due. */
const likely = fc.record({
  kind: fc.constant('likely' as const),
  by: person,
  way: fc.constantFrom('program' as const, 'paper' as const),
});
const tries = fc.array(fc.oneof({ weight: 3, arbitrary: likely }, tryEntry, tryCheck), {
  minLength: 4,
  maxLength: 60,
});
type Try = typeof tries extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

const walked = (made: readonly Try[], more: Partial<DecisionCase>): DecisionEntry[] =>
  made.reduce<DecisionEntry[]>((log, one) => stepped(log, one, more), []);

function stepped(log: DecisionEntry[], one: Try, more: Partial<DecisionCase>): DecisionEntry[] {
  const standing = log.length > 0 ? standingOf(log) : { awaitingCheck: null, next: 'submission' as const };
  const given = givenCase(log, more);
  const awaiting = standing.awaitingCheck;
  if (one.kind === 'check' || (one.kind === 'likely' && awaiting)) {
    const check = {
      number: awaiting?.number ?? 1,
      outcome: one.kind === 'check' ? one.outcome : 'confirmed',
      reason: one.kind === 'check' ? one.reason : null,
      by: one.by,
    } as const;
    if (checkRefusals(given, check).length > 0) return log;
    return log.map((entry) =>
      entry.number === check.number
        ? { ...entry, checkedBy: one.by.id, rejected: check.outcome === 'rejected' }
        : entry,
    );
  }
  const entry =
    one.kind === 'likely'
      ? {
          step: standing.next ?? 'promulgation',
          outcome: 'taken' as const,
          way: one.way,
          on: isoDate('2026-03-28'),
          documentNumber: '玉司发〔2026〕12号',
          reason: null,
          file: 'scan',
        }
      : {
          step: one.step,
          outcome: one.outcome,
          way: one.way,
          on: one.on,
          documentNumber: one.documentNumber,
          reason: one.reason,
          file: one.file,
        };
  if (entryRefusals(given, { entry, by: one.by, today: isoDate('2026-03-28') }).length > 0) return log;
  return [
    ...log,
    { ...entry, number: log.length + 1, enteredBy: one.by.id, checkedBy: null, rejected: false },
  ];
}

const rolesOf = (id: string | null) => PEOPLE.find((one) => one.id === id)?.roles ?? [];

describe('any walk through a decision', () => {
  it('is decided by all four steps in their order only, each by its own role, and never by one person', () => {
    let decided = 0;
    fc.assert(
      fc.property(tries, (made) => {
        const log = walked(made, { author: null });
        if (log.length === 0 || standingOf(log).stage !== 'decided') return;
        decided += 1;
        const inForce = entriesInForce(log);
        expect(inForce.map(({ step }) => step)).toEqual(DECISION_STEPS);
        const [submission, collective, countersignature, promulgation] = inForce;
        expect(rolesOf(submission?.enteredBy ?? null)).toContain('programOfficer');
        for (const [entry, role] of [
          [collective, 'leader'],
          [countersignature, 'finance'],
        ] as const) {
          if (entry?.way === 'program') {
            expect(rolesOf(entry.enteredBy)).toContain(role);
            expect(entry.enteredBy).not.toBe(submission?.enteredBy);
          } else {
            expect(entry?.checkedBy).not.toBeNull();
            expect(entry?.checkedBy).not.toBe(entry?.enteredBy);
          }
        }
        expect(promulgation?.documentNumber).toBeTruthy();
        expect(promulgation?.checkedBy).not.toBeNull();
        expect(promulgation?.checkedBy).not.toBe(promulgation?.enteredBy);
        const days = inForce.map(({ on }) => on);
        expect(days).toEqual([...days].sort());
      }),
      { seed: 20140067 },
    );
    // Were none decided, nothing would have been examined.
    expect(decided).toBeGreaterThan(10);
  });

  it('is never decided without 人员安置意见 where persons on post would be fewer', () => {
    fc.assert(
      fc.property(tries, (made) => {
        const log = walked(made, { author: null, personsReduced: 1 });
        if (log.length > 0) expect(['submitted', 'returned']).toContain(standingOf(log).stage);
      }),
    );
  });

  it('is never approved once the scenario is stale', () => {
    fc.assert(
      fc.property(tries, (made) => {
        const stale = { zh: '依据已更改。', en: 'Evidence changed.' };
        expect(walked(made, { author: null, stale })).toEqual([]);
      }),
    );
  });
});
