import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Years } from '@yuheng/shared/contract/years';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { yearOf } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { DutyRulesService } from '../../duties/duty-rules.service';
import { HolidaysService } from '../../duties/holidays.service';
import { ProblemException } from '../../http/problem-exception';
import { PlacesService } from '../../regions/places.service';
import { YearsQueries, type PostsToCopy } from './years.queries';

interface YearToOpen {
  readonly cityId: string;
  readonly program: ProgramId;
  readonly year: number;
}

/** The year that is opened next: after the last one or, in a new installation, the year of the newest published split. */
@Injectable()
export class NextYear {
  constructor(
    private readonly queries: YearsQueries,
    private readonly rules: DutyRulesService,
    private readonly holidays: HolidaysService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** What it would be opened with; null where nothing is known from which a year could be opened. */
  async describe(tx: EntityManager, program: ProgramId): Promise<Years['next']> {
    const posts = await this.queries.postsToCopy(tx, program);
    if (posts === null) return null;
    const year = yearAfter(posts);
    const rules = (await this.rules.inForce(tx))(year);
    return {
      year,
      from: posts.from,
      fromYear: posts.fromYear,
      counties: posts.counties.map(({ county, posts: count, budget }) => ({
        id: county,
        name: this.places.nameOf(county),
        posts: count,
        budgetFen: budget,
      })),
      inspectionTemplate: await this.queries.templateIn(tx, program, year),
      dutyRules: rules.filter((rule) => rule.program === program).length,
      holidayTable: (await this.holidays.calendar(tx)).hasTable(year),
    };
  }

  /** Writes the posts of the next year. @returns what the trail says of it. @throws ProblemException refused for any other year. */
  async open(tx: EntityManager, { cityId, program, year }: YearToOpen): Promise<object> {
    const posts = await this.queries.postsToCopy(tx, program);
    if (posts === null) throw refusedYear(NOTHING_TO_COPY.zh, NOTHING_TO_COPY.en);
    const next = yearAfter(posts);
    if (year !== next) {
      throw refusedYear(
        `下一个应开启的年度是${next}年，不能开启${year}年；请按顺序开启。`,
        `The next year to open is ${next}, not ${year}: open years in their order.`,
      );
    }
    const latest = yearOf(this.settings.clock.today()) + 1;
    if (year > latest) {
      throw refusedYear(
        `最早可在${year - 1}年开启${year}年；目前最多开启到${latest}年。`,
        `The year ${year} can be opened from ${year - 1} on; up to now ${latest} is the last.`,
      );
    }
    const source = SOURCES[posts.from](posts.fromYear);
    await this.queries.insertPosts(tx, { cityId, programId: program, year, source }, posts.counties);
    return {
      from: posts.from,
      fromYear: posts.fromYear,
      posts: posts.counties.map(({ county, posts: count }) => [county, count]),
    };
  }
}

const yearAfter = ({ from, fromYear }: PostsToCopy): number =>
  from === 'lastYear' ? fromYear + 1 : fromYear;

const SOURCES: Readonly<Record<PostsToCopy['from'], (year: number) => string>> = {
  lastYear: (year) => `沿用${year}年名额`,
  publishedText: (year) => `${year}年预算重点领域财政项目文本公开`,
};

const NOTHING_TO_COPY = bilingual(
  '此项目没有按名额分配的上年数据，也没有已载入的官方文本；请先在“官方文本”中载入。',
  'This program has neither posts of a last year nor a loaded text that prints them: load the published text first.',
);

const refusedYear = (zh: string, en: string): ProblemException =>
  new ProblemException('refused', bilingual(zh, en), [refusal('/year', zh, en)]);
