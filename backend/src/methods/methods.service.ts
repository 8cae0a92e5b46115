import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { DRAFT_GONE } from './method-refusals';
import { MethodsRepository, type DraftRow, type VersionRow } from './methods.repository';
import { presetsOf } from './presets-of-program';
import { draftHead, presentMethod, sizeOf, versionHead } from './present-method';

type List = ResponseOf<typeof endpoints.listMethods>;
type Published = ResponseOf<typeof endpoints.readMethodVersion>;
type Draft = ResponseOf<typeof endpoints.readMethodDraft>;

export interface VersionKey {
  readonly program: ProgramId;
  readonly version: number;
}

/** 绩效评价办法 for their readers; which versions and drafts there are the scope decides. */
@Injectable()
export class MethodsService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: MethodsRepository,
    private readonly settings: Settings,
  ) {}

  async list(account: SignedIn, { program }: { readonly program: ProgramId }): Promise<List> {
    return scoped(this.source, account.scope, async (tx) => {
      const versions = await this.repository.versions(tx, program);
      const drafts = await this.repository.drafts(tx, program);
      const rounds = await this.repository.rounds(tx, program);
      return {
        program,
        demonstration: this.settings.demonstration,
        versions: versions.map((one) => ({
          ...versionHead(one),
          ...sizeOf(one.definition),
          rounds: rounds.filter(({ version }) => version === one.version).map(withoutVersion),
        })),
        drafts: drafts.map(draftHead),
        presets: presetsOf(program).map(({ id, name, description }) => ({ id, name, description })),
      };
    });
  }

  readVersion(account: SignedIn, key: VersionKey): Promise<Published> {
    return scoped(this.source, account.scope, async (tx) =>
      this.presentVersion(tx, await this.version(tx, key)),
    );
  }

  readDraft(account: SignedIn, draft: string): Promise<Draft> {
    return scoped(this.source, account.scope, async (tx) =>
      this.presentDraft(tx, await this.draft(tx, draft)),
    );
  }

  /** @throws ProblemException not-found */
  async version(tx: EntityManager, { program, version }: VersionKey): Promise<VersionRow> {
    const found = await this.repository.version(tx, program, version);
    if (!found) throw new ProblemException('not-found');
    return found;
  }

  /** @throws ProblemException not-found, which says what may have become of it */
  async draft(tx: EntityManager, draft: string): Promise<DraftRow> {
    const found = await this.repository.draft(tx, draft);
    if (!found) throw new ProblemException('not-found', DRAFT_GONE);
    return found;
  }

  async presentVersion(tx: EntityManager, row: VersionRow): Promise<Published> {
    const rounds = await this.repository.rounds(tx, row.program);
    return {
      ...versionHead(row),
      ...(await this.shared(tx, row)),
      rounds: rounds.filter(({ version }) => version === row.version).map(withoutVersion),
    };
  }

  async presentDraft(tx: EntityManager, row: DraftRow): Promise<Draft> {
    return { ...draftHead(row), ...(await this.shared(tx, row)), lock: row.lock };
  }

  private async shared(
    tx: EntityManager,
    row: Pick<VersionRow, 'program' | 'definition' | 'basedOn'>,
  ): Promise<ReturnType<typeof presentMethod> & Pick<Draft, 'program' | 'demonstration' | 'inForce'>> {
    const { program, basedOn } = row;
    const base = basedOn === null ? null : await this.repository.version(tx, program, basedOn);
    return {
      program,
      demonstration: this.settings.demonstration,
      ...presentMethod(row, base, await this.repository.inspectionItems(tx, program)),
      inForce: await this.repository.inForce(tx, program),
    };
  }
}

const withoutVersion = ({
  year,
  kind,
  finalised,
}: Published['rounds'][number]): Published['rounds'][number] => ({
  year,
  kind,
  finalised,
});
