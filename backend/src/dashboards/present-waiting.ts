import type { Overview } from '@yuheng/shared/contract/overview';
import type { Role } from '@yuheng/shared/contract/roles';
import {
  type InCharge,
  pendingItems,
  type PendingFor,
  type PendingItem,
  type PendingKind,
  type PendingOfCounty,
} from '@yuheng/shared/domain/monitoring/pending';
import { risks, type RiskSentence } from '@yuheng/shared/domain/sentences/risks';
import type { NamesInCharge } from '../identity/accounts/persons-in-charge.service';
import { gatheredOf, type CountyOfYear } from './year-standing';

/** What 需要您办 and 风险提示 are made of. */
export interface WaitingSource {
  readonly program: Overview['program'];
  readonly year: number;
  readonly asOfChoice: Overview['asOfChoice'];
  readonly counties: readonly CountyOfYear[];
  readonly roles: readonly Role[];
  /** How many wait to be verified, of the counties that are read. */
  readonly doubts: number;
  /** Who holds the account in charge, by county and role. */
  readonly inCharge: NamesInCharge;
}

const PENDING_FOR = new Set<Role>([
  ...(['leader', 'finance', 'programOfficer', 'inspector'] as const),
  ...(['countyOfficer', 'countyApprover', 'countyFinance'] as const),
] satisfies PendingFor[]);
const isPendingFor = (role: Role): role is PendingFor => PENDING_FOR.has(role);

/** The point in time goes with every link, so that what is followed from a page of an earlier day is of that day too. */
export const queryOf = ({
  program,
  year,
  asOfChoice: { chosen },
}: Pick<WaitingSource, 'program' | 'year' | 'asOfChoice'>): string =>
  `program=${program}&year=${year}${chosen === null ? '' : `&asOf=${chosen}`}`;

type Items = Overview['needsYou'];

/** What waits by what was gathered, each kind once, however many roles the reader has. Of now alone: a page of an earlier day asks nothing. */
export function presentPending(source: WaitingSource): Items {
  if (source.asOfChoice.chosen !== null) return [];
  const facts = gatheredOf(source.counties).map((one) => one.facts);
  const items = new Map<PendingKind, PendingItem>();
  for (const role of source.roles.filter(isPendingFor)) {
    for (const item of pendingItems(role, facts)) {
      if (!items.has(item.kind)) items.set(item.kind, item);
    }
  }
  return [...items.values()].map((item) => {
    const [first, ...others] = item.counties;
    const { kind, count, overdue, text } = item;
    return {
      ...{ kind, count, overdue, text },
      link: placeOf(item, first, source),
      units: [first, ...others].map((one) => unitOf(item, one, source)),
    };
  });
}

function unitOf(
  item: PendingItem,
  one: PendingOfCounty,
  source: WaitingSource,
): Items[number]['units'][number] {
  const { county, count, daysPast } = one;
  const name = source.counties.find(({ place }) => place.id === county)?.place.name ?? county;
  return {
    unit: bureauOf(name, item.inCharge),
    ...{ county, count, daysPast },
    person: item.inCharge && source.inCharge(county, item.inCharge),
    link: placeOf(item, one, source),
  };
}

/** Whose bureau it is: inspections are the city's own, of whichever county. */
function bureauOf(county: string, inCharge: InCharge): string {
  if (inCharge === 'inspector') return `市司法局（${county}督查）`;
  return `${county}${inCharge === 'countyFinance' ? '财政局' : '司法局'}`;
}

/** Where the first of it is done. */
function placeOf({ kind }: PendingItem, { county, month }: PendingOfCounty, source: WaitingSource): string {
  const query = queryOf(source);
  switch (kind) {
    case 'approveInspections':
    case 'lateInspections':
      return `/inspections/${county}/${month}?${query}`;
    case 'approveWages':
    case 'lateWages':
      return `/funds/spending/${county}/${month}?${query}`;
    case 'findings':
    case 'overdueFindings':
      return `/findings?${query}&county=${county}${kind === 'findings' ? '' : '&state=overdue'}`;
    case 'filings':
    case 'passOn':
      return `/funds/ledger?${query}&county=${county}`;
  }
}

/** Each risk with the counties that it concerns: two clicks to the proof. */
export function presentRisks(source: WaitingSource): Overview['risks'] {
  const gathered = source.counties.flatMap(({ place, gathered: found }) => (found ? [{ place, found }] : []));
  const standings = gathered.map(({ found }) => found.standing);
  return risks(standings, source.doubts).map(({ kind, count, text, byCounty }) => ({
    ...{ kind, count, text },
    link: count > 0 ? pageOfRisk(kind, source) : null,
    counties: gathered
      .map(({ place }, index) => ({ county: place.id, count: byCounty[index] ?? 0 }))
      .filter((one) => one.count > 0),
  }));
}

/** The page that lists what a risk counts; of doubts only who may read them has one. */
function pageOfRisk(kind: RiskSentence['kind'], source: WaitingSource): string | null {
  switch (kind) {
    case 'unpaidWages':
      return `/funds/spending?${queryOf(source)}`;
    case 'overdueFindings':
    case 'repeatedFindings':
      return `/findings?${queryOf(source)}`;
    case 'doubts':
      return null;
  }
}
