import { Injectable } from '@nestjs/common';
import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { EvaluationMethodEntity } from './evaluation-method.entity';
import { MethodDraftEntity } from './method-draft.entity';

export interface VersionRow {
  readonly program: ProgramId;
  readonly version: number;
  readonly name: Bilingual;
  readonly basis: string;
  readonly basedOn: number | null;
  readonly publishedOn: IsoDate | null;
  readonly documentNumber: string | null;
  /** The name of who published it, for readers of the business; evaluators know the bureau and not its people. */
  readonly publishedBy: string | null;
  readonly definition: MethodDefinition;
}

export interface DraftRow {
  readonly draft: string;
  readonly program: ProgramId;
  readonly name: Bilingual;
  readonly basis: string;
  readonly basedOn: number | null;
  readonly definition: MethodDefinition;
  readonly lock: number;
  /** The name of who wrote it last. */
  readonly changedBy: string;
  readonly changedAt: string;
}

export interface UsingRound {
  readonly version: number;
  readonly year: number;
  readonly kind: 'selfEvaluation' | 'departmentEvaluation' | 'financeEvaluation';
  readonly finalised: boolean;
}

export interface ItemRow {
  readonly id: string;
  readonly name: Bilingual;
}

export type NewVersion = Omit<EvaluationMethodEntity, 'cityId'> & { readonly definition: MethodDefinition };

const VERSION = `
  select program_id as program, version, name, basis, based_on as "basedOn", published_on::text as "publishedOn",
    document_number as "documentNumber",
    (select n.name from account_names(array[published_by]) n) as "publishedBy", definition
  from evaluation_method`;

const DRAFT = `
  select draft_id as draft, program_id as program, name, basis, based_on as "basedOn", definition, lock,
    coalesce((select n.name from account_names(array[changed_by]) n), changed_by) as "changedBy",
    to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
  from method_draft`;

@Injectable()
export class MethodsRepository {
  /** The published versions that the scope may read, the newest first. */
  async versions(tx: EntityManager, program: string): Promise<VersionRow[]> {
    return tx.query(`${VERSION} where program_id = $1 order by version desc`, [program]);
  }

  async version(tx: EntityManager, program: string, version: number): Promise<VersionRow | null> {
    const rows: VersionRow[] = await tx.query(`${VERSION} where program_id = $1 and version = $2`, [
      program,
      version,
    ]);
    return rows[0] ?? null;
  }

  /** The latest published version; null: none is. */
  async inForce(tx: EntityManager, program: string): Promise<number | null> {
    const rows: { version: number | null }[] = await tx.query(
      'select max(version) as version from evaluation_method where program_id = $1',
      [program],
    );
    return rows[0]?.version ?? null;
  }

  /** Until the transaction ends nobody else publishes for this program. */
  async lockPublication(tx: EntityManager, program: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('evaluation_method'), hashtext($1))`, [program]);
  }

  async insertVersion(tx: EntityManager, cityId: string, version: NewVersion): Promise<void> {
    await tx.insert(EvaluationMethodEntity, { cityId, ...version } as never);
  }

  /** The drafts of a program, the one that was written last first. */
  async drafts(tx: EntityManager, program: string): Promise<DraftRow[]> {
    return tx.query(`${DRAFT} where program_id = $1 order by changed_at desc, draft_id`, [program]);
  }

  async draft(tx: EntityManager, draft: string): Promise<DraftRow | null> {
    const rows: DraftRow[] = await tx.query(`${DRAFT} where draft_id = $1`, [draft]);
    return rows[0] ?? null;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async holdDraft(tx: EntityManager, draft: string): Promise<DraftRow | null> {
    await tx.query('select 1 from method_draft where draft_id = $1 for update', [draft]);
    return this.draft(tx, draft);
  }

  async insertDraft(tx: EntityManager, draft: MethodDraftEntity): Promise<void> {
    await tx.insert(MethodDraftEntity, draft as never);
  }

  async saveDraft(
    tx: EntityManager,
    draftId: string,
    changes: Pick<MethodDraftEntity, 'name' | 'basis' | 'definition' | 'lock' | 'changedBy' | 'changedAt'>,
  ): Promise<void> {
    await tx.update(MethodDraftEntity, { draftId }, changes as never);
  }

  async removeDraft(tx: EntityManager, draftId: string): Promise<void> {
    await tx.delete(MethodDraftEntity, { draftId });
  }

  /** Which rounds use which version, the latest year first. */
  async rounds(tx: EntityManager, program: string): Promise<UsingRound[]> {
    return tx.query(
      `select method_version as version, year, kind, finalised_on is not null as finalised
       from evaluation_round where program_id = $1 order by year desc, kind`,
      [program],
    );
  }

  /** The items of the latest version of the inspection template, in its order. */
  async inspectionItems(tx: EntityManager, program: string): Promise<ItemRow[]> {
    return tx.query(
      `select item ->> 'id' as id, item -> 'name' as name
       from (select items from inspection_template where program_id = $1 order by version desc limit 1) latest,
         jsonb_array_elements(latest.items) with ordinality as entry (item, place)
       order by place`,
      [program],
    );
  }
}
