import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { CSV, XLSX } from '@yuheng/shared/contract/media-types';
import type { Table } from '@yuheng/shared/contract/tables/table';
import { TABLES } from '@yuheng/shared/contract/tables/tables';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asAttachment } from '../http/attachment';
import { ProblemException } from '../http/problem-exception';
import { tableCsv, tableWorkbook } from './table-files';

type Form = 'csv' | 'xlsx';
type MakeTable = (answer: never) => Table;

const MAKERS: ReadonlyMap<Endpoint, MakeTable> = new Map(
  Object.entries(TABLES).map(([name, make]) => [endpoints[name as keyof typeof TABLES], make]),
);

/** The file that `Accept` names; null where JSON does as well. */
function formWanted({ headers }: FastifyRequest): Form | null {
  const wanted = (headers.accept ?? '').split(',').map((one) => one.split(';')[0]?.trim());
  const found = wanted.find((one) => one === 'text/csv' || one === XLSX || one === 'application/json');
  return found === 'text/csv' ? 'csv' : found === XLSX ? 'xlsx' : null;
}

/**
 * Answers a list as a file where `Accept` asks for one: every list whose endpoint has a table, in one place. Of a list in
 * pages the file has all of them: the further ones are asked for as their reader would ask, through the same doors.
 */
export function installTables(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', async (request, reply, payload) => {
    const endpoint = request.routeOptions.config?.endpoint;
    const table = endpoint && MAKERS.get(endpoint);
    if (!table || reply.statusCode !== 200) return payload;
    void reply.header('vary', 'Accept, Cookie, Accept-Language');
    const form = formWanted(request);
    if (form === null) return payload;
    return asFile(reply, form, await wholeTable(request, table, payload));
  });
}

async function wholeTable(request: FastifyRequest, table: MakeTable, first: unknown): Promise<Table> {
  const made = table(first as never);
  const rows = [...made.rows];
  for (let next = nextOf(first); next !== null;) {
    const page = await furtherPage(request, next);
    rows.push(...table(page as never).rows);
    next = nextOf(page);
  }
  return { ...made, rows };
}

function nextOf(page: unknown): string | null {
  const { next } = page as { readonly next?: string | number | null };
  return next === undefined || next === null ? null : String(next);
}

/** @throws ProblemException unavailable where a page is refused on the way: half a list is no list. */
async function furtherPage(request: FastifyRequest, cursor: string): Promise<unknown> {
  const url = new URL(request.url, 'http://localhost');
  url.searchParams.set('cursor', cursor);
  const { 'if-none-match': _, ...headers } = request.headers;
  const answer = await request.server.inject({
    method: 'GET',
    url: `${url.pathname}${url.search}`,
    headers: { ...headers, accept: 'application/json', 'accept-encoding': 'identity' },
    remoteAddress: request.socket.remoteAddress ?? '127.0.0.1',
  });
  if (answer.statusCode !== 200) throw new ProblemException('unavailable');
  return answer.json();
}

async function asFile(reply: FastifyReply, form: Form, table: Table): Promise<string> {
  const bytes = form === 'csv' ? Buffer.from(tableCsv(table)) : await tableWorkbook(table);
  asAttachment(reply, `${table.title.split(' · ')[0]}.${form}`);
  void reply.type(form === 'csv' ? CSV : XLSX).header('cache-control', 'no-store');
  // What follows is bytes already, whatever the serializer of the route.
  void reply.serializer(() => bytes as unknown as string);
  return '';
}
