import { Injectable } from '@nestjs/common';
import { cityMedians, type CityMedians } from '@yuheng/shared/domain/evaluating/city-medians';
import { DataSource } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import { NO_SCOPE } from '../../database/scope';
import { PlacesService } from '../../regions/places.service';
import { ResultsService } from '../results.service';

/**
 * The medians of a result over the whole city, for readers who see their own county only. The one place that reads the
 * results of all counties for somebody who may not: it opens them to itself, for a run that is final, and lets nothing
 * out but medians of five counties or more. A county scope without the city reads no run that was never shown.
 */
@Injectable()
export class CityMediansService {
  constructor(
    private readonly source: DataSource,
    private readonly results: ResultsService,
    private readonly places: PlacesService,
  ) {}

  /** Null where the run is not final, or too few counties have a total. */
  async of(run: string): Promise<CityMedians | null> {
    const counties = this.places.all().filter(({ kind }) => kind === 'county');
    const scope = { ...NO_SCOPE, counties: counties.map(({ id }) => id) };
    const found = await scoped(this.source, scope, (tx) => this.results.runWithResults(tx, run));
    if (!found?.run.finalised) return null;
    return cityMedians(
      found.run.method.definition,
      found.results.map(({ answer }) => answer),
    );
  }
}
