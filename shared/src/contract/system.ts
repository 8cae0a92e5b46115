import * as z from 'zod';
import type { Endpoint } from './endpoint';

export const systemEndpoints = {
  readHealth: {
    method: 'GET',
    path: '/api/health',
    permission: 'anyone',
    summary: '200 once the server can serve; 503 before and while stopping.',
    status: 200,
    response: z.object({ status: z.literal('ok') }),
    problems: ['unavailable'],
  },
  readOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    permission: 'anyone',
    summary: 'This document.',
    status: 200,
    response: z.record(z.string(), z.unknown()),
    problems: [],
  },
  listPlaces: {
    method: 'GET',
    path: '/api/administration/places',
    permission: 'place:read',
    summary: 'Names of places for account forms.',
    status: 200,
    response: z.object({
      places: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['nation', 'province', 'city', 'county', 'office']),
          name: z.string(),
          parent: z.string().nullable(),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
} as const satisfies Record<string, Endpoint>;
