import { Injectable } from '@nestjs/common';
import type { AuditContent } from '@yuheng/shared/contract/audit';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { shortHash } from '@yuheng/shared/domain/certificates/certificate';
import { refusal } from '@yuheng/shared/domain/refusal';
import { watermark } from '@yuheng/shared/domain/sentences/watermark';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import type { Act } from './act';
import { exportFileName, exportText, type ReadRecords } from './audit-export';
import { AuditRepository } from './audit.repository';
import { AuditTrail } from './audit-trail';
import { intervalOf, type BeijingDays } from './beijing-days';

/** Entries of one answer. */
const PAGE = 100;
/** Seals of one answer: those of a year and a month. */
const SEALS = 400;
/** Entries that an export reads at a time: some 600 kB. */
const BATCH = 1000;

export interface AuditFile {
  readonly name: string;
  readonly text: AsyncGenerator<string, void, void>;
}

@Injectable()
export class AuditService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: AuditRepository,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async list(
    account: SignedIn,
    { from, to, below, ...sought }: QueryOf<typeof endpoints.listAuditEntries>,
  ): Promise<ResponseOf<typeof endpoints.listAuditEntries>> {
    const found = await scoped(this.source, account.scope, (tx) =>
      this.repository.find(tx, { ...sought, ...intervalOf({ from, to }) }, below ?? null, PAGE + 1),
    );
    const entries = found.slice(0, PAGE).map(({ seq, at, content, hash }) => ({
      seq,
      at: at.toISOString(),
      content: JSON.parse(content) as AuditContent,
      hash,
    }));
    return { entries, more: found.length > PAGE };
  }

  /**
   * Writes that the entries of these days were exported, and then gives them as a file that is read while it is sent. Its
   * entries are those of before the export, so that a file never speaks of itself. Each read is a transaction of its
   * own: entries never change, and a slow line holds no connection.
   */
  async export(act: Act, account: SignedIn, days: BeijingDays): Promise<AuditFile> {
    const chain = this.settings.cityId;
    act.note({ object: { kind: 'auditEntries', id: `${days.from ?? '..'}/${days.to ?? '..'}` } });
    if (days.from && days.to && days.from > days.to) throw reversed();
    const { head, ...range } = await this.trail.record(act, account.scope, async (tx) => {
      const found = await this.repository.range(tx, intervalOf(days));
      if (!found) throw nothingToExport();
      act.note({ after: found });
      return found;
    });
    const at = this.settings.clock.now().toISOString();
    const { demonstration } = this.settings;
    const line = watermark({ by: `${account.name}（${account.username}）`, at, seal: head, demonstration });
    const exported = { at, by: account.username, watermark: `${line.zh} / ${line.en}` };
    const read: ReadRecords = (after) =>
      scoped(this.source, account.scope, (tx) =>
        this.repository.records(tx, { after, upto: range.last, most: BATCH }),
      );
    return { name: exportFileName(chain, range), text: exportText({ chain, exported }, range, read) };
  }

  async seals(account: SignedIn): Promise<ResponseOf<typeof endpoints.listAuditSeals>> {
    const stored = await scoped(this.source, account.scope, (tx) => this.repository.seals(tx, SEALS));
    const seals = stored.map(({ sealedAt, ...seal }) => ({
      ...seal,
      code: shortHash(seal.hash),
      sealedAt: sealedAt.toISOString(),
    }));
    return { seals };
  }
}

const reversed = (): ProblemException =>
  new ProblemException('refused', undefined, [
    refusal(
      '/to',
      '截止日期早于起始日期，未生成文件；请核对起止日期。',
      'The last day lies before the first one and no file was made: check both days.',
    ),
  ]);

const nothingToExport = (): ProblemException =>
  new ProblemException(
    'refused',
    bilingual(
      '所选日期内没有审计日志，未生成文件；请调整起止日期后再导出。',
      'There is no entry of the audit trail on these days and no file was made: choose other days.',
    ),
  );
