import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { givenServer } from '../testing';
import { Language } from '../ui/language';
import type { ApiProblem } from './api-problem';
import { addressOf, Client } from './client';

const failure = async (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => Promise.reject(new Error('It was expected to fail.')),
    (problem: ApiProblem) => problem,
  );

describe('the address of a call', () => {
  it('carries parameters in the path and the query, each escaped', () => {
    expect(
      addressOf('readCounty', {
        params: { county: 'hong/ta' },
        query: { program: 'assistants', year: 2025 },
      }),
    ).toBe('/api/counties/hong%2Fta?program=assistants&year=2025');
    expect(addressOf('readInspection', { params: { county: 'hongta', month: '2025-03' } })).toBe(
      '/api/inspections/hongta/2025-03',
    );
  });
});

describe('a call', () => {
  it("asks in the reader's language and gives back what the server answers", async () => {
    const { sent } = givenServer({ 'GET /api/counties': { body: { counties: [] } } });
    TestBed.inject(Language).current.set('en');
    expect(await TestBed.inject(Client).call('listCounties', {})).toEqual({ counties: [] });
    expect(sent[0]?.headers.get('Accept-Language')).toBe('en');
  });

  it('sends a file as a form, and leaves its content type to the browser', async () => {
    const { sent } = givenServer({ 'POST /api/publications/preview': { body: {} } });
    await TestBed.inject(Client).call('previewPublication', { file: new File(['文本'], '2025.txt') });
    expect((sent[0]?.body as FormData).get('file')).toBeInstanceOf(File);
    expect(sent[0]?.headers.has('Content-Type')).toBe(false);
  });

  it('that needs a sign-in leads to the sign-in page and remembers where it was asked', async () => {
    givenServer(
      { 'GET /api/counties': { status: 401, body: { type: '/problems/sign-in-required', detail: '' } } },
      [{ path: '**', children: [] }],
    );
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/funds?year=2025');
    expect((await failure(TestBed.inject(Client).call('listCounties', {}))).kind).toBe('sign-in-required');
    await new Promise((done) => setTimeout(done));
    expect(router.url).toBe('/sign-in?return=%2Ffunds%3Fyear%3D2025');
  });

  it('with a wrong password stays where it is and says so', async () => {
    givenServer({
      'POST /api/session': { status: 401, body: { type: '/problems/wrong-credentials', detail: '' } },
    });
    const call = TestBed.inject(Client).call('signIn', { body: { username: 'leader', password: 'x' } });
    expect((await failure(call)).text.title.zh).toBe('用户名或密码不正确');
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('that nobody answers says that the server cannot be reached', async () => {
    givenServer({});
    expect((await failure(TestBed.inject(Client).call('listCounties', {}))).kind).toBe('network');
  });

  it('that is answered by something else, such as a proxy, does not crash on it', async () => {
    givenServer({ 'GET /api/counties': { status: 502, body: '<html>' } });
    expect((await failure(TestBed.inject(Client).call('listCounties', {}))).kind).toBe('unreadable');
  });
});
