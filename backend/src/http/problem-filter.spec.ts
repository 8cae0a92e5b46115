import { BadRequestException, ForbiddenException } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { DatabaseUnavailable } from '../database/scoped-transaction';
import { languageOf, ProblemException, toProblem } from './problem-exception';
import { asProblem } from './problem-filter';

describe('what was thrown, as a problem', () => {
  it.each([
    ['a problem is itself', new ProblemException('conflict'), 'conflict'],
    ['a framework’s bad request', new BadRequestException(), 'invalid-request'],
    ['a framework’s forbidden', new ForbiddenException(), 'forbidden'],
    ['a status of Fastify', Object.assign(new Error(), { statusCode: 413 }), 'too-large'],
    ['a status that nobody maps', Object.assign(new Error(), { statusCode: 418 }), 'internal'],
    ['a second text of a year', Object.assign(new Error(), { constraint: 'pk_publication' }), 'conflict'],
    ['a constraint that nobody maps', Object.assign(new Error(), { constraint: 'ck_x' }), 'internal'],
    ['a database that went away in a transaction', new DatabaseUnavailable(), 'unavailable'],
    ['a database that is shutting down', Object.assign(new Error(), { code: '57P01' }), 'unavailable'],
    [
      'a database that cannot be reached',
      Object.assign(new Error(), { code: 'ECONNREFUSED' }),
      'unavailable',
    ],
    ['a socket that died', new Error('Connection terminated unexpectedly'), 'unavailable'],
    ['a pool that gave nothing in time', new Error('timeout exceeded when trying to connect'), 'unavailable'],
    ['an SQL error', Object.assign(new Error(), { code: '42703' }), 'internal'],
    ['a mistake of ours', new TypeError('x is undefined'), 'internal'],
    ['no error at all', undefined, 'internal'],
    ['a text', 'boom', 'internal'],
  ])('%s', (_, thrown, slug) => {
    expect(asProblem(thrown).slug).toBe(slug);
  });
});

describe('what the framework refuses before any schema is asked', () => {
  it.each([
    ['a body that is no JSON', 'FST_ERR_CTP_INVALID_JSON_BODY', [''], 'The body is not valid JSON'],
    ['an empty body', 'FST_ERR_CTP_EMPTY_JSON_BODY', [''], 'The body is empty'],
    ['an address with a broken escape', 'FST_ERR_BAD_URL', undefined, 'The address holds a broken escape'],
  ])('%s: says what is wrong, and points at the whole body', (_, code, pointers, detail) => {
    const said = toProblem(asProblem(Object.assign(new Error(), { statusCode: 400, code })), 'en');
    expect(said.type).toBe('/problems/invalid-request');
    expect(said.detail).toContain(detail);
    expect(said.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('a problem document', () => {
  const refused = new ProblemException('refused', bilingual('总和不符', 'the sum is wrong'), [
    refusal('/lines/3', '第3行', 'line 3'),
  ]);

  it('says the same in the language of its reader', () => {
    expect(toProblem(refused, 'zh', '/requests/1')).toEqual({
      type: '/problems/refused',
      title: '不符合规则，未予受理',
      status: 422,
      detail: '总和不符',
      instance: '/requests/1',
      errors: [{ pointer: '/lines/3', detail: '第3行' }],
    });
    expect(toProblem(refused, 'en')).toEqual({
      type: '/problems/refused',
      title: 'Refused by a rule',
      status: 422,
      detail: 'the sum is wrong',
      errors: [{ pointer: '/lines/3', detail: 'line 3' }],
    });
  });

  it('says its first refusal where nothing more is said, and what to do where there is none', () => {
    const first = refused.refusals;
    expect(toProblem(new ProblemException('refused', undefined, first), 'en').detail).toBe('line 3');
    expect(toProblem(new ProblemException('not-found'), 'zh')).toEqual({
      type: '/problems/not-found',
      title: '没有找到',
      status: 404,
      detail: '没有这条记录，或者不在您的查看范围内；请核对地址，或从总览进入。',
    });
  });

  it.each([
    ['en-US,en;q=0.9', 'en'],
    ['EN', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['eng', 'zh'],
    ['', 'zh'],
    [undefined, 'zh'],
  ])('“%s” is read in %s', (header, language) => expect(languageOf(header)).toBe(language));
});
