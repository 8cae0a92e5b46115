import type { Rational } from '../../numbers/rational';
import { refusal, refused } from '../../refusal';
import type { Outcome } from '../../refusal';
import type { Rule } from '../method';
import { compileBands } from './bands';
import { compileDeduction } from './deduction';
import { compileEvaluator } from './evaluator';
import { compileProportional } from './proportional';
import type { CompiledRule } from './rule';
import { compileYesNo } from './yes-no';

/** Checks a rule's own figures once. `pointer` is that of the rule; kinds not built yet are refused at their `kind`. */
export function compileRule(rule: Rule, marks: Rational, pointer: string): Outcome<CompiledRule> {
  switch (rule.kind) {
    case 'proportional':
      return compileProportional(rule, marks, pointer);
    case 'bands':
      return compileBands(rule, marks, pointer);
    case 'yesNo':
      return compileYesNo(marks);
    case 'deduction':
      return compileDeduction(rule, marks, pointer);
    case 'evaluator':
      return compileEvaluator(rule, marks);
    case 'steps':
    case 'elements':
    case 'veto':
      return refused([
        refusal(
          `${pointer}/kind`,
          `本版本尚不支持“${rule.kind}”计分规则，请改用其他规则。`,
          `The rule kind "${rule.kind}" is not built yet in this version; use another rule.`,
        ),
      ]);
  }
}
