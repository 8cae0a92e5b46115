import { ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import type { Outcome } from '../../refusal';
import type { Rule } from '../method';
import { compileBands } from './bands';
import { compileDeduction } from './deduction';
import { compileElements } from './elements';
import { compileEvaluator } from './evaluator';
import { compileProportional } from './proportional';
import type { CompiledRule } from './rule';
import { compileSteps } from './steps';
import { compileVeto } from './veto';
import { compileYesNo } from './yes-no';

/** Where a rule stands. */
export interface RulePlace {
  /** Full marks of the leaf; null where they were refused: the rule's own figures are checked all the same. */
  readonly marks: Rational | null;
  readonly scoreDecimals: number;
  /** 10 to the power of `scoreDecimals`. */
  readonly scale: bigint;
  /** RFC 6901 pointer of the rule. */
  readonly pointer: string;
}

/** Checks a rule's own figures once, each refusal with its pointer below that of the rule. */
export function compileRule(rule: Rule, place: RulePlace): Outcome<CompiledRule> {
  const { marks, scale, pointer } = place;
  const full = marks ?? ZERO;
  switch (rule.kind) {
    case 'proportional':
      return compileProportional(rule, full, scale, pointer);
    case 'steps':
      return compileSteps(rule, full, scale, pointer);
    case 'bands':
      return compileBands(rule, full, pointer);
    case 'elements':
      return compileElements(rule, marks, pointer);
    case 'yesNo':
      return compileYesNo(full, scale);
    case 'deduction':
      return compileDeduction(rule, marks, scale, pointer);
    case 'evaluator':
      return compileEvaluator(rule, full);
    case 'veto':
      return compileVeto(rule, place.scoreDecimals, pointer);
  }
}
