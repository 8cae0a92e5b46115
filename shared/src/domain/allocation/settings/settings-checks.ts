import { grouped } from '../../numbers/grouped';
import { compare, ONE, parseDecimal, rational, type Rational } from '../../numbers/rational';
import { pointerToken, refusal, type Refusal } from '../../refusal';
import { settingsRefusals } from '../../simulation/stability-settings';
import type { PerformancePolicy } from '../allocation';
import { performanceRefusals } from '../refusals/performance-refusals';
import { FACTOR_IDS, type AllocationSettings } from './allocation-settings';
import { FACTOR_NAMES } from './factor-names';
import { readFirmness, readPerformance } from './read-settings';

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/;
const HUNDRED = rational(100);
/** Twice the share is beyond any policy that was ever meant: 99 in place of 0.99 is a slip, and is told as one. */
const MOST_COEFFICIENT = rational(2);

/**
 * What forbids a policy to be published, tried or computed with: each refusal points into the settings
 * (`/factors/0/weight`). Empty where nothing does. Whether the bounds can be met by the counties of a year is asked with
 * their evidence, not here.
 *
 * Refused: texts that are no decimals; no factor with a weight, or one twice; a coefficient that falls as the score or
 * grade rises, is 0 for all, or lies above 2; weights and shares beyond 1, percents beyond 100; floors above caps; a
 * county twice. What is wrong with the two ends of a line is told at both of them.
 */
export function settingsErrors(settings: AllocationSettings): readonly Refusal[] {
  const decimals = decimalErrors(settings);
  const wholes = wholeErrors(settings);
  const rest = [...factorsTwice(settings), ...boundErrors(settings)];
  if (decimals.length > 0) return [...decimals, ...wholes, ...rest];
  return [
    ...weightErrors(settings),
    ...performanceErrors(settings),
    ...shareErrors(settings),
    ...firmnessErrors(settings),
    ...wholes,
    ...rest,
  ];
}

/** Every decimal of the settings with its pointer. */
function decimalsOf({ factors, performance, firmness, ...settings }: AllocationSettings) {
  const found: [pointer: string, text: string][] = factors.map(({ weight }, index) => [
    `/factors/${index}/weight`,
    weight,
  ]);
  if (performance.mode === 'continuous') {
    for (const end of ['from', 'to'] as const) {
      found.push([`/performance/${end}/score`, performance[end].score]);
      found.push([`/performance/${end}/coefficient`, performance[end].coefficient]);
    }
  }
  if (performance.mode === 'gradeCoefficient') {
    for (const [grade, text] of Object.entries(performance.coefficients)) {
      found.push([`/performance/coefficients/${grade}`, text]);
    }
  }
  if (performance.mode === 'add') found.push(['/performance/weight', performance.weight]);
  const { maximumChange } = settings;
  if (maximumChange && 'ratio' in maximumChange) found.push(['/maximumChange/ratio', maximumChange.ratio]);
  for (const key of ['threshold', 'scoreError', 'weightUncertainty'] as const) {
    found.push([`/firmness/${key}`, firmness[key]]);
  }
  found.push(['/advancePercent', settings.advancePercent]);
  return found;
}

const decimalErrors = (settings: AllocationSettings): readonly Refusal[] =>
  decimalsOf(settings).flatMap(([pointer, text]) =>
    DECIMAL.test(text)
      ? []
      : [
          refusal(
            pointer,
            '应为不小于 0 的小数，整数部分和小数部分各不超过 9 位，例如 0.9，请改正',
            'This must be a decimal of at least 0 with at most nine digits before and after the point, such as 0.9; correct it',
          ),
        ],
  );

function weightErrors({ factors }: AllocationSettings): readonly Refusal[] {
  return factors.some(({ weight }) => decimalIn(weight).numerator > 0n)
    ? []
    : [
        refusal(
          '/factors',
          '没有因素，或因素权重全部为 0，无法据以分配，请至少给一个因素大于 0 的权重',
          'There is no factor with a weight; give at least one factor a weight above 0',
        ),
      ];
}

function factorsTwice({ factors }: AllocationSettings): readonly Refusal[] {
  return factors.flatMap(({ id }, index) => {
    const first = factors.findIndex((one) => one.id === id);
    if (!FACTOR_IDS.includes(id)) {
      return [
        refusal(
          `/factors/${index}/id`,
          `不认识因素“${id}”，请从列出的因素中选择`,
          `Factor "${id}" is unknown; choose one of those listed`,
        ),
      ];
    }
    return first === index
      ? []
      : [
          refusal(
            `/factors/${index}/id`,
            `因素“${FACTOR_NAMES[id].zh}”重复：第 ${first + 1} 项与第 ${index + 1} 项相同，请删去一项`,
            `The factor "${FACTOR_NAMES[id].en}" stands twice, at ${first + 1} and ${index + 1}; remove one`,
          ),
        ];
  });
}

function performanceErrors({ performance }: AllocationSettings): readonly Refusal[] {
  const read = readPerformance(performance);
  const faults = performanceRefusals(read).map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/policy/, ''),
    detail,
  }));
  const nothing = (pointer: string) =>
    refusal(
      pointer,
      '最高的系数为 0，所有份额都会变成 0，请填写大于 0 的系数',
      'The highest coefficient is 0, which leaves no share to anyone; give one above 0',
    );
  if (read.mode === 'gradeCoefficient') {
    for (const [grade, coefficient] of Object.entries(read.coefficients)) {
      faults.push(...largeCoefficient(`/performance/coefficients/${grade}`, coefficient));
    }
    if (read.coefficients.excellent.numerator === 0n)
      faults.push(nothing('/performance/coefficients/excellent'));
  }
  if (read.mode === 'continuous') {
    faults.push(...upperEndErrors(read));
    for (const end of ['from', 'to'] as const) {
      faults.push(...largeCoefficient(`/performance/${end}/coefficient`, read[end].coefficient));
      if (compare(read[end].score, HUNDRED) <= 0) continue;
      faults.push(
        refusal(
          `/performance/${end}/score`,
          '得分应在 0 至 100 之间（按满分 100 折算），请改正',
          'The score must lie between 0 and 100 (percent of full marks); correct it',
        ),
      );
    }
    if (read.to.coefficient.numerator === 0n) faults.push(nothing('/performance/to/coefficient'));
  }
  return faults;
}

const largeCoefficient = (pointer: string, coefficient: Rational): readonly Refusal[] =>
  compare(coefficient, MOST_COEFFICIENT) <= 0
    ? []
    : [
        refusal(
          pointer,
          '系数应在 0 至 2 之间，例如 1.1，请改正',
          'A coefficient lies between 0 and 2, such as 1.1; correct it',
        ),
      ];

/** The counterpart of what the engine says at the lower end, so that whoever looks at the upper one sees it too. */
function upperEndErrors({
  from,
  to,
}: Extract<PerformancePolicy, { mode: 'continuous' }>): readonly Refusal[] {
  const faults: Refusal[] = [];
  if (compare(from.score, to.score) >= 0) {
    faults.push(
      refusal(
        '/performance/to/score',
        '高端得分应高于低端得分，请改正',
        'The upper score must be above the lower one; correct it',
      ),
    );
  }
  if (compare(from.coefficient, to.coefficient) > 0) {
    faults.push(
      refusal(
        '/performance/to/coefficient',
        '高端系数低于低端系数，得分越高系数不得越低，请改正',
        'The upper coefficient is below the lower one; a higher score may not be worth less',
      ),
    );
  }
  return faults;
}

function shareErrors({ maximumChange, advancePercent }: AllocationSettings): readonly Refusal[] {
  const faults: Refusal[] = [];
  if (maximumChange && 'ratio' in maximumChange && compare(decimalIn(maximumChange.ratio), ONE) > 0) {
    faults.push(
      refusal(
        '/maximumChange/ratio',
        '年度最大调整比例应在 0 至 1 之间，例如 10% 填 0.1，请改正',
        'The maximum change is a share from 0 to 1, such as 0.1 for 10 %; correct it',
      ),
    );
  }
  if (compare(decimalIn(advancePercent), HUNDRED) > 0) {
    faults.push(
      refusal(
        '/advancePercent',
        '提前下达比例应在 0 至 100（%）之间，请改正',
        'The percentage that is issued in advance must lie between 0 and 100; correct it',
      ),
    );
  }
  return faults;
}

const decimalIn = (text: string): Rational => parseDecimal(text) ?? rational(0);

function firmnessErrors(settings: AllocationSettings): readonly Refusal[] {
  const read = readFirmness(settings);
  const faults = settingsRefusals({ ...read, seed: 0, runs: 1 }).map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/stability/, '/firmness'),
    detail,
  }));
  if (read.threshold.numerator > 0n && compare(read.threshold, ONE) <= 0) return faults;
  return [
    refusal(
      '/firmness/threshold',
      '“有把握才调整”的把握程度应大于 0 且不超过 1，例如 0.9，请改正',
      'The share in which a direction must hold lies above 0 and at most at 1, such as 0.9; correct it',
    ),
    ...faults,
  ];
}

/** Whole numbers with their least and most. */
function wholeErrors(settings: AllocationSettings): readonly Refusal[] {
  const { window, movablePosts, maximumChange, phaseIn, firmness, contractYearStart } = settings;
  const wholes: [pointer: string, value: number, least: number, most: number][] = [
    ['/window/years', window.years, 1, 3],
    ['/window/lastMonth', window.lastMonth, 1, 12],
    ['/firmness/runs', firmness.runs, 100, 100_000],
    ['/firmness/seed', firmness.seed, 0, 4_294_967_295],
    ['/contractYearStart', contractYearStart, 1, 12],
  ];
  if (movablePosts !== null) wholes.push(['/movablePosts', movablePosts, 0, MOST_POSTS]);
  if (maximumChange && 'parts' in maximumChange) {
    wholes.push(['/maximumChange/parts', maximumChange.parts, 0, MOST_POSTS]);
  }
  if (phaseIn) {
    wholes.push(['/phaseIn/firstYear', phaseIn.firstYear, 2000, 2100]);
    wholes.push(['/phaseIn/years', phaseIn.years, 1, 10]);
  }
  return wholes.flatMap(([pointer, value, least, most]) =>
    isWhole(value, least, most)
      ? []
      : [
          refusal(
            pointer,
            `应为 ${said(least)} 至 ${said(most)} 的整数，请改正`,
            `This must be a whole number from ${said(least)} to ${said(most)}; correct it`,
          ),
        ],
  );
}

const MOST_POSTS = 1_000_000;

/** Years are the only limits in the thousands, and are never grouped. */
const said = (limit: number): string => (limit < 10_000 ? String(limit) : grouped(limit));

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function boundErrors({ bounds }: AllocationSettings): readonly Refusal[] {
  const places = new Map<string, number>();
  return bounds.flatMap(({ county, floor, cap }, index) => {
    const at = `/bounds/${pointerToken(index)}`;
    const first = places.get(county);
    places.set(county, first ?? index);
    const faults: Refusal[] = [];
    if (first !== undefined) {
      faults.push(
        refusal(
          `${at}/county`,
          `同一县（市、区）的单独保底、封顶写了两次：第 ${first + 1} 项与第 ${index + 1} 项，请合并为一项`,
          `The bounds of one county stand twice, at ${first + 1} and ${index + 1}; make them one`,
        ),
      );
    }
    for (const [key, value] of [
      ['floor', floor],
      ['cap', cap],
    ] as const) {
      if (value === undefined || isWhole(value, 0, MOST_POSTS)) continue;
      faults.push(
        refusal(
          `${at}/${key}`,
          `应为 0 至 ${grouped(MOST_POSTS)} 的整数（个名额），请改正`,
          `This must be a whole number of posts from 0 to ${grouped(MOST_POSTS)}; correct it`,
        ),
      );
    }
    if (floor === undefined && cap === undefined) {
      faults.push(
        refusal(
          at,
          '既没有保底也没有封顶，请填写其中一项或删去',
          'There is neither a floor nor a cap; give one or remove the line',
        ),
      );
    }
    if (floor !== undefined && cap !== undefined && floor > cap) {
      faults.push(
        refusal(
          `${at}/floor`,
          `保底 ${floor} 个名额大于封顶 ${cap} 个，两者矛盾，请将保底调低或将封顶调高 ${floor - cap} 个`,
          `The floor of ${floor} posts is above the cap of ${cap}; lower the floor or raise the cap by ${floor - cap}`,
        ),
      );
    }
    return faults;
  });
}
