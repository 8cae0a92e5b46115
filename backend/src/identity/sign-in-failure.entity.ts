import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Wrong passwords in a row for a user name, whether an account has it or not. */
@Entity('sign_in_failure')
export class SignInFailureEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sign_in_failure' })
  usernameSha256: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz')
  lastAt: Date;

  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;
}
