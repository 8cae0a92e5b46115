import { bilingual, type Bilingual } from '../bilingual';
import type { CountyYearFacts } from '../metrics/facts';
import { filingState, fourFilings } from '../metrics/funds/filing-timeliness';
import { DEFAULT_METRIC_SETTINGS } from '../metrics/metric';
import { isOverdue, settledOn } from '../metrics/inspections/rectification-timeliness';
import { moneyChain } from './money-chain';

/** Who looks: each is shown only what he can do something about. */
export type PendingFor =
  'programOfficer' | 'inspector' | 'countyOfficer' | 'countyApprover' | 'countyFinance';

export interface PendingItem {
  readonly kind:
    | 'approveInspections'
    | 'approveWages'
    | 'lateInspections'
    | 'lateWages'
    | 'findings'
    | 'filings'
    | 'passOn';
  readonly count: number;
  /** How many of them are past their day. */
  readonly overdue: number;
  readonly text: Bilingual;
  /** The first county that it concerns, so that the reader gets to it in one click. */
  readonly county: string;
}

interface Kind {
  readonly kind: PendingItem['kind'];
  readonly roles: readonly PendingFor[];
  readonly count: (facts: CountyYearFacts) => number;
  readonly say: (count: number) => Bilingual;
  /** Only what is past its day is counted at all. */
  readonly late?: true;
}

const isMissing = ({ state }: { readonly state: string }): boolean => state === 'missing';
const isSubmitted = ({ stage }: { readonly stage: string }): boolean => stage === 'submitted';

const KINDS: readonly Kind[] = [
  {
    kind: 'approveInspections',
    roles: ['programOfficer'],
    count: ({ inspections }) => inspections.filter(isSubmitted).length,
    say: (count) =>
      bilingual(`${count} 份督查表已报送，待审核`, `${count} inspection sheets submitted, to be approved`),
  },
  {
    kind: 'approveWages',
    roles: ['programOfficer', 'countyApprover'],
    count: ({ wageMonths }) => wageMonths.filter(isSubmitted).length,
    say: (count) =>
      bilingual(`${count} 份工资支出表已报送，待审核`, `${count} wage sheets submitted, to be approved`),
  },
  {
    kind: 'lateInspections',
    late: true,
    roles: ['programOfficer', 'inspector'],
    count: ({ inspections }) => inspections.filter(isMissing).length,
    say: (count) =>
      bilingual(`${count} 份督查表已到期，尚未报送`, `${count} inspection sheets due and not submitted`),
  },
  {
    kind: 'lateWages',
    late: true,
    roles: ['programOfficer', 'countyOfficer'],
    count: ({ wageMonths }) => wageMonths.filter(isMissing).length,
    say: (count) =>
      bilingual(`${count} 份工资支出表已到期，尚未报送`, `${count} wage sheets due and not submitted`),
  },
  {
    kind: 'findings',
    roles: ['inspector', 'countyOfficer'],
    count: ({ findings, asOf }) =>
      findings.filter((one) => settledOn(one, asOf) === null || isOverdue(one, asOf)).length,
    say: (count) => bilingual(`${count} 个问题尚未整改`, `${count} findings not rectified yet`),
  },
  {
    kind: 'filings',
    late: true,
    roles: ['countyOfficer', 'countyFinance'],
    count: (facts) =>
      fourFilings(facts, DEFAULT_METRIC_SETTINGS).filter((one) => filingState(one, facts.asOf) === 'missing')
        .length,
    say: (count) => bilingual(`${count} 项备案已到期，尚未报送`, `${count} filings due and not made`),
  },
  {
    kind: 'passOn',
    roles: ['countyFinance'],
    count: (facts) => {
      const { received, passedOn } = moneyChain(facts);
      return received.amount > 0 && passedOn.amount < received.amount ? 1 : 0;
    },
    say: () =>
      bilingual('市级资金已到位，尚未全额拨付到县司法局', 'City money received and not passed on in full'),
  },
];

/**
 * What waits for one role, most of it first said as a count and then found by a click. Nothing is listed for a role that
 * can do nothing about it; a reader with nothing to do is told so by an empty list.
 */
export function pendingItems(role: PendingFor, counties: readonly CountyYearFacts[]): readonly PendingItem[] {
  return KINDS.filter(({ roles }) => roles.includes(role)).flatMap(({ kind, count, say, late }) => {
    const counts = counties.map((facts) => ({ county: facts.county, number: count(facts) }));
    const total = counts.reduce((sum, one) => sum + one.number, 0);
    const first = counts.find((one) => one.number > 0);
    const overdue = late ? total : 0;
    return first ? [{ kind, count: total, overdue, text: say(total), county: first.county }] : [];
  });
}
