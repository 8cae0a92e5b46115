import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { computedScores } from '@yuheng/shared/domain/evaluating/computed-scores';
import { SUBMISSION_STATEMENT } from '@yuheng/shared/domain/evaluating/submission-statement';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import { ProofService } from '../../identity/proof/proof.service';
import type { SignedIn } from '../../identity/signed-in';
import { DeskSources } from './desk-sources';
import { presentSheet } from './present-score-sheet';
import { requireCounty, requireScoring, type ScoreAccess } from './score-access.service';
import { ScoreGate } from './score-gate';
import { changedElsewhere, lockedSheet } from './score-refusals';
import { ScoreSheetsRepository } from './score-sheets.repository';
import { type Submission, submissionOf } from './submitted-marks';

type Target = ParamsOf<typeof endpoints.submitScoreSheet> & { readonly version: number };
type Submitted = ResponseOf<typeof endpoints.submitScoreSheet>;

/** The evaluator signs a county's sheet: its entries are locked, and what they say counts from then on. */
@Injectable()
export class ScoreSubmissionService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly gate: ScoreGate,
    private readonly of: DeskSources,
    private readonly repository: ScoreSheetsRepository,
    private readonly proof: ProofService,
  ) {}

  /** The password once more is the signature; it is asked for when nothing else stands in the way of it. */
  async submit(
    act: Act,
    account: SignedIn,
    { round, county, version }: Target,
    { methodVersion, password }: BodyOf<typeof endpoints.submitScoreSheet>,
  ): Promise<Submitted> {
    act.note({ object: { kind: 'scoreSheet', id: `${round}/${county}/${account.username}` } });
    const { access, scope } = await this.gate.open(account, round);
    requireCounty(access, county);
    const today = this.of.settings.clock.today();
    requireScoring(access, today, methodVersion);
    await this.proof.confirmPassword(act, account, password);
    return this.trail.record(act, scope, async (tx) => {
      const key = { city: this.of.settings.cityId, round, county, account: account.accountId };
      const sheet = await this.repository.hold(tx, key);
      if (sheet.state === 'submitted') throw lockedSheet();
      if (sheet.version !== version) throw changedElsewhere(sheet.version);
      const { gaps, marks, sha256 } = await this.prepare(tx, account, access, county);
      if (gaps.length > 0) throw new ProblemException('refused', unfinished(gaps.length), gaps);
      const signature = { signedName: account.name, statement: SUBMISSION_STATEMENT.zh, sha256 };
      const on = { ...key, username: account.username, on: today };
      const submitted = await this.repository.submit(tx, on, marks, signature);
      act.note({ after: { sha256, marks: marks.length, statement: SUBMISSION_STATEMENT.zh } });
      return { county, sheet: presentSheet(submitted) };
    });
  }

  private async prepare(
    tx: EntityManager,
    account: SignedIn,
    access: ScoreAccess,
    county: string,
  ): Promise<Submission> {
    const { program, year, round, methodVersion } = access;
    const { compiled, definition, sectionOfLeaf } = await this.of.methods.read(tx, program, methodVersion);
    const { sections } = requireCounty(access, county);
    const asOf = this.of.settings.clock.today();
    const [facts] = await this.of.facts.read(tx, { program, year, county, round, asOf });
    return submissionOf({
      method: compiled,
      leaves: compiled.leaves.filter(({ id }) => sections.includes(sectionOfLeaf.get(id) ?? '')),
      entries: await this.of.entries.entries(tx, { round, account: account.accountId, county }),
      computed: computedScores(definition, compiled, facts).leaves,
      head: { round, county, evaluator: account.username, methodVersion, statement: SUBMISSION_STATEMENT.zh },
    });
  }
}

const unfinished = (gaps: number) =>
  bilingual(
    `还有${gaps}处未完成，未予提交；请逐项补充后再签名提交。`,
    `Nothing was submitted: ${gaps === 1 ? 'one place is' : `${gaps} places are`} not finished; complete them and sign again.`,
  );
