import { type EndpointCase, get } from '../requests';

/** Two sides of 2025 unless the left one's year is named. */
const comparison = ({
  left,
  right,
  leftYear = 2025,
}: {
  readonly left: string;
  readonly right: string;
  readonly leftYear?: number;
}): string =>
  `/api/counties/compare?program=assistants&left=${left}&right=${right}&leftYear=${leftYear}&rightYear=2025`;

const NO_RESULT = '00000000-0000-4000-8000-000000000000';

export const COUNTY_COMPARISON_CASES = {
  compareCounties: {
    // One county in two years, so that a county reads it too; two counties are compared in tests/integration/dashboards.
    happy: get(comparison({ left: 'hongta', right: 'hongta', leftYear: 2024 })),
    problems: {
      'invalid-request': [
        {
          why: 'it takes no such key',
          request: get(`${comparison({ left: 'hongta', right: 'jiangchuan' })}&a~b/c=1`),
          pointers: ['/a~0b~1c'],
        },
        {
          why: 'nothing is given',
          request: get('/api/counties/compare'),
          pointers: ['/program', '/left', '/right', '/leftYear', '/rightYear'],
        },
        {
          why: 'a county is compared with itself',
          request: get(comparison({ left: 'hongta', right: 'hongta' })),
          pointers: ['/right'],
        },
        {
          why: 'two counties are compared in two years',
          request: get(comparison({ left: 'hongta', right: 'jiangchuan', leftYear: 2024 })),
          pointers: ['/right'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such county',
          request: get(comparison({ left: 'hongta', right: 'kunming' })),
        },
        {
          why: 'one of them is foreign',
          request: get(comparison({ left: 'hongta', right: 'jiangchuan' }), 'county-hongta'),
        },
        {
          why: 'no finalised result of the year has that id',
          request: get(`${comparison({ left: 'hongta', right: 'jiangchuan' })}&asOf=${NO_RESULT}`),
          pointers: ['/asOf'],
        },
      ],
      refused: [
        {
          why: 'the month is not over',
          request: get(`${comparison({ left: 'hongta', right: 'jiangchuan' })}&asOf=2099-01`),
          pointers: ['/asOf'],
        },
        {
          why: 'the month is before one of the years',
          request: get(`${comparison({ left: 'hongta', right: 'hongta', leftYear: 2024 })}&asOf=2024-06`),
          pointers: ['/asOf'],
        },
        {
          why: 'a finalised result is of one year, and two are compared',
          request: get(
            `${comparison({ left: 'hongta', right: 'hongta', leftYear: 2024 })}&asOf=${NO_RESULT}`,
          ),
          pointers: ['/asOf'],
        },
      ],
    },
  },
} as const satisfies Record<string, EndpointCase>;
