import type { EndpointCase } from '../requests';
import { post } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

const URL = '/api/engine/allocate';
const SPLIT = {
  pool: { posts: 3, fenPerPost: 1_200_000 },
  units: [
    { id: 'a', factors: { base: '1' } },
    { id: 'b', factors: { base: '2' } },
  ],
  policy: { factors: [{ id: 'base', weight: '1' }], performance: { mode: 'none' }, method: 'hamilton' },
};

export const ENGINE_CASES: Readonly<Record<'computeAllocation', EndpointCase>> = {
  computeAllocation: {
    happy: post(URL, SPLIT, 'leader'),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: URL, as: 'leader' }, ['/pool', '/units', '/policy']),
      refused: [
        {
          why: 'a unit stands there twice',
          request: post(URL, { ...SPLIT, units: [SPLIT.units[0], SPLIT.units[0]] }, 'leader'),
          pointers: ['/units/1/id'],
        },
      ],
    },
  },
};
