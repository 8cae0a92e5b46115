import type { CountyBeside } from '@yuheng/shared/contract/county-beside';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { sharesOf, type CityMedians } from '@yuheng/shared/domain/evaluating/city-medians';
import { opinionsInWords } from '@yuheng/shared/domain/evaluating/opinions-in-words';
import type { Conditions } from '@yuheng/shared/domain/regions/like-conditions';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import type { Opinion } from '../evaluations/results/opinions.service';
import type { RunWithResults } from '../evaluations/results.service';

export interface AlikeCounties {
  readonly sentence: Bilingual;
  readonly counties: readonly (Conditions & { readonly name: string })[];
}

export interface BesideParts {
  readonly county: string;
  /** As far as the reader reads it: a county its own row. */
  readonly found: RunWithResults | null;
  readonly city: CityMedians | null;
  readonly opinions: readonly Opinion[] | null;
  /** Null for readers of one county. */
  readonly alike: AlikeCounties | null;
}

/** Beside what a finalised result stands. */
export function presentBeside({ county, found, city, opinions, alike }: BesideParts): CountyBeside {
  const method = found?.run.method.definition;
  const answerOf = (id: string) => found?.results.find((one) => one.county === id)?.answer;
  const shares = (id: string): CountyBeside['shares'] => {
    const answer = answerOf(id);
    return method && answer ? [...sharesOf(method, answer)] : [];
  };
  const names = new Map((method?.indicators ?? []).map((one) => [one.id, nameOf(one)]));
  return {
    shares: shares(county),
    city: city && { counties: city.counties, total: city.total, shares: [...city.dimensions] },
    alike: alike && {
      sentence: alike.sentence,
      counties: alike.counties.map(({ county: id, name }) => ({
        id,
        name,
        total: answerOf(id)?.total ?? null,
        shares: shares(id),
      })),
    },
    opinions: {
      sentence: opinionsInWords(opinions && opinions.map(({ ruling }) => ruling)),
      rows: (opinions ?? []).map((one) => ({
        ...one,
        name: names.get(one.indicator) ?? bilingual(one.indicator, one.indicator),
      })),
    },
  };
}
