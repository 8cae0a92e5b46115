import type { CanDeactivateFn, Routes } from '@angular/router';
import { hasRole } from './api/has-role';
import { METHOD_READERS } from './api/method-readers';
import { readsCity } from './api/reads-city';
import { opensWall } from './shell/opens-wall';
import { businessOnly } from './shell/business-only';
import { signedIn } from './shell/signed-in';

/** A page on which something is typed says whether it may be left. */
const mayLeave: CanDeactivateFn<{ mayLeave(): Promise<boolean> }> = (page) => page.mayLeave();

/** Rounds are read by who reads figures and by the evaluators in their teams. */
const readsEvaluations = hasRole(
  ...(['leader', 'programOfficer', 'inspector', 'finance'] as const),
  ...(['countyOfficer', 'countyApprover', 'countyFinance', 'evaluator', 'leadEvaluator'] as const),
);

/** Every page is a chunk of its own: the first page a reader opens loads nothing of the others. */
/** Bureaus and counties, and of the evaluators those who lead. */
const readsResults = hasRole(
  ...(['leader', 'programOfficer', 'inspector', 'finance'] as const),
  ...(['countyOfficer', 'countyApprover', 'countyFinance', 'leadEvaluator'] as const),
);

export const routes: Routes = [
  { path: 'sign-in', loadComponent: async () => (await import('./sign-in/sign-in')).SignIn },
  {
    path: 'first-administrator',
    loadComponent: async () => (await import('./first-administrator/first-administrator')).FirstAdministrator,
  },
  {
    path: 'survey/:token',
    loadComponent: async () => (await import('./survey/survey-page')).SurveyPage,
  },
  {
    path: 'screen',
    pathMatch: 'full',
    canActivate: [opensWall],
    loadComponent: async () => (await import('./wall/wall-page')).WallPage,
  },
  {
    path: 'account/password',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./account/passwords/password-page')).PasswordPage,
  },
  {
    path: 'account/second-factor',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./account/second-factor/second-factor-page')).SecondFactorPage,
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      { path: '', pathMatch: 'full', loadComponent: async () => (await import('./shell/home')).Home },
      { path: 'account', loadComponent: async () => (await import('./account/account-page')).AccountPage },
      {
        path: 'help/charts',
        loadComponent: async () => (await import('./charts/guide/chart-guide')).ChartGuide,
      },
      {
        path: 'evaluations',
        canMatch: [readsEvaluations],
        loadComponent: async () => (await import('./evaluations/rounds/rounds-page')).RoundsPage,
      },
      {
        path: 'evaluations/:round',
        canMatch: [readsEvaluations],
        loadComponent: async () => (await import('./evaluations/rounds/round-page')).RoundPage,
      },
      {
        path: 'evaluations/:round/agreement',
        canMatch: [hasRole('leader', 'programOfficer', 'finance', 'leadEvaluator')],
        loadComponent: async () => (await import('./evaluations/agreement/agreement-page')).AgreementPage,
      },
      {
        path: 'evaluations/:round/replies',
        canMatch: [readsResults],
        loadComponent: async () => (await import('./evaluations/replies/replies-page')).RepliesPage,
      },
      {
        path: 'evaluations/:round/results',
        canMatch: [readsResults],
        loadComponent: async () => (await import('./evaluations/results/results-page')).ResultsPage,
      },
      {
        path: 'evaluations/:round/fieldwork',
        canMatch: [
          hasRole(
            ...(['leader', 'programOfficer', 'inspector', 'finance'] as const),
            ...(['countyOfficer', 'countyApprover', 'evaluator', 'leadEvaluator'] as const),
          ),
        ],
        loadComponent: async () => (await import('./evaluations/fieldwork/fieldwork-page')).FieldworkPage,
      },
      {
        path: 'evaluations/:round/score',
        canMatch: [hasRole('evaluator', 'leadEvaluator')],
        canDeactivate: [mayLeave],
        loadComponent: async () => (await import('./evaluations/score/score-page')).ScorePage,
      },
      {
        path: 'methods',
        canMatch: [hasRole(...METHOD_READERS)],
        loadComponent: async () => (await import('./methods/methods-page')).MethodsPage,
      },
      {
        path: 'methods/:method',
        canMatch: [hasRole(...METHOD_READERS)],
        canDeactivate: [mayLeave],
        loadComponent: async () => (await import('./methods/method-page')).MethodPage,
      },
      {
        path: 'methods',
        data: { text: 'shell.forbidden.methods' },
        children: [{ path: '**', loadComponent: async () => (await import('./shell/forbidden')).Forbidden }],
      },
      {
        path: 'evaluations',
        data: { text: 'shell.forbidden.evaluations' },
        children: [{ path: '**', loadComponent: async () => (await import('./shell/forbidden')).Forbidden }],
      },
      {
        path: 'help',
        loadChildren: async () => (await import('./help/help.routes')).HELP_ROUTES,
      },
      {
        path: 'administration',
        loadChildren: async () =>
          (await import('./administration/administration.routes')).ADMINISTRATION_ROUTES,
      },
      {
        path: 'audit',
        canMatch: [hasRole('auditAdministrator')],
        loadChildren: async () => (await import('./audit/audit.routes')).AUDIT_ROUTES,
      },
      {
        path: 'audit',
        data: { text: 'shell.forbidden.audit' },
        children: [{ path: '**', loadComponent: async () => (await import('./shell/forbidden')).Forbidden }],
      },
      {
        path: '',
        canActivateChild: [businessOnly],
        children: [
          { path: 'overview', loadComponent: async () => (await import('./overview/overview')).OverviewPage },
          {
            path: 'counties',
            loadComponent: async () => (await import('./counties/county-list')).CountyList,
          },
          {
            path: 'counties/compare',
            loadComponent: async () => (await import('./counties/compare/compare-page')).ComparePage,
          },
          {
            path: 'counties/:county',
            loadComponent: async () => (await import('./counties/county-page')).CountyPage,
          },
          {
            path: 'indicators',
            loadComponent: async () => (await import('./indicators/indicators-page')).IndicatorsPage,
          },
          {
            path: 'findings',
            loadComponent: async () => (await import('./findings/findings-page')).FindingsPage,
          },
          { path: 'funds', loadComponent: async () => (await import('./funds/funds-page')).FundsPage },
          {
            path: 'funds/ledger',
            loadComponent: async () => (await import('./funds/ledger/ledger-page')).LedgerPage,
          },
          {
            path: 'inspections',
            data: { kind: 'inspection' },
            loadComponent: async () => (await import('./sheets/sheet-grid-page')).SheetGridPage,
          },
          {
            path: 'inspections/:county/:month',
            data: { kind: 'inspection' },
            canDeactivate: [mayLeave],
            loadComponent: async () => (await import('./sheets/sheet-page')).SheetPage,
          },
          {
            path: 'workload',
            data: { kind: 'workload' },
            loadComponent: async () => (await import('./sheets/sheet-grid-page')).SheetGridPage,
          },
          {
            path: 'workload/:county/:month',
            data: { kind: 'workload' },
            canDeactivate: [mayLeave],
            loadComponent: async () => (await import('./sheets/sheet-page')).SheetPage,
          },
          {
            path: 'funds/spending',
            data: { kind: 'spending' },
            loadComponent: async () => (await import('./sheets/sheet-grid-page')).SheetGridPage,
          },
          {
            path: 'funds/spending/:county/:month',
            data: { kind: 'spending' },
            canDeactivate: [mayLeave],
            loadComponent: async () => (await import('./sheets/sheet-page')).SheetPage,
          },
          { path: 'roster', loadComponent: async () => (await import('./roster/roster-page')).RosterPage },
          {
            path: 'roster/new',
            canMatch: [hasRole('countyOfficer')],
            loadComponent: async () => (await import('./roster/assistant-page')).AssistantPage,
          },
          {
            path: 'roster/:assistant/change',
            canMatch: [hasRole('countyOfficer')],
            loadComponent: async () => (await import('./roster/assistant-page')).AssistantPage,
          },
          {
            path: 'roster',
            data: { text: 'shell.forbidden.roster' },
            children: [
              { path: '**', loadComponent: async () => (await import('./shell/forbidden')).Forbidden },
            ],
          },
          { path: 'goals', loadComponent: async () => (await import('./goals/goals-page')).GoalsPage },
          {
            path: 'goals/self-evaluations',
            loadComponent: async () =>
              (await import('./goals/self-evaluation/self-evaluations-page')).SelfEvaluationsPage,
          },
          {
            path: 'goals/:county',
            canDeactivate: [mayLeave],
            loadComponent: async () => (await import('./goals/goal-page')).GoalPage,
          },
          {
            path: 'goals/:county/mid-year',
            canDeactivate: [mayLeave],
            loadComponent: async () => (await import('./goals/mid-year-page')).MidYearPage,
          },
          {
            path: 'goals/:county/self-evaluation',
            canDeactivate: [mayLeave],
            loadComponent: async () =>
              (await import('./goals/self-evaluation/self-evaluation-page')).SelfEvaluationPage,
          },
          {
            path: 'allocations',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/allocations-page')).AllocationsPage,
          },
          {
            path: 'allocations/why/:county',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/why/why-page')).WhyPage,
          },
          {
            path: 'allocations/scenarios',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/scenarios/scenarios-page')).ScenariosPage,
          },
          {
            path: 'allocations/scenarios/:scenario',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/scenarios/scenario-page')).ScenarioPage,
          },
          {
            path: 'allocations/scenarios/:scenario/sheet',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/scenarios/sheet-page')).SheetPage,
          },
          {
            path: 'allocations/compare',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/scenarios/compare-page')).ComparePage,
          },
          {
            path: 'allocations/decisions',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/decisions/decisions-page')).DecisionsPage,
          },
          {
            path: 'allocations/decisions/:decision',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/decisions/decision-page')).DecisionPage,
          },
          {
            path: 'allocations/history',
            canMatch: [readsCity],
            loadComponent: async () => (await import('./allocations/history/history-page')).HistoryPage,
          },
          {
            path: 'allocations/notices',
            loadComponent: async () => (await import('./allocations/notices/notices-page')).NoticesPage,
          },
          {
            path: 'allocations',
            children: [
              { path: '**', loadComponent: async () => (await import('./shell/forbidden')).Forbidden },
            ],
          },
          {
            path: 'screen/links',
            canMatch: [hasRole('programOfficer')],
            loadComponent: async () => (await import('./wall/wall-links-page')).WallLinksPage,
          },
          {
            path: 'screen/links',
            loadComponent: async () => (await import('./shell/forbidden')).Forbidden,
          },
          {
            path: 'duties/burden',
            loadComponent: async () => (await import('./burden/burden-page')).BurdenPage,
          },
          { path: 'duties', loadComponent: async () => (await import('./duties/duties-page')).DutiesPage },
          {
            path: 'publications',
            loadComponent: async () => (await import('./publications/publications-page')).PublicationsPage,
          },
        ],
      },
    ],
  },
  { path: '**', loadComponent: async () => (await import('./shell/not-found')).NotFound },
];
