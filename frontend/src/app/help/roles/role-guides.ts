import { ADMINISTRATION_GUIDES } from './administration-guides';
import { CITY_GUIDES } from './city-guides';
import { COUNTY_GUIDES } from './county-guides';
import { EVALUATION_GUIDES } from './evaluation-guides';
import type { RoleGuide } from './role-guide';

/** One guide for each role, in the order of the contract. */
export const ROLE_GUIDES: readonly RoleGuide[] = [
  ...CITY_GUIDES,
  ...COUNTY_GUIDES,
  ...EVALUATION_GUIDES,
  ...ADMINISTRATION_GUIDES,
];
