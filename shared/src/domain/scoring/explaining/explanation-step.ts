import type { Bilingual } from '../../bilingual';
import type { RecordReference } from '../../metrics/facts';

/**
 * What a step tells. whole, group and leaf are the nodes of the tree; a leaf holds rule, input, arithmetic, rounding, the
 * decisions of people and where it differs final, or state where it has no score; a group or the whole closes with the lines below its nodes:
 * sum, rescaling, veto, grade, or state. Steps of where a figure came from carry none.
 */
export type StepKind =
  | 'whole'
  | 'group'
  | 'leaf'
  | 'rule'
  | 'input'
  | 'arithmetic'
  | 'rounding'
  | 'decision'
  | 'final'
  | 'state'
  | 'sum'
  | 'rescaling'
  | 'veto'
  | 'grade';

/** A step that a person can follow with a pencil; its records lead down to the facts. */
export interface ExplanationStep {
  readonly kind?: StepKind;
  readonly label: Bilingual;
  /** The arithmetic as it would be written on paper; empty where nothing is computed. */
  readonly expression: string;
  /** What it gives; "—" where nothing can be given. */
  readonly result: string;
  readonly records: readonly RecordReference[];
  readonly children: readonly ExplanationStep[];
}

/** Where the figures of one leaf came from. */
export interface LeafSource {
  readonly records: readonly RecordReference[];
  readonly steps: readonly ExplanationStep[];
  /** What people decided beside the rule; told after the arithmetic of the rule. */
  readonly decisions?: readonly ExplanationStep[];
}

export const NOTHING = '—';

interface StepRest {
  readonly kind?: StepKind;
  readonly records?: readonly RecordReference[];
  readonly children?: readonly ExplanationStep[];
}

/** Written out twice: a run of thousands of counties makes a million steps, and spreading takes ten times as long. */
export function step(
  label: Bilingual,
  expression: string,
  result: string,
  { kind, records = [], children = [] }: StepRest = {},
): ExplanationStep {
  if (kind) return { kind, label, expression, result, records, children };
  return { label, expression, result, records, children };
}
