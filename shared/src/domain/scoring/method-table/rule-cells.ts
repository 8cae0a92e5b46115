import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { ProportionalRule, Rule, ScoringElement } from '../method';
import type { Numeral } from '../numbers/numeral';
import { AGGREGATE_WORDS, DIRECTION_WORDS, GOAL_WORD, keyOf, RULE_WORDS } from './rule-words';

/** The four columns of the official table that say a rule: 指标性质, 指标值, 计分规则 and its 规则参数, one parameter a line. */
export interface RuleCells {
  readonly nature: string;
  readonly target: string;
  readonly kind: string;
  readonly parameters: string;
}

/** Which of the columns is wrong, and what to do. */
export interface CellFault {
  readonly column: keyof RuleCells;
  readonly detail: Bilingual;
}

const figure = (numeral: Numeral): string => String(numeral);
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

function elementLine({ id, marks, name }: ScoringElement): string {
  const words = name === undefined ? '' : typeof name === 'string' ? name : `${name.zh}｜${name.en}`;
  return `[${id}] ${figure(marks)}分 ${oneLine(words)}`.trimEnd();
}

function parametersOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'proportional':
      return rule.overAchievement ? [`超过目标${figure(rule.overAchievement.threshold)}倍时提示`] : [];
    case 'steps':
      return rule.steps.map(({ atLeast, ratio }) => `达到${figure(atLeast)}得${figure(ratio)}`);
    case 'bands':
      return rule.bands.map(({ label, from, to }) => `${oneLine(label)}：${figure(from)}至${figure(to)}`);
    case 'elements':
      return rule.elements.map(elementLine);
    case 'yesNo':
      return [];
    case 'deduction':
      return [
        `每次扣${figure(rule.perOccurrence)}分`,
        ...(rule.floor === undefined ? [] : [`最低${figure(rule.floor)}分`]),
      ];
    case 'evaluator':
      return [AGGREGATE_WORDS[rule.aggregate]];
    case 'veto':
      return [`总得分最高${figure(rule.capTotal)}分`];
  }
}

/** A rule as the official table says it: 比例计分 with ≥ 95; everything that has no column of its own is a parameter. */
export function ruleCells(rule: Rule | undefined): RuleCells {
  if (rule === undefined) return { nature: '', target: '', kind: '', parameters: '' };
  const isProportional = rule.kind === 'proportional';
  const counted = rule.kind === 'steps' || rule.kind === 'deduction';
  return {
    nature: isProportional ? DIRECTION_WORDS[rule.direction] : counted ? '定量' : '定性',
    target: !isProportional ? '' : rule.target === 'goal' ? GOAL_WORD : figure(rule.target),
    kind: RULE_WORDS[rule.kind],
    parameters: parametersOf(rule).join('\n'),
  };
}

const fault = (column: keyof RuleCells, zh: string, en: string): CellFault => ({
  column,
  detail: bilingual(zh, en),
});

/** How a line of parameters is to be written, where it could not be read. */
const wrongLine = (line: string, example: string): CellFault =>
  fault(
    'parameters',
    `“${line}”无法识别，请写成“${example}”的形式，每行一项。`,
    `"${line}" cannot be read; write it like "${example}", one a line.`,
  );

const noLines = (example: string): CellFault =>
  fault(
    'parameters',
    `缺少规则参数，请写成“${example}”的形式。`,
    `The parameters are missing; write them like "${example}".`,
  );

type Read = Rule | CellFault;

/** Every line by one pattern; the first that does not fit is the fault. */
function linesBy<Entry>(
  lines: readonly string[],
  [pattern, example]: readonly [RegExp, string],
  entry: (groups: readonly string[], place: number) => Entry,
): readonly Entry[] | CellFault {
  const entries: Entry[] = [];
  for (const [place, line] of lines.entries()) {
    const match = pattern.exec(line);
    if (!match) return wrongLine(line, example);
    entries.push(entry(match.slice(1), place));
  }
  return entries;
}

const isFault = (read: object): read is CellFault => 'column' in read;

const NATURES: Readonly<Record<string, ProportionalRule['direction']>> = {
  '≥': 'atLeast',
  '>=': 'atLeast',
  '≤': 'atMost',
  '<=': 'atMost',
  '=': 'exactly',
};

function readProportional({ nature, target }: RuleCells, lines: readonly string[]): Read {
  const direction = NATURES[nature.normalize('NFKC')] ?? NATURES[nature];
  if (!direction) {
    return fault(
      'nature',
      `比例计分的指标性质应为≥、≤或者=，现为“${nature}”，请改正。`,
      `The nature of a proportional rule is ≥, ≤ or =; it is "${nature}". Correct it.`,
    );
  }
  const rest = linesBy(
    lines,
    [/^超过目标(\S+?)倍时提示$/, '超过目标1.3倍时提示'],
    ([threshold = '']) => threshold,
  );
  if (isFault(rest)) return rest;
  const rule = { kind: 'proportional', target: target === GOAL_WORD ? 'goal' : target, direction } as const;
  return rest[0] === undefined ? rule : { ...rule, overAchievement: { threshold: rest[0] } };
}

function readElements(lines: readonly string[]): Read {
  const pattern = [
    /^(?:\[([A-Za-z][A-Za-z0-9-]*)\]\s*)?(\S+?)分(?:\s+(.*))?$/,
    '[plan] 2分 有实施方案',
  ] as const;
  const elements = linesBy(lines, pattern, ([id, marks = '', words = ''], place): ScoringElement => {
    const bar = words.lastIndexOf('｜');
    const name = bar < 0 ? words : bilingual(words.slice(0, bar), words.slice(bar + 1));
    return { id: id ?? `element${place + 1}`, marks, ...(name === '' ? {} : { name }) };
  });
  return isFault(elements) ? elements : { kind: 'elements', elements };
}

function readDeduction(lines: readonly string[]): Read {
  const [first, ...rest] = lines;
  if (first === undefined) return noLines('每次扣0.5分');
  const each = /^每次扣(\S+?)分$/.exec(first)?.[1];
  if (each === undefined) return wrongLine(first, '每次扣0.5分');
  const floors = linesBy(rest, [/^最低(\S+?)分$/, '最低0分'], ([floor = '']) => floor);
  if (isFault(floors)) return floors;
  const rule = { kind: 'deduction', perOccurrence: each } as const;
  return floors[0] === undefined ? rule : { ...rule, floor: floors[0] };
}

function readVeto(lines: readonly string[]): Read {
  const read = linesBy(lines, [/^总得分最高(\S+?)分$/, '总得分最高59.99分'], ([cap = '']) => cap);
  if (isFault(read)) return read;
  return read[0] === undefined ? noLines('总得分最高59.99分') : { kind: 'veto', capTotal: read[0] };
}

function readEvaluator([line]: readonly string[]): Read {
  if (line === undefined) return noLines(AGGREGATE_WORDS.mean);
  const aggregate = keyOf(AGGREGATE_WORDS, line);
  return aggregate ? { kind: 'evaluator', aggregate } : wrongLine(line, AGGREGATE_WORDS.mean);
}

/** The rule that the cells say; undefined where 计分规则 is empty, and a fault with its column where it cannot be read. */
export function readRuleCells(cells: RuleCells): Rule | CellFault | undefined {
  if (cells.kind === '') return undefined;
  const kind = keyOf(RULE_WORDS, cells.kind);
  const lines = cells.parameters
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  switch (kind) {
    case 'proportional':
      return readProportional(cells, lines);
    case 'steps': {
      const pattern = [/^达到(\S+?)得(\S+)$/, '达到90得1'] as const;
      const steps = linesBy(lines, pattern, ([atLeast = '', ratio = '']) => ({ atLeast, ratio }));
      return isFault(steps) ? steps : { kind, steps };
    }
    case 'bands': {
      const pattern = [/^(.*)[：:](\S+?)至(\S+)$/, '达成：0.8至1'] as const;
      const bands = linesBy(lines, pattern, ([label = '', from = '', to = '']) => ({ label, from, to }));
      return isFault(bands) ? bands : { kind, bands };
    }
    case 'elements':
      return readElements(lines);
    case 'yesNo':
      return { kind };
    case 'deduction':
      return readDeduction(lines);
    case 'evaluator':
      return readEvaluator(lines);
    case 'veto':
      return readVeto(lines);
    case null:
      return fault(
        'kind',
        `没有“${cells.kind}”这种计分规则，请从下列中选择：${Object.values(RULE_WORDS).join('、')}。`,
        `There is no rule "${cells.kind}"; choose one of: ${Object.values(RULE_WORDS).join(', ')}.`,
      );
  }
}
