import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type Build, type EndpointCase, get, type Given, unknownQuery } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

const OFFICER = 'officer-1';
const MAILBOXES = '/api/mailboxes';
const HONGTA = `${MAILBOXES}/countyJustice/hongta`;
const BODIES = wrongBodiesOf({ method: 'PUT', url: HONGTA, as: OFFICER }, ['/address']);

const enter =
  (address: string | null, version = 0, url = HONGTA): Build =>
  () => ({ method: 'PUT', url, as: OFFICER, headers: { 'if-match': `"${version}"` }, body: { address } });

/** No mailbox is there before the request, and none after it. */
const noMailbox =
  async ({ server }: Given): Promise<() => Promise<void>> =>
  async () =>
    void (await server.sql('delete from office_mailbox'));

export const MAILBOX_CASES = {
  listMailboxes: {
    happy: get(MAILBOXES, OFFICER),
    problems: { 'invalid-request': [unknownQuery(MAILBOXES, OFFICER)] },
  },
  changeMailbox: {
    happy: enter('sfj@hongta.example.gov.cn'),
    arrange: noMailbox,
    problems: {
      ...BODIES,
      'invalid-request': [
        ...BODIES['invalid-request'],
        {
          why: 'no version is named',
          request: (given) => ({ ...enter('sfj@example.gov.cn')(given), headers: {} }),
          pointers: ['/headers/if-match'],
        },
        { why: 'it is no address', request: enter('红塔区司法局'), pointers: ['/address'] },
        {
          why: 'a header hides behind the address',
          request: enter('sfj@example.gov.cn\r\nBcc: all@example.gov.cn'),
          pointers: ['/address'],
        },
        {
          why: 'there are two addresses',
          request: enter('a@example.gov.cn,b@example.gov.cn'),
          pointers: ['/address'],
        },
        {
          why: 'there is no such bureau',
          request: enter(null, 0, `${MAILBOXES}/tax/hongta`),
          pointers: ['/party'],
        },
      ],
      conflict: [{ why: 'another version stands', request: enter('sfj@example.gov.cn', 3) }],
      'not-found': [
        { why: 'there is no such county', request: enter(null, 0, `${MAILBOXES}/countyJustice/kunming`) },
        { why: 'a county has no city bureau', request: enter(null, 0, `${MAILBOXES}/cityJustice/hongta`) },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
