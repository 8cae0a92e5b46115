import { Injectable } from '@nestjs/common';
import type { BodyOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Finding, FindingBoard, FindingDetail } from '@yuheng/shared/contract/findings';
import { ageBands } from '@yuheng/shared/domain/findings/finding-ages';
import { actOnFinding, type FindingAct } from '@yuheng/shared/domain/findings/finding-acts';
import { countFindings } from '@yuheng/shared/domain/findings/finding-rates';
import { findingState } from '@yuheng/shared/domain/findings/finding-state';
import { recordId, type RecordOfMonth } from '@yuheng/shared/domain/findings/record-id';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { acceptedOrRefused } from '../http/accepted-or-refused';
import { checkVersion } from '../http/check-version';
import { FindingReaders } from './finding-readers';
import { FindingsRepository, type FindingRow } from './findings.repository';
import { presentFinding } from './present-finding';
import { recordKey } from './record-key';

/** Findings of one answer. */
const PAGE = 200;

/**
 * Where a finding stands in the list: those that wait first, the earliest deadline first. A page begins after the place of the last
 * one before it, so that what others do meanwhile hides none of the findings that stay where they are.
 */
const placeOf = ({ closedOn, deadline, month, county, item }: Finding): string =>
  [closedOn === null ? 0 : 1, deadline, month, county, item].join('~');
const byPlace = (one: Finding, other: Finding): number => (placeOf(one) < placeOf(other) ? -1 : 1);

interface Wanted {
  readonly finding: string;
  /** The version that the reader saw. */
  readonly version: number;
}

@Injectable()
export class FindingsService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: FindingsRepository,
    private readonly trail: AuditTrail,
    private readonly readers: FindingReaders,
    private readonly settings: Settings,
  ) {}

  /** The board: what is counted is the whole year of the scope, whatever state is asked for. */
  async list(
    account: SignedIn,
    { program, year, county, state, cursor = '' }: QueryOf<typeof endpoints.listFindings>,
  ): Promise<FindingBoard> {
    const asOf = this.settings.clock.today();
    return scoped(this.source, account.scope, async (tx) => {
      const rows = await this.repository.ofYear(tx, { program, year, county: county ?? null });
      const reader = await this.readers.of(tx, account);
      const all = rows.map((row) => presentFinding(row, reader)).sort(byPlace);
      const ages = all.filter(({ closedOn }) => closedOn === null).map(({ age }) => age);
      const rest = all
        .filter((one) => !state || (state === 'overdue' ? one.overdue : one.state === state))
        .filter((one) => placeOf(one) > cursor);
      const page = rest.slice(0, PAGE);
      const last = page.at(-1);
      return {
        program,
        year,
        asOf,
        demonstration: this.settings.demonstration,
        counts: {
          ...countFindings(rows, asOf),
          ages: [...ageBands(ages)],
          oldest: ages.length > 0 ? Math.max(...ages) : null,
        },
        findings: page,
        next: last && rest.length > PAGE ? placeOf(last) : null,
      };
    });
  }

  async read(account: SignedIn, finding: string): Promise<FindingDetail> {
    const key = recordKey(finding);
    return scoped(this.source, account.scope, (tx) => this.detail(tx, account, key));
  }

  /** 整改: the county says what it put right. */
  async rectify(
    act: Act,
    account: SignedIn,
    { finding, version }: Wanted,
    { text, evidence = [] }: BodyOf<typeof endpoints.rectifyFinding>,
  ): Promise<FindingDetail> {
    return this.on(act, account, { finding, version, act: 'rectify' }, async (tx, row) => {
      const by = account.username;
      await this.repository.rectified(tx, row, { on: this.settings.clock.today(), by });
      await this.repository.append(tx, row, { act: 'rectify', by, text, evidence });
    });
  }

  /** 复核: closed (销号), or sent back with what is lacking. */
  async recheck(
    act: Act,
    account: SignedIn,
    { finding, version }: Wanted,
    { passed, text }: BodyOf<typeof endpoints.recheckFinding>,
  ): Promise<FindingDetail> {
    const done = passed ? 'pass' : 'return';
    act.note({ reason: text });
    return this.on(act, account, { finding, version, act: done }, async (tx, row) => {
      const [on, by] = [this.settings.clock.today(), account.username];
      if (passed) await this.repository.closed(tx, row, { on, by });
      else await this.repository.returned(tx, row, on);
      await this.repository.append(tx, row, { act: done, by, text, evidence: [] });
    });
  }

  /**
   * Makes findings of the items that failed in an inspection of a month, when it is approved; again it finds none left.
   * @returns how many were made
   */
  async raiseFailed(
    tx: EntityManager,
    { by, ...month }: Omit<RecordOfMonth, 'item'> & { readonly by: string },
  ): Promise<number> {
    const added = await this.repository.addFailed(tx, month, { on: this.settings.clock.today(), by });
    return added.length;
  }

  /** A doubt that became a finding begins the way of one. */
  async raiseOfDoubt(
    tx: EntityManager,
    account: SignedIn,
    doubt: RecordOfMonth,
    finding: Parameters<FindingsRepository['addOfDoubt']>[2],
  ): Promise<FindingDetail> {
    await this.repository.addOfDoubt(tx, doubt, finding);
    const by = account.username;
    await this.repository.append(tx, doubt, { act: 'raise', by, text: finding.summary, evidence: [] });
    return this.detail(tx, account, doubt);
  }

  /** A problem of an evaluation begins the same way, with its clause. */
  async raiseOfEvaluation(
    tx: EntityManager,
    account: SignedIn,
    key: RecordOfMonth,
    finding: Parameters<FindingsRepository['addOfEvaluation']>[2],
  ): Promise<FindingDetail> {
    await this.repository.addOfEvaluation(tx, key, finding);
    const by = account.username;
    await this.repository.append(tx, key, { act: 'raise', by, text: finding.summary, evidence: [] });
    return this.detail(tx, account, key);
  }

  /** @throws ProblemException not-found for a finding that is not there, or is of a foreign county. */
  async detail(tx: EntityManager, account: SignedIn, key: RecordOfMonth): Promise<FindingDetail> {
    const row = await this.repository.find(tx, key);
    if (!row) throw new ProblemException('not-found');
    const events = await this.repository.events(tx, key);
    return {
      ...presentFinding(row, await this.readers.of(tx, account)),
      events: events.map((one) => ({
        ...one,
        act: one.act as FindingDetail['events'][number]['act'],
        at: one.at.toISOString(),
      })),
    };
  }

  private on(
    act: Act,
    account: SignedIn,
    wanted: Wanted & { readonly act: FindingAct },
    work: (tx: EntityManager, row: FindingRow) => Promise<void>,
  ): Promise<FindingDetail> {
    const key = recordKey(wanted.finding);
    act.note({ object: { kind: 'finding', id: recordId(key) } });
    return this.trail.record(act, account.scope, async (tx) => {
      const row = await this.repository.lock(tx, key);
      if (!row) throw new ProblemException('not-found');
      checkVersion(row.version, wanted.version);
      const before = findingState(row);
      const { rectifiedBy } = row;
      const after = acceptedOrRefused(
        actOnFinding(before, { act: wanted.act, by: account.username, rectifiedBy }),
      );
      act.note({ before: { state: before }, after: { state: after } });
      await work(tx, row);
      return this.detail(tx, account, key);
    });
  }
}
