import { Injectable } from '@nestjs/common';
import type { AllocationNotice } from '@yuheng/shared/contract/allocation-decisions';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { correctedSentence } from '@yuheng/shared/domain/allocation/deciding/notice-in-words';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { NoticesQueries, type NoticeRow } from './notices.queries';

type NoticeKey = ParamsOf<typeof endpoints.readAllocationNotice>;

/** What each county is told of its part: there is nothing before the split is decided, and a county finds its own only. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly queries: NoticesQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listAllocationNotices>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationNotices>> {
    return scoped(this.source, account.scope, async (tx) => {
      const rows = await this.queries.ofYear(tx, program, year);
      const { demonstration, clock } = this.settings;
      const notices = rows.map((row) => this.present(row));
      return { program, year, asOf: clock.today(), demonstration, notices };
    });
  }

  /** @throws ProblemException not-found for what there is not and for what is not the reader's, alike */
  read(account: SignedIn, key: NoticeKey): Promise<AllocationNotice> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, key));
  }

  /**
   * 签收: the first reading of a county counts and stays; who acknowledges again is answered with that one.
   * @throws ProblemException not-found as `read`
   */
  acknowledge(act: Act, account: SignedIn, key: NoticeKey): Promise<AllocationNotice> {
    act.note({ object: { kind: 'allocationNotice', id: `${key.decision}/${key.county}` } });
    return this.trail.record(act, account.scope, async (tx) => {
      await this.find(tx, key);
      const { clock } = this.settings;
      const read = { on: clock.today(), by: account.username, at: clock.now() };
      await this.queries.acknowledge(tx, key, read);
      const notice = await this.find(tx, key);
      act.note({ after: { readOn: notice.readOn, readBy: notice.readBy } });
      return notice;
    });
  }

  private async find(tx: EntityManager, { decision, county }: NoticeKey): Promise<AllocationNotice> {
    const row = await this.queries.find(tx, decision, county);
    if (!row) throw new ProblemException('not-found');
    return this.present(row);
  }

  private present(row: NoticeRow): AllocationNotice {
    const { program, year, decision, county, content, readOn, readBy, correctedBy, correctedOn } = row;
    return {
      ...{ program, year, decision, ...content, readOn, readBy },
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
      county: { id: county, name: this.places.nameOf(county) },
      corrected:
        correctedBy === null || correctedOn === null
          ? null
          : correctedSentence({ documentNumber: correctedBy, decidedOn: correctedOn }),
    };
  }
}
