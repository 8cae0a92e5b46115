import type { Step } from '../../apportionment/explaining/sheet-step';
import { ZERO } from '../../numbers/rational';
import { accepted, refused, type Outcome } from '../../refusal';
import { keepSplit } from '../../simulation/keep-split';
import { allocateWhereFirm, type FirmAllocation } from '../../simulation/allocate-where-firm';
import { firmnessHeadline } from '../../simulation/firmness-in-words';
import { stepsWithGate, stepsWithHeldRuns } from '../../simulation/firmness-steps';
import { allocate } from '../allocate';
import { partsOf, type AllocationAnswer } from '../allocation';
import type { AllocationEvidence } from '../evidence/allocation-evidence';
import {
  allocationQuestion,
  type AllocationQuestion,
  type CountyQuestion,
} from '../evidence/allocation-input';
import { simulationErrors } from '../evidence/evidence-checks';
import { inPosts } from '../evidence/in-posts';
import { resaidRefusals } from '../evidence/resaid-refusals';
import type { AllocationSettings } from '../settings/allocation-settings';
import { settingsInWords } from '../settings/settings-in-words';
import type { AllocationProposal, ProposedCounty } from './allocation-proposal';
import { gatedCertainty, shownCertainty } from './certainty';
import { equalShareStep } from './equal-share';
import { nearestMark } from './mark-sensitivity';
import { peopleEffect } from './people-effect';
import { movedIn, quickHeadline, ungatedHeadline, untriedHeadline } from './proposal-headline';
import { proposalWarnings } from './proposal-warnings';
import { proposedCounty, type CountyOutcome } from './proposed-county';
import { proposedEdges, type ProposedEdges } from './score-edges';

const NOUN = { zh: '名额', en: 'posts' };

/** Edges are searched one by one for the counties of a city, not for those of a country. */
const MOST_WITH_EDGES = 100;

/**
 * What a policy makes of the evidence of a year: the proposal that page, server and command line show alike.
 *
 * quick: the split itself, for a control that was just moved; `part` is then what the policy gives before 有把握才调整.
 * whole: also how sure each change is, by seeded simulation, how near the edges are and which single mark would move a
 * post. With the gate on, only firm changes are made; with it off they are examined and shown all the same.
 *
 * Deterministic, whatever the order of the counties; its sentences name nobody, `county` stands beside them. Parts sum to
 * the posts in force and the money to theirs, exactly. Refused: what `allocationQuestion` refuses, more simulated splits
 * than a certificate could be verified by, and bounds that leave no split, in posts and with the smallest way out.
 */
export function proposeSplit(
  evidence: AllocationEvidence,
  settings: AllocationSettings,
  depth: 'quick' | 'whole',
): Outcome<AllocationProposal> {
  const question = allocationQuestion(evidence, settings);
  if (!question.ok) return question;
  const tooMany = depth === 'whole' ? simulationErrors(evidence, settings) : [];
  if (tooMany.length > 0) return refused(tooMany);
  const kept = keepSplit(question.value.input);
  const answered = depth === 'quick' ? quickAnswer(question.value) : wholeAnswer(question.value);
  if (!answered.ok) return refused(resaidRefusals(answered.refusals, question.value));
  if (!kept.ok) return refused(resaidRefusals(kept.refusals, question.value));
  return accepted(proposalOf(question.value, kept.value.map(Number), answered.value));
}

/** The split, with the examination where it was asked for. */
interface Answered {
  readonly proposed: AllocationAnswer;
  readonly examined: FirmAllocation | null;
}

function quickAnswer({ input }: AllocationQuestion): Outcome<Answered> {
  const proposed = allocate(input, { explain: true });
  return proposed.ok ? accepted({ proposed: proposed.value, examined: null }) : proposed;
}

function wholeAnswer({ input, firmness }: AllocationQuestion): Outcome<Answered> {
  const examined = allocateWhereFirm(input, firmness, { explain: true });
  return examined.ok ? accepted({ proposed: examined.value.proposed, examined: examined.value }) : examined;
}

function proposalOf(
  question: AllocationQuestion,
  kept: readonly number[],
  answered: Answered,
): AllocationProposal {
  const { evidence, settings, input } = question;
  const { proposed, examined } = answered;
  const parts = input.units.map(({ id }) => proposed.parts[id] ?? 0);
  const edges = examined ? edgesOf(question, parts) : null;
  const pool = poolOf(question);
  const equalShare = equalShareStep(pool.posts, question.counties.length);
  const counties = question.counties.map((county, index): ProposedCounty => {
    const own = { county, equalShare, keptPart: kept[index] ?? 0, edges: edges?.[index] ?? null };
    return proposedCounty(county, countyOutcome(question, answered, own), settings);
  });
  return {
    depth: examined ? 'whole' : 'quick',
    headline: headlineOf(question, counties, examined),
    pool,
    policy: settingsInWords(settings),
    peopleEffect: peopleEffect(counties, {
      year: evidence.year,
      contractYearStart: settings.contractYearStart,
    }),
    warnings: proposalWarnings(question, proposed, kept),
    nearestMark: examined && input.units.length <= MOST_WITH_EDGES ? nearestMark(question, parts) : null,
    counties,
  };
}

function poolOf({ evidence: { fenPerPost }, input }: AllocationQuestion): AllocationProposal['pool'] {
  const posts = Number(partsOf(input.pool));
  return { posts, fenPerPost, totalFen: posts * fenPerPost };
}

const edgesOf = (
  { input, settings }: AllocationQuestion,
  parts: readonly number[],
): readonly (ProposedEdges | null)[] | null =>
  settings.performance.mode === 'none' || input.units.length > MOST_WITH_EDGES
    ? null
    : proposedEdges(input, parts);

function headlineOf(
  { settings, firmness }: AllocationQuestion,
  counties: readonly ProposedCounty[],
  examined: FirmAllocation | null,
): AllocationProposal['headline'] {
  if (!examined) return quickHeadline(counties);
  const isVaried =
    settings.performance.mode !== 'none' || (firmness.weightUncertainty ?? ZERO).numerator > 0n;
  if (!isVaried) return untriedHeadline(counties);
  if (!settings.firmness.gate) return ungatedHeadline(counties);
  const kept = counties.map(({ lastPart, keptPart }) => ({ lastPart, part: keptPart }));
  const against = { forced: movedIn(kept), moved: movedIn(counties) };
  return firmnessHeadline(examined.stability, examined.firm, {
    ...{ threshold: firmness.threshold, noun: NOUN, against },
  });
}

interface OwnCounty {
  readonly county: CountyQuestion;
  /** The same of all counties. */
  readonly equalShare: Step;
  readonly keptPart: number;
  readonly edges: ProposedEdges | null;
}

function countyOutcome(
  question: AllocationQuestion,
  { proposed, examined }: Answered,
  { county, equalShare, keptPart, edges }: OwnCounty,
): CountyOutcome {
  const id = county.evidence.county;
  const explained = proposed.explanation?.[id];
  if (!explained) throw new RangeError('The split does not hold a county of its evidence.');
  const proposedPart = proposed.parts[id] ?? 0;
  const before = [...county.steps, equalShare];
  const steps = explained.steps.map(({ label, expression, result }) => ({
    label: inPosts(label),
    expression,
    result,
  }));
  const plain: CountyOutcome = {
    keptPart,
    edges,
    proposedPart,
    part: proposedPart,
    fen: proposed.fen[id] ?? 0,
    certainty: null,
    reason: inPosts(explained.reason),
    steps: [...before, ...steps],
  };
  return examined
    ? withCertainty(plain, { question, examined, evidence: county.evidence, before, steps })
    : plain;
}

/** The same county once the simulation has said how sure its change is, and the gate what is made of it. */
function withCertainty(
  plain: CountyOutcome,
  {
    question: { settings, firmness, input },
    examined,
    evidence: { county: id, lastPosts: lastPart },
    before,
    steps,
  }: {
    readonly question: AllocationQuestion;
    readonly examined: FirmAllocation;
    readonly evidence: CountyQuestion['evidence'];
    readonly before: readonly Step[];
    readonly steps: readonly Step[];
  },
): CountyOutcome {
  const [unit, firm] = [examined.stability.units[id], examined.firm[id]];
  if (!unit || !firm) throw new RangeError('The examination does not hold a county of its evidence.');
  const told = { runs: examined.stability.runs, threshold: firmness.threshold, lastPart };
  if (!settings.firmness.gate) {
    return {
      ...plain,
      certainty: shownCertainty(unit, told),
      steps: [...before, ...stepsWithHeldRuns(steps, unit, told.runs)],
    };
  }
  const certainty = gatedCertainty(unit, firm, told);
  return {
    ...plain,
    part: firm.part,
    fen: examined.fen[id] ?? 0,
    certainty,
    // Where the gate holds a change back the reason is the gate, not what the scores alone would have done.
    reason: firm.part === firm.proposedPart ? plain.reason : certainty.text,
    steps: [...before, ...stepsWithGate(steps, { unit, firm }, { ...told, pool: input.pool })],
  };
}
