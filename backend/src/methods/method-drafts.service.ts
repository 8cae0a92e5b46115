import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { CHANGED_MEANWHILE, DRAFT_GONE } from './method-refusals';
import { MethodsRepository, type DraftRow } from './methods.repository';
import { MethodsService } from './methods.service';
import { sizeOf } from './present-method';
import { presetsOf } from './presets-of-program';

type Draft = ResponseOf<typeof endpoints.createMethodDraft>;
type Origin = BodyOf<typeof endpoints.createMethodDraft>['from'];
type Content = BodyOf<typeof endpoints.saveMethodDraft>;

export interface DraftTarget {
  readonly draft: string;
  /** From If-Match. */
  readonly version: number;
}

interface Beginning {
  readonly name: Bilingual;
  readonly basis: string;
  readonly basedOn: number | null;
  readonly definition: MethodDefinition;
}

const EMPTY: Beginning = {
  name: bilingual('新的绩效评价办法', 'A new evaluation method'),
  basis: '',
  basedOn: null,
  definition: { indicators: [], scoreDecimals: 2, statedMarks: '100' },
};

/** Drafts are begun, written and withdrawn; what is published comes from one and is written no more. */
@Injectable()
export class MethodDraftsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly repository: MethodsRepository,
    private readonly methods: MethodsService,
    private readonly settings: Settings,
  ) {}

  create(act: Act, account: SignedIn, program: ProgramId, from: Origin): Promise<Draft> {
    const draftId = randomUUID();
    act.note({ object: { kind: 'methodDraft', id: draftId }, after: { program, from: originOf(from) } });
    return this.trail.record(act, account.scope, async (tx) => {
      const begun = await this.beginning(tx, program, from);
      const [at, by] = [this.settings.clock.now(), account.username];
      await this.repository.insertDraft(tx, {
        cityId: account.cityId,
        draftId,
        programId: program,
        ...begun,
        ...{ lock: 1, createdBy: by, createdAt: at, changedBy: by, changedAt: at },
      });
      return this.methods.presentDraft(tx, await this.methods.draft(tx, draftId));
    });
  }

  /** Whatever the checks say of it: a draft is kept as it was typed. */
  save(
    act: Act,
    account: SignedIn,
    target: DraftTarget,
    { name, basis, definition }: Content,
  ): Promise<Draft> {
    return this.trail.record(act, account.scope, async (tx) => {
      const before = await this.held(tx, act, target);
      const lock = before.lock + 1;
      await this.repository.saveDraft(tx, target.draft, {
        ...{ name, basis, definition, lock },
        changedBy: account.username,
        changedAt: this.settings.clock.now(),
      });
      const [was, is] = [sizeOf(before.definition), sizeOf(definition)];
      act.note({ before: { lock: before.lock, ...was }, after: { lock, ...is } });
      return this.methods.presentDraft(tx, await this.methods.draft(tx, target.draft));
    });
  }

  withdraw(act: Act, account: SignedIn, target: DraftTarget): Promise<void> {
    return this.trail.record(act, account.scope, async (tx) => {
      const { lock, name, program } = await this.held(tx, act, target);
      act.note({ before: { lock, title: name.zh, program } });
      await this.repository.removeDraft(tx, target.draft);
    });
  }

  /** The draft, held until the transaction ends, in the version that was read. */
  async held(tx: EntityManager, act: Act, { draft, version }: DraftTarget): Promise<DraftRow> {
    act.note({ object: { kind: 'methodDraft', id: draft } });
    const found = await this.repository.holdDraft(tx, draft);
    if (!found) throw new ProblemException('not-found', DRAFT_GONE);
    if (found.lock !== version) throw new ProblemException('conflict', CHANGED_MEANWHILE);
    return found;
  }

  private async beginning(tx: EntityManager, program: ProgramId, from: Origin): Promise<Beginning> {
    if (from.kind === 'empty') return EMPTY;
    if (from.kind === 'version') {
      const { name, basis, version, definition } = await this.methods.version(tx, {
        program,
        version: from.version,
      });
      return { name, basis, basedOn: version, definition };
    }
    const preset = presetsOf(program).find(({ id }) => id === from.preset);
    if (!preset) throw new ProblemException('not-found');
    return { name: preset.name, basis: '', basedOn: null, definition: preset.method as MethodDefinition };
  }
}

const originOf = (from: Origin): string =>
  from.kind === 'version' ? `version ${from.version}` : from.kind === 'preset' ? from.preset : 'empty';
