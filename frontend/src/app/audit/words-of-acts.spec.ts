import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Endpoint } from '@yuheng/shared/contract/endpoint';
import { ACTS } from './words-of-acts';

const BACKEND = join(__dirname, '..', '..', '..', '..', 'backend', 'src');

describe('the names of acts', () => {
  const ofEndpoints = Object.values<Endpoint>(endpoints).flatMap(({ act }) => act ?? []);
  const ofTheProgram = readdirSync(BACKEND, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(BACKEND, file), 'utf8').matchAll(/ownAct\(\s*'([^']+)'/g)])
    .map((match) => match[1] ?? '');

  it('cover every act of the contract and every act that the program does by itself, and no other', () => {
    expect(ofTheProgram).toContain('audit.seal');
    expect([...ACTS].sort()).toEqual([...new Set([...ofEndpoints, ...ofTheProgram])].sort());
  });
});
