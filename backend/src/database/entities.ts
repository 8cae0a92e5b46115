import { AccountEntity } from '../identity/account.entity';
import { AccountRoleEntity } from '../identity/account-role.entity';
import { AllocationPartEntity } from '../allocations/allocation-part.entity';
import { AllocationRunEntity } from '../allocations/allocation-run.entity';
import { EvaluationMethodEntity } from '../methods/evaluation-method.entity';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { EvaluatorMarkEntity } from '../evaluations/evaluator-mark.entity';
import { FilingEntity } from '../funds/filing.entity';
import { FindingEntity } from '../findings/finding.entity';
import { FundMovementEntity } from '../funds/fund-movement.entity';
import { InspectionEntity } from '../inspections/inspection.entity';
import { InspectionResultEntity } from '../inspections/inspection-result.entity';
import { InspectionTemplateEntity } from '../inspections/inspection-template.entity';
import { InstallationEntity } from '../config/installation.entity';
import { OneTimeLinkEntity } from '../identity/one-time-link.entity';
import { PlaceEntity } from '../regions/place.entity';
import { PlaceNameEntity } from '../regions/place-name.entity';
import { ProgramEntity } from '../programs/program.entity';
import { ProgramPostEntity } from '../programs/program-post.entity';
import { PublicationEntity } from '../publications/publication.entity';
import { PublicationAmountEntity } from '../publications/publication-amount.entity';
import { PublicationProgramEntity } from '../publications/publication-program.entity';
import { ScoringResultEntity } from '../evaluations/scoring-result.entity';
import { ScoringRunEntity } from '../evaluations/scoring-run.entity';
import { SessionEntity } from '../identity/session.entity';
import { WageMonthEntity } from '../funds/wage-month.entity';
import { WorkloadMonthEntity } from '../workload/workload-month.entity';

/** Every table of the program, for TypeORM and for the migration drift test. */
export const entities = [
  AccountEntity,
  AccountRoleEntity,
  AllocationPartEntity,
  AllocationRunEntity,
  EvaluationMethodEntity,
  EvaluationRoundEntity,
  EvaluatorMarkEntity,
  FilingEntity,
  FindingEntity,
  FundMovementEntity,
  InspectionEntity,
  InspectionResultEntity,
  InspectionTemplateEntity,
  InstallationEntity,
  OneTimeLinkEntity,
  PlaceEntity,
  PlaceNameEntity,
  ProgramEntity,
  ProgramPostEntity,
  PublicationEntity,
  PublicationAmountEntity,
  PublicationProgramEntity,
  ScoringResultEntity,
  ScoringRunEntity,
  SessionEntity,
  WageMonthEntity,
  WorkloadMonthEntity,
];
