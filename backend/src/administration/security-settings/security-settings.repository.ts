import { Injectable } from '@nestjs/common';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { SecuritySettingEntity } from '../security-setting.entity';

export interface StoredSettings {
  readonly version: number;
  readonly settings: SecuritySettings;
}

@Injectable()
export class SecuritySettingsRepository {
  constructor(private readonly installation: Settings) {}

  async read(tx: EntityManager): Promise<StoredSettings> {
    return asStored(await tx.findOneByOrFail(SecuritySettingEntity, { cityId: this.installation.cityId }));
  }

  /**
   * Reads the settings and holds them until the transaction ends. Every act of administration begins with it, so that
   * such acts of a city come one after the other: what an act has checked (the last administrator, a separation of
   * duties, a version) still holds when it is stored.
   */
  async hold(tx: EntityManager): Promise<StoredSettings> {
    return asStored(
      await tx.findOneOrFail(SecuritySettingEntity, {
        where: { cityId: this.installation.cityId },
        lock: { mode: 'pessimistic_write' },
      }),
    );
  }

  async replace(tx: EntityManager, { version, settings }: StoredSettings): Promise<void> {
    const { cityId } = this.installation;
    await tx.update(SecuritySettingEntity, { cityId }, { version, content: settings });
  }
}

const asStored = ({ version, content }: SecuritySettingEntity): StoredSettings => ({
  version,
  settings: content,
});
