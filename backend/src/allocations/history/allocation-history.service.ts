import { Injectable } from '@nestjs/common';
import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import {
  fenOf,
  postsOf,
  sourceDifference,
  splitsOfYears,
} from '@yuheng/shared/domain/allocation/history/splits-of-years';
import { splitsInWords } from '@yuheng/shared/domain/allocation/history/splits-in-words';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { HistorySources } from './history-sources';
import type { KnownSplit } from './known-splits';

type ShownYear = AllocationHistory['years'][number];

/** Every year whose split is known, by its weightiest source, with what a policy could be tried on. */
@Injectable()
export class AllocationHistoryService {
  constructor(
    private readonly database: DataSource,
    private readonly sources: HistorySources,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async read(account: SignedIn, program: AllocationHistory['program']): Promise<AllocationHistory> {
    const asOf = this.settings.clock.today();
    return scoped(this.database, account.scope, async (tx) => {
      const { splits, basis } = await this.sources.splits(tx, program);
      const { years, others } = splitsOfYears(splits);
      const nameOf = (county: string): string => this.places.nameOf(county);
      const differences = others.flatMap((other) => {
        const counted = years.find(({ year }) => year === other.year);
        return counted ? (sourceDifference(counted, other, nameOf) ?? []) : [];
      });
      const wanted = { program, years: years.map(({ year }) => year), asOf };
      const evidence = await this.sources.evidence(tx, wanted);
      return this.places.asShown({
        program,
        asOf,
        demonstration: this.settings.demonstration,
        counties: this.places.counties(account.scope.counties).map(({ id, name }) => ({ id, name })),
        years: years.map((one) => ({ ...shown(one), ...(evidence.get(one.year) ?? NOTHING_KNOWN) })),
        differences,
        sentence: splitsInWords(years, basis),
      });
    });
  }
}

const NOTHING_KNOWN = { hasEvidence: false, lacking: null };

const shown = (split: KnownSplit): Omit<ShownYear, 'hasEvidence' | 'lacking'> => ({
  year: split.year,
  source: {
    kind: split.kind,
    text: split.text,
    sentences: [...split.sentences],
    decision: split.decision,
  },
  totalFen: fenOf(split),
  posts: postsOf(split),
  counties: split.counties.map((one) => ({ ...one })),
});
