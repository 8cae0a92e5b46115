import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { presentEntry, presentSheet } from './present-score-sheet';
import { changedElsewhere } from './score-refusals';
import type { NamedSheetRow } from './score-sheets.repository';
import { SheetSources } from './sheet-sources';
import { TeamGate } from './team-gate';

type SheetParams = ParamsOf<typeof endpoints.readScoreSheet>;
type Listed = ResponseOf<typeof endpoints.listScoreSheets>;
type ReadSheet = ResponseOf<typeof endpoints.readScoreSheet>;
type Reopened = ResponseOf<typeof endpoints.reopenScoreSheet>;

/** What was submitted, to those who may see it; who leads the round gives a sheet back. */
@Injectable()
export class ScoreSheetsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly gate: TeamGate,
    private readonly sheets: SheetSources,
    private readonly places: PlacesService,
  ) {}

  async list(account: SignedIn, round: string): Promise<Listed> {
    return scoped(this.source, await this.gate.scope(account, round), async (tx) => {
      if (!(await this.sheets.repository.hasRound(tx, round))) throw new ProblemException('not-found');
      const rows = await this.sheets.repository.ofRound(tx, round);
      return { sheets: rows.map((row) => this.present(row)) };
    });
  }

  /** @throws ProblemException not-found for somebody else's sheet before it is submitted, as if there were none. */
  async read(account: SignedIn, { round, county, account: of }: SheetParams): Promise<ReadSheet> {
    return scoped(this.source, await this.gate.scope(account, round), async (tx) => {
      const row = await this.sheets.repository.find(tx, { round, county, account: of });
      if (!row || (row.state !== 'submitted' && of !== account.accountId))
        throw new ProblemException('not-found');
      const entries = await this.sheets.entries.entries(tx, { round, account: of, county });
      // Of a county that who leads the round has still to mark, row security shows nothing yet.
      if (entries.length === 0) throw new ProblemException('not-found');
      return { ...this.present(row), entries: entries.map(presentEntry) };
    });
  }

  /** @throws ProblemException not-found for who does not lead the round; conflict for what is not submitted. */
  async reopen(
    act: Act,
    account: SignedIn,
    { round, county, account: of, version }: SheetParams & { readonly version: number },
    { reason }: BodyOf<typeof endpoints.reopenScoreSheet>,
  ): Promise<Reopened> {
    act.note({ object: { kind: 'scoreSheet', id: `${round}/${county}/${of}` }, reason });
    const scope = await this.gate.leading(account, round);
    return this.trail.record(act, scope, async (tx) => {
      const key = { city: this.sheets.settings.cityId, round, county, account: of };
      const sheet = await this.sheets.repository.hold(tx, key);
      if (sheet.version === 0) throw new ProblemException('not-found');
      if (sheet.version !== version) throw changedElsewhere(sheet.version);
      if (sheet.state !== 'submitted') throw notSubmitted();
      await this.sheets.repository.reopen(tx, key, account.username, reason);
      const row = await this.sheets.repository.find(tx, key);
      if (!row) throw new Error('The sheet that was just given back is not there.');
      act.note({ after: { state: row.state, version: row.version } });
      return this.present(row);
    });
  }

  private present(row: NamedSheetRow): Listed['sheets'][number] {
    const { county, account, evaluator } = row;
    return { county, countyName: this.places.nameOf(county), account, evaluator, sheet: presentSheet(row) };
  }
}

const notSubmitted = (): ProblemException => {
  const { zh, en } = bilingual(
    '该评分表没有处于已提交状态，不需要退回；请刷新页面后核对。',
    'The score sheet is not submitted, so there is nothing to give back; read the page again.',
  );
  return new ProblemException('conflict', { zh, en }, [refusal('/state', zh, en)]);
};
