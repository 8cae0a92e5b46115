import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { looksAs } from '../support/pictures';
import { openWeb, type TabOptions } from '../support/web';
import { openCase } from './open-case';
import type { PageCase } from './page-case';

const CHECKOUT = path.join(__dirname, '..', '..');
const OF_HELP = path.join(CHECKOUT, 'frontend', 'public', 'pictures');
const OF_PAGES = path.join(CHECKOUT, 'tests', 'pictures');

const ASSISTANTS = 'program=assistants&year=';
const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const FINAL = nameBasedUuid('round/assistants/2025/departmentEvaluation');

/**
 * What the help of the roles shows (frontend/src/app/help/roles); each is the reference of its page, too. The picture of
 * the trail is no reference: it changes with every act of the tests before.
 */
const HELP: Readonly<Record<string, PageCase>> = {
  overview: { place: `/overview?${ASSISTANTS}2025` },
  explanation: { place: `/counties/jiangchuan?${ASSISTANTS}2025&explain=score:RUN:jiangchuan` },
  allocation: { place: `/allocations?${ASSISTANTS}2026` },
  duties: { place: '/duties?program=assistants', as: 'officer-1' },
  inspection: { place: `/inspections/huaning/2026-02?${ASSISTANTS}2026`, as: 'inspector' },
  findings: { place: `/findings?${ASSISTANTS}2025` },
  funds: { place: `/funds?${ASSISTANTS}2025` },
  ledger: { place: `/funds/ledger?${ASSISTANTS}2026`, as: 'county-hongta' },
  spending: { place: `/funds/spending/hongta/2026-02?${ASSISTANTS}2026`, as: 'county-hongta-approver' },
  replies: { place: `/evaluations/${FINAL}/replies`, as: 'county-chengjiang' },
  rounds: { place: `/evaluations?${ASSISTANTS}2025`, as: 'officer-1' },
  score: { place: `/evaluations/${RECHECK}/score`, as: 'evaluator-2' },
  accounts: { place: '/administration/accounts', as: 'system-admin' },
  security: { place: '/administration/security', as: 'system-admin' },
};

/** The main pages where they look different: in the dark, on a phone, in English, on a wall. */
const MORE: readonly (readonly [string, PageCase, TabOptions])[] = [
  ['overview-dark', { place: `/overview?${ASSISTANTS}2025` }, { theme: 'dark' }],
  ['overview-phone', { place: `/overview?${ASSISTANTS}2025` }, { size: 'phone' }],
  ['overview-english', { place: `/overview?${ASSISTANTS}2025` }, { language: 'en' }],
  ['counties', { place: `/counties?${ASSISTANTS}2025` }, {}],
  ['county', { place: `/counties/yuanjiang?${ASSISTANTS}2025` }, {}],
  ['county-wall', { place: `/counties/yuanjiang?${ASSISTANTS}2025` }, { size: 'wall' }],
  ['funds-dark', { place: `/funds?${ASSISTANTS}2025` }, { theme: 'dark' }],
  ['help', { place: '/help' }, {}],
  ['terms', { place: '/help/terms' }, {}],
];

/** Whole trails change with every call of the tests before; a count of sessions does, too. */
const CHANGING = '.when, time';

/** The help shows pictures of other pages: each is a reference of its own, and taken anew it would outdate this one. */
const SHOWN_PICTURES = 'main img';

/** Drawn by the browser of the packages: another one smooths its letters in its own way. */
const isOwnBrowser = (() => {
  const script = path.join(CHECKOUT, 'tests', 'support', 'browser.mjs');
  const found = execFileSync(process.execPath, [script], { encoding: 'utf8' });
  return found.includes('yuheng-browser');
})();

(isOwnBrowser ? describe : describe.skip)(
  'the pictures of the main pages, with YUHENG_DEMO_NAMES=anonymous',
  () => {
    const web = openWeb({ YUHENG_DEMO_NAMES: 'anonymous' });

    it.each(Object.entries(HELP))('the help shows %s as it looks', async (name, one) => {
      const page = await openCase(web, one, { still: true });
      await page.addStyleTag({ content: `${CHANGING} { visibility: hidden; }` });
      await looksAs(page, path.join(OF_HELP, `${name}.webp`));
    });

    it.each(MORE)('%s looks as it was last seen', async (name, one, options) => {
      const page = await openCase(web, one, { ...options, still: true });
      await page.addStyleTag({ content: `${SHOWN_PICTURES} { visibility: hidden; }` });
      await looksAs(page, path.join(OF_PAGES, `${name}.webp`));
    });
  },
);
