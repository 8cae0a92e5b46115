import type { Bilingual } from '../bilingual';
import type { Indicator, Method } from '../scoring/method';

/** A first-level indicator (一级指标), by which the counties of a round are assigned. */
export interface MethodSection {
  readonly id: string;
  readonly name: string | Bilingual | undefined;
  /** Leaves that people mark: the load of an assignment. */
  readonly byPeople: number;
  /** Leaves that the program computes and an evaluator confirms. */
  readonly byProgram: number;
}

/** Marked by people: leaves of the source evaluator, and those that state none. */
const isByPeople = ({ source }: Indicator): boolean => source === undefined || source === 'evaluator';

/** The sections of a method in its order. A leaf without a parent is a section of its own. */
export function sectionsOf({ indicators }: Method): MethodSection[] {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const rootOf = (one: Indicator): string => {
    let current = one;
    for (let depth = 0; depth < indicators.length && current.parent !== undefined; depth += 1) {
      current = byId.get(current.parent) ?? current;
    }
    return current.id;
  };
  const leaves = indicators.filter(({ rule }) => rule !== undefined);
  return indicators
    .filter(({ parent }) => parent === undefined)
    .map(({ id, name }) => {
      const own = leaves.filter((leaf) => rootOf(leaf) === id);
      const byPeople = own.filter(isByPeople).length;
      return { id, name, byPeople, byProgram: own.length - byPeople };
    });
}

/** The section in which an indicator stands; null for an id that the method does not have. */
export function sectionOf(method: Method, indicator: string): string | null {
  const byId = new Map(method.indicators.map((one) => [one.id, one]));
  let current = byId.get(indicator);
  for (let depth = 0; depth < method.indicators.length && current?.parent !== undefined; depth += 1) {
    current = byId.get(current.parent);
  }
  return current?.id ?? null;
}
