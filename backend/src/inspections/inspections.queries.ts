import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Stage } from '@yuheng/shared/domain/metrics/facts';
import type { TemplateItem } from '@yuheng/shared/domain/monitoring/assistants-template';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { ExplanationStep } from '@yuheng/shared/domain/scoring/explaining/explanation-step';
import type { EntityManager } from 'typeorm';
import { unpackExplanation } from '../evaluations/packed-explanation';

export interface InspectionRow {
  readonly stage: Stage;
  readonly dueOn: IsoDate;
  readonly inspectedOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  readonly inspector: string | null;
  readonly approver: string | null;
  readonly templateVersion: number;
  readonly results: {
    item: string;
    conclusion: 'pass' | 'fail' | 'notApplicable' | null;
    number: string | null;
    carriedFrom: string | null;
    note: string | null;
  }[];
  readonly findings: {
    item: string;
    summary: string;
    foundOn: string;
    deadline: string;
    rectifiedOn: string | null;
    closedOn: string | null;
  }[];
}

export interface Template {
  readonly version: number;
  readonly items: readonly TemplateItem[];
}

export interface MovedScore {
  readonly scoringRun: string;
  readonly indicator: string;
  readonly name: Bilingual;
}

export interface RecordKey {
  readonly program: string;
  readonly county: string;
  readonly month: string;
}

@Injectable()
export class InspectionsQueries {
  /** One sheet with its results and findings, the people by name; null while nobody has touched it. */
  async record(tx: EntityManager, { program, county, month }: RecordKey): Promise<InspectionRow | null> {
    const rows: InspectionRow[] = await tx.query(
      `select i.stage, i.due_on::text as "dueOn", i.inspected_on::text as "inspectedOn",
         i.submitted_on::text as "submittedOn", i.approved_on::text as "approvedOn",
         i.template_version as "templateVersion",
         coalesce((select n.name from account_names(array[i.inspector]) n), i.inspector) as inspector,
         coalesce((select n.name from account_names(array[i.approver]) n), i.approver) as approver,
         (select coalesce(json_agg(json_build_object('item', r.item_id, 'conclusion', r.conclusion, 'number', r.number::text,
             'carriedFrom', r.carried_from, 'note', r.note)), '[]')
          from inspection_result r where r.city_id = i.city_id and r.county_id = i.county_id
            and r.program_id = i.program_id and r.month = i.month) as results,
         (select coalesce(json_agg(json_build_object('item', f.item_id, 'summary', f.summary, 'foundOn', f.found_on,
             'deadline', f.deadline, 'rectifiedOn', f.rectified_on, 'closedOn', f.closed_on) order by f.item_id), '[]')
          from finding f where f.city_id = i.city_id and f.county_id = i.county_id
            and f.program_id = i.program_id and f.month = i.month) as findings
       from inspection i where i.program_id = $1 and i.county_id = $2 and i.month = $3`,
      [program, county, month],
    );
    return rows[0] ?? null;
  }

  /** The template of a version, or the one in force on a day. */
  async template(
    tx: EntityManager,
    program: string,
    wanted: { version: number } | { on: IsoDate },
  ): Promise<Template | null> {
    const [condition, value] =
      'version' in wanted ? ['version = $2', wanted.version] : ['valid_from <= $2', wanted.on];
    const rows: Template[] = await tx.query(
      `select version, items from inspection_template where program_id = $1 and ${condition} order by version desc limit 1`,
      [program, value],
    );
    return rows[0] ?? null;
  }

  /** The scores into which this month's inspection or its findings went, of the runs that the scope may read. */
  async moved(tx: EntityManager, { program, county, month }: RecordKey): Promise<MovedScore[]> {
    const scores: { run: string; explanation: Buffer }[] = await tx.query(
      `select s.run_id as run, s.explanation from scoring_result s
       join scoring_run u on u.city_id = s.city_id and u.run_id = s.run_id
       join evaluation_round e on e.city_id = u.city_id and e.round_id = u.round_id
       where e.program_id = $1 and s.county_id = $2
       order by e.finalised_on desc nulls last, u.created_at desc`,
      [program, county],
    );
    const found: MovedScore[] = [];
    for (const { run, explanation } of scores) {
      const { leaves } = await unpackExplanation(explanation);
      for (const [indicator, leaf] of Object.entries(leaves).sort(([a], [b]) => (a < b ? -1 : 1)))
        if (restsOn(leaf, month)) found.push({ scoringRun: run, indicator, name: leaf.label });
    }
    return found;
  }
}

/** Whether a step, or one below it, names the inspection or a finding of a month. */
const restsOn = ({ records, children }: ExplanationStep, month: string): boolean =>
  records.some((one) => (one.kind === 'inspection' || one.kind === 'finding') && one.month === month) ||
  children.some((one) => restsOn(one, month));
