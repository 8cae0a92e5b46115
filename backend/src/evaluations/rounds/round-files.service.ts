import { Injectable } from '@nestjs/common';
import type { ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { evidenceName, evidenceTypeOf } from '../../evidence/evidence-content';
import { ProblemException } from '../../http/problem-exception';
import type { UploadedFile } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { RoundActs } from './round-acts.service';
import { RoundFilesRepository } from './round-files.repository';

/** Scans of a round's documents, read by the city and the team. */
@Injectable()
export class RoundFilesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly acts: RoundActs,
    private readonly repository: RoundFilesRepository,
  ) {}

  /** @throws ProblemException not-found, forbidden; unsupported-media-type for what is no such document */
  async store(
    act: Act,
    account: SignedIn,
    round: string,
    file: UploadedFile,
  ): Promise<ResponseOf<typeof endpoints.storeRoundFile>> {
    const mediaType = evidenceTypeOf(file.bytes);
    if (!mediaType) throw new ProblemException('unsupported-media-type', NOT_TAKEN);
    const [name, size] = [evidenceName(file.name, mediaType), file.bytes.length];
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return this.trail.record(act, account.scope, async (tx) => {
      this.acts.demandOrganiser(account, (await this.acts.rows(tx, account, round)).round);
      const id = randomUUID();
      await this.repository.insert(tx, {
        cityId: account.cityId,
        roundId: round,
        fileId: id,
        countyId: null,
        name,
        mediaType,
        size,
        sha256,
        content: file.bytes,
        uploadedBy: account.username,
        uploadedAt: new Date(),
      });
      act.note({ object: { kind: 'evaluationRound', id: round }, after: { file: id, name }, digest: sha256 });
      return { id, name, mediaType, size, sha256 };
    });
  }

  /** @throws ProblemException not-found for a file that is not there or not the reader's, alike */
  async download(
    account: SignedIn,
    { round, file }: ParamsOf<typeof endpoints.downloadRoundFile>,
  ): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
    const key = { cityId: account.cityId, roundId: round, fileId: file };
    const found = await scoped(this.source, account.scope, (tx) => this.repository.find(tx, key));
    if (!found) throw new ProblemException('not-found');
    return { name: found.name, mediaType: found.mediaType, bytes: found.content };
  }
}

const NOT_TAKEN = bilingual(
  '扫描件只接受 PDF、JPEG、PNG 和不含宏的 Word（.docx）、Excel（.xlsx）文件，所选文件从内容看不是，未保存；请另存为其中一种格式后重新选择。',
  'A scan is a PDF, JPEG or PNG, or a Word (.docx) or Excel (.xlsx) file without macros. By its content the chosen file is none and was not kept: save it in one of these forms and choose it again.',
);
