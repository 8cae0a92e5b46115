import type { Step } from '../../apportionment/explaining/sheet-step';
import { rational, type Rational } from '../../numbers/rational';
import { accepted, refused, type Outcome, type Refusal } from '../../refusal';
import type { FirmnessSettings } from '../../simulation/allocate-where-firm';
import type { AllocationInput, AllocationPolicy, AllocationUnit } from '../allocation';
import type { AllocationSettings, StatedBounds } from '../settings/allocation-settings';
import { FACTOR_NAMES } from '../settings/factor-names';
import { keptPosts } from '../settings/movable-part';
import { readFirmness, readPerformance, requiredDecimal } from '../settings/read-settings';
import { settingsErrors } from '../settings/settings-checks';
import type { AllocationEvidence, CountyEvidence } from './allocation-evidence';
import { boundContradictions } from './bound-contradictions';
import { evidenceErrors, movableErrors, phaseInErrors, sumErrors, unknownCounties } from './evidence-checks';
import { leavesThatCount, ownScore, type LeafThatCounts } from './own-score';
import { verifiedPersons } from './verified-floor';
import {
  evaluatedYearOf,
  evidenceWindow,
  monthsIn,
  windowFigure,
  type EvidenceWindow,
  type WindowFigure,
} from './window-figures';

/** What one county brings to the split, worked out from its evidence. */
export interface CountyQuestion {
  readonly evidence: CountyEvidence;
  /** The larger of the verified and the stated floor; 0 where neither applies. */
  readonly floor: number;
  /** The stated cap. */
  readonly cap: number | null;
  /** Null where scores do not count. */
  readonly score: string | null;
  /** Persons on post and approved months behind the floor. */
  readonly onPost: number;
  readonly approvedMonths: number;
  readonly figures: readonly WindowFigure[];
  /** How figures, score and floor were worked out, in this order. */
  readonly steps: readonly Step[];
}

/** A split as the engine takes it, with what it was made of. */
export interface AllocationQuestion {
  readonly evidence: AllocationEvidence;
  readonly settings: AllocationSettings;
  readonly window: EvidenceWindow;
  readonly input: AllocationInput;
  readonly firmness: FirmnessSettings;
  /** In the order of the evidence, as the units of the input are. */
  readonly counties: readonly CountyQuestion[];
}

/**
 * Turns evidence and settings into the engine's question: as many posts as are in force, workload averaged over the
 * evidence window, scores of what counts, kept posts, floors and caps, phase-in of the year. Units carry the ids of their
 * counties, because ties are decided by them; no sentence does.
 *
 * Refused, pointing to /settings/… or /evidence/counties/i/…: whatever `settingsErrors` finds; a program whose money is
 * not split by posts; no posts or no amount a post; a county twice or a bound of one that is not there; a county without
 * data or without its score; bounds of one county that contradict each other; a split before its phase-in begins. Whether
 * all bounds together can be met is the engine's question (`resaidRefusals`).
 */
export function allocationQuestion(
  evidence: AllocationEvidence,
  settings: AllocationSettings,
): Outcome<AllocationQuestion> {
  const faults = [
    ...settingsErrors(settings).map((one) => ({ ...one, pointer: `/settings${one.pointer}` })),
    ...evidenceErrors(evidence, settings),
  ];
  if (faults.length > 0) return refused(faults);
  const inTime = [
    ...movableErrors(evidence, settings),
    ...phaseInErrors(evidence, settings),
    ...unknownCounties(evidence, settings),
  ];
  const window = evidenceWindow(evaluatedYearOf(evidence), settings.window);
  const stated = new Map(settings.bounds.map((one) => [one.county, one]));
  const leaves = evidence.scoring ? leavesThatCount(evidence.scoring, settings.indicators) : [];
  const factors = usedFactors(settings);
  const found = evidence.counties.map((county, index) =>
    countyQuestion(county, { settings, factors, leaves, window, stated, at: `/evidence/counties/${index}` }),
  );
  const missing = found.flatMap((one) => (one.ok ? [] : one.refusals));
  if (inTime.length + missing.length > 0) return refused([...inTime, ...missing]);

  const counties = found.flatMap((one) => (one.ok ? [one.value] : []));
  const input = inputOf(counties, evidence, settings);
  const question = { evidence, settings, window, input, firmness: readFirmness(settings), counties };
  const contradictions = [...sumErrors(question), ...boundContradictions(question)];
  return contradictions.length > 0 ? refused(contradictions) : accepted(question);
}

interface CountyContext {
  readonly settings: AllocationSettings;
  readonly factors: AllocationSettings['factors'];
  readonly leaves: readonly LeafThatCounts[];
  readonly window: EvidenceWindow;
  readonly stated: ReadonlyMap<string, StatedBounds>;
  readonly at: string;
}

function countyQuestion(county: CountyEvidence, context: CountyContext): Outcome<CountyQuestion> {
  const { settings, factors, window, stated, at } = context;
  const faults: Refusal[] = [];
  const figures: WindowFigure[] = [];
  for (const { id } of factors) {
    const figure = windowFigure(id, { county, window, at });
    if ('pointer' in figure) faults.push(figure);
    else figures.push(figure);
  }
  const score = scoreOf(county, context);
  if (!score.ok) faults.push(...score.refusals);
  if (!score.ok || faults.length > 0) return refused(faults);

  const isVerified = settings.floor === 'verifiedAverage';
  const verified = verifiedPersons(county.lastPosts, monthsIn(window, county));
  const bounds = stated.get(county.county);
  return accepted({
    evidence: county,
    floor: Math.max(isVerified ? verified.floor : 0, bounds?.floor ?? 0),
    cap: bounds?.cap ?? null,
    score: score.value?.printed ?? null,
    onPost: verified.onPost,
    approvedMonths: verified.approvedMonths,
    figures,
    steps: [
      ...figures.flatMap(({ steps }) => steps),
      ...(score.value?.steps ?? []),
      ...(isVerified ? verified.steps : []),
    ],
  });
}

/** The factors with a weight above 0: only these are asked of a county. */
const usedFactors = ({ factors }: AllocationSettings): AllocationSettings['factors'] =>
  factors.filter(({ weight }) => requiredDecimal(weight).numerator > 0n);

/** Null where scores do not count; with a policy that counts them `evidenceErrors` has asked for a result. */
const scoreOf = (
  county: CountyEvidence,
  { settings, leaves, at }: CountyContext,
): Outcome<{ readonly printed: string; readonly steps: readonly Step[] } | null> =>
  settings.performance.mode === 'none'
    ? accepted(null)
    : ownScore(county, leaves, { indicators: settings.indicators, at });

function inputOf(
  counties: readonly CountyQuestion[],
  { fenPerPost, year }: AllocationEvidence,
  settings: AllocationSettings,
): AllocationInput {
  const kept = settings.movablePosts === null ? null : keptOf(counties, settings.movablePosts);
  const posts = counties.reduce((sum, { evidence }) => sum + BigInt(evidence.lastPosts), 0n);
  return {
    pool: { posts, fenPerPost: BigInt(fenPerPost) },
    policy: policyOf(settings, year),
    units: counties.map((county, index): AllocationUnit => {
      const { evidence, figures, score, floor, cap } = county;
      return {
        id: evidence.county,
        factors: Object.fromEntries(figures.map(({ factor, exact }) => [factor, exact])),
        lastPart: BigInt(evidence.lastPosts),
        ...(score === null ? {} : { score: requiredDecimal(score) }),
        ...(kept === null ? {} : { kept: BigInt(kept[index] ?? 0) }),
        ...(floor === 0 ? {} : { floor: BigInt(floor) }),
        ...(cap === null ? {} : { cap: BigInt(cap) }),
      };
    }),
  };
}

const keptOf = (counties: readonly CountyQuestion[], movable: number): readonly number[] =>
  keptPosts(
    counties.map(({ evidence }) => evidence),
    movable,
  );

function policyOf(settings: AllocationSettings, year: number): AllocationPolicy {
  const { maximumChange, method } = settings;
  const phaseIn = phaseInShare(settings.phaseIn, year);
  return {
    factors: usedFactors(settings).map(({ id, weight }) => ({
      id,
      weight: requiredDecimal(weight),
      name: FACTOR_NAMES[id],
    })),
    performance: readPerformance(settings.performance),
    ...(maximumChange === null ? {} : { maximumChange: changeOf(maximumChange) }),
    ...(phaseIn === null ? {} : { phaseIn }),
    method,
  };
}

const changeOf = (
  change: NonNullable<AllocationSettings['maximumChange']>,
): NonNullable<AllocationPolicy['maximumChange']> =>
  'parts' in change ? { parts: BigInt(change.parts) } : { ratio: requiredDecimal(change.ratio) };

/**
 * 分年到位: how much of the way from the split in force is gone in a year. In the kth of n years it is 1 ÷ (n − k + 1) of
 * what is left, so that all steps are equally long while the goal stays; from the last year on it is the whole way, which
 * is null here. Example: in three years 1/3, then 1/2 of the rest, then all of it.
 * @throws RangeError for a year before the first: that is refused before.
 */
export function phaseInShare(phaseIn: AllocationSettings['phaseIn'], year: number): Rational | null {
  if (phaseIn === null) return null;
  const step = year - phaseIn.firstYear + 1;
  if (step < 1) throw new RangeError(`The phase-in begins in ${phaseIn.firstYear}, after ${year}.`);
  return step >= phaseIn.years ? null : rational(1, phaseIn.years - step + 1);
}
