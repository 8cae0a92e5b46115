import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ProblemSlug } from '@yuheng/shared/contract/problem';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable, isGone } from '../database/scoped-transaction';
import { languageOf, ProblemException, toProblem } from './problem-exception';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why it was refused; null while it was not. */
    problem: ProblemSlug | null;
  }
}

/** Constraint names are part of the contract with the database: each maps to the problem that its breach means. */
const CONSTRAINT_PROBLEMS: Readonly<Record<string, ProblemSlug>> = {
  pk_publication: 'conflict',
  uq_split_table__sha256: 'conflict',
  uq_account__username: 'conflict',
  uq_account__open_id_subject: 'conflict',
  pk_holiday_table: 'conflict',
  pk_duty_rule: 'conflict',
  pk_closed_year: 'conflict',
  pk_program_post: 'conflict',
  ck_year__open: 'conflict',
};

/** Breaches that say where the mistake stands and what to do. */
const CONSTRAINT_REFUSALS: Readonly<Record<string, readonly [string, string, string]>> = {
  fk_evidence__file: [
    '/evidence',
    '佐证材料中有文件没有保存在本县（市、区），请重新上传后再保存。',
    'A file named as evidence is not stored in this county: upload it again and save once more.',
  ],
};

const BY_STATUS: Readonly<Record<number, ProblemSlug>> = {
  400: 'invalid-request',
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  415: 'unsupported-media-type',
  416: 'invalid-request',
  422: 'refused',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** What the framework refuses before any schema is asked says, like a schema, what is wrong and where. */
const FRAMEWORK_PROBLEMS: Readonly<Partial<Record<string, () => ProblemException>>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: () =>
    wrongBody('请求正文不是合法的 JSON，请改正', 'The body is not valid JSON; correct it'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => wrongBody('请求正文是空的，请填写内容', 'The body is empty; fill it in'),
  FST_ERR_BAD_URL: () =>
    new ProblemException(
      'invalid-request',
      bilingual(
        '网址中有无法识别的转义字符（%），请改正',
        'The address holds a broken escape (%); correct it',
      ),
    ),
};

const wrongBody = (zh: string, en: string): ProblemException =>
  new ProblemException('invalid-request', undefined, [refusal('', zh, en)]);

/** Whatever was thrown, as a problem. What is not expected becomes "internal" and says nothing of its inside. */
export function asProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof DatabaseUnavailable || isGone(error)) return new ProblemException('unavailable');
  const { statusCode, constraint, code } = (error ?? {}) as Readonly<
    Partial<Record<'statusCode' | 'constraint' | 'code', unknown>>
  >;
  const known = FRAMEWORK_PROBLEMS[String(code)];
  if (known) return known();
  const refused = CONSTRAINT_REFUSALS[String(constraint)];
  if (refused) return new ProblemException('refused', undefined, [refusal(...refused)]);
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const slug =
    (typeof constraint === 'string' ? CONSTRAINT_PROBLEMS[constraint] : undefined) ??
    (typeof status === 'number' ? BY_STATUS[status] : undefined);
  return new ProblemException(slug ?? 'internal');
}

const CHALLENGE = 'Bearer realm="yuheng"';

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error);
  request.problem = problem.slug;
  if (problem.slug === 'internal') request.log.error({ err: error }, 'unexpected failure');
  const body = toProblem(problem, languageOf(request.headers['accept-language']), `/requests/${request.id}`);
  if (problem.retryAfterSeconds !== null) void reply.header('retry-after', problem.retryAfterSeconds);
  // RFC 9110 section 15.5.2 wants a challenge with every 401; Bearer is the scheme that a program can answer.
  if (body.status === 401) void reply.header('www-authenticate', CHALLENGE);
  void reply
    .code(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    // As text, so that the response schema of the route that failed is not applied to its problem.
    .send(JSON.stringify(body));
}

/** The one filter: every error of the program leaves as application/problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
