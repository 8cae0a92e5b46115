import { bilingual, type Bilingual } from '../bilingual';
import { fen, type Fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { monthOf, type IsoDate, type YearMonth } from '../period/year-month';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import type { LedgerAct, LedgerBalance, LedgerSource, Posting } from './ledger';

/** What somebody wants to enter. Fen above 0, whatever the act. */
export interface LedgerDraft {
  readonly year: number;
  readonly act: LedgerAct;
  /** Of a payment, and of nothing else. */
  readonly source: LedgerSource | null;
  readonly amount: Fen;
  readonly on: IsoDate;
  readonly documentNumber: string;
  readonly subject: string;
  /** The advance that a settlement settles. */
  readonly advance: string | null;
}

/** What the ledger says on the day on which something is entered. */
export interface LedgerState {
  readonly today: IsoDate;
  readonly balance: LedgerBalance;
  /** Months in which nothing may be entered; a year is closed with its December. */
  readonly closedMonths: readonly YearMonth[];
  /** What of the named advance is not settled yet; null: there is no such advance. */
  readonly unsettled: Fen | null;
}

/**
 * The lines that an act comes to, or why it may not be entered. Two rules are of the year (per source, rules.md section 2):
 * no more is received than was issued, passed on or paid from the grant than was received; and nothing goes into a closed month.
 * 归垫, 结转 and 交回 are linked lines, never an edit: a settlement gives back to the county what it takes from the grant;
 * what one year carries over the next one takes over; what was passed on already comes back first.
 * Example: received 100,000, paid 90,000, carried over 10,000 → receipt −10,000 in the year, receipt +10,000 in the next.
 */
export function entryOf(draft: LedgerDraft, state: LedgerState): Outcome<readonly Posting[]> {
  const refusals = [...formRefusals(draft, state), ...amountRefusals(draft, state)];
  return refusals.length > 0 ? refused(refusals) : accepted(postingsOf(draft, state.balance));
}

/** The months among those closed that keep an entry of this year and day out. */
export const closedTo = (
  closedMonths: readonly YearMonth[],
  { year, on }: Pick<LedgerDraft, 'year' | 'on'>,
): Refusal[] => {
  const december = `${year}-12` as YearMonth;
  if (closedMonths.includes(december)) {
    return [
      refusal(
        '/year',
        `${year}年度已关账，不能再登记该年度资金；确需登记的，请市局项目管理人员说明理由后重新开放。`,
        `The books of ${year} are closed; if it must be entered, ask the city's program officer to reopen them with a reason.`,
      ),
    ];
  }
  const month = monthOf(on);
  if (!closedMonths.includes(month)) return [];
  return [
    refusal(
      '/on',
      `${month}已关账，日期不能落在该月；更正请在未关账的月份红字冲销。`,
      `The month ${month} is closed; correct it by a reversal in a month that is open.`,
    ),
  ];
};

function formRefusals(draft: LedgerDraft, { today, closedMonths, unsettled }: LedgerState): Refusal[] {
  const refusals = closedTo(closedMonths, draft);
  if (draft.on > today) {
    refusals.push(
      refusal(
        '/on',
        `日期${draft.on}晚于今天${today}，请填写实际发生的日期。`,
        `The day ${draft.on} is after today, ${today}; give the day on which it happened.`,
      ),
    );
  }
  if ((draft.act === 'payment') !== (draft.source !== null)) {
    refusals.push(
      draft.source === null
        ? refusal('/source', '支付须注明资金来源。', 'A payment names its source of money.')
        : refusal(
            '/source',
            '只有支付须注明资金来源，请去掉此项。',
            'Only a payment names its source; leave it out.',
          ),
    );
  }
  if ((draft.act === 'settlement') !== (draft.advance !== null)) {
    refusals.push(
      draft.advance === null
        ? refusal(
            '/advance',
            '归垫须指明所归还的垫付记录。',
            'A settlement names the advance that it settles.',
          )
        : refusal(
            '/advance',
            '只有归垫须指明垫付记录，请去掉此项。',
            'Only a settlement names an advance; leave it out.',
          ),
    );
  } else if (draft.act === 'settlement' && unsettled === null) {
    refusals.push(
      refusal(
        '/advance',
        '本年度资金登记中没有这笔县级垫付，请从垫付记录中选择。',
        'There is no such advance in the ledger of this year; choose one from it.',
      ),
    );
  }
  return refusals;
}

interface Limit {
  readonly most: Fen;
  readonly what: Bilingual;
}

/** Each limit that an act must keep, with what it is a limit of. */
function limitsOf({ act, source }: LedgerDraft, { balance, unsettled }: LedgerState): Limit[] {
  const { issued, received, passedOn, granted, returned } = balance;
  const ofGrant: Limit = {
    most: fen(received - granted),
    what: bilingual('已到位而未支付的市级补助', 'the city grant that was received and is not paid'),
  };
  if (act === 'receipt') {
    return [
      {
        most: fen(issued - received - returned),
        what: bilingual('已下达而未到位的金额', 'what was issued and is not received'),
      },
    ];
  }
  if (act === 'passOn') {
    return [
      {
        most: fen(received - passedOn),
        what: bilingual('已到位而未拨付的金额', 'what was received and is not passed on'),
      },
    ];
  }
  if (act === 'payment') return source === 'cityGrant' ? [ofGrant] : [];
  if (act === 'return' || act === 'carryOver') return [ofGrant];
  if (act !== 'settlement' || unsettled === null) return [];
  return [
    ofGrant,
    { most: unsettled, what: bilingual('该笔垫付尚未归垫的金额', 'what of the advance is not settled') },
  ];
}

const amountRefusals = (draft: LedgerDraft, state: LedgerState): Refusal[] =>
  limitsOf(draft, state)
    .filter(({ most }) => draft.amount > most)
    .map(({ most, what }) =>
      refusal(
        '/fen',
        `金额${printYuan(draft.amount)}元超过${what.zh}${printYuan(most)}元，请核对文件和此前的登记。`,
        `The amount of ${printYuan(draft.amount)} yuan is more than ${what.en}, ${printYuan(most)} yuan; check the document and what was entered before.`,
      ),
    );

function postingsOf(draft: LedgerDraft, balance: LedgerBalance): Posting[] {
  const { act, year, amount, on, documentNumber, subject } = draft;
  const line = (changes: Partial<Posting>): Posting => ({
    year,
    link: 'receipt',
    source: 'cityGrant',
    kind: 'ordinary',
    amount,
    on,
    documentNumber,
    subject,
    monthWorked: null,
    reverses: null,
    settles: null,
    ...changes,
  });
  const less = fen(-amount);
  if (act === 'settlement') {
    const settlement = { link: 'payment', kind: 'settlement', settles: draft.advance } as const;
    return [
      line({ ...settlement, source: 'countyAdvance', amount: less }),
      line({ ...settlement, source: 'cityGrant' }),
    ];
  }
  if (act === 'payment') return [line({ link: act, source: draft.source ?? 'cityGrant' })];
  if (act !== 'return' && act !== 'carryOver') return [line({ link: act })];
  // What was passed on beyond the rest that stays received comes back before the money itself goes.
  const back = Math.max(0, balance.passedOn - (balance.received - amount));
  const passedBack = back > 0 ? [line({ link: 'passOn', kind: act, amount: fen(-back) })] : [];
  const goes = [...passedBack, line({ kind: act, amount: less })];
  if (act === 'return') return goes;
  const leaves = [...goes, line({ link: 'issue', kind: act, amount: less })];
  const comes = [...leaves].reverse().map((one) => ({ ...one, year: year + 1, amount: fen(-one.amount) }));
  return [...leaves, ...comes];
}
