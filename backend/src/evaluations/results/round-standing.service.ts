import { Injectable } from '@nestjs/common';
import {
  agreementGaps,
  leafOfCounty,
  type AgreementGap,
} from '@yuheng/shared/domain/evaluating/agreement-gaps';
import {
  obstaclesToFinal,
  type CountyInRound,
  type Obstacle,
} from '@yuheng/shared/domain/evaluating/ready-to-finalise';
import { nameOf, type Method } from '@yuheng/shared/domain/scoring/method';
import type { StepTaken } from '@yuheng/shared/domain/evaluating/round-steps';
import { sectionsOfLeaves } from '@yuheng/shared/domain/scoring/groups/section-of-leaf';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import { PlacesService } from '../../regions/places.service';
import { EvaluationsQueries, type MarkRow, type ResultRow } from '../evaluations.queries';
import { averagedLeaves } from './marking-error-of';
import { withConfirmations } from './marks-by-county';
import {
  RoundRecordQueries,
  type DeliberationRow,
  type DraftRow,
  type FinalisationRow,
  type RoundHeadRow,
  type RulingRow,
  type SheetOfMarkerRow,
} from './round-record.queries';

/** How far a round has come between the score sheets and the result. */
export interface RoundStanding {
  readonly head: RoundHeadRow;
  /** The newest first. */
  readonly drafts: readonly DraftRow[];
  /** The newest draft, whether or not a result followed it. */
  readonly draft: DraftRow | null;
  /** The newest draft answers are still taken of, or rulings, or a result: null before one and after 定案. */
  readonly current: DraftRow | null;
  /** The newest first. */
  readonly finalisations: readonly FinalisationRow[];
  readonly steps: readonly StepTaken[];
}

/** What evaluators handed in, where they are apart, and what people decided. */
export interface RoundMarks {
  readonly method: Method;
  readonly marks: readonly MarkRow[];
  readonly sheets: readonly SheetOfMarkerRow[];
  readonly gaps: readonly AgreementGap[];
  readonly deliberations: readonly DeliberationRow[];
  readonly rulings: readonly RulingRow[];
}

export interface LookedAt {
  readonly said: RoundMarks;
  readonly results: readonly ResultRow[];
  /** 定案 needs the counties' replies; opening the draft does not. */
  readonly asksReplies: boolean;
}

@Injectable()
export class RoundStandingService {
  constructor(
    private readonly record: RoundRecordQueries,
    private readonly queries: EvaluationsQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found for a round that is not there or out of reach. */
  async of(tx: EntityManager, round: string): Promise<RoundStanding> {
    const head = await this.record.round(tx, round);
    if (!head) throw new ProblemException('not-found');
    const drafts = await this.record.drafts(tx, round);
    const draft = drafts[0] ?? null;
    const finalisations = await this.record.finalisations(tx, round);
    const last = finalisations[0];
    const current = draft && (!last || draft.openedAt > last.finalisedAt) ? draft : null;
    const steps = await this.record.steps(tx, round);
    return { head, drafts, draft, current, finalisations, steps };
  }

  /** The newest draft that was opened before a result. */
  async draftBefore(
    tx: EntityManager,
    round: string,
    { finalisedAt }: Pick<FinalisationRow, 'finalisedAt'>,
  ): Promise<DraftRow | null> {
    const drafts = await this.record.drafts(tx, round);
    return drafts.find(({ openedAt }) => openedAt <= finalisedAt) ?? null;
  }

  async marksOf(tx: EntityManager, head: RoundHeadRow): Promise<RoundMarks> {
    const { definition: method } = await this.queries.method(tx, head.program, head.methodVersion);
    const given = await this.queries.marks(tx, head.id);
    const sheets = await this.record.sheetsOfMarkers(tx, head.id);
    const deliberations = await this.record.deliberations(tx, head.id);
    const rulings = await this.record.rulings(tx, head.id);
    const marks = withConfirmations(method, given, sheets);
    const gaps = agreementGaps(marks, {
      gapMarks: head.gapMarks,
      averaged: new Set(averagedLeaves(method)),
      thirdAsked: thirdAsked(method, sheets),
      deliberated: new Set(deliberations.map(leafOfCounty)),
    });
    return { method, marks: given, sheets, gaps, deliberations, rulings };
  }

  /** What stands in the way of 定案, by the scores that are given; without them leaves that lack a score are not looked for. */
  async obstacles(
    tx: EntityManager,
    standing: RoundStanding,
    { said, results, asksReplies }: LookedAt,
  ): Promise<readonly Obstacle[]> {
    const { head, current } = standing;
    const asked = asksReplies && head.kind !== 'selfEvaluation';
    const replied = current === null ? [] : await this.record.replySheets(tx, head.id, current.number);
    const replies = current === null ? [] : await this.record.replies(tx, head.id, current.number);
    const ruled = new Set(said.rulings.filter(({ draft }) => draft === current?.number).map(leafOfCounty));
    const missing = new Map(results.map(({ county, answer }) => [county, answer.missing ?? []]));
    const names = new Map(said.method.indicators.map((one) => [one.id, nameOf(one)]));
    const submitted = new Set(
      replied.filter(({ state }) => state === 'submitted').map(({ county }) => county),
    );
    const open = openSheets(said.sheets);
    const notRuled = new Map<string, string[]>();
    for (const one of replies) {
      if (!submitted.has(one.county) || ruled.has(leafOfCounty(one))) continue;
      notRuled.set(one.county, [...(notRuled.get(one.county) ?? []), one.indicator]);
    }
    const counties = this.places.all().filter(({ kind }) => kind === 'county');
    return obstaclesToFinal({
      draft: current,
      today: this.settings.clock.today(),
      asksReplies: asked,
      counties: counties.map(({ id, name }): CountyInRound => ({
        county: id,
        name,
        missing: missing.get(id) ?? [],
        openSheets: open.get(id)?.size ?? 0,
        reply: submitted.has(id) ? 'submitted' : 'open',
        notRuled: notRuled.get(id) ?? [],
      })),
      gaps: said.gaps,
      indicatorName: (id) => names.get(id) ?? { zh: id, en: id },
    });
  }
}

/** By county those whose sheet of it is not handed in. */
function openSheets(sheets: readonly SheetOfMarkerRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const counties = new Map<string, Set<string>>();
  for (const { county, evaluator, submitted } of sheets) {
    if (submitted) continue;
    counties.set(county, (counties.get(county) ?? new Set()).add(evaluator));
  }
  return counties;
}

/** `county/indicator` of the leaves in sections that a third was asked to mark. */
function thirdAsked(method: Method, sheets: readonly SheetOfMarkerRow[]): ReadonlySet<string> {
  const third = new Set(
    sheets.filter(({ turn }) => turn === 'third').map(({ county, section }) => `${county}/${section}`),
  );
  const counties = new Set(sheets.map(({ county }) => county));
  return new Set(
    [...sectionsOfLeaves(method)].flatMap(([leaf, section]) =>
      [...counties]
        .filter((county) => third.has(`${county}/${section}`))
        .map((county) => `${county}/${leaf}`),
    ),
  );
}
