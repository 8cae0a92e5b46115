import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { isSimulationVaried } from '@yuheng/shared/domain/allocation/meeting/meeting-sentences';
import { certaintyInWords, isHeldBack } from '@yuheng/shared/domain/allocation/proposing/certainty-in-words';
import { SETTING_NAMES, type SettingId } from '@yuheng/shared/domain/allocation/settings/settings-in-words';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';

/** What one scenario gives one county; `differs`: other posts than 维持现行分配. */
export interface ComparedCell {
  readonly scenario: string;
  readonly posts: number;
  readonly fen: number;
  readonly change: number;
  readonly differs: boolean;
  /**
   * How sure a change is, made or held back; null where nothing was to change, where it was not examined, or nothing was
   * varied.
   */
  readonly sure: Bilingual | null;
}

export interface ComparedCounty {
  readonly county: string;
  readonly name: string;
  /** 维持现行分配: the split in force. */
  readonly posts: number;
  readonly fen: number;
  readonly cells: readonly ComparedCell[];
}

/** A setting in which at least two of the scenarios differ, in words: of the policy in force, and of each scenario. */
export interface ComparedSetting {
  readonly setting: string;
  readonly name: Bilingual;
  /** Whose bound it is; null: a setting of all counties. */
  readonly county: string | null;
  readonly inForce: Bilingual;
  readonly values: readonly Bilingual[];
}

/** Every county in official order, with what each scenario gives it beside the split in force. */
export function compareCounties(scenarios: readonly AllocationScenario[]): readonly ComparedCounty[] {
  const [first] = scenarios;
  if (!first) return [];
  const names = new Map(first.counties.map(({ id, name }) => [id, name]));
  return first.proposal.counties.map(({ county, lastPart, lastFen }) => ({
    county,
    name: names.get(county) ?? county,
    posts: lastPart,
    fen: lastFen,
    cells: scenarios.flatMap(({ id, proposal, settings }) => {
      const row = proposal.counties.find((one) => one.county === county);
      if (!row) return [];
      const { part, fen, change } = row;
      const isShown = (change !== 0 || isHeldBack(row)) && isSimulationVaried(settings);
      const sure = isShown ? certaintyInWords(row, settings.firmness.threshold) : null;
      return [{ scenario: id, posts: part, fen, change, differs: change !== 0, sure }];
    }),
  }));
}

/** Sum of a column: posts and money that add up to the pool. */
export const sumOfCells = (
  rows: readonly ComparedCounty[],
  column: number | null,
): { readonly posts: number; readonly fen: number } => {
  const cells = rows.flatMap((row): readonly { readonly posts: number; readonly fen: number }[] => {
    const cell = column === null ? row : row.cells[column];
    return cell ? [cell] : [];
  });
  return {
    posts: cells.reduce((sum, one) => sum + one.posts, 0),
    fen: cells.reduce((sum, one) => sum + one.fen, 0),
  };
};

const BOUND = 'bounds/';

/** A bound is stated county by county, and its words do not say of which: its name, or null of any other setting. */
export function countyOfSetting(
  setting: string,
  names: readonly { readonly id: string; readonly name: string }[],
): string | null {
  if (!setting.startsWith(BOUND)) return null;
  const id = setting.slice(BOUND.length);
  return names.find((one) => one.id === id)?.name ?? id;
}

const isSetting = (id: string): id is SettingId => Object.hasOwn(SETTING_NAMES, id);

/** What a setting is called; one that this version does not know is said by its id. */
export function settingName(setting: string): Bilingual {
  const id = setting.startsWith(BOUND) ? 'bounds' : setting;
  return isSetting(id) ? SETTING_NAMES[id] : { zh: setting, en: setting };
}

const same = (a: Bilingual, b: Bilingual): boolean => a.zh === b.zh;

/**
 * Settings that are not the same in all columns. Each scenario tells what it changes of the policy in force; what it does
 * not tell it leaves as it is in force. One scenario stands beside the policy in force, several beside each other.
 */
export function compareSettings(scenarios: readonly AllocationScenario[]): readonly ComparedSetting[] {
  const inForce = new Map<string, Bilingual>();
  const names = scenarios[0]?.counties ?? [];
  for (const { changes } of scenarios) {
    for (const { setting, before } of changes) if (!inForce.has(setting)) inForce.set(setting, before);
  }
  return [...inForce].flatMap(([setting, before]) => {
    const values = scenarios.map(
      ({ changes }) => changes.find((one) => one.setting === setting)?.after ?? before,
    );
    const columns = scenarios.length === 1 ? [before, ...values] : values;
    return columns.every((one) => same(one, columns[0] ?? before))
      ? []
      : [
          {
            setting,
            name: settingName(setting),
            county: countyOfSetting(setting, names),
            inForce: before,
            values,
          },
        ];
  });
}

/** How many posts change hands: the sum of what is gained. */
export const postsMoved = ({ proposal }: AllocationScenario): number =>
  proposal.counties.reduce((sum, { change }) => sum + Math.max(0, change), 0);
