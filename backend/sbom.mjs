/**
 * `npm run -s sbom`: the parts that a running Yuheng consists of, as CycloneDX 1.6 JSON on standard output. Read from
 * package-lock.json alone, so that it needs no network and no install, and the same lock file gives the same bytes; what
 * only tests and builds use is left out, what is installed on some platforms only is `optional`.
 *
 * `npm sbom` would be shorter, but leaves out packages that a development tool needs too (zod, pg-protocol and 60 more).
 */
import { readFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const { name, version, license } = read('package.json');
const { packages } = read('package-lock.json');
const WORKSPACES = ['shared', 'backend', 'frontend'];

const FOLDER = 'node_modules/';
const nameOf = (place) => place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);
const purlOf = (place) =>
  `pkg:npm/${nameOf(place).replace('@', '%40')}@${encodeURIComponent(packages[place].version)}`;

/** Where Node finds a package from a place: in its own folder of packages, or in one further up. */
function placeOf(dependency, from) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf(`/${FOLDER}`), 0))) {
    const place = `${at === '' ? '' : `${at}/`}${FOLDER}${dependency}`;
    if (packages[place]) return place;
    if (at === '') return null;
  }
}

/** What a place needs to run; a peer or an optional package that is not in the lock file is none of its parts. */
function needsOf(place) {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packages[place];
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    .map((dependency) => placeOf(dependency, place))
    .filter((found) => found !== null && isPart(found))
    .map(purlOf);
}

/** Not of the tests or the build, and not one of our own folders. */
const isPart = (place) => place.includes(FOLDER) && !packages[place].dev && !packages[place].link;

/** One licence by its SPDX id, several by their expression. */
const licensesOf = (text) =>
  text === undefined
    ? {}
    : { licenses: [/[ (]/.test(text) ? { expression: text } : { license: { id: text } }] };

function componentOf(place) {
  const { version, license, integrity = '', optional } = packages[place];
  const [group, name] = nameOf(place).startsWith('@') ? nameOf(place).split('/') : [null, nameOf(place)];
  const [algorithm, digest = ''] = integrity.split('-');
  return {
    type: 'library',
    'bom-ref': purlOf(place),
    ...(group ? { group } : {}),
    name,
    version,
    scope: optional ? 'optional' : 'required',
    ...(algorithm === 'sha512'
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
    ...licensesOf(license),
    purl: purlOf(place),
  };
}

const inOrder = (values) => [...new Set(values)].sort();
const parts = Object.keys(packages).filter(isPart);
const root = `pkg:npm/${name}@${version}`;
/** The same version at two places is one component, which needs what either needs. */
const byPurl = {};
for (const place of parts) (byPurl[purlOf(place)] ??= []).push(place);

const purls = inOrder(Object.keys(byPurl));
const bom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: { type: 'application', 'bom-ref': root, name, version, ...licensesOf(license), purl: root },
  },
  components: purls.map((purl) => componentOf(byPurl[purl][0])),
  dependencies: [
    { ref: root, dependsOn: inOrder(WORKSPACES.flatMap(needsOf)) },
    ...purls.map((ref) => ({ ref, dependsOn: inOrder(byPurl[ref].flatMap(needsOf)) })),
  ],
};
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
