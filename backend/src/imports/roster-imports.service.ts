import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { RosterPreview } from '@yuheng/shared/contract/roster-imports';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { ProblemException } from '../http/problem-exception';
import type { UploadedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { AssistantBatchService, type BatchRecord } from '../roster/assistant-batch.service';
import { markWorkbook } from '../workbooks/mark-workbook';
import { openWorkbook } from '../workbooks/open-workbook';
import { commentsOf } from '../workbooks/comments-of';
import { taken } from './imports.service';
import { cellOf, readRosterWorkbook, type ReadRoster } from './read-roster-workbook';
import { isWritten, previewOf } from './roster-plan';
import { RosterPlans, writtenInOrder, type RosterPlan } from './roster-plans.service';

type Imported = typeof endpoints.importRoster;

interface OpenedRoster {
  readonly read: ReadRoster;
  readonly sha256: string;
}

/** A county's roster by Excel. Nothing of a file is kept: whoever imports sends it again with what the preview said. */
@Injectable()
export class RosterImportsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly plans: RosterPlans,
    private readonly batch: AssistantBatchService,
  ) {}

  /** Says of each cell what it would do; the roster stays as it is. */
  async preview(act: Act, by: SignedIn, county: string, file: UploadedFile): Promise<RosterPreview> {
    const opened = await this.open(act, by, county, file);
    return this.trail.record(act, by.scope, async (tx) => {
      const plan = await this.plans.of(tx, { county, sha256: opened.sha256 }, opened.read);
      const errors = errorsOf(plan);
      return {
        digest: plan.digest,
        fileName: file.name,
        ...countsOf(plan),
        errors: errors.length,
        people: plan.rows.flatMap((row) => previewOf(row, plan.offices) ?? []),
        remarks: [...plan.remarks],
        marked:
          errors.length > 0
            ? markWorkbook(file.bytes, opened.read.table.name, commentsOf(errors)).toString('base64')
            : null,
      };
    });
  }

  /** Takes over the file that was previewed, all or nothing, where the roster is as it was then. */
  async import(
    act: Act,
    by: SignedIn,
    { county, digest }: QueryOf<Imported>,
    file: UploadedFile,
  ): Promise<ResponseOf<Imported>> {
    const { read, sha256 } = await this.open(act, by, county, file);
    return this.trail.record(act, by.scope, async (tx) => {
      const plan = await this.plans.of(tx, { county, sha256 }, read);
      if (errorsOf(plan).length > 0) throw new ProblemException('refused', WITH_ERRORS, [WITH_ERRORS_AT]);
      if (plan.digest !== digest) throw new ProblemException('conflict', NOT_AS_PREVIEWED);
      act.note({ after: await this.write(tx, by, plan) });
      return countsOf(plan);
    });
  }

  private async open(act: Act, by: SignedIn, county: string, { bytes }: UploadedFile): Promise<OpenedRoster> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    act.note({ object: { kind: 'roster', id: county }, digest: sha256 });
    if (!by.scope.counties.includes(county)) throw new ProblemException('not-found');
    const workbook = taken(await openWorkbook(bytes));
    return { read: taken(readRosterWorkbook(workbook, county)), sha256 };
  }

  /** @returns what the trail keeps: of each person the id of the record and what is no personal data */
  private async write(tx: EntityManager, { username }: SignedIn, { county, rows }: RosterPlan) {
    const entered: BatchRecord[] = [];
    const changes: BatchChange[] = [];
    for (const { recorded, person, changed } of writtenInOrder(rows)) {
      if (person === null) continue;
      if (recorded === null) entered.push(await this.batch.enter(tx, { county, by: username }, person));
      else changes.push({ ...(await this.batch.change(tx, county, recorded, person)), changed });
    }
    return { county, entered, changes };
  }
}

interface BatchChange {
  readonly before: BatchRecord;
  readonly after: BatchRecord;
  readonly changed: readonly string[];
}

const errorsOf = ({ rows }: RosterPlan) =>
  rows.flatMap(({ row, errors }) =>
    errors.map(({ field, text }) => ({ cell: cellOf(row.row, field), text })),
  );

function countsOf({ rows }: RosterPlan): ResponseOf<Imported> {
  const sound = rows.filter(({ errors }) => errors.length === 0);
  const written = sound.filter(isWritten);
  const entered = written.filter(({ recorded }) => recorded === null).length;
  return { entered, changed: written.length - entered, same: sound.length - written.length };
}

const WITH_ERRORS = bilingual(
  '花名册还有错误，未导入任何人员；请改正标注的单元格后重新上传核对。',
  'The roster has errors and nobody of it was taken: correct the marked cells and upload it again.',
);
const WITH_ERRORS_AT = refusal('/file', WITH_ERRORS.zh, WITH_ERRORS.en);
const NOT_AS_PREVIEWED = bilingual(
  '文件与核对时不同，或者核对之后花名册有变动，未导入任何人员；请重新上传核对后再导入。',
  'The file is not the one that was checked, or the roster changed since, and nobody was taken: upload it again and check.',
);
