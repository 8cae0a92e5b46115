import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ModuleKind, transpileModule } from 'typescript';

describe('an empty workbook', () => {
  it('is made where Node itself loads the library, as it does for the compiled server', () => {
    const source = readFileSync(path.join(__dirname, 'new-workbook.ts'), 'utf8');
    const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.ESNext } });
    const script = `${outputText}\nconsole.log(typeof (await newWorkbook()).addWorksheet);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: __dirname,
      encoding: 'utf8',
    });
    expect(said.trim()).toBe('function');
  });
});
