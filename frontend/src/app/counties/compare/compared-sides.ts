import type { ParamMap } from '@angular/router';

/** What the page asks for: two counties of one year, or one county in two years. */
export interface ComparedSides {
  readonly left: string;
  readonly right: string;
  readonly leftYear: number;
  readonly rightYear: number;
}

export const areSame = (one: ComparedSides | null, other: ComparedSides | null): boolean =>
  one?.left === other?.left &&
  one?.right === other?.right &&
  one?.leftYear === other?.leftYear &&
  one?.rightYear === other?.rightYear;

const FIRST_YEAR = 2000;

/**
 * Sides that can be compared: two counties stand in the year of the right side; one county in one year is set beside the
 * year before. Years that cannot be are those of the right side.
 */
export function comparable({ left, right, leftYear, rightYear }: ComparedSides): ComparedSides {
  if (left !== right) return { left, right, leftYear: rightYear, rightYear };
  const isApart = leftYear !== rightYear;
  const before = rightYear > FIRST_YEAR ? rightYear - 1 : rightYear + 1;
  return { left, right, leftYear: isApart ? leftYear : before, rightYear };
}

/** From the address (`?left=hongta&right=tonghai&year=2025`, `?left=hongta&leftYear=2024&year=2025`); null without a county. */
export function sidesOf(query: ParamMap, year: number): ComparedSides | null {
  const left = query.get('left');
  if (!left) return null;
  const yearOf = (key: string): number => {
    const asked = query.get(key) ?? '';
    return /^2[01]\d{2}$/.test(asked) && Number(asked) <= 2100 ? Number(asked) : year;
  };
  return comparable({
    left,
    right: query.get('right') || left,
    leftYear: yearOf('leftYear'),
    rightYear: yearOf('rightYear'),
  });
}

/** The same in the address; the year of the right side is the page's year, so that the frame's choice changes it. */
export function addressOf(sides: ComparedSides): Record<string, string | number | null> {
  const { left, right, leftYear, rightYear } = comparable(sides);
  return left === right
    ? { left, right: null, leftYear, rightYear: null, year: rightYear }
    : { left, right, leftYear: null, rightYear: null, year: rightYear };
}
