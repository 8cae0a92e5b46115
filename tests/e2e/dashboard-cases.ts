import type { PageCase } from './page-case';

const ASSISTANTS = 'program=assistants&year=';

/** The overview, the indicators, and the pages of the counties, one by one and side by side. */
export const DASHBOARD_PAGES: Readonly<Record<string, PageCase>> = {
  'an overview in progress': { place: `/overview?${ASSISTANTS}2026`, figures: true, noVerdict: true },
  'a finalised overview': { place: `/overview?${ASSISTANTS}2025`, figures: true },
  'an earlier overview': { place: `/overview?${ASSISTANTS}2024`, figures: true, noVerdict: true },
  'the overview of mediation': {
    place: '/overview?program=mediation&year=2025',
    figures: true,
    noVerdict: true,
  },
  'the overview of a year with nothing': {
    place: `/overview?${ASSISTANTS}2023`,
    figures: true,
    noVerdict: true,
  },
  'the list of counties': { place: `/counties?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'a county with its result': { place: `/counties/yuanjiang?${ASSISTANTS}2025`, figures: true },
  'a month picked on a county': { place: `/counties/jiangchuan?${ASSISTANTS}2025&at=2025-03`, figures: true },
  'a county in progress': { place: `/counties/yuanjiang?${ASSISTANTS}2026`, figures: true, noVerdict: true },
  'the indicators of a year': { place: `/indicators?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'the indicators in progress': { place: `/indicators?${ASSISTANTS}2026`, figures: true, noVerdict: true },
  'one indicator by county and month': {
    place: `/indicators?${ASSISTANTS}2025&group=inspections&indicator=inspectionAverage`,
    figures: true,
    noVerdict: true,
  },
  'the indicators of one county that is picked': {
    place: `/indicators?${ASSISTANTS}2025&group=persons&pick=tonghai&at=2025-08`,
    figures: true,
    noVerdict: true,
  },
  'the indicators of a county itself': {
    place: `/indicators?${ASSISTANTS}2026`,
    as: 'county-yuanjiang',
    figures: true,
    noVerdict: true,
  },
  'the indicators of mediation': {
    place: '/indicators?program=mediation&year=2025',
    figures: true,
    noVerdict: true,
  },
  'two counties side by side': {
    place: `/counties/compare?${ASSISTANTS}2025&left=hongta&right=tonghai`,
    figures: true,
  },
  'a county in two years': {
    place: `/counties/compare?${ASSISTANTS}2026&left=hongta&leftYear=2023`,
    as: 'county-hongta',
    figures: true,
    noVerdict: true,
  },
};
