import { Injectable } from '@nestjs/common';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Assistant, Roster, RosterMonths } from '@yuheng/shared/contract/roster';
import { type IsoDate, isoDate, yearOf } from '@yuheng/shared/domain/period/year-month';
import { onPostYear } from '@yuheng/shared/domain/roster/on-post-months';
import { DEFAULT_ON_POST_RULE, ON_POST_RULE_WORDS } from '@yuheng/shared/domain/roster/on-post-rule';
import { isOnPost } from '@yuheng/shared/domain/roster/post-period';
import { postStanding, rosterHeadline } from '@yuheng/shared/domain/roster/roster-headline';
import { vacanciesOf } from '@yuheng/shared/domain/roster/vacancies';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { PresentAssistant } from './present-assistant';
import { ROSTER_PROGRAM } from './roster-program';
import { RosterQueries } from './roster.queries';

/** A county has some 15 posts: everybody who ever was on one of them fits for decades. */
const PAGE = 100;

/** Reads the roster: one county's people, or the person-months of the counties. */
@Injectable()
export class RosterService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: RosterQueries,
    private readonly places: PlacesService,
    private readonly present: PresentAssistant,
    private readonly settings: Settings,
  ) {}

  /** One county; a foreign one is not found, as if there were none. */
  async read(by: SignedIn, wanted: QueryOf<typeof endpoints.readRoster>): Promise<Roster> {
    const [county] = this.places.counties(by.scope.counties.filter((one) => one === wanted.county));
    if (!county) throw new ProblemException('not-found');
    const asOf = this.settings.clock.today();
    const on = wanted.on === undefined ? asOf : isoDate(wanted.on);
    const { rows, posts } = await scoped(this.source, by.scope, async (tx) => ({
      rows: await this.queries.ofCounty(tx, county.id),
      posts: await this.queries.posts(tx, county.id, yearOf(on)),
    }));
    const persons = rows.map(({ periods }) => periods);
    const standing = postStanding(posts, persons.filter((periods) => isOnPost(periods, on)).length);
    const people = rows
      .filter(({ id }) => wanted.assistant === undefined || id === wanted.assistant)
      .map((row) => this.present.of(row, on))
      .sort(byStanding);
    const { cursor = 0 } = wanted;
    const [from, until] = [isoDate(`${yearOf(on)}-01-01`), isoDate(`${yearOf(on)}-12-31`)];
    return {
      county: { id: county.id, name: county.name },
      ...{ on, asOf, demonstration: this.settings.demonstration },
      ...standing,
      headline: rosterHeadline(standing),
      vacancies: posts === null ? [] : [...vacanciesOf(persons, { from, until, posts }, earlier(on, asOf))],
      offices: this.places
        .all()
        .filter(({ kind, parent }) => kind === 'office' && parent === county.id)
        .map(({ id, name }) => ({ id, name })),
      remarks: this.present.remarks(rows),
      total: people.length,
      people: people.slice(cursor, cursor + PAGE),
      next: cursor + PAGE < people.length ? cursor + PAGE : null,
    };
  }

  /** Counts by county and month that is over; of a program without posts there are none. */
  async months(
    by: SignedIn,
    { program, year, rule = DEFAULT_ON_POST_RULE }: QueryOf<typeof endpoints.readRosterMonths>,
  ): Promise<RosterMonths> {
    const asOf = this.settings.clock.today();
    const { periods, posts } = await scoped(this.source, by.scope, async (tx) => ({
      periods: await this.queries.periodsOfYear(tx, year),
      posts: await this.queries.postsByCounty(tx, year),
    }));
    const counties = program === ROSTER_PROGRAM ? this.places.counties(by.scope.counties) : [];
    return {
      ...{ program, year, asOf, demonstration: this.settings.demonstration },
      ...{ rule, ruleText: ON_POST_RULE_WORDS[rule] },
      counties: counties.map(({ id, name }) => {
        const persons = periods.find(({ county }) => county === id)?.persons ?? [];
        const approved = posts.get(id) ?? null;
        const { months, ...sums } = onPostYear(persons, { year, posts: approved, rule, asOf });
        return { id, name, posts: approved, ...sums, months: [...months] };
      }),
    };
  }
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);

/** Who is on post first; then by the first day on post, and by id where that is the same. */
function byStanding(one: Assistant, other: Assistant): number {
  if (one.onPost !== other.onPost) return one.onPost ? -1 : 1;
  const key = ({ periods, id }: Assistant): string => `${periods[0]?.from ?? ''} ${id}`;
  return key(one) < key(other) ? -1 : 1;
}
