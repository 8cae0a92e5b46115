import { Injectable } from '@nestjs/common';
import { markedBy } from '@yuheng/shared/domain/evaluating/score-entry';
import type { ParamsOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ScoreFacts } from '@yuheng/shared/contract/score-sheets';
import { computedScores, type ComputedCounty } from '@yuheng/shared/domain/evaluating/computed-scores';
import { METRICS } from '@yuheng/shared/domain/metrics/catalogue';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { DEFAULT_METRIC_SETTINGS } from '@yuheng/shared/domain/metrics/metric';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { EvidenceRequestsService } from '../requests/evidence-requests.service';
import { DeskSources } from './desk-sources';
import { noEntry, presentEntry, presentSheet } from './present-score-sheet';
import type { RoundMethod } from './round-methods';
import { requireCounty, type ScoreAccess } from './score-access.service';
import { ScoreGate } from './score-gate';
import { requireLeaf } from './score-writing.service';

type Wanted = ParamsOf<typeof endpoints.readScoreFacts>;
type FileWanted = ParamsOf<typeof endpoints.downloadScoreEvidence>;

/** A stored document, to be saved. */
export interface ScoreEvidence {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** The facts beside a box, asked for when somebody looks. */
@Injectable()
export class ScoreFactsService {
  constructor(
    private readonly source: DataSource,
    private readonly gate: ScoreGate,
    private readonly of: DeskSources,
    private readonly requests: EvidenceRequestsService,
    private readonly places: PlacesService,
  ) {}

  /** @throws ProblemException not-found where it is not assigned; refused before the declaration and in a conflict. */
  async read(account: SignedIn, { round, county, indicator }: Wanted): Promise<ScoreFacts> {
    const { access, scope } = await this.gate.open(account, round);
    requireCounty(access, county);
    return scoped(this.source, scope, async (tx) => {
      const method = await this.of.methods.read(tx, access.program, access.methodVersion);
      const leaf = requireLeaf(method, indicator, requireCounty(access, county).sections);
      const facts = await this.factsOf(tx, access, county);
      const computed = computedScores(method.definition, method.compiled, facts);
      const key = { round, county, indicator, account: account.accountId, city: this.of.settings.cityId };
      const entry = await this.of.entries.entry(tx, key);
      return this.places.asShown({
        county,
        indicator,
        // Of what people mark the program has computed nothing, and would say that it is missing.
        explanation:
          markedBy(leaf.indicator) === 'program'
            ? (computed.explain(indicator) as ScoreFacts['explanation'])
            : null,
        figures: figuresOf(method, computed),
        ...gathered(facts),
        documents: await this.of.queries.documents(tx, county),
        requests: await this.requests.ofIndicator(tx, key),
        entry: entry ? presentEntry(entry) : noEntry(indicator),
        sheet: presentSheet(await this.of.entries.sheet(tx, key)),
      });
    });
  }

  /** @throws ProblemException not-found for a document of another county too. */
  async download(account: SignedIn, { round, county, file }: FileWanted): Promise<ScoreEvidence> {
    const { access, scope } = await this.gate.open(account, round);
    requireCounty(access, county);
    return scoped(this.source, scope, async (tx) => {
      const found = await this.of.queries.document(tx, county, file);
      if (!found) throw new ProblemException('not-found');
      return found;
    });
  }

  private async factsOf(
    tx: EntityManager,
    { program, year, round }: ScoreAccess,
    county: string,
  ): Promise<CountyYearFacts | undefined> {
    const asOf = this.of.settings.clock.today();
    return (await this.of.facts.read(tx, { program, year, county, round, asOf }))[0];
  }
}

const figuresOf = ({ compiled }: RoundMethod, { leaves }: ComputedCounty): ScoreFacts['figures'] =>
  compiled.leaves.flatMap(({ id, indicator }) => {
    const figure = leaves[id];
    if (!figure || figure.actual === null) return [];
    const unit = typeof indicator.unit === 'string' ? indicator.unit : '';
    return [{ id, name: nameOf(indicator), actual: `${figure.actual}${unit}`, score: figure.score }];
  });

type Gathered = Pick<ScoreFacts, 'inspections' | 'findings' | 'money' | 'filings'>;
const NOTHING: Gathered = { inspections: [], findings: [], money: { received: 0, spent: 0 }, filings: [] };

/** What was gathered of the county in the year, the latest month first. */
function gathered(facts: CountyYearFacts | undefined): Gathered {
  if (!facts) return NOTHING;
  const rate = METRICS.executionRateOfReceipts.compute(facts, DEFAULT_METRIC_SETTINGS);
  const { numerator = 0, denominator = 0 } = rate.ok ? rate.value : {};
  return {
    inspections: facts.inspections
      .filter(({ results }) => results.length > 0)
      .map(({ month, results }) => ({
        month,
        passed: results.filter(({ conclusion }) => conclusion === 'pass').length,
        failed: results.filter(({ conclusion }) => conclusion === 'fail').length,
      }))
      .reverse(),
    findings: facts.findings
      .map(({ record, month, summary, deadline, rectifiedOn, closedOn }) => ({
        id: record.id,
        month,
        summary,
        deadline,
        state: closedOn ? ('closed' as const) : rectifiedOn ? ('rectified' as const) : ('open' as const),
      }))
      .reverse(),
    money: { received: denominator ?? 0, spent: numerator ?? 0 },
    filings: facts.filings.map(({ document, recipient, filedOn, dueOn }) => ({
      document,
      recipient,
      filedOn,
      dueOn,
    })),
  };
}
