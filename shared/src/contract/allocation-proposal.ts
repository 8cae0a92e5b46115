import * as z from 'zod';
import { FACTOR_IDS } from '../domain/allocation/settings/allocation-settings';
import { bilingual, decimalText, fenAmount } from './values';

const step = z.object({ label: bilingual, expression: z.string(), result: z.string() });
const edge = z.object({ points: decimalText, text: bilingual });

/** How sure one county's change is, with how often each number of posts came out. */
const certainty = z.object({
  steadiness: z.enum(['stable', 'fairlyStable', 'unstable']),
  word: bilingual,
  heldRuns: z.int(),
  runs: z.int(),
  heldPercent: decimalText,
  text: bilingual,
  distribution: z.array(z.object({ part: z.int(), runs: z.int() })),
});

const county = z.object({
  county: z.string(),
  lastPart: z.int(),
  lastFen: fenAmount,
  keptPart: z.int(),
  proposedPart: z.int(),
  part: z.int(),
  fen: fenAmount,
  change: z.int(),
  changeFen: fenAmount,
  changePercent: z.string().nullable(),
  advanceFen: fenAmount,
  finalFen: fenAmount,
  score: decimalText.nullable(),
  floor: z.int(),
  cap: z.int().nullable(),
  onPost: z.int(),
  vacant: z.int(),
  personsReduced: z.int(),
  figures: z.array(
    z.object({
      factor: z.enum(FACTOR_IDS),
      value: decimalText,
      months: z.int(),
      unapprovedMonths: z.array(z.string()),
    }),
  ),
  certainty: certainty.nullable(),
  edges: z.object({ more: edge.nullable(), fewer: edge.nullable() }).nullable(),
  reason: bilingual,
  steps: z.array(step),
});

/** `AllocationProposal` of the domain: what a policy makes of the evidence of a year. */
export const allocationProposal = z.object({
  depth: z.enum(['quick', 'whole']),
  headline: bilingual,
  pool: z.object({ posts: z.int(), fenPerPost: fenAmount, totalFen: fenAmount }),
  policy: z.array(bilingual),
  peopleEffect: z.object({
    personsReduced: z.int(),
    text: bilingual,
    cutTakesEffectOn: z.string().nullable(),
  }),
  warnings: z.array(z.object({ kind: z.string(), county: z.string().optional(), text: bilingual })),
  nearestMark: z
    .object({
      county: z.string(),
      indicator: z.string(),
      place: z.int(),
      from: decimalText,
      to: decimalText,
      moves: z.array(z.object({ county: z.string(), from: z.int(), to: z.int() })).optional(),
      text: bilingual,
    })
    .nullable(),
  counties: z.array(county),
});
