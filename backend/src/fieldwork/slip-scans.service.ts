import { Injectable } from '@nestjs/common';
import type { FieldRecordEntry } from '@yuheng/shared/contract/fieldwork-papers';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { createHash, randomUUID } from 'node:crypto';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { evidenceName, evidenceTypeOf, type EvidenceType } from '../evidence/evidence-content';
import { ProblemException } from '../http/problem-exception';
import type { UploadedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { FieldFilesRepository } from './field-files.repository';
import { FieldRecordsRepository } from './field-records.repository';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { FieldworkParts } from './fieldwork-parts';

const TAKEN: readonly (EvidenceType | null)[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** 取证单 comes back from paper: the scan of what was printed and signed stands beside what was entered. */
@Injectable()
export class SlipScansService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly files: FieldFilesRepository,
    private readonly records: FieldRecordsRepository,
    private readonly parts: FieldworkParts,
    private readonly trail: AuditTrail,
  ) {}

  async store(
    act: Act,
    account: SignedIn,
    { record, ...asked }: OfCounty & { readonly record: string },
    file: UploadedFile,
  ): Promise<FieldRecordEntry> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldRecord', id: record } });
    const mediaType = evidenceTypeOf(file.bytes);
    if (mediaType === null || !TAKEN.includes(mediaType)) {
      throw new ProblemException('unsupported-media-type', NO_SCAN);
    }
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return this.trail.record(act, scope, async (tx) => {
      await this.access.openRound(tx, key.roundId);
      const row = await this.records.find(tx, key, record);
      if (!row) throw new ProblemException('not-found');
      if (row.kind !== 'slip' || row.lockedOn === null) throw new ProblemException('refused', NOT_YET);
      await this.files.add(tx, {
        ...{ ...key, fileId: randomUUID(), kind: 'scan', recordId: record, indicatorId: null, note: null },
        ...{ fileName: evidenceName(file.name, mediaType), mediaType, size: file.bytes.length, sha256 },
        ...{ content: file.bytes, uploadedBy: account.username, uploadedAt: new Date() },
        ...{ withdrawnOn: null, withdrawnBy: null, withdrawnReason: null },
      });
      act.note({ digest: sha256 });
      return this.parts.record(tx, key, row, { username: account.username, mayEnter: true });
    });
  }

  /** What was uploaded by mistake is kept for the team with the reason, struck through; the county sees it no more. */
  async withdraw(
    act: Act,
    account: SignedIn,
    { file, ...asked }: OfCounty & { readonly file: string },
    reason: string,
  ): Promise<FieldRecordEntry> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldwork', id: `${key.roundId}/${key.countyId}` }, reason });
    return this.trail.record(act, scope, async (tx) => {
      await this.access.openRound(tx, key.roundId);
      const scan = await this.files.find(tx, key, { fileId: file, kind: 'scan' });
      const row = scan?.recordId ? await this.records.find(tx, key, scan.recordId) : null;
      if (!scan || !row) throw new ProblemException('not-found');
      act.note({ object: { kind: 'fieldRecord', id: row.recordId }, digest: scan.sha256 });
      if (scan.withdrawnOn !== null) throw new ProblemException('refused', WITHDRAWN);
      await this.files.withdraw(tx, scan, { by: account.username, reason });
      return this.parts.record(tx, key, row, { username: account.username, mayEnter: true });
    });
  }
}

const WITHDRAWN = bilingual('这份扫描件已撤回。', 'This scan has been withdrawn already.');
const NO_SCAN = bilingual(
  '扫描件只接受 PDF、JPEG 和 PNG 文件，所选文件不是，未保存；请重新扫描后上传。',
  'A scan is a PDF, JPEG or PNG file; the chosen one is none and was not kept: scan it again.',
);
const NOT_YET = bilingual(
  '取证单经评价人员全部签名锁定后才能打印、盖章并上传扫描件；请先完成签名。',
  'A slip is signed by its evaluators first, then printed, stamped and scanned: sign it first.',
);
