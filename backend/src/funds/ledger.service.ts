import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { entryOf } from '@yuheng/shared/domain/ledger/entry';
import { reversalOf } from '@yuheng/shared/domain/ledger/reversal';
import { fen, type Fen } from '@yuheng/shared/domain/money/fen';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { refusal, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { LedgerQueries, type EntryRow } from './ledger.queries';
import { LedgerRepository } from './ledger.repository';
import { balanceOf, presentEntry, toEntry } from './present-ledger';
import { actOfEntry, actsOf } from './who-enters';

type Entered = ResponseOf<typeof endpoints.enterLedgerEntry>;

/** The writing side of the ledger: entered link by link by those whose link it is, taken back by the same. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly repository: LedgerRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /** Enters what one act comes to, in one transaction with its entry in the trail. */
  async enter(
    act: Act,
    account: SignedIn,
    body: BodyOf<typeof endpoints.enterLedgerEntry>,
  ): Promise<Entered> {
    const { program, year, county, on, documentNumber, subject, reason, advance } = body;
    act.note({
      object: { kind: 'ledger', id: `${program}/${year}/${county}` },
      ...(reason ? { reason } : {}),
    });
    requireCounty(account, county);
    requireAct(account, body.act);
    const ledger = { county, program, year };
    return this.trail.record(act, account.scope, async (tx) => {
      const [balance] = await this.queries.balances(tx, ledger);
      const settled = advance === undefined ? null : await this.queries.find(tx, ledger, advance);
      const postings = accept(
        entryOf(
          {
            year,
            act: body.act,
            source: body.source ?? null,
            amount: fen(body.fen),
            on: isoDate(on),
            documentNumber,
            subject,
            advance: advance ?? null,
          },
          {
            today: this.settings.clock.today(),
            balance: balanceOf(balance),
            closedMonths: await this.queries.closedMonths(tx, program),
            unsettled: unsettledOf(settled),
          },
        ),
      );
      const posted = { county, program, by: account.username, reason: reason ?? null, sourceDocument: null };
      const group = await this.repository.post(tx, postings, posted);
      act.note({ after: { ...body, group } });
      return this.entered(tx, account, group);
    });
  }

  /** Takes an entry back with all the lines of its act. */
  async reverse(act: Act, account: SignedIn, id: string, reason: string): Promise<Entered> {
    act.note({ object: { kind: 'ledgerEntry', id }, reason });
    return this.trail.record(act, account.scope, async (tx) => {
      const rows = await this.queries.actOf(tx, id);
      const entry = rows.find((row) => row.id === id);
      if (!entry) throw new ProblemException('not-found');
      requireAct(account, actOfEntry(entry));
      if (entry.sourceDocument !== null) throw refusedBecause([OF_A_SHEET]);
      const postings = accept(
        reversalOf(
          {
            entries: rows.map(toEntry),
            reversed: rows.filter((row) => row.reversedBy !== null).map((row) => row.id),
            settled: rows.filter(isSettled).map((row) => row.id),
          },
          this.settings.clock.today(),
          await this.queries.closedMonths(tx, entry.program),
        ),
      );
      const { county, program } = entry;
      const posted = { county, program, by: account.username, reason, sourceDocument: null };
      const group = await this.repository.post(tx, postings, posted);
      act.note({ before: { number: entry.number, fen: entry.fen }, after: { group } });
      return this.entered(tx, account, group);
    });
  }

  private async entered(tx: EntityManager, account: SignedIn, group: string): Promise<Entered> {
    const acts = actsOf(account.roles);
    const rows = await this.queries.group(tx, group);
    return this.places.asShown({ entries: rows.map((row) => presentEntry(row, acts)) });
  }
}

const OF_A_SHEET = refusal(
  '',
  '工资支付由已审核的支出表生成；请由市局重新开放该月支出表，更正并审核后自动冲销。',
  'Wage lines come from an approved spending sheet: have the sheet reopened, corrected and approved, and they are reversed.',
);

const unsettledOf = (advance: EntryRow | null): Fen | null =>
  typeof advance?.unsettledFen === 'number' ? fen(advance.unsettledFen) : null;

const isSettled = ({ unsettledFen, fen: amount, reversedBy }: EntryRow): boolean =>
  unsettledFen !== null && unsettledFen < amount && reversedBy === null;

export const refusedBecause = (refusals: readonly Refusal[]): ProblemException =>
  new ProblemException('refused', refusals[0]?.detail, refusals);

/** @throws ProblemException refused, with every reason. */
export function accept<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw refusedBecause(outcome.refusals);
}

/** A foreign county is not found, as if there were none. */
export function requireCounty(account: SignedIn, county: string): void {
  if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
}

function requireAct(account: SignedIn, wanted: ReturnType<typeof actsOf>[number]): void {
  if (actsOf(account.roles).includes(wanted)) return;
  throw new ProblemException(
    'forbidden',
    bilingual(
      '这一环节由其他单位登记：下达由市财政，到位、拨付、结转、交回由县财政，支付、归垫由县司法局经办人。',
      'Another office enters this link: issues the city’s finance, receipts, pass-ons and year-end entries the county’s finance, payments and settlements the county justice bureau.',
    ),
  );
}
