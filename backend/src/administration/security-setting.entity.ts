import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The security settings of a city; their history is the audit trail. */
@Entity('security_setting')
export class SecuritySettingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_security_setting' })
  cityId: string;

  @Column('integer')
  version: number;

  @Column('jsonb')
  content: SecuritySettings;
}
