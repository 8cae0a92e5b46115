import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { EvaluationAssignmentEntity } from '../evaluations/evaluation-assignment.entity';
import { EvaluationFirmEntity } from '../evaluations/evaluation-firm.entity';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { EvaluatorMarkEntity } from '../evaluations/evaluator-mark.entity';
import { ScoreEntryEntity } from '../evaluations/scoring/score-entry.entity';
import { ScoreSheetEntity } from '../evaluations/scoring/score-sheet.entity';
import { RoundMemberEntity } from '../evaluations/round-member.entity';
import { RoundStepEntity } from '../evaluations/round-step.entity';
import { LEDGER_OF_WAGES } from '../database/migrations/1790200000000-gathering-ledger-history';
import { DueDaysService } from '../duties/due-days.service';
import { DutyRulesRepository } from '../duties/duty-rules.repository';
import { HolidayTablesRepository } from '../duties/holiday-tables.repository';
import { DocumentRequestEntity } from '../fieldwork/document-request.entity';
import { FieldRecordVersionEntity } from '../fieldwork/field-record-version.entity';
import { FieldRecordEntity } from '../fieldwork/field-record.entity';
import { FieldSignatureEntity } from '../fieldwork/field-signature.entity';
import { SurveyEntity } from '../fieldwork/survey.entity';
import { FilingEntity } from '../funds/filing.entity';
import { FindingEntity } from '../findings/finding.entity';
import { ClosedMonthEntity } from '../funds/closed-month.entity';
import { ReconciliationExplanationEntity } from '../funds/reconciliation-explanation.entity';
import { LedgerEntryEntity } from '../funds/ledger-entry.entity';
import { WageMonthEntity } from '../funds/wage-month.entity';
import { FactsQueries } from '../facts/facts.queries';
import { FactsService } from '../facts/facts.service';
import { GoalEventEntity } from '../goals/goal-event.entity';
import { SelfEvaluationEntity } from '../goals/self-evaluation/self-evaluation.entity';
import { MidYearFormEntity } from '../goals/mid-year-form.entity';
import { PerformanceGoalEntity } from '../goals/performance-goal.entity';
import { AccountRoleEntity } from '../identity/accounts/account-role.entity';
import { CredentialEntity } from '../identity/passwords/credential.entity';
import { AccountEntity } from '../identity/accounts/account.entity';
import { InspectionResultEntity } from '../inspections/inspection-result.entity';
import { InspectionTemplateEntity } from '../inspections/inspection-template.entity';
import { InspectionEntity } from '../inspections/inspection.entity';
import { EvaluationMethodEntity } from '../methods/evaluation-method.entity';
import { MethodDraftEntity } from '../methods/method-draft.entity';
import { ProgramPostEntity } from '../programs/program-post.entity';
import { AssistantPostEntity } from '../roster/assistant-post.entity';
import { AssistantEntity } from '../roster/assistant.entity';
import { deriveSheets } from '../sheets/derive-sheets.queries';
import { SheetOpening } from '../sheets/sheet-opening';
import { SheetProjectionRepository } from '../sheets/sheet-projection.repository';
import { SheetsQueries } from '../sheets/sheets.queries';
import { SheetsRepository } from '../sheets/sheets.repository';
import { WorkloadMonthEntity } from '../workload/workload-month.entity';
import { demonstrationAccounts } from './demonstration-accounts';
import { demonstrationAssignments } from './demonstration-assignments';
import type { DemonstrationCounty } from './demonstration-county';
import { DEMONSTRATION_DAY, DEMONSTRATION_PROGRAM, FIRST_MONTH } from './demonstration-day';
import { closedMonths, ledgerOfMovement, vacancyExplanations } from './demonstration-ledger';
import { demonstrationDeclarations, demonstrationFirm, demonstrationMembers } from './demonstration-teams';
import { demonstrationSteps } from './demonstration-steps';
import { loadDeclarations } from './demonstration-declarations.repository';
import { methodDraft } from './demonstration-evaluation';
import { demonstrationFieldwork, type DemonstrationFieldwork } from './demonstration-fieldwork';
import { demonstrationRoster } from './demonstration-roster';
import {
  demonstrationGoal,
  demonstrationMidYear,
  GOAL_YEAR,
  MID_YEAR_FIGURES_UNTIL,
} from './demonstration-goals';
import { generateDemonstration, type DemonstrationData } from './generate-demonstration';
import { demonstrationSelfEvaluation, SELF_EVALUATED_ON } from './demonstration-self-evaluations';
import { demonstrationPapers } from './demonstration-papers';
import { loadDoubts } from './demonstration-doubts.repository';

export interface DemonstrationLoad {
  readonly cityId: string;
  /** One argon2id hash for all accounts, which share their password. */
  readonly passwordHash: string;
}

const FEN_PER_POST = 1_200_000;

/**
 * Inserts the demonstration and its accounts inside the caller's transaction, whose scope covers the city and all of its
 * counties. The places and the 2025 text must be there: posts and amounts are read from what was published.
 * @throws Error when a county has no office or no published amount.
 */
export async function loadDemonstration(
  tx: EntityManager,
  { cityId, passwordHash }: DemonstrationLoad,
): Promise<void> {
  const counties = await publishedCounties(tx, cityId);
  const { accounts, credentials, roles } = demonstrationAccounts(cityId, counties, passwordHash);
  const data = generateDemonstration({ cityId, counties });
  await insertAll(tx, AccountEntity, accounts);
  await insertAll(tx, CredentialEntity, credentials);
  await insertAll(tx, AccountRoleEntity, roles);
  await insertAll(tx, ProgramPostEntity, data.programPosts);
  await insertAll(tx, LedgerEntryEntity, data.fundMovements.map(ledgerOfMovement));
  await insertAll(tx, WageMonthEntity, data.wageMonths);
  await tx.query(LEDGER_OF_WAGES);
  await insertAll(tx, ClosedMonthEntity, closedMonths(cityId));
  const posts = new Map(counties.map((one) => [one.id, one.posts]));
  await insertAll(tx, ReconciliationExplanationEntity, vacancyExplanations(data.wageMonths, posts));
  await insertAll(tx, FilingEntity, data.filings);
  await insertAll(tx, WorkloadMonthEntity, data.workloadMonths);
  for (const county of counties) {
    const { assistants, assistantPosts } = demonstrationRoster({ cityId, county });
    await insertAll(tx, AssistantEntity, assistants);
    await insertAll(tx, AssistantPostEntity, assistantPosts);
  }
  await insertAll(tx, InspectionTemplateEntity, data.inspectionTemplates);
  await insertAll(tx, InspectionEntity, data.inspections);
  await insertAll(tx, InspectionResultEntity, data.inspectionResults);
  await insertAll(tx, FindingEntity, data.findings);
  await loadDoubts(tx, cityId);
  await deriveSheets(tx, cityId, new Date(`${FIRST_MONTH}-01T01:00:00Z`));
  const opening = new SheetOpening(
    new SheetsQueries(),
    new SheetsRepository(),
    new SheetProjectionRepository(),
    dueDays(),
  );
  await opening.openMonths(tx, DEMONSTRATION_DAY, new Date(`${DEMONSTRATION_DAY}T01:00:00Z`));
  await loadGoals(tx, cityId, counties);
  await insertAll(tx, EvaluationMethodEntity, data.evaluationMethods);
  await insertAll(tx, MethodDraftEntity, [methodDraft(cityId)]);
  await loadRounds(tx, data, counties);
}

async function loadRounds(
  tx: EntityManager,
  { evaluationRounds, evaluatorMarks, openMarks }: DemonstrationData,
  counties: readonly DemonstrationCounty[],
): Promise<void> {
  await insertAll(tx, EvaluationRoundEntity, evaluationRounds);
  await insertAll(
    tx,
    EvaluationFirmEntity,
    [...new Set(evaluationRounds.map(({ cityId }) => cityId))].map(demonstrationFirm),
  );
  await insertAll(tx, RoundMemberEntity, demonstrationMembers(evaluationRounds));
  await loadDeclarations(tx, demonstrationDeclarations(evaluationRounds, counties));
  await insertAll(tx, RoundStepEntity, demonstrationSteps(evaluationRounds));
  await insertAll(tx, EvaluatorMarkEntity, evaluatorMarks);
  await insertAll(tx, EvaluationAssignmentEntity, demonstrationAssignments(evaluationRounds, counties));
  await loadPapers(tx, evaluationRounds, [...evaluatorMarks, ...openMarks]);
  await loadFieldwork(tx, demonstrationFieldwork(evaluationRounds));
}

async function loadFieldwork(tx: EntityManager, fieldwork: DemonstrationFieldwork): Promise<void> {
  await insertAll(tx, DocumentRequestEntity, fieldwork.documents);
  await insertAll(tx, FieldRecordEntity, fieldwork.records);
  await insertAll(tx, FieldRecordVersionEntity, fieldwork.versions);
  await insertAll(tx, FieldSignatureEntity, fieldwork.signatures);
  await insertAll(tx, SurveyEntity, fieldwork.surveys);
}

/** After everything that scores are computed from. */
async function loadPapers(
  tx: EntityManager,
  rounds: DemonstrationData['evaluationRounds'],
  marks: DemonstrationData['evaluatorMarks'],
): Promise<void> {
  const underWay = rounds.find(({ kind }) => kind === 'financeEvaluation');
  if (!underWay) return;
  const facts = await new FactsService(new FactsQueries(), dueDays()).read(tx, {
    program: DEMONSTRATION_PROGRAM,
    year: underWay.year,
    asOf: DEMONSTRATION_DAY,
  });
  const papers = demonstrationPapers(
    marks.filter(({ roundId }) => roundId === underWay.roundId),
    facts,
  );
  await insertAll(tx, ScoreEntryEntity, papers.entries);
  await insertAll(tx, ScoreSheetEntity, papers.sheets);
  await insertAll(tx, EvaluatorMarkEntity, papers.confirmations);
}

/** After everything that the mid-year and self-evaluation forms are filled from. */
async function loadGoals(
  tx: EntityManager,
  cityId: string,
  counties: readonly DemonstrationCounty[],
): Promise<void> {
  const made = counties.map((county) => demonstrationGoal({ cityId, county }));
  const goals = made.map(({ goal }) => goal);
  await insertAll(tx, PerformanceGoalEntity, goals);
  await insertAll(
    tx,
    GoalEventEntity,
    made.flatMap(({ events }) => events),
  );
  const service = new FactsService(new FactsQueries(), dueDays());
  const written = async <Row>(asOf: IsoDate, form: FormOf<Row>): Promise<Row[]> => {
    const facts = await service.read(tx, { program: DEMONSTRATION_PROGRAM, year: GOAL_YEAR, asOf });
    return facts.flatMap((one) =>
      goals.filter(({ countyId }) => countyId === one.county).map((goal) => form(goal, one)),
    );
  };
  await insertAll(tx, MidYearFormEntity, await written(MID_YEAR_FIGURES_UNTIL, demonstrationMidYear));
  await insertAll(tx, SelfEvaluationEntity, await written(SELF_EVALUATED_ON, demonstrationSelfEvaluation));
}

type FormOf<Row> = (goal: PerformanceGoalEntity, facts: CountyYearFacts) => Row;

/** Those of the rules with which the program comes: nobody has changed one yet. */
const dueDays = (): DueDaysService =>
  new DueDaysService(new DutyRulesRepository(), new HolidayTablesRepository());

/** Small enough that one statement stays far below PostgreSQL's 65,535 parameters. */
const ROWS_PER_INSERT = 500;

async function insertAll<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const chunk = rows.slice(from, from + ROWS_PER_INSERT);
    await tx.createQueryBuilder().insert().into(entity).values(chunk).updateEntity(false).execute();
  }
}

interface PublishedCounty {
  readonly id: string;
  readonly office: string | null;
  readonly fen: string | null;
}

async function publishedCounties(tx: EntityManager, cityId: string): Promise<DemonstrationCounty[]> {
  const rows = await tx.query<PublishedCounty[]>(
    `select c.place_id as id,
            (select o.place_id from place o where o.parent_id = c.place_id and o.kind = 'office'
             order by o.sort_order limit 1) as office,
            (select a.fen from publication_amount a
             join publication_program p on p.city_id = a.city_id and p.year = a.year and p.ordinal = a.ordinal
             where a.city_id = $1 and a.year = 2025 and p.program_id = $2 and a.county_id = c.place_id) as fen
     from place c where c.parent_id = $1 and c.kind = 'county' order by c.sort_order`,
    [cityId, DEMONSTRATION_PROGRAM],
  );
  return rows.map(({ id, office, fen: amount }) => {
    const posts = Number(amount) / FEN_PER_POST;
    if (office === null || amount === null || !Number.isInteger(posts)) {
      throw new Error(`County ${id} needs a justice office and a published amount of whole posts in 2025.`);
    }
    return { id, firstOffice: office, posts, amount: fen(amount) };
  });
}
