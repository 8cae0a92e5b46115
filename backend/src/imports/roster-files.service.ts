import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import type { SavedFile } from '../http/as-file';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { AssistantBatchService } from '../roster/assistant-batch.service';
import { makeRosterWorkbook, rosterFileName } from './make-roster-workbook';
import { RosterPlans } from './roster-plans.service';

/** A county's roster as the workbook to be filled in. */
@Injectable()
export class RosterFilesService {
  constructor(
    private readonly source: DataSource,
    private readonly batch: AssistantBatchService,
    private readonly places: PlacesService,
    private readonly plans: RosterPlans,
    private readonly settings: Settings,
  ) {}

  async download({ scope }: SignedIn, wanted: string): Promise<SavedFile> {
    const [county] = this.places.counties(scope.counties.filter((one) => one === wanted));
    if (!county) throw new ProblemException('not-found');
    const people = await scoped(this.source, scope, (tx) => this.batch.people(tx, county.id));
    const { demonstration } = this.settings;
    const bytes = await makeRosterWorkbook({
      ...{ county, people, demonstration },
      offices: this.plans.offices(county.id),
    });
    return { name: rosterFileName(county), bytes };
  }
}
