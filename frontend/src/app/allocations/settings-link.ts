import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { canonicalSettings } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import { SETTING_IDS, type SettingId } from '@yuheng/shared/domain/allocation/settings/settings-in-words';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';

/**
 * Settings as they stand in the address: what they change against a published version of the policy, and which version
 * that is. A version never changes, so that the link means the same for ever, also after a newer one is in force.
 * Version 0 stands for the careful defaults, before anything is published.
 */
export interface SettingsLink {
  readonly base: number;
  readonly changes: Partial<AllocationSettings>;
}

/** A part of a policy, which can be put back by itself. */
export type SettingKey = SettingId;

/** Which parts mean something else, in the order of the policy. */
export function changedKeys(before: AllocationSettings, after: AllocationSettings): readonly SettingKey[] {
  const [was, is] = [canonicalSettings(before), canonicalSettings(after)];
  return SETTING_IDS.filter((key) => printed(was[key]) !== printed(is[key]));
}

const printed = (part: unknown): string => canonicalJson(part as CanonicalValue);

const toBase64Url = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};

const fromBase64Url = (text: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0)),
  );

/** Null where nothing is changed: the address of the policy in force is the plain one. */
export function printSettingsLink(
  base: number,
  before: AllocationSettings,
  after: AllocationSettings,
): string | null {
  return changedKeys(before, after).length === 0 ? null : printedChanges(base, before, after);
}

/**
 * Settings as a whole, whatever policy is in force: told against the careful defaults, and never null, since the plain
 * address means the policy in force.
 */
export const linkOfSettings = (settings: AllocationSettings): string =>
  printedChanges(0, CAREFUL_SETTINGS, settings);

function printedChanges(base: number, before: AllocationSettings, after: AllocationSettings): string {
  const changes = changedKeys(before, after).map((key) => [key, after[key]] as const);
  return `${base}.${toBase64Url(JSON.stringify(Object.fromEntries(changes)))}`;
}

/** What somebody typed or cut off gives null, never half-known settings; the values themselves are checked by the domain. */
export function readSettingsLink(text: string | null): SettingsLink | null {
  const [, base, encoded] = /^(\d{1,6})\.([\w-]{1,200000})$/.exec(text ?? '') ?? [];
  if (base === undefined || encoded === undefined) return null;
  try {
    const changes: unknown = JSON.parse(fromBase64Url(encoded));
    return isChanges(changes) ? { base: Number(base), changes } : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
/** As in the contract: settings carry decimals as they were published. */
const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/;
const isDecimal = (value: unknown): boolean => typeof value === 'string' && DECIMAL.test(value);
const isOneOf =
  (...words: readonly string[]) =>
  (value: unknown): boolean =>
    words.includes(value as string);
const isRecord =
  (shape: Readonly<Record<string, (value: unknown) => boolean>>, optional: readonly string[] = []) =>
  (value: unknown): boolean =>
    isObject(value) &&
    Object.keys(value).every((key) => Object.hasOwn(shape, key)) &&
    Object.entries(shape).every(
      ([key, test]) => (optional.includes(key) && !Object.hasOwn(value, key)) || test(value[key]),
    );
const isList =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(test);
const isEither =
  (...tests: readonly ((value: unknown) => boolean)[]) =>
  (value: unknown): boolean =>
    tests.some((test) => test(value));
const isNull = (value: unknown): boolean => value === null;
const isPoint = isRecord({ score: isDecimal, coefficient: isDecimal });

/** The shape of each part, as the contract states it; zod itself stays out of the browser. */
const SHAPES: Readonly<Record<SettingKey, (value: unknown) => boolean>> = {
  factors: isList(
    isRecord({
      id: isOneOf('lastPosts', 'justiceOffices', 'supervised', 'resettled', 'assessments'),
      weight: isDecimal,
    }),
  ),
  performance: isEither(
    isRecord({ mode: isOneOf('none') }),
    isRecord({ mode: isOneOf('continuous'), from: isPoint, to: isPoint }),
    isRecord({
      mode: isOneOf('gradeCoefficient'),
      coefficients: isRecord({ excellent: isDecimal, good: isDecimal, fair: isDecimal, poor: isDecimal }),
    }),
    isRecord({ mode: isOneOf('add'), weight: isDecimal }),
  ),
  indicators: isOneOf('countyJustice', 'all'),
  window: isRecord({ years: isWhole, lastMonth: isWhole }),
  movablePosts: isEither(isNull, isWhole),
  floor: isOneOf('verifiedAverage', 'none'),
  bounds: isList(
    isRecord({ county: (value) => typeof value === 'string', floor: isWhole, cap: isWhole }, [
      'floor',
      'cap',
    ]),
  ),
  maximumChange: isEither(isNull, isRecord({ parts: isWhole }), isRecord({ ratio: isDecimal })),
  phaseIn: isEither(isNull, isRecord({ firstYear: isWhole, years: isWhole })),
  firmness: isRecord({
    gate: (value) => typeof value === 'boolean',
    threshold: isDecimal,
    scoreError: isDecimal,
    weightUncertainty: isDecimal,
    runs: isWhole,
    seed: isWhole,
  }),
  advancePercent: isDecimal,
  contractYearStart: isWhole,
  method: isOneOf('hamilton', 'webster', 'jefferson', 'hill', 'adams'),
};

const isChanges = (value: unknown): value is Partial<AllocationSettings> =>
  isObject(value) &&
  Object.entries(value).every(([key, part]) => Object.hasOwn(SHAPES, key) && SHAPES[key as SettingKey](part));
