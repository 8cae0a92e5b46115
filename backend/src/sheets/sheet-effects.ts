import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import type { FormItem } from './sheet-form';
import type { SheetKey } from './sheet-key';
import type { SheetStep } from './sheet-moving';
import { SheetProjection } from './sheet-projection';

export interface MovedSheet {
  readonly key: SheetKey;
  readonly act: SheetStep['act'];
  readonly by: string;
  readonly items: readonly FormItem[];
}

/** What follows from an act on a sheet, in the same transaction. */
@Injectable()
export class SheetEffects {
  constructor(
    private readonly projection: SheetProjection,
    private readonly settings: Settings,
  ) {}

  async follow(tx: EntityManager, { key, items }: MovedSheet): Promise<void> {
    await this.projection.write(tx, { key, cityId: this.settings.cityId, items });
  }
}
