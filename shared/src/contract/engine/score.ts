import * as z from 'zod';
import { reduce } from '../../domain/numbers/rational';
import { MOST_SCORE_DECIMALS } from '../../domain/scoring/method';
import { decimal } from './numbers';

const text = z.union([z.string(), z.strictObject({ zh: z.string(), en: z.string() })], {
  error: '应为文字，或者中英文各一份 / must be a text, or one in each language',
});

const target = z.union([z.literal('goal'), decimal], {
  error:
    '应为有限小数，或者 "goal"（取下达的绩效目标） / must be a finite decimal, or "goal" for the goal that was issued',
});

const band = z.strictObject({ label: z.string(), from: decimal, to: decimal });

const step = z.strictObject({ atLeast: decimal, ratio: decimal });

const identity = z.string().min(1, '编号不得为空，请填写 / must not be empty; fill it in');

const element = z.strictObject({ id: identity, marks: decimal, name: text.optional() });

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('proportional'),
    target,
    direction: z.enum(['atLeast', 'atMost', 'exactly']),
    overAchievement: z.strictObject({ threshold: decimal }).optional(),
  }),
  z.strictObject({ kind: z.literal('bands'), bands: z.array(band) }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(step) }),
  z.strictObject({ kind: z.literal('elements'), elements: z.array(element) }),
  z.strictObject({ kind: z.literal('yesNo') }),
  z.strictObject({ kind: z.literal('deduction'), perOccurrence: decimal, floor: decimal.optional() }),
  z.strictObject({ kind: z.literal('evaluator'), aggregate: z.enum(['mean', 'median', 'trimmedMean']) }),
  z.strictObject({ kind: z.literal('veto'), capTotal: decimal }),
]);

const indicator = z.strictObject({
  id: identity,
  parent: z.string().optional(),
  marks: decimal.optional().meta({ description: '分值; of a leaf, 0 or more' }),
  rule: rule.optional().meta({ description: 'of a leaf' }),
  name: text.optional(),
  unit: text.optional(),
  source: z.enum(['metric', 'inspection', 'selfReport', 'evaluator']).optional(),
  inspectionItem: z.string().optional(),
  responsible: z.enum(['city', 'countyFinance', 'countyJustice', 'thirdParty']).optional(),
  criteria: text.optional(),
});

/** A number like the others, so also a decimal text: 2, "2" or "2.0". */
const scoreDecimals = decimal.transform((exact, context): number => {
  const { numerator, denominator } = reduce(exact);
  if (denominator === 1n && numerator >= 0n && numerator <= MOST_SCORE_DECIMALS) return Number(numerator);
  context.addIssue({
    code: 'custom',
    message: `应为 0 至 ${MOST_SCORE_DECIMALS} 的整数，请改正 / must be a whole number from 0 to ${MOST_SCORE_DECIMALS}; correct it`,
  });
  return z.NEVER;
});

/** An evaluation method as data: also the form in which it is stored. Its output is the domain's `Method`. */
export const methodDefinition = z.strictObject({
  indicators: z.array(indicator),
  scoreDecimals: scoreDecimals
    .optional()
    .meta({ description: `a whole number from 0 to ${MOST_SCORE_DECIMALS}; default 2` }),
  statedMarks: decimal.optional().meta({ description: 'what the marks are to sum to; default 100' }),
  notApplicableWithin: z
    .enum(['method', 'parent'])
    .optional()
    .meta({ description: 'where the rest is re-scaled when leaves are not applicable; default method' }),
});

/** Which of these keys a value takes depends on the rule of its indicator; the engine refuses the others. */
const value = z.strictObject({
  actual: decimal.optional(),
  target: decimal.optional().meta({ description: 'only where the target of the rule is "goal"' }),
  band: z.string().optional(),
  ratio: decimal.optional(),
  met: z.union([z.boolean(), z.array(z.string())]).optional(),
  occurrences: decimal.optional(),
  occurred: z.boolean().optional(),
  marks: z.array(decimal).optional(),
  finalScore: decimal.optional(),
  reason: z.string().optional(),
  state: z.enum(['notApplicable', 'missing']).optional(),
});

/** Input of `yuheng score` (architecture.md section 10). */
export const scoreInput = z.strictObject({
  method: methodDefinition,
  values: z.record(z.string(), value),
});
