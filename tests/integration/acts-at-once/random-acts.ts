import { ownAct } from '@yuheng/backend/audit/act';
import { AuditTrail } from '@yuheng/backend/audit/audit-trail';
import { FundsService } from '@yuheng/backend/funds/funds.service';
import type { LedgerEntry } from '@yuheng/shared/contract/ledger';
import { yearMonth } from '@yuheng/shared/domain/period/year-month';
import { Random } from '../../golden/independent/random';
import type { TestAnswer, TestServer } from '../../support/server';
import { countyAsks, sheetRequests, type SheetRequests } from '../sheets/sheet-requests';

export const COUNTIES = ['tonghai', 'eshan'] as const;
const MONTH = '2026-03';
const YEAR = 2026;
const FIGURES = ['0', '3', '24', '-1', '24.5', 'x', ''];
const SPENDING = Object.entries(countyAsks(3));

/** What was answered, for whoever then looks at what is kept. */
export interface Answered {
  readonly statuses: Map<string, number>;
  /** Answers that the contract does not know, or a failure. */
  readonly unexpected: string[];
  readonly saved: { sheet: string; item: string; version: number; value: string | null; by: string }[];
  readonly entries: LedgerEntry[];
  /** Two answers to the same request under the same key, which both said that it was done. */
  readonly twice: (readonly [string, string])[];
}

export const nothingAnswered = (): Answered => ({
  statuses: new Map(),
  unexpected: [],
  saved: [],
  entries: [],
  twice: [],
});

/** One of several people who act at random and at once: sound and wrong, on the sheets and ledgers of two counties. */
export class RandomActs {
  private readonly random: Random;
  private readonly ask: SheetRequests;

  constructor(
    private readonly server: TestServer,
    private readonly answered: Answered,
    seed: number,
    person: number,
  ) {
    this.random = new Random(seed, person);
    this.ask = sheetRequests(server);
  }

  /** So that there is something to receive, to pass on and to spend, whatever comes first. */
  async provide(): Promise<void> {
    for (const county of COUNTIES)
      await this.send({ county, act: 'issue', fen: 100_000_000, on: '2026-04-02' }, `issue-${county}`);
  }

  async act(): Promise<void> {
    const drawn = this.random.below(100);
    if (drawn < 40) await this.save();
    else if (drawn < 65) await this.move();
    else if (drawn < 85) await this.enter();
    else if (drawn < 97) await this.reverse();
    else await this.closeOrReopen();
  }

  private note(what: string, answer: TestAnswer): TestAnswer {
    const { statuses, unexpected } = this.answered;
    const key = `${what} ${answer.status}`;
    statuses.set(key, (statuses.get(key) ?? 0) + 1);
    if (![200, 201, 400, 403, 404, 409, 422].includes(answer.status))
      unexpected.push(`${key} ${answer.text}`);
    return answer;
  }

  private sheet(): { county: string; sheet: string } {
    const county = this.random.pick(COUNTIES);
    return { county, sheet: `spending/${county}/${MONTH}` };
  }

  /** One field, mostly over the version that stands there, seldom over one that is gone. */
  private async save(): Promise<void> {
    const { county, sheet } = this.sheet();
    const as = this.random.chance(90) ? `county-${county}` : `county-${county}-approver`;
    const [item, sound] = this.random.pick(SPENDING);
    const current = (await this.ask.read(sheet)).items.find(({ id }) => id === item)?.current;
    const version = this.random.chance(90) ? (current?.version ?? 0) : this.random.below(5);
    const body = this.random.chance(75) ? sound : { state: 'reported', value: this.random.pick(FIGURES) };
    const answer = this.note('save', await this.ask.save({ sheet, item, as, version }, body));
    if (answer.status !== 200) return;
    const said = answer.json<{ current: { version: number; value: string | null } }>().current;
    this.answered.saved.push({ sheet, item, version: said.version, value: said.value, by: as });
  }

  private async move(): Promise<void> {
    const { county, sheet } = this.sheet();
    const act = this.random.pick([
      'submission',
      'submission',
      'approval',
      'approval',
      'return',
      'reopening',
    ] as const);
    const own = { submission: `county-${county}`, reopening: 'officer-1' }[act as string];
    const as = this.random.chance(90) ? (own ?? `county-${county}-approver`) : `county-${county}`;
    // What is to be handed in is filled in first, as a person would; somebody else may come between.
    if (act === 'submission')
      await this.ask.fill(sheet, as, Object.fromEntries(SPENDING)).catch(() => undefined);
    const body =
      act === 'return'
        ? { reason: '请核对' }
        : act === 'reopening'
          ? { reason: '更正', until: '2026-04-30' }
          : undefined;
    this.note(act, await this.ask.act({ sheet, act, as }, body));
  }

  private enter(): Promise<void> {
    const act = this.random.pick(['issue', 'receipt', 'receipt', 'passOn', 'payment', 'return'] as const);
    const body = {
      county: this.random.pick(COUNTIES),
      act,
      fen: this.random.between(1, 40) * 100_000,
      on: this.random.pick(['2026-03-18', '2026-04-02']),
      ...(act === 'payment'
        ? { source: this.random.pick(['cityGrant', 'countyPart', 'countyAdvance']) }
        : {}),
    };
    return this.send(body, `key-${this.random.below(1_000_000_000)}-${this.random.below(1_000_000)}`);
  }

  /** The same request twice at once under the same key, as after a double click. */
  private async send(
    body: { county: string; act: string; fen: number; on: string },
    key: string,
  ): Promise<void> {
    const { county, act } = body;
    const own = act === 'payment' ? `county-${county}` : `county-${county}-finance`;
    const request = {
      method: 'POST',
      url: '/api/ledger',
      as: act === 'issue' ? 'finance' : own,
      headers: { 'idempotency-key': key },
      body: {
        program: 'assistants',
        year: YEAR,
        documentNumber: '演示财行〔2026〕1号',
        subject: '演示科目',
        ...body,
      },
    } as const;
    const answers = await Promise.all([this.server.request(request), this.server.request(request)]);
    const [first, second] = answers.filter((answer) => this.note(act, answer).status === 201);
    if (first) this.answered.entries.push(...first.json<{ entries: LedgerEntry[] }>().entries);
    if (first && second) this.answered.twice.push([first.text, second.text]);
  }

  private async reverse(): Promise<void> {
    if (this.answered.entries.length === 0) return;
    const { id, county, link } = this.random.pick(this.answered.entries);
    const as =
      link === 'issue' ? 'finance' : link === 'payment' ? `county-${county}` : `county-${county}-finance`;
    const url = `/api/ledger/${id}/reversal`;
    const answer = this.note(
      'reversal',
      await this.server.request({ method: 'POST', url, as, body: { reason: '更正' } }),
    );
    if (answer.status === 201)
      this.answered.entries.push(...answer.json<{ entries: LedgerEntry[] }>().entries);
  }

  /** The books of the month, which are closed by the closing of the year and opened again by an act of their own. */
  private async closeOrReopen(): Promise<void> {
    const funds = this.server.app.get(FundsService);
    const months = { program: 'assistants', months: [yearMonth(MONTH)], by: 'officer-1' } as const;
    const isClosing = this.random.chance(50);
    await this.server.app
      .get(AuditTrail)
      .record(
        ownAct('trial'),
        { counties: [...COUNTIES], city: '530400', account: null, duties: [] },
        (tx) =>
          isClosing ? funds.closeMonths(tx, months) : funds.reopenMonths(tx, { ...months, reason: '更正' }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error) || !('slug' in error)) throw error;
      });
  }
}
