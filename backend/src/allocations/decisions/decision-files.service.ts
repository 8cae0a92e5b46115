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
import type { FileRow } from './decisions.queries';
import { DecisionDoor } from './decision-door.service';
import { DecisionFilesRepository } from './decision-files.repository';
import { DecisionsService } from './decisions.service';

type Stored = ResponseOf<typeof endpoints.uploadDecisionFile>;

/** Scans of signed steps and the 人员安置意见: added until the split is decided, and never changed. */
@Injectable()
export class DecisionFilesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly door: DecisionDoor,
    private readonly repository: DecisionFilesRepository,
    private readonly decisions: DecisionsService,
  ) {}

  /**
   * @throws ProblemException not-found; refused once the split is decided; forbidden to whoever may not attach it;
   *   unsupported-media-type for what is no such document
   */
  store(
    act: Act,
    account: SignedIn,
    { decision, kind }: { readonly decision: string; readonly kind: FileRow['kind'] },
    { name: called, bytes }: UploadedFile,
  ): Promise<Stored> {
    act.note({ object: { kind: 'allocationDecision', id: decision } });
    if (kind === 'staffingOpinion' && !account.roles.includes('programOfficer')) {
      throw new ProblemException('forbidden', OFFICERS);
    }
    const mediaType = evidenceTypeOf(bytes);
    if (!mediaType) throw new ProblemException('unsupported-media-type', NOT_TAKEN);
    const [name, sha256] = [
      evidenceName(called, mediaType),
      createHash('sha256').update(bytes).digest('hex'),
    ];
    return this.trail.record(act, account.scope, async (tx) => {
      const { row } = await this.door.hold(tx, decision);
      if (row.documentNumber !== null) throw new ProblemException('refused', DECIDED);
      const fileId = randomUUID();
      await this.repository.insert(tx, {
        ...{ cityId: account.cityId, decisionId: decision, fileId, kind, name, mediaType, sha256 },
        size: bytes.length,
        content: bytes,
        uploadedBy: account.username,
        uploadedAt: new Date(),
      });
      act.note({ after: { file: fileId, kind, name }, digest: sha256 });
      return {
        file: { id: fileId, name, sha256 },
        decision: await this.decisions.find(tx, account, decision),
      };
    });
  }

  /** @throws ProblemException not-found */
  async download(
    account: SignedIn,
    { decision, file }: ParamsOf<typeof endpoints.readDecisionFile>,
  ): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
    const key = { cityId: account.cityId, decisionId: decision, fileId: file };
    const found = await scoped(this.source, account.scope, (tx) => this.repository.find(tx, key));
    if (!found) throw new ProblemException('not-found');
    return { name: found.name, mediaType: found.mediaType, bytes: found.content };
  }
}

const NOT_TAKEN = bilingual(
  '扫描件只接受 PDF、JPEG、PNG 和不含宏的 Word（.docx）、Excel（.xlsx）文件，所选文件从内容看不是，未保存；请另存为其中一种格式后重新选择。',
  'A scan is a PDF, JPEG or PNG, or a Word (.docx) or Excel (.xlsx) file without macros. By its content the chosen file is none and was not kept: save it in one of these forms and choose it again.',
);
const OFFICERS = bilingual(
  '人员安置意见由项目管理科室人员上传。',
  'The staffing opinion is attached by a program officer.',
);
const DECIDED = bilingual(
  '本决定已印发，不能再添加材料；如有错误，请另行报送更正。',
  'The decision is promulgated and takes no more papers: submit a correction instead.',
);
