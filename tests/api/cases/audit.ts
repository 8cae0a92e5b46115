import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { get, unknownQuery, type EndpointCase, type ProblemCase } from '../requests';

const wrongDay = (url: string): ProblemCase => ({
  why: 'a day does not exist',
  request: get(`${url}?from=2026-02-29`, 'audit-admin'),
  pointers: ['/from'],
});

export const AUDIT_CASES = {
  listAuditEntries: {
    happy: get('/api/audit?outcome=done', 'audit-admin'),
    problems: {
      'invalid-request': [
        wrongDay('/api/audit'),
        unknownQuery('/api/audit', 'audit-admin'),
        {
          why: 'an outcome is none, and a number is below the first',
          request: get('/api/audit?outcome=maybe&below=0', 'audit-admin'),
          pointers: ['/outcome', '/below'],
        },
      ],
    },
  },
  exportAudit: {
    happy: get('/api/audit/export', 'audit-admin'),
    problems: {
      'invalid-request': [wrongDay('/api/audit/export'), unknownQuery('/api/audit/export', 'audit-admin')],
      refused: [
        {
          why: 'there is no entry on these days',
          request: get('/api/audit/export?to=2020-01-01', 'audit-admin'),
        },
        {
          why: 'the last day lies before the first',
          request: get('/api/audit/export?from=2026-02-02&to=2026-02-01', 'audit-admin'),
          pointers: ['/to'],
        },
      ],
    },
  },
  listAuditSeals: {
    happy: get('/api/audit/seals', 'county-hongta'),
    problems: { 'invalid-request': [unknownQuery('/api/audit/seals', 'county-hongta')] },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
