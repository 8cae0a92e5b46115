import { rational } from '../numbers/rational';
import type { AllocationPolicy, AllocationUnit } from './allocation';
import { boundsOf } from './bounds';

const unit = { id: 'a', lastPart: 15n, factors: {} } as AllocationUnit;
const policy = { maximumChange: { ratio: rational(1, 10) } } as AllocationPolicy;

describe('a maximum change as a share of last year', () => {
  it('is never gone beyond: what is left is rounded up, what may come is rounded down', () => {
    // A tenth of 15 is 1.5: from 13.5 to 16.5.
    expect(boundsOf(unit, policy)).toMatchObject({ floor: 14n, cap: 16n });
  });
});
