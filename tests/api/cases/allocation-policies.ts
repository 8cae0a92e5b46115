import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, post, type ProblemCase } from '../requests';
import { secondFactorCases } from './given-approver';
import { wrongBodiesOf } from './wrong-requests';

type PolicyEndpoint = Extract<EndpointName, `${string}AllocationPolic${string}`>;

const OF = '?program=assistants';
const LIST = `/api/allocation-policies${OF}`;
const CHECK = `/api/allocation-policies/check${OF}`;
const PUBLICATION = {
  ...{ name: '协勤经费分配办法', basis: '局长办公会〔2026〕3号', documentNumber: '玉司发〔2026〕3号' },
  ...{ publishedOn: '2026-03-20', settings: CAREFUL_SETTINGS, supersedes: null },
};

/** Takes away what was published. */
const unpublished: NonNullable<ProblemCase['arrange']> = async ({ server }) => {
  const clean = async (): Promise<void> => {
    await server.sql('alter table allocation_policy disable trigger user');
    await server.sql('delete from allocation_policy');
    await server.sql('alter table allocation_policy enable trigger user');
  };
  await clean();
  return clean;
};

const noProgram = (url: string): ProblemCase => ({
  why: 'no program is named',
  request: get(url),
  pointers: ['/program'],
});
const bodies = wrongBodiesOf({ method: 'POST', url: LIST, as: 'officer-1' }, [
  '/name',
  '/basis',
  '/documentNumber',
  '/publishedOn',
  '/settings',
  '/supersedes',
]);

export const ALLOCATION_POLICY_CASES: Readonly<Record<PolicyEndpoint, EndpointCase>> = {
  listAllocationPolicies: {
    happy: get(LIST),
    problems: { 'invalid-request': [noProgram('/api/allocation-policies')] },
  },
  checkAllocationPolicy: {
    happy: post(CHECK, { settings: CAREFUL_SETTINGS }, 'leader'),
    problems: wrongBodiesOf({ method: 'POST', url: CHECK, as: 'leader' }, ['/settings']),
  },
  publishAllocationPolicy: {
    happy: post(LIST, PUBLICATION),
    arrange: unpublished,
    problems: {
      ...bodies,
      'invalid-request': [
        ...(bodies['invalid-request'] ?? []),
        {
          why: 'a weight is a number that was rounded already',
          request: post(LIST, {
            ...PUBLICATION,
            settings: { ...CAREFUL_SETTINGS, factors: [{ id: 'lastPosts', weight: 0.5 }] },
          }),
          pointers: ['/settings/factors/0/weight'],
        },
      ],
      conflict: [
        {
          why: 'another version is in force than was looked at',
          request: post(LIST, { ...PUBLICATION, supersedes: 3 }),
          arrange: unpublished,
        },
      ],
      refused: [
        {
          why: 'no factor has a weight',
          request: post(LIST, {
            ...PUBLICATION,
            settings: { ...CAREFUL_SETTINGS, factors: [{ id: 'lastPosts', weight: '0' }] },
          }),
          arrange: unpublished,
        },
        {
          why: 'the day lies in the future',
          request: post(LIST, { ...PUBLICATION, publishedOn: '2026-03-21' }),
          pointers: ['/publishedOn'],
          arrange: unpublished,
        },
      ],
      ...secondFactorCases('programOfficer', (body) =>
        post(LIST, { ...PUBLICATION, ...body })(undefined as never),
      ),
    },
  },
};
