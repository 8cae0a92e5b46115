import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import type { EvaluatorMarkEntity } from '../evaluations/evaluator-mark.entity';
import type { FilingEntity } from '../funds/filing.entity';
import type { FindingEntity } from '../findings/finding.entity';
import type { InspectionResultEntity } from '../inspections/inspection-result.entity';
import type { InspectionTemplateEntity } from '../inspections/inspection-template.entity';
import type { InspectionEntity } from '../inspections/inspection.entity';
import type { EvaluationMethodEntity } from '../methods/evaluation-method.entity';
import type { ProgramPostEntity } from '../programs/program-post.entity';
import type { WageMonthEntity } from '../funds/wage-month.entity';
import type { WorkloadMonthEntity } from '../workload/workload-month.entity';
import type { CountyKey, DemonstrationCounty } from './demonstration-county';
import { evaluationMethod, evaluationRounds, evaluatorMarks, openMarks } from './demonstration-evaluation';
import { inspectCounty, inspectionTemplate } from './demonstration-inspections';
import { filings, fundMovements, programPosts, type DemonstrationMovement } from './demonstration-money';
import { wageMonths } from './demonstration-wages';
import { workloadMonths } from './demonstration-workload';

/** Every row of the demonstration but its accounts, shaped as the tables are. */
export interface DemonstrationData {
  readonly programPosts: readonly ProgramPostEntity[];
  readonly fundMovements: readonly DemonstrationMovement[];
  readonly wageMonths: readonly WageMonthEntity[];
  readonly filings: readonly FilingEntity[];
  readonly workloadMonths: readonly WorkloadMonthEntity[];
  readonly inspectionTemplates: readonly InspectionTemplateEntity[];
  readonly inspections: readonly InspectionEntity[];
  readonly inspectionResults: readonly InspectionResultEntity[];
  readonly findings: readonly FindingEntity[];
  readonly evaluationMethods: readonly EvaluationMethodEntity[];
  readonly evaluationRounds: readonly EvaluationRoundEntity[];
  readonly evaluatorMarks: readonly EvaluatorMarkEntity[];
  /** Of sheets that are not handed in: no rows of their own, but those of the working papers. */
  readonly openMarks: readonly EvaluatorMarkEntity[];
}

export interface DemonstrationInput {
  readonly cityId: string;
  /** In official order. */
  readonly counties: readonly DemonstrationCounty[];
}

/**
 * The demonstration as rows: the same input gives the same rows, without clock and without chance. Posts and amounts are
 * the published ones; everything else is invented (product.md, "The demonstration").
 * @throws RangeError for a county without a story.
 */
export function generateDemonstration({ cityId, counties }: DemonstrationInput): DemonstrationData {
  const gathered = counties.map((county, place) => gatherCounty({ cityId, county }, place));
  return {
    programPosts: gathered.flatMap((one) => one.programPosts),
    fundMovements: gathered.flatMap((one) => one.fundMovements),
    wageMonths: gathered.flatMap((one) => one.wageMonths),
    filings: gathered.flatMap((one) => one.filings),
    workloadMonths: gathered.flatMap((one) => one.workloadMonths),
    inspectionTemplates: [inspectionTemplate(cityId)],
    inspections: gathered.flatMap((one) => one.inspections),
    inspectionResults: gathered.flatMap((one) => one.inspectionResults),
    findings: gathered.flatMap((one) => one.findings),
    evaluationMethods: [evaluationMethod(cityId)],
    evaluationRounds: evaluationRounds(cityId, counties.length),
    evaluatorMarks: evaluatorMarks(cityId, counties),
    openMarks: openMarks(cityId, counties),
  };
}

/** Two inspectors share the counties: the first five in official order, and the rest. */
function gatherCounty(key: CountyKey, place: number) {
  const wages = wageMonths(key);
  const filed = filings(key);
  const inspector = place < 5 ? 'inspector' : 'inspector-2';
  return {
    programPosts: programPosts(key),
    fundMovements: fundMovements(key),
    wageMonths: wages,
    filings: filed,
    workloadMonths: workloadMonths(key),
    ...inspectCounty({ ...key, inspector, wageMonths: wages, filings: filed }),
  };
}
