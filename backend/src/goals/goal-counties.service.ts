import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { draftGoal } from '@yuheng/shared/domain/goals/draft-goal';
import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { FactsService } from '../facts/facts.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import type { GoalKey } from './goals.repository';

/** 市级补助 for one post and month: 1,000 元 (both published texts). */
const PER_POST_MONTH = fen(100_000);

export interface GoalAddress {
  readonly program: ProgramId;
  readonly county: string;
  readonly year: number;
}

/** Which counties have a table of goals in a year, and what is known of them before anybody has written a word. */
@Injectable()
export class GoalCountiesService {
  constructor(
    private readonly facts: FactsService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** What every answer says of itself. */
  head({ program, county, year }: GoalAddress) {
    return { ...this.page(program, year), county, countyName: this.places.nameOf(county) };
  }

  cityName(): string {
    return this.places.nameOf(this.settings.cityId);
  }

  page(program: ProgramId, year: number) {
    return { program, year, asOf: this.settings.clock.today(), demonstration: this.settings.demonstration };
  }

  key({ program, county, year }: GoalAddress): GoalKey {
    return { cityId: this.settings.cityId, countyId: county, programId: program, year };
  }

  /**
   * What was gathered of the county and year, as of `on` or today if that is earlier.
   * @throws ProblemException not-found for another county, and where the year has no approved posts.
   */
  async factsOf(
    tx: EntityManager,
    account: SignedIn,
    { program, county, year }: GoalAddress,
    on?: IsoDate,
  ): Promise<CountyYearFacts> {
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    const today = this.settings.clock.today();
    const asOf = on && on < today ? on : today;
    const [facts] = await this.facts.read(tx, { program, county, year, asOf });
    if (!facts || facts.posts === 0) throw new ProblemException('not-found', NO_POSTS);
    return facts;
  }

  /** The counties of the scope that have approved posts in a year, in official order. */
  async counties(tx: EntityManager, account: SignedIn, program: ProgramId, year: number) {
    const asOf = this.settings.clock.today();
    const facts = await this.facts.read(tx, { program, year, asOf });
    const withPosts = facts.filter(({ posts }) => posts > 0).map(({ county }) => county);
    return this.places
      .counties(account.scope.counties)
      .filter(({ id }) => withPosts.includes(id))
      .map(({ id, name }) => ({ id, name }));
  }

  draft(facts: CountyYearFacts): GoalTable {
    return draftGoal({
      countyName: this.places.nameOf(facts.county),
      year: facts.year,
      posts: facts.posts,
      perPostMonth: PER_POST_MONTH,
      targets: this.settings.environment.light.targets,
    });
  }
}

/** The mid-year form stands for January to July: on 31 August all of July is due, and nothing of August. */
export const figuresUntil = (year: number): IsoDate => isoDate(`${year}-08-31`);

const NO_POSTS = bilingual(
  '该项目本年度没有核定名额，不填绩效目标表。',
  'The program has no approved posts in that year, and so no table of goals.',
);
