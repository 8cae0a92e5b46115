import type { PageCase } from './page-case';

const ASSISTANTS = 'program=assistants&year=';

/** What program officers set, and the wall with the links that open it. */
export const SETTINGS_PAGE_CASES = {
  'the wall': { place: `/screen?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'the links of the wall': { place: `/screen/links?${ASSISTANTS}2025`, as: 'officer-1', noVerdict: true },
  'the wall by a link that nobody gave': {
    place: `/screen#${'B'.repeat(43)}`,
    signedOut: true,
    real: true,
    refused: 'answered: 404 GET /api/screen/',
  },
  'the rules of duties': {
    place: `/administration/duty-rules?${ASSISTANTS}2026`,
    as: 'officer-1',
    noVerdict: true,
  },
  'the holidays of a year': {
    place: `/administration/holidays?${ASSISTANTS}2026`,
    as: 'officer-1',
    noVerdict: true,
  },
  'the mailboxes for reminders': {
    place: `/administration/mailboxes?${ASSISTANTS}2026`,
    as: 'officer-1',
    noVerdict: true,
  },
} satisfies Record<string, PageCase>;
