import { AccessTokenEntity } from '../identity/access-tokens/access-token.entity';
import { AccountContactEntity } from '../identity/accounts/account-contact.entity';
import { AccountEntity } from '../identity/accounts/account.entity';
import { AccountRoleEntity } from '../identity/accounts/account-role.entity';
import { AllocationPartEntity } from '../allocations/allocation-part.entity';
import { AllocationRunEntity } from '../allocations/allocation-run.entity';
import { SplitTableEntity } from '../allocations/history/split-table.entity';
import { SplitTableAmountEntity } from '../allocations/history/split-table-amount.entity';
import { AllocationPolicyEntity } from '../allocations/policies/allocation-policy.entity';
import { AllocationCommentEntity } from '../allocations/scenarios/allocation-comment.entity';
import { AllocationDecisionEntity } from '../allocations/decisions/allocation-decision.entity';
import { AllocationDecisionEntryEntity } from '../allocations/decisions/allocation-decision-entry.entity';
import { AllocationDecisionFileEntity } from '../allocations/decisions/allocation-decision-file.entity';
import { AllocationNoticeEntity } from '../allocations/decisions/allocation-notice.entity';
import { AllocationScenarioEntity } from '../allocations/scenarios/allocation-scenario.entity';
import { AssistantEntity } from '../roster/assistant.entity';
import { AssistantPostEntity } from '../roster/assistant-post.entity';
import { AuditEntryEntity } from '../audit/audit-entry.entity';
import { AuditSealEntity } from '../audit/audit-seal.entity';
import { ClosedYearEntity } from '../administration/years/closed-year.entity';
import { CredentialEntity } from '../identity/passwords/credential.entity';
import { DailyWorkEntity } from '../maintenance/daily-work.entity';
import { DutyRuleEntity } from '../duties/duty-rule.entity';
import { EvaluationAssignmentEntity } from '../evaluations/evaluation-assignment.entity';
import { EvaluationFirmEntity } from '../evaluations/evaluation-firm.entity';
import { InterestDeclarationEntity } from '../evaluations/interest-declaration.entity';
import { RoundCommentEntity } from '../evaluations/round-comment.entity';
import { RoundFileEntity } from '../evaluations/round-file.entity';
import { RoundMemberEntity } from '../evaluations/round-member.entity';
import { RoundStepEntity } from '../evaluations/round-step.entity';
import { EvaluationMethodEntity } from '../methods/evaluation-method.entity';
import { DeliberationEntity } from '../evaluations/deliberation.entity';
import { DraftResultEntity } from '../evaluations/draft-result.entity';
import { ReplySheetEntity } from '../evaluations/reply-sheet.entity';
import { CountyReplyEntity } from '../evaluations/county-reply.entity';
import { ReplyRulingEntity } from '../evaluations/reply-ruling.entity';
import { RoundFinalisationEntity } from '../evaluations/round-finalisation.entity';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { EvaluatorMarkEntity } from '../evaluations/evaluator-mark.entity';
import { FilingEntity } from '../funds/filing.entity';
import { DoubtEntity } from '../findings/doubt.entity';
import { DoubtEventEntity } from '../findings/doubt-event.entity';
import { FindingEntity } from '../findings/finding.entity';
import { FindingEventEntity } from '../findings/finding-event.entity';
import { FormerPasswordEntity } from '../identity/passwords/former-password.entity';
import { ClosedMonthEntity } from '../funds/closed-month.entity';
import { IssuePlanEntity } from '../funds/issue-plan.entity';
import { LedgerBalanceEntity } from '../funds/ledger-balance.entity';
import { LedgerEntryEntity } from '../funds/ledger-entry.entity';
import { ReconciliationExplanationEntity } from '../funds/reconciliation-explanation.entity';
import { HandOverEntity } from '../identity/accounts/hand-over.entity';
import { HolidayTableEntity } from '../duties/holiday-table.entity';
import { InspectionEntity } from '../inspections/inspection.entity';
import { InspectionResultEntity } from '../inspections/inspection-result.entity';
import { InspectionTemplateEntity } from '../inspections/inspection-template.entity';
import { InstallationEntity } from '../config/installation.entity';
import { OfficeMailboxEntity } from '../reminders/office-mailbox.entity';
import { OneTimeLinkEntity } from '../identity/first-administrator/one-time-link.entity';
import { IdempotencyKeyEntity } from '../audit/idempotency-key.entity';
import { GoalEventEntity } from '../goals/goal-event.entity';
import { MethodDraftEntity } from '../methods/method-draft.entity';
import { MailOutboxEntity } from '../reminders/mail-outbox.entity';
import { SelfEvaluationEntity } from '../goals/self-evaluation/self-evaluation.entity';
import { SelfSummaryEntity } from '../evaluations/rounds/self-summary.entity';
import { MidYearFormEntity } from '../goals/mid-year-form.entity';
import { PerformanceGoalEntity } from '../goals/performance-goal.entity';
import { PlaceEntity } from '../regions/place.entity';
import { PlaceNameEntity } from '../regions/place-name.entity';
import { ProgramEntity } from '../programs/program.entity';
import { ProgramPostEntity } from '../programs/program-post.entity';
import { PublicationAmountEntity } from '../publications/publication-amount.entity';
import { PublicationEntity } from '../publications/publication.entity';
import { PublicationProgramEntity } from '../publications/publication-program.entity';
import { RecoveryCodeEntity } from '../identity/second-factor/recovery-code.entity';
import { ScoringResultEntity } from '../evaluations/scoring-result.entity';
import { ScoringRunEntity } from '../evaluations/scoring-run.entity';
import { SecondFactorEntity } from '../identity/second-factor/second-factor.entity';
import { SecuritySettingEntity } from '../administration/security-setting.entity';
import { SessionEntity } from '../identity/session.entity';
import { SheetEntity } from '../sheets/sheet.entity';
import { SheetEventEntity } from '../sheets/sheet-event.entity';
import { EvidenceFileEntity } from '../evidence/evidence-file.entity';
import { SheetImportEntity } from '../imports/sheet-import.entity';
import { WageListHeadingEntity } from '../imports/wage-list-heading.entity';
import { SheetTemplateEntity } from '../sheets/sheet-template.entity';
import { SheetValueEntity } from '../sheets/sheet-value.entity';
import { SignInFailureEntity } from '../identity/sign-in-failure.entity';
import { EvidenceRequestEntity } from '../evaluations/scoring/evidence-request.entity';
import { ScoreEntryVersionEntity } from '../evaluations/scoring/score-entry-version.entity';
import { ScoreEntryEntity } from '../evaluations/scoring/score-entry.entity';
import { ScorePackEntity } from '../evaluations/packs/score-pack.entity';
import { ScorePackReturnEntity } from '../evaluations/packs/score-pack-return.entity';
import { ScorePhraseEntity } from '../evaluations/scoring/score-phrase.entity';
import { ScoreSheetEntity } from '../evaluations/scoring/score-sheet.entity';
import { WageMonthEntity } from '../funds/wage-month.entity';
import { WorkloadMonthEntity } from '../workload/workload-month.entity';
import { DocumentRequestEntity } from '../fieldwork/document-request.entity';
import { FieldRecordEntity } from '../fieldwork/field-record.entity';
import { FieldRecordVersionEntity } from '../fieldwork/field-record-version.entity';
import { FieldSignatureEntity } from '../fieldwork/field-signature.entity';
import { FieldFileEntity } from '../fieldwork/field-file.entity';
import { FieldSampleEntity } from '../fieldwork/field-sample.entity';
import { SurveyEntity } from '../fieldwork/survey.entity';
import { SurveyTokenEntity } from '../fieldwork/survey-token.entity';
import { SurveyAnswerEntity } from '../fieldwork/survey-answer.entity';
import { WallLinkEntity } from '../dashboards/wall/wall-link.entity';
import { BoundaryMapEntity } from '../regions/boundary-map/boundary-map.entity';

/** Every table of the program, for TypeORM and for the migration drift test. */
export const entities = [
  AccessTokenEntity,
  AccountContactEntity,
  AccountEntity,
  AccountRoleEntity,
  AllocationPartEntity,
  AllocationRunEntity,
  AllocationPolicyEntity,
  AllocationScenarioEntity,
  AllocationCommentEntity,
  SplitTableEntity,
  SplitTableAmountEntity,
  AllocationDecisionEntity,
  AllocationDecisionEntryEntity,
  AllocationDecisionFileEntity,
  AllocationNoticeEntity,
  IssuePlanEntity,
  AssistantEntity,
  AssistantPostEntity,
  AuditEntryEntity,
  AuditSealEntity,
  ClosedYearEntity,
  CredentialEntity,
  DailyWorkEntity,
  DutyRuleEntity,
  EvaluationAssignmentEntity,
  EvaluationFirmEntity,
  InterestDeclarationEntity,
  RoundCommentEntity,
  RoundFileEntity,
  RoundMemberEntity,
  RoundStepEntity,
  EvaluationMethodEntity,
  MethodDraftEntity,
  EvaluationRoundEntity,
  EvaluatorMarkEntity,
  FilingEntity,
  DoubtEntity,
  DoubtEventEntity,
  FindingEntity,
  FindingEventEntity,
  FormerPasswordEntity,
  ClosedMonthEntity,
  LedgerBalanceEntity,
  LedgerEntryEntity,
  ReconciliationExplanationEntity,
  GoalEventEntity,
  HandOverEntity,
  HolidayTableEntity,
  IdempotencyKeyEntity,
  InspectionEntity,
  InspectionResultEntity,
  InspectionTemplateEntity,
  InstallationEntity,
  MailOutboxEntity,
  MidYearFormEntity,
  OfficeMailboxEntity,
  OneTimeLinkEntity,
  PerformanceGoalEntity,
  PlaceEntity,
  PlaceNameEntity,
  ProgramEntity,
  ProgramPostEntity,
  PublicationAmountEntity,
  PublicationEntity,
  PublicationProgramEntity,
  RecoveryCodeEntity,
  ScoringResultEntity,
  ScoringRunEntity,
  SecondFactorEntity,
  SecuritySettingEntity,
  SelfEvaluationEntity,
  SelfSummaryEntity,
  SessionEntity,
  SheetEntity,
  SheetEventEntity,
  EvidenceFileEntity,
  EvidenceRequestEntity,
  ScoreEntryEntity,
  ScoreEntryVersionEntity,
  ScorePackEntity,
  ScorePackReturnEntity,
  ScorePhraseEntity,
  ScoreSheetEntity,
  SheetImportEntity,
  WageListHeadingEntity,
  SheetTemplateEntity,
  SheetValueEntity,
  SignInFailureEntity,
  WageMonthEntity,
  DocumentRequestEntity,
  FieldRecordEntity,
  FieldRecordVersionEntity,
  FieldSignatureEntity,
  FieldFileEntity,
  FieldSampleEntity,
  SurveyEntity,
  SurveyTokenEntity,
  SurveyAnswerEntity,
  WorkloadMonthEntity,
  DeliberationEntity,
  DraftResultEntity,
  ReplySheetEntity,
  CountyReplyEntity,
  ReplyRulingEntity,
  RoundFinalisationEntity,
  WallLinkEntity,
  BoundaryMapEntity,
];
