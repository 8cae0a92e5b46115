import type { AllocationDecision, AllocationNotice } from '@yuheng/shared/contract/allocation-decisions';
import type { AllocationQuestion, AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import type { DecisionStep } from '@yuheng/shared/domain/allocation/deciding/decision';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { formOf, type TestAnswer, type TestServer } from './server';

const OF = 'program=assistants&year=2026';
export const DECISIONS = '/api/allocation-decisions';
export const AMENDS = '演示司发〔2014〕67号';
export const SCAN = '%PDF-1.7\n% a signed paper';
/** The demonstration's day. */
export const TODAY = '2026-03-20';

export interface StepGiven {
  readonly step: DecisionStep;
  readonly outcome?: 'taken' | 'returned';
  readonly way?: 'program' | 'paper';
  readonly on?: string;
  readonly documentNumber?: string | null;
  readonly reason?: string | null;
  readonly file?: string | null;
}

/** Who takes each step in the program. */
const TAKES: Readonly<Record<DecisionStep, string>> = {
  submission: 'officer-1',
  collectiveDecision: 'leader',
  countersignature: 'finance',
  promulgation: 'officer-1',
};

/** A split under which one county has fewer posts than people: cut below its roster, with nothing held back. */
export const CUT: Partial<AllocationSettings> = {
  floor: 'none',
  maximumChange: null,
  bounds: [{ county: 'hongta', cap: 20 }],
};

/** What tests do with decisions, through the API as people would. */
export class DecisionDesk {
  private seed = 0;

  constructor(readonly server: TestServer) {}

  /** A scenario that nobody saved before. */
  async scenario(changes: Partial<AllocationSettings> = {}): Promise<AllocationScenario> {
    this.seed += 1;
    const { results } = (
      await this.server.request({ url: `/api/allocation-question?${OF}`, as: 'leader' })
    ).json<AllocationQuestion>();
    const settings = {
      ...CAREFUL_SETTINGS,
      ...changes,
      firmness: { ...CAREFUL_SETTINGS.firmness, gate: false, runs: 100, seed: 7_000_000 + this.seed },
    };
    const answer = await this.server.request({
      method: 'POST',
      url: `/api/allocation-scenarios?${OF}`,
      as: 'officer-1',
      body: { name: `方案${this.seed}`, settings, scoringRun: results[0]?.run ?? null },
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<{ scenario: AllocationScenario }>().scenario;
  }

  trySubmit(scenario: string, more: object = {}, as = 'officer-1'): Promise<TestAnswer> {
    const body = { scenario, amends: AMENDS, corrects: null, ...more };
    return this.server.request({ method: 'POST', url: DECISIONS, as, body });
  }

  async submitted(changes: Partial<AllocationSettings> = {}, more: object = {}): Promise<AllocationDecision> {
    const { id } = await this.scenario(changes);
    return decisionOf(await this.trySubmit(id, more), 201);
  }

  async read(id: string, as = 'leader'): Promise<AllocationDecision> {
    return decisionOf(await this.server.request({ url: `${DECISIONS}/${id}`, as }), 200);
  }

  /** A step with everything that is typed, in the program by its own person unless told otherwise. */
  tryStep(
    { id, version }: Pick<AllocationDecision, 'id' | 'version'>,
    given: StepGiven,
    { as = TAKES[given.step], ...more }: { as?: string; headers?: Record<string, string> } = {},
  ): Promise<TestAnswer> {
    return this.server.request({
      method: 'POST',
      url: `${DECISIONS}/${id}/steps`,
      as,
      headers: { 'if-match': `"${version}"`, ...more.headers },
      body: {
        ...{ outcome: 'taken', way: 'program', on: TODAY, documentNumber: null, reason: null, file: null },
        ...given,
      },
    });
  }

  async step(
    before: Pick<AllocationDecision, 'id' | 'version'>,
    given: StepGiven,
    as?: string,
  ): Promise<AllocationDecision> {
    return decisionOf(await this.tryStep(before, given, as ? { as } : {}), 200);
  }

  tryCheck(
    { id, version, entries }: AllocationDecision,
    body: object = {},
    { as = 'officer-2', ...more }: { as?: string; headers?: Record<string, string> } = {},
  ): Promise<TestAnswer> {
    return this.server.request({
      method: 'POST',
      url: `${DECISIONS}/${id}/check`,
      as,
      headers: { 'if-match': `"${version}"`, ...more.headers },
      body: { number: entries.length, outcome: 'confirmed', reason: null, ...body },
    });
  }

  async checked(before: AllocationDecision, as?: string): Promise<AllocationDecision> {
    return decisionOf(await this.tryCheck(before, {}, as ? { as } : {}), 200);
  }

  tryUpload(
    id: string,
    {
      kind = 'scan',
      bytes = SCAN,
      as = 'officer-1',
    }: { kind?: string; bytes?: Buffer | string; as?: string } = {},
  ): Promise<TestAnswer> {
    return this.server.request({
      ...{ method: 'POST', url: `${DECISIONS}/${id}/files?kind=${kind}`, as },
      ...formOf(bytes, { name: '签批件.pdf' }),
    });
  }

  async upload(id: string, given: Parameters<DecisionDesk['tryUpload']>[1] = {}): Promise<string> {
    const answer = await this.tryUpload(id, given);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<{ file: { id: string } }>().file.id;
  }

  /** Submitted, decided collectively, countersigned, and its promulgation entered: the check is all that lacks. */
  async promulgated(
    documentNumber = '演示司发〔2026〕12号',
    { changes = {}, more = {} }: { changes?: Partial<AllocationSettings>; more?: object } = {},
  ): Promise<AllocationDecision> {
    let decision = await this.submitted(changes, more);
    if (decision.proposal.peopleEffect.personsReduced > 0) {
      await this.upload(decision.id, { kind: 'staffingOpinion' });
    }
    for (const step of ['collectiveDecision', 'countersignature'] as const) {
      decision = await this.step(decision, { step });
    }
    return this.step(decision, { step: 'promulgation', documentNumber });
  }

  async decided(
    documentNumber?: string,
    given?: Parameters<DecisionDesk['promulgated']>[1],
  ): Promise<AllocationDecision> {
    return this.checked(await this.promulgated(documentNumber, given));
  }

  async notices(as: string): Promise<readonly AllocationNotice[]> {
    const answer = await this.server.request({ url: `/api/allocation-notices?${OF}`, as });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json<{ notices: AllocationNotice[] }>().notices;
  }

  /** As if nothing had ever been submitted. */
  async forget(): Promise<void> {
    for (const table of FORGOTTEN) await this.server.sql(`alter table ${table} disable trigger user`);
    for (const table of FORGOTTEN) {
      await this.server.sql(`delete from ${table}`);
      await this.server.sql(`alter table ${table} enable trigger user`);
    }
  }
}

const FORGOTTEN = [
  'issue_plan',
  'allocation_notice',
  'allocation_decision_entry',
  'allocation_decision_file',
  'allocation_decision',
];

function decisionOf(answer: TestAnswer, status: number): AllocationDecision {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json<AllocationDecision>();
}

export interface Refused {
  readonly type: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Status, and the pointer and sentence of everything that is refused. */
export const refusalsOf = (answer: TestAnswer): [number, string[]] => [
  answer.status,
  (answer.json<Refused>().errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`),
];
