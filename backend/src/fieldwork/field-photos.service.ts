import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FieldPhoto } from '@yuheng/shared/contract/fieldwork-papers';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { ProblemException } from '../http/problem-exception';
import type { UploadedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { FieldFilesRepository } from './field-files.repository';
import { FieldRecordsRepository } from './field-records.repository';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { unknownIndicator } from './known-indicator';
import { photoRow, pictureTypeOf } from './photo-row';
import { presentPhoto } from './present-fieldwork';
import { refuseAny } from './refuse-any';

/** Photographs of fieldwork: each of one indicator, kept as uploaded with its hash, never of a supervised person. */
@Injectable()
export class FieldPhotosService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly files: FieldFilesRepository,
    private readonly records: FieldRecordsRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws ProblemException unsupported-media-type for what no copy without its place could be made of */
  async store(
    act: Act,
    account: SignedIn,
    { indicator, note, record, ...asked }: OfCounty & QueryOf<typeof endpoints.storeFieldPhoto>,
    file: UploadedFile,
  ): Promise<FieldPhoto> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldwork', id: `${key.roundId}/${key.countyId}` } });
    const mediaType = pictureTypeOf(file.bytes);
    if (mediaType === null) throw new ProblemException('unsupported-media-type', NO_PICTURE);
    return this.trail.record(act, scope, async (tx) => {
      const { method } = await this.access.openRound(tx, key.roundId);
      const isKnown = record === undefined || (await this.records.find(tx, key, record)) !== null;
      refuseAny([...unknownIndicator(method, indicator, '/indicator'), ...(isKnown ? [] : [NO_RECORD])]);
      const { name, bytes } = file;
      const by = account.username;
      const row = photoRow(key, { name, bytes, mediaType, indicator, note, record: record ?? null, by });
      await this.files.add(tx, row);
      act.note({
        object: { kind: 'fieldPhoto', id: row.fileId },
        digest: row.sha256,
        after: { indicator, note },
      });
      return presentPhoto(row, new Map([[account.username, account.name]]));
    });
  }

  /** Its bytes go for good; what was there, its hash and the reason stay. */
  async withdraw(
    act: Act,
    account: SignedIn,
    { photo, ...asked }: ParamsOf<typeof endpoints.withdrawFieldPhoto>,
    { reason }: BodyOf<typeof endpoints.withdrawFieldPhoto>,
  ): Promise<FieldPhoto> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldPhoto', id: photo }, reason });
    return this.trail.record(act, scope, async (tx) => {
      await this.access.openRound(tx, key.roundId);
      const row = await this.files.find(tx, key, { fileId: photo, kind: 'photo' });
      if (!row) throw new ProblemException('not-found');
      if (row.withdrawnOn !== null) throw new ProblemException('refused', GONE);
      const gone = await this.files.withdraw(tx, row, { by: account.username, reason });
      act.note({ digest: row.sha256 });
      return presentPhoto(gone, new Map([[account.username, account.name]]));
    });
  }
}

const NO_PICTURE = bilingual(
  '照片只接受 JPEG 和 PNG 文件，所选文件不是，或者已损坏，未保存；请重新拍摄或者另存后再选。',
  'A photograph is a JPEG or PNG file; the chosen one is none, or is damaged, and was not kept: save it anew and choose it again.',
);
const NO_RECORD = refusal(
  '/record',
  '没有这份现场记录，请从列表中选择。',
  'There is no such record: choose from the list.',
);
const GONE = bilingual('这张照片已撤回。', 'This photograph has been taken away already.');
