import { Injectable } from '@nestjs/common';
import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import { computedScores } from '@yuheng/shared/domain/evaluating/computed-scores';
import { sectionsOf } from '@yuheng/shared/domain/evaluating/method-sections';
import { inBothLanguages } from '@yuheng/shared/domain/scoring/method';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { EvidenceRequestsRepository } from '../requests/evidence-requests.repository';
import { DeskSources } from './desk-sources';
import { presentEntry, presentLeaf, presentSheet } from './present-score-sheet';
import type { RoundMethod } from './round-methods';
import type { AssignedCounty } from './score-access.queries';
import { openCounties, type ScoreAccess, whyClosed } from './score-access.service';
import type { LastScores } from './score-desk.queries';
import { ScoreGate } from './score-gate';
import { NO_SHEET, type ScoreEntriesRepository } from './score-entries.repository';

type County = ScoreDesk['counties'][number];

/** What is read once for all counties of a desk. */
interface Read {
  readonly access: ScoreAccess;
  readonly method: RoundMethod;
  readonly facts: readonly CountyYearFacts[];
  readonly last: readonly LastScores[];
  readonly sheets: Awaited<ReturnType<ScoreEntriesRepository['sheets']>>;
  readonly entries: Awaited<ReturnType<ScoreEntriesRepository['entries']>>;
  readonly openRequests: ReadonlyMap<string, number>;
}

/** The workspace of one evaluator: everything that the boxes need, in one answer. */
@Injectable()
export class ScoreDeskService {
  constructor(
    private readonly source: DataSource,
    private readonly gate: ScoreGate,
    private readonly of: DeskSources,
    private readonly requests: EvidenceRequestsRepository,
    private readonly places: PlacesService,
  ) {}

  async read(account: SignedIn, round: string): Promise<ScoreDesk> {
    const { access, scope } = await this.gate.open(account, round);
    const read = await scoped(this.source, scope, (tx) => this.readAll(tx, account, access));
    const { method, last } = read;
    const asked = new Set(access.assigned.flatMap(({ sections }) => sections));
    return this.places.asShown({
      program: access.program,
      year: access.year,
      asOf: this.of.settings.clock.today(),
      demonstration: this.of.settings.demonstration,
      round,
      kind: access.kind,
      methodVersion: access.methodVersion,
      methodName: method.name,
      scoreDecimals: method.compiled.scoreDecimals,
      scoreBy: access.scoreBy,
      closed: whyClosed(access, this.of.settings.clock.today())?.explanation ?? null,
      lastYear: last[0]?.year ?? null,
      sections: sectionsOf(method.definition)
        .filter(({ id }) => asked.has(id))
        .map(({ id, name }) => ({ id, name: inBothLanguages(name ?? id) })),
      leaves: method.compiled.leaves
        .filter(({ id }) => asked.has(method.sectionOfLeaf.get(id) ?? ''))
        .map((leaf) => presentLeaf(method, leaf)),
      counties: openCounties(access).map((county) => this.county(county, read)),
      undeclared: access.assigned
        .filter(({ conflict }) => conflict === null)
        .map(({ county }) => ({ id: county, name: this.places.nameOf(county) })),
    });
  }

  private async readAll(tx: EntityManager, { accountId }: SignedIn, access: ScoreAccess): Promise<Read> {
    const { program, year, round, methodVersion } = access;
    const { methods, facts, queries, entries } = this.of;
    return {
      access,
      method: await methods.read(tx, program, methodVersion),
      facts: await facts.read(tx, { program, year, round, asOf: this.of.settings.clock.today() }),
      last: await queries.lastScores(tx, access),
      sheets: await entries.sheets(tx, round, accountId),
      entries: await entries.entries(tx, { round, account: accountId }),
      openRequests: await this.requests.openByCounty(tx, round),
    };
  }

  private county({ county, sections }: AssignedCounty, read: Read): County {
    const { method, facts, last, sheets, entries, openRequests } = read;
    const asked = method.compiled.leaves
      .map(({ id }) => id)
      .filter((id) => sections.includes(method.sectionOfLeaf.get(id) ?? ''));
    const own = facts.find((one) => one.county === county);
    const { leaves } = computedScores(method.definition, method.compiled, own);
    const before = last.find((one) => one.county === county);
    return {
      id: county,
      name: this.places.nameOf(county),
      asked,
      sheet: presentSheet(sheets.get(county) ?? NO_SHEET),
      entries: entries
        .filter((one) => one.county === county && asked.includes(one.indicator))
        .map(presentEntry),
      computed: Object.fromEntries(Object.entries(leaves).filter(([id]) => asked.includes(id))),
      lastYear: Object.fromEntries(
        (before?.indicators ?? [])
          .filter(({ id }) => asked.includes(id))
          .map(({ id, finalScore }) => [id, { score: finalScore, reason: before?.reasons[id] ?? null }]),
      ),
      openRequests: openRequests.get(county) ?? 0,
    };
  }
}
