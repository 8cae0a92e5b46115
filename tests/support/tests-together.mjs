/**
 * Lets many spec files share one test file of Jest, in runs of whole projects.
 *
 * Jest gives each test file modules of its own: Nest, TypeORM, Angular and our own code are read, compiled and run cold
 * once more for each of some 500 files, which was about a fifth of the processor time of `npm test`. A group loads them
 * once. Each spec stands in a `describe` of its own, named by its path, so that it keeps its hooks to itself.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the groups are written, under the root of a Jest configuration. The folder is nobody's: git and tools skip it. */
export const GROUPS_FOLDER = '.cache/tests-together';

/** More than any spec asks for itself: in one test file the last `jest.setTimeout` holds for all. */
const LIMIT_MS = 300_000;

/**
 * In the order in which they begin: two workers end at the same moment if what is long comes first, and what waits for
 * other processes is over before what only computes. `groups` is into how many a project is split; Infinity: each spec alone.
 */
const PROJECTS = {
  e2e: { folders: ['tests/e2e'], groups: 5 },
  golden: { folders: ['tests/golden'], groups: Infinity },
  // These start processes and load next to nothing themselves.
  launcher: { folders: ['tests/launcher'], groups: Infinity },
  integration: { folders: ['tests/integration'], groups: 8 },
  security: { folders: ['tests/security'], groups: Infinity },
  api: { folders: ['tests/api'], groups: Infinity },
  architecture: { folders: ['tests/architecture'], groups: Infinity },
  unit: { folders: ['shared/src', 'backend/src'], groups: 10 },
};
export const WEB_PAGES = { frontend: { folders: ['src'], groups: 8 } };

/** As long as a group, the longest first. */
export const ALONE = [
  'tests/e2e/pages.spec.ts',
  'tests/e2e/pages-in-english.spec.ts',
  'tests/golden/commands-on-any-input.spec.ts',
  'tests/integration/audit/every-act.spec.ts',
  'tests/e2e/roles.spec.ts',
  'tests/security/fuzz/fuzz.spec.ts',
];
/** What a spec puts in the place of a module would be there for its whole group. */
const REPLACES_MODULES = /\bjest\.(?:mock|doMock|resetModules|isolateModules)\(/;

/** Writes the groups of the checkout's projects, or of the web pages' one. What was written before is removed. */
export function writeGroups(root, { webPages = false } = {}) {
  const folder = path.join(root, GROUPS_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  for (const { project, place, files } of orderedGroups(root, webPages ? WEB_PAGES : PROJECTS)) {
    mkdirSync(path.join(folder, project), { recursive: true });
    const name = `${String(place).padStart(3, '0')}-${project}.spec.ts`;
    writeFileSync(path.join(folder, project, name), textOf(root, files));
  }
}

/** Each spec once. @returns what begins first, first; a name sorts by its place */
export function orderedGroups(root, projects = PROJECTS) {
  const groups = Object.entries(projects).flatMap(([project, { folders, groups: most }]) => {
    const files = folders.flatMap((folder) => specsUnder(root, folder));
    const alone = files.filter((file) => ALONE.includes(file) || replacesModules(root, file));
    const others = split(
      files.filter((file) => !alone.includes(file)),
      most,
      (file) => statSync(path.join(root, file)).size,
    );
    return [...alone.map((file) => [file]), ...others].map((group) => ({ project, files: group }));
  });
  const rank = ({ files }) => (ALONE.includes(files[0]) ? ALONE.indexOf(files[0]) : ALONE.length);
  return groups
    .sort((one, other) => rank(one) - rank(other))
    .map((group, index) => ({ ...group, place: index }));
}

function specsUnder(root, folder) {
  if (!statSync(path.join(root, folder), { throwIfNoEntry: false })) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const below = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return specsUnder(root, below);
      return entry.name.endsWith('.spec.ts') ? [below] : [];
    })
    .sort();
}

const replacesModules = (root, file) => REPLACES_MODULES.test(readFileSync(path.join(root, file), 'utf8'));

/** Into at most so many groups of about one size; neighbours stay together, because they load the same. */
function split(files, most, sizeOf) {
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const groups = new Map();
  let before = 0;
  for (const file of files) {
    const place = most === Infinity ? groups.size : Math.floor((before / total) * most);
    groups.set(place, [...(groups.get(place) ?? []), file]);
    before += sizeOf(file);
  }
  return [...groups.values()];
}

/** A clock or a spy that one spec leaves behind is put back before the next. */
export function textOf(root, files) {
  const specs = files.map(
    (file) => `describe(${JSON.stringify(file)}, () => {
  afterAll(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
  require(${JSON.stringify(path.join(root, file))});
});
`,
  );
  return `${specs.join('')}jest.setTimeout(${LIMIT_MS});\n`;
}
