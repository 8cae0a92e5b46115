import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { compileMethod } from '@yuheng/shared/domain/scoring/compile-method';
import type { IndicatorValue, Rule } from '@yuheng/shared/domain/scoring/method';
import { printScore, scoreValues } from '@yuheng/shared/domain/scoring/score';
import type { Indicator } from './tree-edits';

/** What is typed into the fields of an example; which of them count depends on the rule. */
export interface Sample {
  readonly figure: string;
  readonly target: string;
  readonly met: readonly string[];
  readonly yes: boolean;
}

export const SAMPLE: Sample = { figure: '', target: '', met: [], yes: true };

/** A figure to begin with: a little short of the target, the middle of a band, two occurrences, three marks. */
export function usualFigure(rule: Rule, marks: string): string {
  switch (rule.kind) {
    case 'proportional':
      return '86.2';
    case 'steps':
      return '86.2';
    case 'bands':
      return '0.85';
    case 'deduction':
      return '2';
    case 'evaluator': {
      const most = Number(marks);
      return Number.isFinite(most) && most > 0
        ? [0.8, 0.9, 0.9].map((part) => Number((part * most).toFixed(1))).join('、')
        : '';
    }
    default:
      return '';
  }
}

function valueOf(rule: Rule, { figure, target, met, yes }: Sample): IndicatorValue {
  switch (rule.kind) {
    case 'proportional':
      return rule.target === 'goal' ? { actual: figure, target } : { actual: figure };
    case 'steps':
      return { actual: figure };
    case 'bands': {
      const band = bandOf(rule, figure);
      return { band: band ?? '', ratio: figure };
    }
    case 'elements':
      return { met: [...met] };
    case 'yesNo':
      return { met: yes };
    case 'deduction':
      return { occurrences: figure };
    case 'evaluator':
      return { marks: figure.split(/[\s,，、;；]+/).filter((mark) => mark !== '') };
    case 'veto':
      return { occurred: yes };
  }
}

/** The band that a ratio lies in, as an evaluator would choose it; exact enough to show. */
function bandOf(rule: Extract<Rule, { kind: 'bands' }>, figure: string): string | undefined {
  const ratio = Number(figure);
  const highest = Math.max(...rule.bands.map(({ to }) => Number(to)));
  return rule.bands.find(
    ({ from, to }) =>
      ratio >= Number(from) && (ratio < Number(to) || (ratio === highest && Number(to) === highest)),
  )?.label;
}

export type Example =
  | {
      readonly ok: true;
      readonly score: string;
      readonly marks: string;
      /** The arithmetic as it would be written on paper; empty where there is none to follow. */
      readonly expression: string;
      readonly label: Bilingual;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What the engine gives for a sample, by itself: the same that it gives in a round. Null: the rule is not whole yet. */
export function exampleOf(indicator: Indicator, sample: Sample, decimals: number): Example | null {
  const { rule, marks } = indicator;
  if (!rule || marks === undefined) return null;
  const alone = { id: 'example', marks, rule };
  const compiled = compileMethod({ indicators: [alone], scoreDecimals: decimals });
  if (!compiled.ok) return { ok: false, refusals: compiled.refusals };
  const value = valueOf(rule, sample);
  const scored = scoreValues(compiled.value, { example: value });
  if (!scored.ok) return { ok: false, refusals: scored.refusals };
  const [leaf] = printScore(compiled.value, scored.value).indicators;
  const [compiledLeaf] = compiled.value.leaves;
  if (!leaf?.finalScore || !compiledLeaf) return null;
  const { expression, label } = compiledLeaf.rule.explain(value);
  return { ok: true, score: leaf.finalScore, marks, expression, label };
}
