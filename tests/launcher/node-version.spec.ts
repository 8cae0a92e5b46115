import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { checkout } from './accounts';

/** Asks the launcher's own module, which Jest cannot import, about several versions at once. */
function supported(versions: string[]): boolean[] {
  const module = path.join(checkout, 'backend', 'launcher', 'node-version.mjs');
  const script = `
    const { isSupportedNode } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify(${JSON.stringify(versions)}.map((version) => isSupportedNode(version))));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(answer) as boolean[];
}

describe('the version of Node', () => {
  it('may be one of ^20.19 || ^22.13 || >=24.11, as package.json says', () => {
    expect(supported(['v20.19.0', 'v20.99.1', 'v22.13.0', 'v24.11.0', 'v25.0.0', 'v26.1.0'])).not.toContain(
      false,
    );
  });

  it('may not be any other', () => {
    expect(supported(['v18.20.4', 'v20.18.9', 'v21.7.0', 'v22.12.0', 'v23.11.0', 'v24.10.9'])).not.toContain(
      true,
    );
  });
});
