import type { Step } from '../../apportionment/explaining/sheet-step';
import type { Bilingual } from '../../bilingual';
import type { CountyQuestion } from '../evidence/allocation-input';
import { printWindowFigure, type WindowFigure } from '../evidence/window-figures';
import { requiredDecimal } from '../settings/read-settings';
import type { AllocationSettings } from '../settings/allocation-settings';
import type { ProposedCertainty, ProposedCounty, ProposedFigure } from './allocation-proposal';
import { changePercent } from './change-percent';
import { issueMoments } from './issue-moments';
import { personsReducedOf, vacantPosts } from './people-effect';
import type { ProposedEdges } from './score-edges';

/** What the engine made of one county. */
export interface CountyOutcome {
  readonly keptPart: number;
  readonly proposedPart: number;
  readonly part: number;
  readonly fen: number;
  readonly certainty: ProposedCertainty | null;
  readonly edges: ProposedEdges | null;
  readonly reason: Bilingual;
  readonly steps: readonly Step[];
}

const figureOf = ({ factor, exact, months, unapproved }: WindowFigure): ProposedFigure => ({
  factor,
  value: printWindowFigure(exact),
  months: months.length,
  unapprovedMonths: unapproved,
});

/** One county's line: posts and money before and after, in both moments, and whom it touches. */
export function proposedCounty(
  { evidence, floor, cap, score, onPost, figures }: CountyQuestion,
  outcome: CountyOutcome,
  { advancePercent }: AllocationSettings,
): ProposedCounty {
  const { lastPosts: lastPart, lastFen } = evidence;
  const { part, fen } = outcome;
  const changeFen = fen - lastFen;
  return {
    county: evidence.county,
    lastPart,
    lastFen,
    keptPart: outcome.keptPart,
    proposedPart: outcome.proposedPart,
    part,
    fen,
    change: part - lastPart,
    changeFen,
    changePercent: changePercent(lastFen, changeFen),
    ...issueMoments(lastFen, fen, requiredDecimal(advancePercent)),
    score,
    floor,
    cap,
    onPost,
    vacant: vacantPosts({ lastPart, onPost }),
    personsReduced: personsReducedOf({ lastPart, part, onPost }),
    figures: figures.map(figureOf),
    certainty: outcome.certainty,
    edges: outcome.edges,
    reason: outcome.reason,
    steps: outcome.steps,
  };
}
