// Writes src/lib/licences.json: every package of both lock files with its licence, for /lizenzen.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const byName = (a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version);

/** What a package's licence file says, where its package.json says nothing. */
function licenceFile(path) {
  const file = `${path}/LICENSE`;
  if (!existsSync(file)) return null;
  const known = { 'MIT License': 'MIT', 'ISC License': 'ISC', 'Apache License': 'Apache-2.0' };
  return known[readFileSync(file, 'utf8').trimStart().split(/\r?\n/)[0].trim()] ?? null;
}

function frontend() {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const packages = Object.entries(lock.packages)
    .filter(([path]) => path)
    .map(([path, entry]) => ({
      name: path.split('node_modules/').at(-1),
      version: entry.version,
      licence: entry.license ?? licenceFile(path)
    }));
  // A package may lie in several folders; it is named once.
  return [...new Map(packages.map((entry) => [`${entry.name}@${entry.version}`, entry])).values()];
}

/** The licence in a Python package's own metadata: the expression, else the classifiers. */
function pythonLicence(metadata) {
  const head = metadata.split(/\r?\n\r?\n/)[0];
  const field = (name) => head.match(new RegExp(`^${name}: (.+)$`, 'm'))?.[1].trim();
  const classifiers = [...head.matchAll(/^Classifier: License :: (?:OSI Approved :: )?(.+)$/gm)];
  return (
    field('License-Expression') ??
    (classifiers.map((match) => match[1].trim()).join('; ') || field('License') || null)
  );
}

function backend() {
  const normal = (name) => name.toLowerCase().replace(/[-_.]+/g, '-');
  const lib = '../.venv/lib';
  const python = existsSync(lib)
    ? readdirSync(lib).find((name) => name.startsWith('python'))
    : null;
  const packages = python ? `${lib}/${python}/site-packages` : null;
  const found = new Map();
  for (const entry of packages ? readdirSync(packages) : []) {
    const match = /^(.+)-([^-]+)\.dist-info$/.exec(entry);
    if (!match) continue;
    const file = `${packages}/${entry}/METADATA`;
    if (existsSync(file)) found.set(normal(match[1]), pythonLicence(readFileSync(file, 'utf8')));
  }
  const lock = readFileSync('../requirements.lock', 'utf8');
  return [...lock.matchAll(/^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)/gm)].map(
    ([, name, version]) => ({ name, version, licence: found.get(normal(name)) ?? null })
  );
}

const licences = { frontend: frontend().sort(byName), backend: backend().sort(byName) };
const target = 'src/lib/licences.json';
const text = JSON.stringify(licences, null, 1) + '\n';
// Left alone where nothing changed, so that it does not make the build look old.
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
