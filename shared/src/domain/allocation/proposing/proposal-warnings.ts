import { bilingual } from '../../bilingual';
import { partsUnder, unmovedOf } from '../../simulation/parts-under';
import { withOneMore, type AllocationAnswer, type AllocationWarning } from '../allocation';
import type { AllocationQuestion, CountyQuestion } from '../evidence/allocation-input';
import { inPosts } from '../evidence/in-posts';
import { nothingCanMove } from './cannot-move';
import { gradeCliffs } from './grade-cliffs';
import { pullsToMean } from './pull-to-mean';
import type { ProposalWarning } from './allocation-proposal';

/**
 * What a careful reader should know of a proposal: the engine's warnings without the ids that they name (the county stands
 * beside), the size of grade cliffs and of the pull of adding, months that nobody approved, and a policy under which no
 * score could move a post. In this order; within one kind in the order of the evidence.
 */
export function proposalWarnings(
  question: AllocationQuestion,
  proposed: AllocationAnswer,
  kept: readonly number[],
): readonly ProposalWarning[] {
  const engine = proposed.warnings.flatMap((one) => resaid(one, question, proposed));
  const place = new Map(question.counties.map(({ evidence }, index) => [evidence.county, index]));
  const at = ({ county }: ProposalWarning) => (county === undefined ? -1 : (place.get(county) ?? -1));
  return [
    ...kinds(engine).flatMap((kind) =>
      engine.filter((one) => one.kind === kind).sort((a, b) => at(a) - at(b)),
    ),
    ...gradeCliffs(question),
    ...pullsToMean(question),
    ...question.counties.flatMap((county) => unapprovedWarnings(county, question)),
    ...(nothingCanMove(question, proposed, kept) ? [CANNOT_MOVE] : []),
  ];
}

const kinds = (warnings: readonly ProposalWarning[]): readonly ProposalWarning['kind'][] => [
  ...new Set(warnings.map(({ kind }) => kind)),
];

const CANNOT_MOVE: ProposalWarning = {
  kind: 'cannotMove',
  text: bilingual(
    '按此设置，任何得分都不会调整名额',
    'Under these settings no scores at all would move a post',
  ),
};

function resaid(
  { kind, unit, message }: AllocationWarning,
  question: AllocationQuestion,
  proposed: AllocationAnswer,
): readonly ProposalWarning[] {
  switch (kind) {
    case 'gradeSteps':
      return [
        {
          kind,
          text: bilingual(
            '按等级分档取系数时，等级界限上下 1 分之差就可能增减一个或几个名额',
            'With a coefficient per grade, one point at the edge of a grade may cost a post or more',
          ),
        },
      ];
    case 'houseParadox':
      return paradoxes(question, proposed);
    default:
      return [{ kind, ...(unit === undefined ? {} : { county: unit }), text: inPosts(message) }];
  }
}

/** Who would lose a post if there were one more to give out. */
function paradoxes({ input }: AllocationQuestion, { parts }: AllocationAnswer): readonly ProposalWarning[] {
  const more = partsUnder({ ...input, pool: withOneMore(input.pool) }, unmovedOf(input));
  return input.units.flatMap(({ id }, index) => {
    const [now, then] = [parts[id] ?? 0, Number(more?.[index] ?? 0n)];
    if (more === null || then >= now) return [];
    return [
      {
        kind: 'houseParadox' as const,
        county: id,
        text: bilingual(
          `总数再增加 1 个名额时，按最大余数法该县（市、区）反而由 ${now} 个减为 ${then} 个（阿拉巴马悖论）；韦伯斯特法等除数法不会如此，请确认`,
          `With one post more in all, largest remainder would give the county ${then} instead of ${now} (the Alabama paradox); divisor methods such as Webster never do; confirm it`,
        ),
      },
    ];
  });
}

/** Months whose figures entered although nobody approved them, and a window without any approved month. */
function unapprovedWarnings(
  { evidence, figures, approvedMonths }: CountyQuestion,
  { settings }: AllocationQuestion,
): readonly ProposalWarning[] {
  const months = [...new Set(figures.flatMap(({ unapproved }) => unapproved))].sort();
  const warnings: ProposalWarning[] = [];
  if (months.length > 0) {
    warnings.push({
      kind: 'unapprovedMonths',
      county: evidence.county,
      text: bilingual(
        `采用了尚未审核的月份：${months.join('、')}`,
        `Months that nobody has approved yet are used: ${months.join(', ')}`,
      ),
    });
  }
  if (settings.floor === 'verifiedAverage' && approvedMonths === 0) {
    warnings.push({
      kind: 'unapprovedMonths',
      county: evidence.county,
      text: bilingual(
        '证据窗口内没有已审核的在岗人数，按现行名额保底，不会核减',
        'No month of the window has approved persons on post: all posts in force are the floor and none can be cut',
      ),
    });
  }
  return warnings;
}
