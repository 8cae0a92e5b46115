import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { EvaluationFirmEntity } from '../evaluation-firm.entity';
import { TeamsRepository } from './teams.repository';

type Firm = ResponseOf<typeof endpoints.createEvaluationFirm>;

/** 第三方机构. */
@Injectable()
export class FirmsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: TeamsRepository,
    private readonly settings: Settings,
  ) {}

  list(account: SignedIn): Promise<ResponseOf<typeof endpoints.listEvaluationFirms>> {
    return scoped(this.source, account.scope, async (tx) => ({
      firms: (await this.repository.firms(tx)).map(({ people, rounds, openTasks, ...firm }) => ({
        ...presentFirm(firm),
        ...{ people, rounds, openTasks },
      })),
      people: await this.repository.people(tx),
    }));
  }

  create(act: Act, account: SignedIn, body: BodyOf<typeof endpoints.createEvaluationFirm>): Promise<Firm> {
    const firm: EvaluationFirmEntity = {
      cityId: account.cityId,
      firmId: randomUUID(),
      ...body,
      version: 1,
      closedOn: null,
    };
    act.note({ object: { kind: 'evaluationFirm', id: firm.firmId }, after: body });
    return this.trail.record(act, account.scope, async (tx) => {
      if (!(await this.repository.insertFirm(tx, firm))) throw new ProblemException('conflict', CODE_TAKEN);
      return presentFirm(firm);
    });
  }

  /** @throws ProblemException not-found; conflict for an old version or a firm that is closed */
  close(
    act: Act,
    account: SignedIn,
    { firm: id, version }: { readonly firm: string; readonly version: number },
    reason: string,
  ): Promise<Firm> {
    act.note({ object: { kind: 'evaluationFirm', id }, reason });
    return this.trail.record(act, account.scope, async (tx) => {
      const firm = await this.repository.firm(tx, account.cityId, id);
      if (!firm) throw new ProblemException('not-found');
      if (firm.version !== version || firm.closedOn !== null) {
        throw new ProblemException('conflict', CHANGED);
      }
      const on = this.settings.clock.today();
      await this.repository.closeFirm(tx, firm, on);
      return presentFirm({ ...firm, closedOn: on, version: version + 1 });
    });
  }
}

const presentFirm = ({ firmId, name, code, version, closedOn }: EvaluationFirmEntity): Firm => ({
  id: firmId,
  name,
  code,
  version,
  closedOn,
});

const CODE_TAKEN = bilingual(
  '此机构代码已登记，请直接选用，或者核对代码。',
  'A firm of this code is entered already: use it, or check the code.',
);
const CHANGED = bilingual(
  '机构信息已被他人修改或者已停用，请刷新后核对。',
  'Somebody has changed the firm or closed it meanwhile: read it again.',
);
