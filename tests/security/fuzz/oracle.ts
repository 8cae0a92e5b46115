import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { problem, PROBLEMS, type ProblemSlug } from '@yuheng/shared/contract/problem';
import { isDeepStrictEqual } from 'node:util';
import type { FuzzAnswer, FuzzRequest } from './fuzz-request';
import { isOwnText } from './hostile-values';
import { leaksIn } from './leaks';

/** Beyond this an answer hangs. */
export const SLOWEST_MS = 2_000;

/** What the oracle knows besides the one request and answer. */
export interface Sight {
  /** The role and, where the account is a county's, the county of each account that is signed in. */
  readonly accounts: ReadonlyMap<string, { readonly role: string; readonly county: string | null }>;
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  /** Ids of drafts and splits, which no county may learn of. */
  readonly hidden: ReadonlySet<string>;
}

/** What is wrong with the answer, a sentence each; nothing where it is as it should be. */
export const complaintsAbout = (request: FuzzRequest, answer: FuzzAnswer, sight: Sight): string[] => [
  ...aboutStatus(request, answer),
  ...(answer.status >= 400 ? aboutProblem(request, answer) : aboutSuccess(request, answer)),
  ...aboutDoors(request, answer, sight),
  ...aboutScope(request, answer, sight),
  ...aboutInside(request, answer),
];

/** What any route may answer before its endpoint is asked: a wrong address, origin or body, too many requests. */
const ANY_ROUTE = [400, 403, 413, 415, 429];

/** Node's own parser refuses what is no HTTP, before anything of ours is asked. */
const REFUSED_BY_THE_PARSER = [400, 408, 413, 414, 417, 431];

function aboutStatus(request: FuzzRequest, { status, headers }: FuzzAnswer): string[] {
  if (status === 0) return mayBeCutOff(request) ? [] : ['The connection was closed without an answer.'];
  if (status >= 500 && !isFromTheParser(request, status)) return [`The answer is ${status}.`];
  const isNamed = ANY_ROUTE.includes(status) || request.operation.statuses.includes(status);
  if (request.isRouteKept && !request.framing && !isNamed) {
    return [`${request.operation.name} answers ${status}, which its documentation does not name.`];
  }
  const isSniffable = headers['x-content-type-options'] !== 'nosniff';
  return isSniffable && !isFromTheParser(request, status) ? ['The answer lacks nosniff.'] : [];
}

/** A message that ends before it is whole has no answer, a tunnel neither, and one that is refused while it is written may lose it. */
const mayBeCutOff = ({ method, framing, body }: FuzzRequest): boolean =>
  method === 'CONNECT' ||
  (framing !== null && (Object.keys(framing).length > 0 || (body?.length ?? 0) > 64 * 1024));

const isFromTheParser = ({ framing }: FuzzRequest, status: number): boolean =>
  framing !== null && REFUSED_BY_THE_PARSER.includes(status);

function aboutProblem(request: FuzzRequest, { status, headers, text }: FuzzAnswer): string[] {
  if (request.method === 'HEAD' || isFromTheParser(request, status)) return [];
  if (!headers['content-type']?.startsWith('application/problem+json')) {
    return [`The ${status} is ${headers['content-type'] ?? 'nothing'}, no problem document.`];
  }
  const read = readJson(text);
  const parsed = problem.safeParse(read);
  if (!parsed.success || !isDeepStrictEqual(parsed.data, read)) return ['The problem is off its schema.'];
  const { type, status: said, title, detail } = parsed.data;
  const known = PROBLEMS[type.replace('/problems/', '') as ProblemSlug] as { status: number } | undefined;
  if (known?.status !== status || said !== status) return [`${type} is no problem with status ${status}.`];
  return title && detail ? [] : ['The problem says nothing.'];
}

function aboutSuccess(request: FuzzRequest, answer: FuzzAnswer): string[] {
  const { status, text, headers } = answer;
  if (status === 0) return [];
  if (status === 304) {
    const asked = request.headers.some(([name]) => name === 'if-none-match');
    return asked && text === '' ? [] : ['304 was not asked for, or has a body.'];
  }
  if (status >= 300 && status !== endpointOf(request)?.status)
    return [`The answer leads elsewhere (${status}).`];
  if (!request.isRouteKept || request.framing) return [];
  const endpoint = endpointOf(request);
  if (status !== endpoint?.status) return [`${request.operation.name} succeeds with ${status}.`];
  if (endpoint.files)
    return endpoint.files.includes(headers['content-type'] ?? '') ? [] : ['The answer is no such file.'];
  if (!endpoint.response) return text === '' ? [] : ['An answer without a body has one.'];
  const read = readJson(text);
  const parsed = endpoint.response.safeParse(read);
  return parsed.success && isDeepStrictEqual(parsed.data, read) ? [] : ['The answer is off its schema.'];
}

const endpointOf = ({ operation }: FuzzRequest): Endpoint | undefined =>
  (endpoints as Readonly<Record<string, Endpoint>>)[operation.name];

/** Paths that are open without sign-in though they are no endpoint. */
const OPEN_PAGES = /<app-root|swagger-ui/;

/** Closed routes are closed to who is signed out and to roles without the permission, whatever else is wrong. */
function aboutDoors(request: FuzzRequest, { status, text }: FuzzAnswer, { accounts }: Sight): string[] {
  const { operation, as, isRouteKept, session, framing } = request;
  const account = session !== 'none' && as !== null ? accounts.get(as) : undefined;
  if (!isRouteKept || framing) {
    const isOpen =
      OPEN_PAGES.test(text) || /^\{"(?:status|account|openapi|username|openId)"/.test(text) || text === '';
    return account || status >= 300 || isOpen ? [] : ['Somebody signed out is told something.'];
  }
  if (operation.roles === null || (session === 'unsure' && status === 401)) return [];
  if (!account) return status === 401 ? [] : [`Somebody signed out is answered ${status}.`];
  if (!operation.roles.includes(account.role))
    return status === 403 ? [] : [`A ${account.role} is answered ${status}.`];
  return status === 401 && text.includes('sign-in-required') ? ['The session is lost.'] : [];
}

/**
 * Published texts name all counties on purpose, the sign-in page lists the demonstration's accounts, the link of a survey
 * says to whoever has it which county asks, that of a wall shows the city, and the names of one's own tokens are what one made them.
 */
const NAMES_ALL = [
  'listPublications',
  'readPublication',
  'readSession',
  'signIn',
  'readOpenApi',
  'listAccessTokens',
  'readSurvey',
  'openWall',
  'openWallEvents',
];

function aboutScope(request: FuzzRequest, { status, text }: FuzzAnswer, sight: Sight): string[] {
  const own = request.as === null ? undefined : sight.accounts.get(request.as)?.county;
  if (!own || status >= 400 || /^\{"(?:account|openapi)"/.test(text)) return [];
  if (NAMES_ALL.includes(request.operation.name)) return [];
  const said = requestText(request);
  const foreign = sight.counties.filter(
    ({ id, name }) =>
      id !== own &&
      !said.includes(id) &&
      !said.includes(name) &&
      (text.includes(`"${id}"`) || text.includes(name)),
  );
  const hidden = [...sight.hidden].filter((id) => text.includes(id) && !said.includes(id));
  return [
    ...foreign.map(({ id }) => `${request.as} is told of ${id}.`),
    ...hidden.map((id) => `${request.as} is told of the run ${id}.`),
  ];
}

/** Only the trail repeats what earlier requests said; anywhere else the same words come from the inside. */
const repeatsTheTrail = ({ operation }: FuzzRequest): boolean => operation.path.startsWith('/api/audit');

/** The page of the documentation and its scripts are other people's text. */
function aboutInside(request: FuzzRequest, { headers, text }: FuzzAnswer): string[] {
  if (/^\/api\/docs/.test(request.target)) return [];
  const head = Object.entries(headers)
    .filter(([name]) => name !== 'content-security-policy')
    .map(([name, value]) => `${name}: ${value}`);
  const named = ['server', 'x-powered-by', 'via'].filter((name) => name in headers);
  return [
    ...named.map((name) => `The answer says ${name}: ${headers[name]}.`),
    ...leaksIn([...head, text].join('\n'), requestText(request))
      // In the trail a sheet is named by its county and month, of which the county may be what a request made up.
      .filter((leak) => !(repeatsTheTrail(request) && isOwnText(leak.replace(/\/\d{4}-\d{2}$/, ''))))
      .map((leak) => `The answer shows ${JSON.stringify(leak)}.`),
  ];
}

/** All that the request said, also as it reads when it is decoded. */
function requestText({ target, headers, body, framing }: FuzzRequest): string {
  const decoded = target.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const lines = [...headers.map(([name, value]) => `${name}: ${value}`), JSON.stringify(framing)];
  return [
    target,
    Buffer.from(decoded, 'latin1').toString('utf8'),
    ...lines,
    body?.toString('utf8') ?? '',
  ].join('\n');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
