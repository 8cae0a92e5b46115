import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { type EndpointCase, get } from '../requests';
import { bodyProblems, broken, send, type Sent, withoutVersion } from './sheet-sendings';

const { items, rules } = DEFAULT_TEMPLATES.workload;
const TEMPLATE = { validFrom: '2026-04', items, rules, reason: '沿用默认模板' };
const PUBLISHES: Sent = { method: 'PUT', as: 'officer-1', version: 1, body: TEMPLATE };
const TEMPLATES = '/api/sheet-templates/workload';

/** Spending with one rule alone, of which one side is a figure of another sheet. */
const SPENDINGS = '/api/sheet-templates/spending';
const beside = (term: object): Sent => ({
  ...PUBLISHES,
  body: {
    ...TEMPLATE,
    items: DEFAULT_TEMPLATES.spending.items,
    rules: [{ ...DEFAULT_TEMPLATES.spending.rules[1], right: [term] }],
  },
});

/** Spending with one of its amounts as a count. */
const COUNTED = DEFAULT_TEMPLATES.spending.items.map((item) =>
  item.id === 'socialInsurance' ? { ...item, answer: 'count' } : item,
);

export const SHEET_TEMPLATE_CASES = {
  listSheetTemplates: {
    happy: get('/api/sheet-templates?program=assistants&kind=workload'),
    problems: {
      'invalid-request': [
        { why: 'nothing is given', request: get('/api/sheet-templates'), pointers: ['/program', '/kind'] },
      ],
    },
  },
  publishSheetTemplate: {
    happy: send(TEMPLATES, PUBLISHES),
    problems: {
      'invalid-request': [
        withoutVersion(TEMPLATES, PUBLISHES),
        {
          why: 'nothing is given',
          request: send(TEMPLATES, { ...PUBLISHES, body: {} }),
          pointers: ['/validFrom', '/items', '/rules', '/reason'],
        },
        broken(TEMPLATES, PUBLISHES),
        {
          why: 'a rule names a kind of sheet that does not exist',
          request: send(SPENDINGS, beside({ sheet: 'ledger', figure: 'posts' })),
          pointers: ['/rules/0/right/0/sheet'],
        },
      ],
      conflict: [
        {
          why: 'another version was published meanwhile',
          request: send(TEMPLATES, { ...PUBLISHES, version: 9 }),
        },
      ],
      refused: [
        {
          why: 'the months before it are open already',
          request: send('/api/sheet-templates/spending', {
            ...PUBLISHES,
            body: { ...DEFAULT_TEMPLATES.spending, kind: undefined, validFrom: '2025-12', reason: '更正' },
          }),
          pointers: ['/validFrom'],
        },
        {
          why: 'a rule names an item that the template does not have',
          request: send('/api/sheet-templates/spending', {
            ...PUBLISHES,
            body: {
              ...TEMPLATE,
              items: DEFAULT_TEMPLATES.spending.items,
              rules: [{ ...DEFAULT_TEMPLATES.spending.rules[1], right: [{ item: 'gone' }] }],
            },
          }),
          pointers: ['/rules/0/right/0/item'],
        },
        {
          why: 'a rule names an item that the latest template of another sheet does not have',
          request: send(SPENDINGS, beside({ sheet: 'workload', figure: 'gone' })),
          pointers: ['/rules/0/right/0/figure'],
        },
        {
          why: 'a rule names its own sheet as another one',
          request: send(SPENDINGS, beside({ sheet: 'spending', figure: 'personsOnPost' })),
          pointers: ['/rules/0/right/0/sheet'],
        },
        {
          why: 'an item that was money in the versions before would be a count from now on',
          request: send('/api/sheet-templates/spending', {
            ...PUBLISHES,
            body: { ...TEMPLATE, items: COUNTED, rules: DEFAULT_TEMPLATES.spending.rules },
          }),
          pointers: [`/items/${COUNTED.findIndex(({ id }) => id === 'socialInsurance')}/answer`],
        },
      ],
      ...bodyProblems(TEMPLATES, PUBLISHES),
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
