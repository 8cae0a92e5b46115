import { Injectable } from '@nestjs/common';
import type { BodyOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { monthOf } from '@yuheng/shared/domain/period/year-month';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { changedAnswerRefusals } from '@yuheng/shared/domain/sheets/checks/kept-answers';
import { templateRefusals } from '@yuheng/shared/domain/sheets/checks/template-refusals';
import type { SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import { DataSource } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { changedMeanwhile } from './sheet-refusals';
import { SheetTemplatesRepository } from './sheet-templates.repository';

type Templates = ResponseOf<typeof endpoints.listSheetTemplates>;
type Template = ResponseOf<typeof endpoints.publishSheetTemplate>;

/** Which template, in the version that was read; 0: there is none yet. */
export interface TemplateTarget {
  readonly program: ProgramId;
  readonly kind: SheetKind;
  readonly version: number;
}

/** What the sheets of a kind ask, in versions of which each is in force from a month on. */
@Injectable()
export class SheetTemplatesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: SheetTemplatesRepository,
    private readonly settings: Settings,
  ) {}

  list(account: SignedIn, wanted: QueryOf<typeof endpoints.listSheetTemplates>): Promise<Templates> {
    return scoped(this.source, account.scope, async (tx) => ({
      templates: await this.repository.list(tx, wanted),
      others: await this.repository.others(tx, wanted),
    }));
  }

  /** A new version; sheets that are open already keep the one under which they were opened. */
  publish(
    act: Act,
    account: SignedIn,
    target: TemplateTarget,
    body: BodyOf<typeof endpoints.publishSheetTemplate>,
  ): Promise<Template> {
    const { program, kind } = target;
    act.note({ object: { kind: 'sheetTemplate', id: `${program}/${kind}` }, reason: body.reason });
    return this.trail.record(act, account.scope, async (tx) => {
      const earlier = await this.repository.list(tx, target);
      const [newest] = earlier;
      if ((newest?.version ?? 0) !== target.version) throw changedMeanwhile(newest?.version ?? 0);
      const refusals = [
        ...templateRefusals(
          { kind, items: body.items, rules: body.rules },
          await this.repository.others(tx, target),
        ),
        ...changedAnswerRefusals(body.items, earlier),
        ...this.fromRefusals(body.validFrom, newest?.validFrom),
      ];
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      const version = target.version + 1;
      const created = { program, kind, version, ...body, createdBy: account.username };
      await this.repository.insert(tx, account.cityId, created);
      act.note({ after: { version, validFrom: body.validFrom, items: body.items.map(({ id }) => id) } });
      return { ...created, createdAt: this.settings.clock.now().toISOString() };
    });
  }

  /** The months that are over are open under the version that was in force. */
  private fromRefusals(validFrom: string, newest: string | undefined): Refusal[] {
    const current = monthOf(this.settings.clock.today());
    const earliest = newest !== undefined && newest > current ? newest : current;
    if (validFrom >= earliest) return [];
    return [
      refusal(
        '/validFrom',
        `新模板最早可以从${earliest}起使用，以前月份的表已经开放，请改正。`,
        `A new version is in force from ${earliest} at the earliest, the sheets before it are open already; correct it.`,
      ),
    ];
  }
}
