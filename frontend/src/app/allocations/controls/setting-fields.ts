import {
  FACTOR_IDS,
  type AllocationSettings,
  type FactorId,
  type PerformanceSettings,
} from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import type { SettingKey } from '../settings-link';

/** One figure of the settings, as it stands in a field: how it is read, and what the settings are once it is typed. */
export interface SettingFigure {
  /** Of the texts (label, unit, help), and of the field on the page. */
  readonly id: string;
  readonly key: SettingKey;
  /** Where the checks of the domain point at. */
  readonly pointer: (settings: AllocationSettings) => string;
  /** Empty where it is not set. */
  readonly read: (settings: AllocationSettings) => string;
  readonly write: (settings: AllocationSettings, text: string) => AllocationSettings;
}

/** What is no whole number stands as NaN, which the checks of the domain refuse at its place. */
const wholeOf = (text: string): number => (/^\d{1,10}$/.test(text) ? Number(text) : Number.NaN);
/** What is no number shows as such where nobody is typing it, after undo and redo. */
const textOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : Number.isNaN(value) ? '？' : String(value);

/** Full-width digits and spaces are typed by Chinese input methods. */
export const typedFigure = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const indexOf = ({ factors }: AllocationSettings, id: FactorId): number =>
  factors.findIndex((one) => one.id === id);

/** An empty weight takes the factor out of the policy. */
const factorWeight = (id: FactorId): SettingFigure => ({
  id: `weight.${id}`,
  key: 'factors',
  pointer: (settings) => `/factors/${indexOf(settings, id)}/weight`,
  read: (settings) => settings.factors[indexOf(settings, id)]?.weight ?? '',
  write: (settings, weight) => {
    const others = settings.factors.filter((one) => one.id !== id);
    const factors = (weight === '' ? others : [...others, { id, weight }]).sort(
      (a, b) => FACTOR_IDS.indexOf(a.id) - FACTOR_IDS.indexOf(b.id),
    );
    return { ...settings, factors };
  },
});
export const FACTOR_WEIGHTS: readonly SettingFigure[] = FACTOR_IDS.map(factorWeight);

type Continuous = Extract<PerformanceSettings, { mode: 'continuous' }>;
type ByGrade = Extract<PerformanceSettings, { mode: 'gradeCoefficient' }>;

const pointFigure = (end: 'from' | 'to', key: 'score' | 'coefficient'): SettingFigure => ({
  id: `performance.${end}.${key}`,
  key: 'performance',
  pointer: () => `/performance/${end}/${key}`,
  read: ({ performance }) => (performance.mode === 'continuous' ? performance[end][key] : ''),
  write: (settings, text) => {
    const performance = settings.performance as Continuous;
    return { ...settings, performance: { ...performance, [end]: { ...performance[end], [key]: text } } };
  },
});

const gradeFigure = (grade: keyof ByGrade['coefficients']): SettingFigure => ({
  id: `performance.grade.${grade}`,
  key: 'performance',
  pointer: () => `/performance/coefficients/${grade}`,
  read: ({ performance }) => (performance.mode === 'gradeCoefficient' ? performance.coefficients[grade] : ''),
  write: (settings, text) => {
    const performance = settings.performance as ByGrade;
    const coefficients = { ...performance.coefficients, [grade]: text };
    return { ...settings, performance: { ...performance, coefficients } };
  },
});

/** The figures of each way in which performance can count. */
export const PERFORMANCE_FIGURES: Readonly<Record<PerformanceSettings['mode'], readonly SettingFigure[]>> = {
  none: [],
  continuous: [
    pointFigure('from', 'score'),
    pointFigure('from', 'coefficient'),
    pointFigure('to', 'score'),
    pointFigure('to', 'coefficient'),
  ],
  gradeCoefficient: [gradeFigure('excellent'), gradeFigure('good'), gradeFigure('fair'), gradeFigure('poor')],
  add: [
    {
      id: 'performance.weight',
      key: 'performance',
      pointer: () => '/performance/weight',
      read: ({ performance }) => (performance.mode === 'add' ? performance.weight : ''),
      write: (settings, weight) => ({ ...settings, performance: { mode: 'add', weight } }),
    },
  ],
};

/** What a mode begins with when it is chosen: the careful figures, and the usual steps of 1.1 / 1.0 / 0.9 / 0.8. */
export const PERFORMANCE_STARTS: Readonly<Record<PerformanceSettings['mode'], PerformanceSettings>> = {
  none: { mode: 'none' },
  continuous: {
    mode: 'continuous',
    from: { score: '60', coefficient: '0.90' },
    to: { score: '100', coefficient: '1.10' },
  },
  gradeCoefficient: {
    mode: 'gradeCoefficient',
    coefficients: { excellent: '1.1', good: '1.0', fair: '0.9', poor: '0.8' },
  },
  add: { mode: 'add', weight: '0.2' },
};

export const MOVABLE_POSTS: SettingFigure = {
  id: 'movablePosts',
  key: 'movablePosts',
  pointer: () => '/movablePosts',
  read: ({ movablePosts }) => textOf(movablePosts),
  write: (settings, text) => ({ ...settings, movablePosts: text === '' ? null : wholeOf(text) }),
};

export const CHANGE_PARTS: SettingFigure = {
  id: 'maximumChange.parts',
  key: 'maximumChange',
  pointer: () => '/maximumChange/parts',
  read: ({ maximumChange }) => (maximumChange && 'parts' in maximumChange ? textOf(maximumChange.parts) : ''),
  write: (settings, text) => ({ ...settings, maximumChange: { parts: wholeOf(text) } }),
};
export const CHANGE_RATIO: SettingFigure = {
  id: 'maximumChange.ratio',
  key: 'maximumChange',
  pointer: () => '/maximumChange/ratio',
  read: ({ maximumChange }) => (maximumChange && 'ratio' in maximumChange ? maximumChange.ratio : ''),
  write: (settings, ratio) => ({ ...settings, maximumChange: { ratio } }),
};

const phaseFigure = (part: 'firstYear' | 'years'): SettingFigure => ({
  id: `phaseIn.${part}`,
  key: 'phaseIn',
  pointer: () => `/phaseIn/${part}`,
  read: ({ phaseIn }) => textOf(phaseIn?.[part]),
  write: (settings, text) => ({
    ...settings,
    phaseIn: { firstYear: Number.NaN, years: Number.NaN, ...settings.phaseIn, [part]: wholeOf(text) },
  }),
});
export const PHASE_FIGURES: readonly SettingFigure[] = [phaseFigure('firstYear'), phaseFigure('years')];

const firmDecimal = (part: 'threshold' | 'scoreError' | 'weightUncertainty'): SettingFigure => ({
  id: `firmness.${part}`,
  key: 'firmness',
  pointer: () => `/firmness/${part}`,
  read: ({ firmness }) => firmness[part],
  write: (settings, text) => ({ ...settings, firmness: { ...settings.firmness, [part]: text } }),
});
const firmWhole = (part: 'runs' | 'seed'): SettingFigure => ({
  id: `firmness.${part}`,
  key: 'firmness',
  pointer: () => `/firmness/${part}`,
  read: ({ firmness }) => textOf(firmness[part]),
  write: (settings, text) => ({ ...settings, firmness: { ...settings.firmness, [part]: wholeOf(text) } }),
});
export const FIRMNESS_FIGURES: readonly SettingFigure[] = [
  firmDecimal('threshold'),
  firmDecimal('scoreError'),
];
export const RESEARCH_FIGURES: readonly SettingFigure[] = [
  firmDecimal('weightUncertainty'),
  firmWhole('runs'),
  firmWhole('seed'),
];

export const ADVANCE_PERCENT: SettingFigure = {
  id: 'advancePercent',
  key: 'advancePercent',
  pointer: () => '/advancePercent',
  read: ({ advancePercent }) => advancePercent,
  write: (settings, advancePercent) => ({ ...settings, advancePercent }),
};

/** A floor or cap of one county; a line with neither goes. */
export const boundFigure = (county: string, part: 'floor' | 'cap'): SettingFigure => ({
  id: `bounds.${part}`,
  key: 'bounds',
  pointer: ({ bounds }) => `/bounds/${bounds.findIndex((one) => one.county === county)}/${part}`,
  read: ({ bounds }) => textOf(bounds.find((one) => one.county === county)?.[part]),
  write: (settings, text) => {
    const { floor, cap } = settings.bounds.find((one) => one.county === county) ?? {};
    const now = { floor, cap, [part]: text === '' ? undefined : wholeOf(text) };
    const others = settings.bounds.filter((one) => one.county !== county);
    const isEmpty = now.floor === undefined && now.cap === undefined;
    const line = {
      county,
      ...(now.floor === undefined ? {} : { floor: now.floor }),
      ...(now.cap === undefined ? {} : { cap: now.cap }),
    };
    return { ...settings, bounds: isEmpty ? others : [...others, line] };
  },
});
