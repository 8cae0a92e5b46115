import { Injectable } from '@nestjs/common';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';

/** The security settings in force, for what happens before anybody is signed in; a session brings them along. */
@Injectable()
export class CityRulesRepository {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  async read(): Promise<SecuritySettings> {
    const [{ content }] = await this.source.query<[{ content: SecuritySettings }]>(
      'select content from security_setting where city_id = $1',
      [this.settings.cityId],
    );
    return content;
  }
}
