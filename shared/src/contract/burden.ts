import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, pageState, programYearQuery } from './values';

const figures = {
  /** Figures that the county’s sheets ask. */
  asked: z.int(),
  /** Figures that somebody entered, each once. */
  entered: z.int(),
  /** Read off the saves: `measure` says how. */
  minutes: z.int(),
  /** How often a sheet was sent back. */
  returned: z.int(),
};

const countyBurden = z.object({
  id: z.string(),
  name: z.string(),
  /** Months in which something was asked, the first one first. */
  months: z.array(z.object({ month: z.string(), ...figures })),
});
export type CountyBurden = z.infer<typeof countyBurden>;

export const burdenEndpoints = {
  readBurden: {
    method: 'GET',
    path: '/api/burden',
    permission: 'burden:read',
    summary:
      'What each month of a year asked of a county and how long answering it took; a county reads its own.',
    query: programYearQuery,
    status: 200,
    response: z.object({
      ...pageState,
      headline: bilingual,
      /** In official order; a county reads itself alone. */
      counties: z.array(countyBurden),
      /** A county’s month is to ask no more figures and take no longer. */
      limits: z.object({ figures: z.int(), minutes: z.int() }),
      /** Saves no further apart belong together; each stretch of them counts for so many seconds more. */
      measure: z.object({ pauseSeconds: z.int(), stretchSeconds: z.int() }),
    }),
    problems: ['invalid-request'],
  },
} as const satisfies Record<string, Endpoint>;
