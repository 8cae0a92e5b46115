import { Injectable } from '@nestjs/common';
import type { ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { UploadedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { evidenceName, evidenceTypeOf } from './evidence-content';
import { EvidenceRepository } from './evidence.repository';

type Stored = ResponseOf<typeof endpoints.storeEvidence>;

/** A stored document, to be saved. */
export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** 佐证材料: the documents of a county, kept as they were uploaded. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: EvidenceRepository,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found outside of the scope; unsupported-media-type for what is no such document */
  async store(act: Act, account: SignedIn, countyId: string, file: UploadedFile): Promise<Stored> {
    if (!account.scope.counties.includes(countyId)) throw new ProblemException('not-found');
    const mediaType = evidenceTypeOf(file.bytes);
    if (!mediaType) throw new ProblemException('unsupported-media-type', NOT_TAKEN);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const [name, size] = [evidenceName(file.name, mediaType), file.bytes.length];
    return this.trail.record(act, account.scope, async (tx) => {
      const id = await this.repository.store(tx, {
        cityId: this.settings.cityId,
        countyId,
        fileId: randomUUID(),
        fileName: name,
        mediaType,
        size,
        sha256,
        content: file.bytes,
        uploadedBy: account.username,
        uploadedAt: new Date(),
      });
      act.note({ object: { kind: 'evidence', id: `${countyId}/${id}` }, digest: sha256 });
      return { id, name, mediaType, size, sha256 };
    });
  }

  /** @throws ProblemException not-found for a file that is not there or lies outside of the scope, alike */
  async download(
    account: SignedIn,
    { county, file }: ParamsOf<typeof endpoints.downloadEvidence>,
  ): Promise<EvidenceFile> {
    const found = await scoped(this.source, account.scope, (tx) => this.repository.find(tx, county, file));
    if (!found) throw new ProblemException('not-found');
    return { name: found.fileName, mediaType: found.mediaType, bytes: found.content };
  }
}

const NOT_TAKEN = bilingual(
  '佐证材料只接受 PDF、JPEG、PNG 和不含宏的 Word（.docx）、Excel（.xlsx）文件，所选文件从内容看不是，未保存；请另存为其中一种格式后重新选择。',
  'Evidence is a PDF, JPEG or PNG, or a Word (.docx) or Excel (.xlsx) file without macros. By its content the chosen file is none and was not kept: save it in one of these forms and choose it again.',
);
