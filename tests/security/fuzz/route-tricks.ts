import type { Random } from '../../golden/independent/random';
import { percentEncoded, targetOf, type Draft } from './draft';
import { hostileText, longText } from './hostile-values';
import { always, type Trick } from './trick';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Methods that only a socket can send. */
const ODD_METHODS = ['TRACE', 'CONNECT', 'PROPFIND', 'M-SEARCH', 'BREW', 'get', 'GET /x', ''];

/** Paths outside the interface, and ways that lead out of a folder. The sentinel lies beside the folder of the web pages. */
const ELSEWHERE = [
  '/',
  '/index.html',
  '/overview/2025',
  '/api',
  '/api/',
  '/api/x',
  '/api/docs',
  '/api/docs/',
  '/api/docs/../openapi.json',
  '/api/docs/%2e%2e/%2e%2e/package.json',
  '/api/counties/../administration/places',
  '/api//overview?program=assistants&year=2025',
  '//api/overview?program=assistants&year=2025',
  '/API/overview?program=assistants&year=2025',
  '/api/overview/?program=assistants&year=2025',
  '/api/overview;a=b?program=assistants&year=2025',
  '/../sentinel.txt',
  '/../../../../etc/passwd',
  '/..%2fsentinel.txt',
  '/%2e%2e/sentinel.txt',
  '/%2e%2e%2fsentinel.txt',
  '/..%5csentinel.txt',
  '/%252e%252e%252fsentinel.txt',
  '/%c0%ae%c0%ae/sentinel.txt',
  '/x/..%00/..%00/sentinel.txt',
  '/sentinel.txt%00.html',
  '/.env',
  '/package.json',
  '/node_modules/fastify/package.json',
  '/%',
  '/%zz',
  '/api/%',
  '/api/%ff/x',
  '/api/overview%00',
  '/?a=%',
  '/api/overview?a=%ff',
  '/favicon.ico',
  '/%E7%8E%89.js',
];

/** Paths that no client library lets through. */
const RAW = [
  'http://evil.example/api/overview?program=assistants&year=2025',
  'https://evil.example:443/api/administration/places',
  '*',
  'api/overview',
  '',
  '/api/over view',
  '/api\\overview',
  '/\\sentinel.txt',
  '/玉衡',
  '/api/overview#x',
  '/api/counties/\u0001',
  '////',
  '//[/api',
  '/api/overview?program=assistants&year=2025\u0000',
];

const route = (name: string, play: (draft: Draft, random: Random) => void): Trick => ({
  name,
  suits: always,
  play: (draft, { random }) => {
    draft.isRouteKept = false;
    play(draft, random);
  },
});

/** Other methods and other ways to write a path: whether the route is still found, it must be guarded. */
export const ROUTE_TRICKS: readonly Trick[] = [
  {
    name: 'another method',
    suits: always,
    play: (draft, { random }) => void (draft.method = random.pick(METHODS)),
  },
  route('a method that few know', (draft, random) => {
    draft.method = random.pick(ODD_METHODS);
    draft.framing ??= {};
  }),
  route('another path', (draft, random) => void (draft.target = random.pick(ELSEWHERE))),
  route('a path for sockets only', (draft, random) => {
    draft.target = random.pick([...RAW, ...ELSEWHERE]);
    draft.framing ??= {};
  }),
  route('a letter of the path percent-encoded', (draft, random) => {
    const letters = [...targetOf(draft).split('?', 1).join('')];
    const at = random.between(1, Math.max(1, letters.length - 1));
    letters[at] = `%${(letters[at] ?? 'x').charCodeAt(0).toString(16)}`;
    draft.target = [letters.join(''), ...targetOf(draft).split('?').slice(1)].join('?');
  }),
  route('a part more in the path', (draft, random) => {
    const parts = ['x', '..', '%2e%2e', '', '.', percentEncoded(hostileText(random)), '%2f', ';x=y'];
    draft.segments.splice(random.between(1, draft.segments.length), 0, random.pick(parts));
  }),
  route(
    'a part less in the path',
    (draft, random) => void draft.segments.splice(random.below(draft.segments.length), 1),
  ),
  route('a very long path', (draft, random) => {
    draft.segments.push(random.pick(['x', '%41', 'a/', '../']).repeat(random.pick([200, 3_000, 6_000])));
    if (random.chance(20)) draft.segments.push(longText(random).replaceAll(/[^x9]/g, 'y').slice(0, 40_000));
  }),
];
