import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { checkSettling } from '@yuheng/shared/domain/evaluating/settle-document';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import { refuseOutdated } from '../http/refuse-outdated';
import type { SignedIn } from '../identity/signed-in';
import type { DocumentRequestEntity } from './document-request.entity';
import { DocumentsRepository } from './documents.repository';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { unknownIndicator } from './known-indicator';
import { presentDocument } from './present-fieldwork';
import { refuseAny } from './refuse-any';

type Target = ParamsOf<typeof endpoints.settleDocument> & { readonly version: number };

/** 资料清单: what a county is asked for before the visit, and what came of it. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly documents: DocumentsRepository,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async ask(
    act: Act,
    account: SignedIn,
    asked: OfCounty,
    { documents, dueOn }: BodyOf<typeof endpoints.askDocuments>,
  ): Promise<ResponseOf<typeof endpoints.askDocuments>> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldwork', id: `${key.roundId}/${key.countyId}` } });
    return this.trail.record(act, scope, async (tx) => {
      const { method } = await this.access.openRound(tx, key.roundId);
      await this.documents.hold(tx, key);
      const before = await this.documents.ofCounty(tx, key);
      const titles = [...before.map(({ title }) => title), ...documents.map(({ title }) => title)];
      refuseAny([
        ...refusalsOfDay(dueOn, this.settings.clock.today()),
        ...documents.flatMap(({ title, indicator }, index) => [
          ...unknownIndicator(method, indicator, `/documents/${index}/indicator`),
          ...(titles.indexOf(title) === before.length + index
            ? []
            : [
                refusal(
                  `/documents/${index}/title`,
                  '清单中已有这份材料。',
                  'The list has this document already.',
                ),
              ]),
        ]),
      ]);
      const rows: DocumentRequestEntity[] = documents.map(({ indicator, title }, index) => ({
        ...{ ...key, documentId: randomUUID(), position: before.length + index + 1 },
        ...{ indicatorId: indicator, title, dueOn, state: 'asked', note: null, evidence: [], version: 1 },
        ...{ settledBy: null, settledOn: null, askedBy: account.username, askedAt: new Date() },
      }));
      await this.documents.add(tx, rows);
      act.note({ after: { documents: rows.length, dueOn } });
      return { documents: rows.map((row) => presentDocument(row, new Map())) };
    });
  }

  async settle(
    act: Act,
    account: SignedIn,
    { document, version, ...asked }: Target,
    { state, evidence = [], ...body }: BodyOf<typeof endpoints.settleDocument>,
  ): Promise<ResponseOf<typeof endpoints.settleDocument>> {
    const { key, scope, acts } = await this.access.open(account, asked);
    const note = body.note ?? null;
    act.note({ object: { kind: 'documentRequest', id: document } });
    return this.trail.record(act, scope, async (tx) => {
      await this.access.openRound(tx, key.roundId);
      const row = await this.documents.find(tx, key, document);
      if (!row) throw new ProblemException('not-found');
      refuseOutdated(version, row.version);
      refuseAny(checkSettling({ state, note, evidence: evidence.length }, acts.includes('waive')));
      const isOpen = state === 'asked';
      const settled = {
        ...{ state, note, evidence, version: row.version + 1 },
        settledBy: isOpen ? null : account.username,
        settledOn: isOpen ? null : this.settings.clock.today(),
      };
      await this.documents.settle(tx, row, settled);
      act.note({ before: { state: row.state }, after: { state, note } });
      return presentDocument({ ...row, ...settled }, new Map([[account.username, account.name]]));
    });
  }
}

const refusalsOfDay = (dueOn: string, today: string): readonly Refusal[] =>
  dueOn >= today
    ? []
    : [
        refusal(
          '/dueOn',
          `提供期限不得早于今天（${today}），请改正。`,
          `The day for the documents must not lie before today, ${today}; correct it.`,
        ),
      ];
