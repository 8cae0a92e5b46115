import { bilingual, type Bilingual } from '../bilingual';
import type { CountyYearFacts, Inspection } from '../metrics/facts';
import { filingState, fourFilings } from '../metrics/funds/filing-timeliness';
import { DEFAULT_METRIC_SETTINGS } from '../metrics/metric';
import { isOverdue, settledOn } from '../metrics/inspections/rectification-timeliness';
import { addDays, daysBetween, type IsoDate, type YearMonth } from '../period/year-month';
import { moneyChain } from './money-chain';

/** Who looks: each is shown only what he can do something about; the leadership and finance, what is past its day. */
export type PendingFor =
  | 'leader'
  | 'finance'
  | 'programOfficer'
  | 'inspector'
  | 'countyOfficer'
  | 'countyApprover'
  | 'countyFinance';

export type PendingKind =
  | 'approveInspections'
  | 'approveWages'
  | 'lateInspections'
  | 'lateWages'
  | 'findings'
  | 'overdueFindings'
  | 'filings'
  | 'passOn';

/** Whose it is to do what waits. Null: the reader himself. */
export type InCharge = 'inspector' | 'countyOfficer' | 'countyFinance' | null;

/** What waits of one county. */
export interface PendingOfCounty {
  readonly county: string;
  readonly count: number;
  /** The first month that it concerns, where it is a sheet of a month. */
  readonly month: YearMonth | null;
  /** Days that the first of it is past its day; null while none is. */
  readonly daysPast: number | null;
}

export interface PendingItem {
  readonly kind: PendingKind;
  readonly count: number;
  /** How many of them are past their day. */
  readonly overdue: number;
  readonly text: Bilingual;
  readonly inCharge: InCharge;
  /** In official order, so that the reader gets to each in one click; never empty. */
  readonly counties: readonly [PendingOfCounty, ...PendingOfCounty[]];
}

/** One thing that waits, and by which day it should be done; null: its day is not known. */
interface Waiting {
  readonly month: YearMonth | null;
  readonly dueOn: IsoDate | null;
}

interface Kind {
  readonly kind: PendingKind;
  readonly roles: readonly PendingFor[];
  readonly inCharge: InCharge;
  readonly find: (facts: CountyYearFacts) => readonly Waiting[];
  readonly say: (count: number) => Bilingual;
}

const isMissing = ({ state }: { readonly state: string }): boolean => state === 'missing';
const isSubmitted = ({ stage }: { readonly stage: string }): boolean => stage === 'submitted';
const sheet = ({ month, dueOn }: Pick<Inspection, 'month' | 'dueOn'>): Waiting => ({ month, dueOn });
/** A sheet that was handed in waits for the reader, however old its month: its own day is kept. */
const handedIn = ({ month }: Pick<Inspection, 'month'>): Waiting => ({ month, dueOn: null });
const deadline = (one: { readonly deadline: IsoDate }): Waiting => ({ month: null, dueOn: one.deadline });

const passOnWaiting = (facts: CountyYearFacts): readonly Waiting[] => {
  const { received, passedOn, clockDays } = moneyChain(facts);
  if (received.amount === 0 || passedOn.amount >= received.amount) return [];
  const hasClock = received.on !== null && clockDays !== null;
  return [{ month: null, dueOn: hasClock ? addDays(received.on, clockDays) : null }];
};

const PASS_ON = bilingual(
  '市级资金已到位，尚未全额拨付到县司法局',
  'City money received and not passed on in full',
);

const KINDS: readonly Kind[] = [
  {
    kind: 'approveInspections',
    roles: ['programOfficer'],
    inCharge: null,
    find: ({ inspections }) => inspections.filter(isSubmitted).map(handedIn),
    say: (count) =>
      bilingual(`${count} 份督查表已报送，待审核`, `${count} inspection sheets submitted, to be approved`),
  },
  {
    kind: 'approveWages',
    roles: ['programOfficer', 'countyApprover'],
    inCharge: null,
    find: ({ wageMonths }) => wageMonths.filter(isSubmitted).map(handedIn),
    say: (count) =>
      bilingual(`${count} 份工资支出表已报送，待审核`, `${count} wage sheets submitted, to be approved`),
  },
  {
    kind: 'lateInspections',
    roles: ['leader', 'programOfficer', 'inspector'],
    inCharge: 'inspector',
    find: ({ inspections }) => inspections.filter(isMissing).map(sheet),
    say: (count) =>
      bilingual(`${count} 份督查表已到期，尚未报送`, `${count} inspection sheets due and not submitted`),
  },
  {
    kind: 'lateWages',
    roles: ['leader', 'programOfficer', 'countyOfficer'],
    inCharge: 'countyOfficer',
    find: ({ wageMonths }) => wageMonths.filter(isMissing).map(sheet),
    say: (count) =>
      bilingual(`${count} 份工资支出表已到期，尚未报送`, `${count} wage sheets due and not submitted`),
  },
  {
    kind: 'findings',
    roles: ['inspector', 'countyOfficer'],
    inCharge: 'countyOfficer',
    find: ({ findings, asOf }) =>
      findings.filter((one) => settledOn(one, asOf) === null || isOverdue(one, asOf)).map(deadline),
    say: (count) => bilingual(`${count} 个问题尚未整改`, `${count} findings not rectified yet`),
  },
  {
    kind: 'overdueFindings',
    roles: ['leader', 'programOfficer'],
    inCharge: 'countyOfficer',
    find: ({ findings, asOf }) => findings.filter((one) => isOverdue(one, asOf)).map(deadline),
    say: (count) => bilingual(`${count} 个问题超期未整改`, `${count} findings past their deadline`),
  },
  {
    kind: 'filings',
    roles: ['leader', 'finance', 'programOfficer', 'countyOfficer', 'countyFinance'],
    inCharge: 'countyOfficer',
    find: (facts) =>
      fourFilings(facts, DEFAULT_METRIC_SETTINGS)
        .filter((one) => filingState(one, facts.asOf) === 'missing')
        .map(({ dueOn }) => ({ month: null, dueOn })),
    say: (count) => bilingual(`${count} 项备案已到期，尚未报送`, `${count} filings due and not made`),
  },
  {
    kind: 'passOn',
    roles: ['countyFinance'],
    inCharge: 'countyFinance',
    find: passOnWaiting,
    say: () => PASS_ON,
  },
  {
    kind: 'passOn',
    roles: ['leader', 'finance'],
    inCharge: 'countyFinance',
    find: (facts) => passOnWaiting(facts).filter(({ dueOn }) => dueOn !== null && dueOn < facts.asOf),
    say: () => PASS_ON,
  },
];

/**
 * What waits for one role: each kind in a sentence, with the counties that it concerns, how many days it is past its day
 * and whose it is. Nothing is listed for a role that can do nothing about it; a reader with nothing to do is told so by an
 * empty list. Days are calendar days from the day after the deadline; on the day itself nothing is past it.
 */
export function pendingItems(role: PendingFor, counties: readonly CountyYearFacts[]): readonly PendingItem[] {
  return KINDS.filter(({ roles }) => roles.includes(role)).flatMap(({ kind, inCharge, find, say }) => {
    const [first, ...others] = counties.flatMap((facts) => {
      const waiting = find(facts);
      return waiting.length > 0 ? [{ waiting, ...ofCounty(facts, waiting) }] : [];
    });
    if (!first) return [];
    const all = [first, ...others];
    const total = all.reduce((sum, one) => sum + one.count, 0);
    const overdue = all.reduce((sum, one) => sum + one.overdue, 0);
    const shown = ({ county, count, month, daysPast }: typeof first): PendingOfCounty => ({
      ...{ county, count, month, daysPast },
    });
    return [
      {
        kind,
        count: total,
        overdue,
        text: say(total),
        inCharge,
        counties: [shown(first), ...others.map(shown)],
      },
    ];
  });
}

function ofCounty(
  { county, asOf }: CountyYearFacts,
  waiting: readonly Waiting[],
): PendingOfCounty & { readonly overdue: number } {
  const past = waiting.flatMap(({ dueOn }) =>
    dueOn !== null && dueOn < asOf ? [daysBetween(dueOn, asOf)] : [],
  );
  return {
    county,
    count: waiting.length,
    month: waiting[0]?.month ?? null,
    daysPast: past.length > 0 ? Math.max(...past) : null,
    overdue: past.length,
  };
}
