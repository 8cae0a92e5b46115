import { Injectable } from '@nestjs/common';
import type { WageField } from '@yuheng/shared/domain/imports/wage-lists/wage-columns';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { WageListHeadingEntity } from './wage-list-heading.entity';

@Injectable()
export class WageListHeadingsRepository {
  constructor(private readonly settings: Settings) {}

  /** What a county said that headings mean. */
  ofCounty(tx: EntityManager, county: string): Promise<WageListHeadingEntity[]> {
    return tx.find(WageListHeadingEntity, {
      where: { cityId: this.settings.cityId, countyId: county },
      order: { heading: 'asc' },
    });
  }

  /** Said anew, a heading means what was said last. */
  async say(
    tx: EntityManager,
    { county, by }: { readonly county: string; readonly by: string },
    columns: ReadonlyMap<string, WageField>,
  ): Promise<void> {
    const { cityId, clock } = this.settings;
    const rows = [...columns].map(([heading, field]) => ({
      ...{ cityId, countyId: county, heading, field },
      ...{ saidBy: by, saidAt: clock.now() },
    }));
    await tx.upsert(WageListHeadingEntity, rows, ['cityId', 'countyId', 'heading']);
  }
}
