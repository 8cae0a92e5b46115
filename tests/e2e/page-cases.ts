import { DASHBOARD_PAGES } from './dashboard-cases';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { PageCase } from './page-case';
import { SETTINGS_PAGE_CASES } from './settings-page-cases';

const ASSISTANTS = 'program=assistants&year=';
const ACCOUNTS = '/administration/accounts';
const METHOD_DRAFT = nameBasedUuid('method-draft/assistants/2026');
const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const CLERK = nameBasedUuid('account/inspector');
const FINAL = nameBasedUuid('round/assistants/2025/departmentEvaluation');
const FIELDWORK = `/evaluations/${RECHECK}/fieldwork`;

/** Every page that there is, in each of the states in which it looks different. */
export const PAGES: readonly (readonly [string, PageCase])[] = Object.entries({
  'sign-in': { place: '/sign-in', signedOut: true },
  ...DASHBOARD_PAGES,
  'the page of the funds': { place: `/funds?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'the money of one county that is picked': {
    place: `/funds?${ASSISTANTS}2025&pick=tonghai&at=2025-08&measure=received`,
    figures: true,
    noVerdict: true,
  },
  'the page of the funds before the issue': {
    place: `/funds?${ASSISTANTS}2026`,
    figures: true,
    noVerdict: true,
  },
  'the page of the funds for mediation': {
    place: '/funds?program=mediation&year=2025',
    figures: true,
    noVerdict: true,
  },
  'the ledger of a county that pays': {
    place: `/funds/ledger?${ASSISTANTS}2026`,
    as: 'county-hongta',
    figures: true,
  },
  'the ledger of the city': { place: `/funds/ledger?${ASSISTANTS}2025`, figures: true },
  'the workspace across counties': {
    place: `/evaluations/${RECHECK}/score`,
    as: 'evaluator-2',
    figures: true,
    noVerdict: true,
  },
  'the workspace through a county that is submitted': {
    place: `/evaluations/${RECHECK}/score?by=county&county=hongta`,
    as: 'evaluator-1',
    figures: true,
    noVerdict: true,
  },
  'the score sheets of a team': {
    place: `/evaluations/${RECHECK}/score`,
    as: 'lead-evaluator',
    figures: true,
  },
  'the grid of inspections': { place: `/inspections?${ASSISTANTS}2026`, figures: true, noVerdict: true },
  'the grid of workload for mediation': {
    place: '/workload?program=mediation&year=2026',
    figures: true,
    noVerdict: true,
  },
  'an inspection to fill in': {
    place: `/inspections/huaning/2026-02?${ASSISTANTS}2026`,
    as: 'inspector',
    figures: true,
    noVerdict: true,
  },
  'spending to approve': {
    place: `/funds/spending/hongta/2026-02?${ASSISTANTS}2026`,
    as: 'county-hongta-approver',
    figures: true,
    noVerdict: true,
  },
  'the history of an approved item': {
    place: `/inspections/hongta/2026-01?${ASSISTANTS}2026&history=staffOnPost`,
    figures: true,
    noVerdict: true,
  },
  'the roster of a county': {
    place: `/roster?${ASSISTANTS}2026&county=yuanjiang`,
    as: 'inspector',
    figures: true,
    noVerdict: true,
  },
  'the roster as counts': { place: `/roster?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'the form of an assistant': {
    place: `/roster/new?${ASSISTANTS}2026`,
    as: 'county-eshan',
    figures: true,
    noVerdict: true,
  },
  'the methods of a program': { place: '/methods?program=assistants', noVerdict: true },
  'a published method': { place: '/methods/1?program=assistants', noVerdict: true },
  'the methods of a program without any': { place: '/methods?program=mediation', noVerdict: true },
  'a method to write': {
    place: `/methods/${METHOD_DRAFT}?program=assistants`,
    as: 'officer-1',
    noVerdict: true,
  },
  'a method to simulate': {
    place: `/methods/${METHOD_DRAFT}?program=assistants&view=simulation`,
    noVerdict: true,
  },
  'advice on the weights of a method': {
    place: `/methods/${METHOD_DRAFT}?program=assistants&view=advisers`,
    as: 'officer-1',
    noVerdict: true,
  },
  'the goals of a year': { place: `/goals?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'goals that are issued': { place: `/goals/yuanjiang?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'goals to write': {
    place: `/goals/tonghai?${ASSISTANTS}2026`,
    as: 'county-tonghai',
    figures: true,
    noVerdict: true,
  },
  'a mid-year form that is approved': {
    place: `/goals/eshan/mid-year?${ASSISTANTS}2025`,
    figures: true,
    noVerdict: true,
  },
  'a mid-year form to answer': {
    place: `/goals/huaning/mid-year?${ASSISTANTS}2024`,
    as: 'county-huaning',
    figures: true,
    noVerdict: true,
  },
  'the self-evaluations of a year': { place: `/goals/self-evaluations?${ASSISTANTS}2025`, figures: true },
  'a self-evaluation to review': {
    place: `/goals/yuanjiang/self-evaluation?${ASSISTANTS}2025`,
    figures: true,
  },
  'a self-evaluation to write': {
    place: `/goals/huaning/self-evaluation?${ASSISTANTS}2024`,
    as: 'county-huaning',
    figures: true,
  },
  'the findings of a year': { place: `/findings?${ASSISTANTS}2025`, figures: true, noVerdict: true },
  'findings and doubts of a county': {
    place: `/findings?${ASSISTANTS}2025`,
    as: 'county-hongta',
    figures: true,
    noVerdict: true,
  },
  'the allocation': { place: `/allocations?${ASSISTANTS}2026`, figures: true },
  'the allocation as an officer tries it': {
    place: `/allocations?${ASSISTANTS}2026&settings=0.eyJtb3ZhYmxlUG9zdHMiOjQwfQ`,
    as: 'officer-1',
    figures: true,
  },
  'an allocation without a result': { place: `/allocations?${ASSISTANTS}2022`, figures: true },
  'the allocation of mediation': { place: '/allocations?program=mediation&year=2026', figures: true },
  'why a county comes to its posts': {
    place: `/allocations/why/chengjiang?${ASSISTANTS}2026`,
    figures: true,
  },
  'the splits of former years': { place: `/allocations/history?${ASSISTANTS}2026`, figures: true },
  'the splits of former years, to load one more': {
    place: `/allocations/history?${ASSISTANTS}2026`,
    as: 'officer-1',
    figures: true,
  },
  'a policy tried on former years': {
    place: `/allocations/history?${ASSISTANTS}2026&trial=preset-performance20`,
    figures: true,
  },
  'the scenarios of a year': {
    place: `/allocations/scenarios?${ASSISTANTS}2026`,
    as: 'officer-1',
    figures: true,
    noVerdict: true,
  },
  'a year without scenarios': { place: `/allocations/scenarios?${ASSISTANTS}2022`, figures: true },
  'a scenario to submit': {
    place: `/allocations/scenarios/SCENARIO?${ASSISTANTS}2026`,
    as: 'officer-1',
    figures: true,
  },
  'the paper for the meeting': {
    place: `/allocations/scenarios/SCENARIO/sheet?${ASSISTANTS}2026`,
    figures: true,
  },
  'scenarios compared': {
    place: `/allocations/compare?${ASSISTANTS}2026&scenarios=SCENARIO`,
    figures: true,
  },
  'no scenario to compare': { place: `/allocations/compare?${ASSISTANTS}2026` },
  'the decisions of a year': { place: `/allocations/decisions?${ASSISTANTS}2026`, figures: true },
  'a year without decisions': { place: `/allocations/decisions?${ASSISTANTS}2022`, figures: true },
  'a decision to take': { place: `/allocations/decisions/DECISION?${ASSISTANTS}2026`, figures: true },
  'a notice that is not there yet': {
    place: `/allocations/notices?${ASSISTANTS}2026`,
    as: 'county-hongta',
    figures: true,
    noVerdict: true,
  },
  'an official text': { place: `/publications?${ASSISTANTS}2025`, noVerdict: true },
  'an official text that is not loaded': { place: `/publications?${ASSISTANTS}2024`, noVerdict: true },
  'the explanation of a score': {
    place: `/counties/jiangchuan?${ASSISTANTS}2025&explain=score:RUN:jiangchuan`,
    figures: true,
  },
  'the explanation of a leaf': {
    place: `/counties/jiangchuan?${ASSISTANTS}2025&explain=score:RUN:jiangchuan:wageTimeliness`,
    figures: true,
  },
  'an inspection': {
    place: `/counties/jiangchuan?${ASSISTANTS}2026&explain=inspection:jiangchuan:2026-02`,
    figures: true,
    noVerdict: true,
  },
  'the explanation of a part': {
    place: `/allocations?${ASSISTANTS}2026&explain=part:ALLOCATION:yuanjiang`,
    figures: true,
  },
  'the duties of a month': {
    place: '/duties?program=assistants',
    as: 'officer-1',
    figures: true,
    noVerdict: true,
  },
  'a month in which nothing is due': {
    place: '/duties?program=assistants&month=2020-03',
    figures: true,
    noVerdict: true,
  },
  ...SETTINGS_PAGE_CASES,
  'the burden of the counties': {
    place: `/duties/burden?${ASSISTANTS}2026`,
    figures: true,
    noVerdict: true,
  },
  'the burden of one county': {
    place: `/duties/burden?${ASSISTANTS}2026`,
    as: 'county-hongta',
    figures: true,
    noVerdict: true,
  },
  'the years of a program': {
    place: '/administration/years?program=assistants',
    as: 'officer-1',
    figures: true,
    noVerdict: true,
  },
  'the templates of sheets': {
    place: '/administration/templates?program=assistants&kind=workload',
    as: 'officer-1',
    noVerdict: true,
  },
  'a program without templates': {
    place: '/administration/templates?program=mediation',
    as: 'officer-1',
  },
  'one’s own account': { place: '/account', noVerdict: true },
  'the page of a password that is due': { place: '/account/password', noVerdict: true },
  'the page of a second factor that is due': { place: '/account/second-factor', noVerdict: true },
  'the accounts': { place: ACCOUNTS, as: 'system-admin' },
  'accounts that are none': { place: `${ACCOUNTS}?search=nobody&state=pending`, as: 'security-admin' },
  'a new account': { place: `${ACCOUNTS}/new`, as: 'system-admin' },
  'an account': { place: `${ACCOUNTS}/${CLERK}`, as: 'system-admin' },
  'an account that is to be approved by others': { place: `${ACCOUNTS}/${CLERK}`, as: 'security-admin' },
  'the form of an account': { place: `${ACCOUNTS}/${CLERK}/change`, as: 'system-admin' },
  'a hand-over that cannot be': { place: `${ACCOUNTS}/${CLERK}/hand-over`, as: 'system-admin' },
  'the security settings': { place: '/administration/security', as: 'system-admin' },
  'the security settings to read': { place: '/administration/security', as: 'audit-admin' },
  'the audit trail': { place: '/audit', as: 'audit-admin' },
  'an entry of the audit trail': { place: '/audit?entry=1', as: 'audit-admin' },
  'an audit trail without such an entry': {
    place: '/audit?actor=nobody&objectKind=account&personalData=true',
    as: 'audit-admin',
  },
  'the export of the audit trail': { place: '/audit/export', as: 'audit-admin' },
  'the seals of the audit trail': { place: '/audit/seals', as: 'audit-admin' },
  'documents asked for, to an evaluator': {
    place: FIELDWORK,
    as: 'evaluator-1',
    figures: true,
    noVerdict: true,
  },
  'documents asked for, to their county': {
    place: FIELDWORK,
    as: 'county-hongta',
    figures: true,
    noVerdict: true,
  },
  'the visits of a county': { place: `${FIELDWORK}?part=visits`, figures: true, noVerdict: true },
  'photographs to come': {
    place: `${FIELDWORK}?part=photos`,
    as: 'evaluator-1',
    figures: true,
    noVerdict: true,
  },
  'the interviews of a county': { place: `${FIELDWORK}?part=interviews`, as: 'officer-1', figures: true },
  'a slip of evidence': {
    place: `${FIELDWORK}?part=slips`,
    as: 'evaluator-1',
    figures: true,
    noVerdict: true,
  },
  'samples to be drawn': {
    place: `${FIELDWORK}?part=samples`,
    as: 'evaluator-2',
    figures: true,
    noVerdict: true,
  },
  'the surveys of a county': {
    place: `${FIELDWORK}?part=surveys`,
    as: 'lead-evaluator',
    figures: true,
    noVerdict: true,
  },
  'a survey to be answered': { place: '/survey/SURVEY', signedOut: true },
  'the evaluation rounds': { place: `/evaluations?${ASSISTANTS}2025`, figures: true, as: 'officer-1' },
  'an evaluator’s rounds': { place: '/evaluations', figures: true, as: 'evaluator-1', noVerdict: true },
  'a round to who organises it': { place: `/evaluations/${RECHECK}`, figures: true, as: 'finance' },
  'a round to its evaluator': {
    place: `/evaluations/${RECHECK}`,
    figures: true,
    as: 'evaluator-1',
    noVerdict: true,
  },
  'a round to its lead': {
    place: `/evaluations/${RECHECK}`,
    figures: true,
    as: 'lead-evaluator',
    noVerdict: true,
  },
  'the replies to a final evaluation': { place: `/evaluations/${FINAL}/replies`, figures: true },
  'the replies to a county': {
    place: `/evaluations/${FINAL}/replies`,
    as: 'county-chengjiang',
    figures: true,
  },
  'replies that nobody was asked for': {
    place: `/evaluations/${RECHECK}/replies`,
    as: 'finance',
    figures: true,
    noVerdict: true,
  },
  'the agreement of a final evaluation': { place: `/evaluations/${FINAL}/agreement`, figures: true },
  'a result': { place: `/evaluations/${FINAL}/results`, as: 'officer-1', figures: true },
  'a result to its county': { place: `/evaluations/${FINAL}/results`, as: 'county-hongta', figures: true },
  'a result that is not there yet': {
    place: `/evaluations/${RECHECK}/results`,
    as: 'county-hongta',
    figures: true,
    noVerdict: true,
  },
  'a round to a county': {
    place: `/evaluations/${RECHECK}?${ASSISTANTS}2025`,
    figures: true,
    as: 'county-hongta',
  },
  'a page that is not for the role': { place: '/audit', as: 'finance' },
  'the first administrator': { place: '/first-administrator#some-token', signedOut: true, real: true },
  'an address that leads nowhere': { place: '/nowhere' },
} satisfies Record<string, PageCase>);
