import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const checkout = path.resolve(__dirname, '..', '..');
const make = (): string =>
  execFileSync(process.execPath, [path.join(checkout, 'backend', 'sbom.mjs')], {
    cwd: '/',
    encoding: 'utf8',
  });

interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
}

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly 'bom-ref': string; readonly name: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const { packages } = JSON.parse(readFileSync(path.join(checkout, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, { version: string; dev?: boolean; link?: boolean }>>;
};

describe('npm run sbom', () => {
  const text = make();
  const bom = JSON.parse(text) as Bom;
  const found = (name: string): Component | undefined =>
    bom.components.find((one) => (one.group ? `${one.group}/${one.name}` : one.name) === name);

  it('is CycloneDX 1.6 of this program', () => {
    expect(bom).toMatchObject({
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: { component: { type: 'application', name: 'yuheng' } },
    });
    const { scripts } = JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['sbom']).toBe('node backend/sbom.mjs');
  });

  it.each(['fastify', 'pg', 'typeorm', 'zod', 'echarts', '@nestjs/core', '@angular/core', '@node-rs/argon2'])(
    'names %s in the version that is installed',
    (name) => {
      expect(found(name)?.version).toBe(packages[`node_modules/${name}`]?.version);
    },
  );

  it.each(['jest', 'eslint', 'prettier', 'playwright-core', 'oidc-provider', '@angular/cli', 'tests'])(
    'leaves out %s, which only tests and builds use',
    (name) => {
      expect(found(name)).toBeUndefined();
    },
  );

  it('names each package of the lock file that is not for development, once', () => {
    const wanted = Object.entries(packages)
      .filter(([place, { dev, link }]) => place.includes('node_modules/') && !dev && !link)
      .map(([place, { version }]) => `${place.replace(/^.*node_modules\//, '')}@${version}`);
    const named = bom.components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
    );
    expect(new Set(named)).toEqual(new Set(wanted));
    expect(named).toHaveLength(new Set(named).size);
    expect(named.length).toBeGreaterThan(150);
  });

  it('gives each its package URL, its checksum and a licence that its use allows', () => {
    const ALLOWED = [
      'MIT',
      'MIT-0',
      'Apache-2.0',
      'ISC',
      'BSD-2-Clause',
      'BSD-3-Clause',
      '0BSD',
      'BlueOak-1.0.0',
      'Python-2.0',
      // One of several at our choice, and two together: zip and deflate of the Excel files.
      '(MIT OR GPL-3.0-or-later)',
      '(MIT AND Zlib)',
    ];
    for (const { 'bom-ref': ref, purl, hashes, licenses, type, scope } of bom.components) {
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.%-]*$/);
      expect([ref, type, ['required', 'optional'].includes(scope)]).toEqual([purl, 'library', true]);
      expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
      expect([
        purl,
        licenses.every(({ license, expression = license?.id ?? '' }) => ALLOWED.includes(expression)),
      ]).toEqual([purl, true]);
    }
  });

  it('says which part needs which, and every part is needed by the program in the end', () => {
    const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const walk = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      expect([ref, needs.has(ref)]).toEqual([ref, true]);
      needs.get(ref)?.forEach(walk);
    };
    walk(bom.metadata.component['bom-ref']);
    expect(bom.components.map(({ purl }) => purl).filter((purl) => !reached.has(purl))).toEqual([]);
    expect(needs.size).toBe(bom.components.length + 1);
  });

  it('gives the same bytes for the same lock file, and names no place of this machine', () => {
    expect(make()).toBe(text);
    expect(text).not.toContain(checkout);
  });
});
