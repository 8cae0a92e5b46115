import type { DutyParty } from './duty-rule';

/** The bureaus that have a mailbox of the office (单位公务邮箱); mediation committees are no bureaus. */
export type ReminderParty = Exclude<DutyParty, 'mediationCommittees'>;

/** A bureau of the city or of a county. */
export interface ReminderUnit {
  readonly party: ReminderParty;
  /** The city, or the county. */
  readonly place: string;
}

const OF_CITY: readonly ReminderParty[] = ['cityJustice', 'cityFinance'];
const OF_COUNTY: readonly ReminderParty[] = ['countyJustice', 'countyFinance'];

/** Every bureau that can be reminded: the two of the city first, then the two of each county, in the order given. */
export const reminderUnits = (city: string, counties: readonly string[]): readonly ReminderUnit[] => [
  ...OF_CITY.map((party) => ({ party, place: city })),
  ...counties.flatMap((place) => OF_COUNTY.map((party) => ({ party, place }))),
];

/** What a bureau is called. Example: 红塔区司法局. */
export const unitName = ({ party }: ReminderUnit, placeName: string): string =>
  `${placeName}${OF_FINANCE.includes(party) ? '财政局' : '司法局'}`;

const OF_FINANCE: readonly ReminderParty[] = ['cityFinance', 'countyFinance'];
