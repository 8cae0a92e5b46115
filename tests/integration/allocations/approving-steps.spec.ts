import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { DecisionDesk, DECISIONS, TODAY } from '../../support/deciding';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { withSettings } from '../../support/with-settings';
import { makePerson, problemOf, type Person } from '../administration/people';

type Role = 'leader' | 'finance' | 'programOfficer';

/** Accounts of the demonstration are exempt: these people are none. */
describe('who approves a step of a decision shows who they are', () => {
  let server: TestServer;
  let desk: DecisionDesk;

  beforeAll(async () => {
    server = await startServer();
    await withSettings(server, { secondFactorForApprovals: true });
    desk = new DecisionDesk(server);
  });

  afterEach(() => desk.forget());
  afterAll(() => server?.close());

  /** Somebody whose session was given a second factor so many minutes ago. */
  const person = (role: Role, secondFactorAge = 11): Promise<Person> =>
    makePerson(server, { roles: [role], secondFactorAge });
  const enrol = ({ id }: Person) =>
    server.sql(`insert into second_factor values ($1, 'stands for a secret', now(), now(), null)`, [id]);

  const take = (by: Person, { id, version }: AllocationDecision, given: object): Promise<TestAnswer> =>
    by.send(
      'POST',
      `${DECISIONS}/${id}/steps`,
      {
        ...{ outcome: 'taken', way: 'program', on: TODAY, documentNumber: null, reason: null, file: null },
        ...given,
      },
      { 'if-match': `"${version}"` },
    );
  const check = (
    by: Person,
    { id, version, entries }: AllocationDecision,
    given: object = {},
  ): Promise<TestAnswer> =>
    by.send(
      'POST',
      `${DECISIONS}/${id}/check`,
      { number: entries.length, outcome: 'confirmed', reason: null, ...given },
      { 'if-match': `"${version}"` },
    );

  /** Refused twice, for want of a second factor and for want of a fresh one, and nothing is entered. */
  async function expectAsked(
    late: Person,
    decision: AllocationDecision,
    act: () => Promise<TestAnswer>,
  ): Promise<void> {
    expect(problemOf(await act())).toEqual([403, 'second-factor-enrolment-required']);
    await enrol(late);
    expect(problemOf(await act())).toEqual([401, 'second-factor-required']);
    const after = await desk.read(decision.id);
    expect([after.version, after.stage, after.entries]).toEqual([
      decision.version,
      decision.stage,
      decision.entries,
    ]);
  }

  it('a collective decision asks for a second factor that was given within ten minutes', async () => {
    const decision = await desk.submitted();
    const late = await person('leader');
    await expectAsked(late, decision, () => take(late, decision, { step: 'collectiveDecision' }));
    const taken = await take(await person('leader', 1), decision, { step: 'collectiveDecision' });
    expect([taken.status, taken.json<AllocationDecision>().stage]).toEqual([200, 'collectivelyDecided']);
  });

  it('a countersignature asks for it too', async () => {
    const decision = await desk.step(await desk.submitted(), { step: 'collectiveDecision' });
    const late = await person('finance');
    await expectAsked(late, decision, () => take(late, decision, { step: 'countersignature' }));
    const taken = await take(await person('finance', 1), decision, { step: 'countersignature' });
    expect([taken.status, taken.json<AllocationDecision>().stage]).toEqual([200, 'countersigned']);
  });

  it('so does the check that makes a promulgation final', async () => {
    const decision = await desk.promulgated();
    const late = await person('programOfficer');
    await expectAsked(late, decision, () => check(late, decision));
    const checked = await check(await person('programOfficer', 1), decision);
    expect([checked.status, checked.json<AllocationDecision>().stage]).toEqual([200, 'decided']);
  });

  it('what approves nothing asks for none: a return, and a check that rejects', async () => {
    const decision = await desk.submitted();
    const reason = '按会议意见补充材料';
    const returned = await take(await person('leader'), decision, {
      ...{ step: 'collectiveDecision', outcome: 'returned', reason },
    });
    expect(returned.status).toBe(200);
    await desk.forget();
    const promulgated = await desk.promulgated();
    const rejected = await check(await person('programOfficer'), promulgated, {
      ...{ outcome: 'rejected', reason: '文号与签批件不一致' },
    });
    expect(rejected.status).toBe(200);
  });

  it('nobody is asked where the setting is off', async () => {
    const back = await withSettings(server, { secondFactorForApprovals: false });
    const decision = await desk.submitted();
    const taken = await take(await person('leader'), decision, { step: 'collectiveDecision' });
    await back();
    expect(taken.status).toBe(200);
  });
});
