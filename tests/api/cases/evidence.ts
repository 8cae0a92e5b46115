import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { formOf, type TestRequest } from '../../support/server';
import { type Build, type EndpointCase, get, type Given, post, UNKNOWN_ID } from '../requests';

const PDF = '%PDF-1.7\n% voucher 12';
const IDS: Readonly<Record<string, string>> = {
  hongta: '00000000-0000-4000-8000-00000000000a',
  jiangchuan: '00000000-0000-4000-8000-00000000000b',
};

export const evidenceOf = (county: string): string =>
  `/api/counties/${county}/evidence/${IDS[county] ?? UNKNOWN_ID}`;

/** Kept for ever, so that nothing takes them away again. */
async function stored({ server }: Given): Promise<void> {
  for (const [county, id] of Object.entries(IDS)) {
    await server.sql(
      `insert into evidence_file (city_id, county_id, file_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
       values ('530400', $1, $2, '凭证.pdf', 'application/pdf', 8, repeat('a', 64), '%PDF-1.7', 'inspector', now())
       on conflict do nothing`,
      [county, id],
    );
  }
}

const upload =
  (bytes: Buffer | string, county = 'hongta'): Build =>
  () => ({
    method: 'POST',
    url: `/api/counties/${county}/evidence`,
    as: 'inspector',
    ...formOf(bytes, { name: '凭证.pdf' }),
  });
const form = (more: Parameters<typeof formOf>[1]): TestRequest => ({
  method: 'POST',
  url: '/api/counties/hongta/evidence',
  as: 'inspector',
  ...formOf(PDF, more),
});

export const EVIDENCE_CASES = {
  storeEvidence: {
    happy: upload(PDF),
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: () => form({ field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
      ],
      'not-found': [{ why: 'there is no such county', request: upload(PDF, 'no-such-county') }],
      'too-large': [{ why: 'the file is over 10 MB', request: upload(Buffer.alloc(11 * 1024 * 1024)) }],
      'unsupported-media-type': [
        { why: 'the file is a page of the web', request: upload('<!doctype html><script>alert(1)</script>') },
        {
          why: 'the body is JSON',
          request: post('/api/counties/hongta/evidence', { file: 'x' }, 'inspector'),
        },
      ],
    },
  },
  downloadEvidence: {
    happy: get(evidenceOf('hongta')),
    arrange: stored,
    problems: {
      'invalid-request': [
        {
          why: 'the id is none',
          request: get('/api/counties/hongta/evidence/x'),
          pointers: ['/file'],
        },
      ],
      'not-found': [
        { why: 'nothing such is stored', request: get(`/api/counties/hongta/evidence/${UNKNOWN_ID}`) },
        {
          why: 'it is another county’s',
          request: get(evidenceOf('jiangchuan'), 'county-hongta'),
          arrange: stored,
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
