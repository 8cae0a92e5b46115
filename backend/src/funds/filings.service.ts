import { Injectable } from '@nestjs/common';
import type { BodyOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Filing } from '@yuheng/shared/contract/ledger';
import { mayDo } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { FilingsRepository } from './filings.repository';
import { refusedBecause, requireCounty } from './ledger.service';

/** 备案: 实施方案 and 经费拨付文件, each with the city's justice and finance bureaus. */
@Injectable()
export class FilingsService {
  constructor(
    private readonly source: DataSource,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
    private readonly repository: FilingsRepository,
  ) {}

  /** Four a county, filed or not. */
  async list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listFilings>,
  ): Promise<ResponseOf<typeof endpoints.listFilings>> {
    const rows = await scoped(this.source, account.scope, (tx) => this.repository.ofYear(tx, program, year));
    const filings = this.places
      .counties(rows.map(({ county }) => county))
      .flatMap(({ id, name }) => rows.filter(({ county }) => county === id).map((row) => ({ ...row, name })));
    const [mayFile, mayWithdraw] = [
      mayDo('filing:enter', account.roles),
      mayDo('filing:withdraw', account.roles),
    ];
    return { filings, mayFile, mayWithdraw };
  }

  /** A filing is made once: the date that the city bureau's stamp says. */
  async file(act: Act, account: SignedIn, body: BodyOf<typeof endpoints.createFiling>): Promise<Filing> {
    const { program, year, county, document, recipient, filedOn } = body;
    act.note({ object: { kind: 'filing', id: `${program}/${year}/${county}/${document}/${recipient}` } });
    requireCounty(account, county);
    const today = this.settings.clock.today();
    if (filedOn > today) throw refusedBecause([notYet(filedOn, today)]);
    return this.trail.record(act, account.scope, async (tx) => {
      if (!(await this.repository.file(tx, { ...body, by: account.username })))
        throw new ProblemException('conflict', FILED_ALREADY);
      act.note({ after: body });
      return this.find(tx, body);
    });
  }

  /** Takes a wrong filing back for a reason; what it said stays in the trail, and the county registers it anew. */
  async withdraw(
    act: Act,
    account: SignedIn,
    { reason, ...body }: BodyOf<typeof endpoints.withdrawFiling>,
  ): Promise<Filing> {
    const { program, year, county, document, recipient, filedOn } = body;
    act.note({
      object: { kind: 'filing', id: `${program}/${year}/${county}/${document}/${recipient}` },
      reason,
    });
    requireCounty(account, county);
    return this.trail.record(act, account.scope, async (tx) => {
      const former = await this.repository.withdraw(tx, body);
      if (!former) throw new ProblemException('conflict', NOT_FILED);
      act.note({ before: { filedOn, ...former }, after: { filedOn: null } });
      return this.find(tx, body);
    });
  }

  private async find(
    tx: EntityManager,
    {
      program,
      year,
      county,
      document,
      recipient,
    }: Omit<BodyOf<typeof endpoints.createFiling>, 'filedOn' | 'documentNumber'>,
  ): Promise<Filing> {
    const rows = await this.repository.ofYear(tx, program, year);
    const row = rows.find(
      (one) => one.county === county && one.document === document && one.recipient === recipient,
    );
    if (!row) throw new Error('A filing that was just written is not there.');
    return { ...row, name: this.places.nameOf(county) };
  }
}

const FILED_ALREADY = bilingual(
  '该文件已向该单位备案，未重复登记；登记有误的，请市局项目管理人员在资金台账的“备案”处撤销后重新登记。',
  'This document is filed with that bureau already; where that is wrong, the city’s program officer takes it back, and it is registered anew.',
);

const NOT_FILED = bilingual(
  '该文件没有在这一天备案，或登记已被撤销；请刷新后核对。',
  'This document is not filed on that day, or was taken back already: read it again.',
);

const notYet = (filedOn: string, today: string) =>
  refusal(
    '/filedOn',
    `备案日期${filedOn}晚于今天${today}，请填写实际报送的日期。`,
    `The day ${filedOn} is after today, ${today}; give the day on which it was sent.`,
  );
