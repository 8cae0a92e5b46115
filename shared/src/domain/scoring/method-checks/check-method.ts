import type { Method } from '../method';
import { checkEngine } from './check-engine';
import { checkMarks } from './check-marks';
import { checkNames } from './check-names';
import { checkRequiredEntries } from './check-required-entries';
import { checkRuleEffects } from './check-rule-effects';
import { checkShares } from './check-shares';
import { checkSources } from './check-sources';
import type { KnownSources } from './check-sources';
import type { MethodCheck, MethodFinding } from './method-check';

/** An entry that is told to be absent is not told a second time, in the words of the engine. */
function withoutRepeats(findings: readonly MethodFinding[]): readonly MethodFinding[] {
  const absent = findings.filter((one) => one.kind === 'absent').map((one) => one.pointer);
  const repeats = ({ kind, pointer }: MethodFinding): boolean =>
    kind === 'cannotScore' && absent.some((at) => pointer === at || pointer.startsWith(`${at}/`));
  return findings.filter((one) => !repeats(one));
}

/**
 * Everything an officer must know before a method is published, never stopping at the first: what the engine refuses, what
 * publication requires (rules.md section 4: a source, a responsible office, criteria …), marks that do not sum to the
 * stated total (100 by default; exact, so 10 + 4 × 22.5 is sound), sources that nothing can be read from, and as warnings
 * what will hardly be meant. Errors come first. A sound method has no finding. `known` names the metrics (with their
 * units) and inspection items that exist; without it they are not checked.
 */
export function checkMethod(method: Method, known: KnownSources = {}): MethodCheck {
  const findings = withoutRepeats([
    ...checkEngine(method),
    ...checkRequiredEntries(method),
    ...checkMarks(method),
    ...checkSources(method, known),
    ...checkShares(method),
    ...checkNames(method),
    ...checkRuleEffects(method),
  ]);
  return [
    ...findings.filter((one) => one.severity === 'error'),
    ...findings.filter((one) => one.severity === 'warning'),
  ];
}

/** Whether nothing forbids the publication. */
export const isPublishable = (check: MethodCheck): boolean =>
  check.every((finding) => finding.severity === 'warning');
