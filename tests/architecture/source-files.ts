import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const CHECKOUT = path.resolve(__dirname, '..', '..');

export interface Import {
  /** From the checkout: "shared/src/domain/money/fen.ts"; a package by its name: "zod". */
  readonly to: string;
  readonly isPackage: boolean;
  /** Erased by the compiler: nothing of it runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the checkout, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const SKIPPED = /^(node_modules|dist|\.angular|\.cache|\.data|coverage)$/;

/** Every file below a folder of the checkout whose name ends as given. */
export function filesUnder(folder: string, ending = /\.(ts|mjs)$/): string[] {
  const entries = readdirSync(path.join(CHECKOUT, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const below = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return SKIPPED.test(entry.name) ? [] : filesUnder(below, ending);
      return ending.test(entry.name) ? [below] : [];
    })
    .sort();
}

export const readSources = (folder: string): SourceFile[] => filesUnder(folder).map(readSource);

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(CHECKOUT, file), 'utf8');
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importedBy(node);
    if (found) imports.push({ ...resolve(file, found.specifier), typeOnly: found.typeOnly });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return { file, text, imports };
}

function importedBy(node: ts.Node): { specifier: string; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? { specifier: argument.text, typeOnly: false } : null;
  }
  return null;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    !clause.name &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((one) => one.isTypeOnly)
  );
}

function resolve(from: string, specifier: string): { to: string; isPackage: boolean } {
  const own = /^@yuheng\/(shared|backend)\/(.*)$/.exec(specifier);
  const base = own
    ? `${own[1]}/src/${own[2]}`
    : specifier.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier))
      : null;
  if (base === null) return { to: packageOf(specifier), isPackage: true };
  const candidates = [base, `${base}.ts`, `${base}.mjs`, `${base}.json`];
  const found = candidates.find((one) => /\.\w+$/.test(one) && existsSync(path.join(CHECKOUT, one)));
  return { to: found ?? base, isPackage: false };
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** One cycle of imports among the files as a list that ends where it began, or null. */
export function findCycle(sources: readonly SourceFile[]): string[] | null {
  const edges = new Map(
    sources.map(({ file, imports }) => [file, imports.filter((one) => !one.isPackage).map((one) => one.to)]),
  );
  const finished = new Set<string>();
  const walk = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...trail, file]);
      if (cycle) return cycle;
    }
    finished.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return null;
}
