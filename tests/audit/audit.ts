import { valid } from "semver";
import { installedIn, nameIn, type Installed, type Lock, type Manifest } from "./lock.ts";
import { LICENCES, READ_BY_HAND, REGISTRY } from "./policy.ts";

/** What an install from these files could bring that nobody looked at; empty where all is well. */
export function audit(manifest: Manifest, lock: Lock): readonly string[] {
  const installed = installedIn(lock);
  return [
    ...problemsOfManifest(manifest, lock),
    ...installed.flatMap((each) => CHECKS.flatMap((check) => check(each, manifest) ?? [])),
    ...unusedPermissions(manifest, installed),
  ];
}

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json#lockfileversion: the one of npm 7 and later. */
const LOCK_VERSION = 3;

function problemsOfManifest(manifest: Manifest, lock: Lock): readonly string[] {
  const { "": root = manifest } = lock.packages;
  const isSame = SECTIONS.every((section) => sorted(manifest[section]) === sorted(root[section]));
  const direct = SECTIONS.flatMap((section) => Object.entries(manifest[section]));
  return [
    ...(lock.lockfileVersion === LOCK_VERSION
      ? []
      : [`package-lock.json: lockfileVersion is not ${LOCK_VERSION}`]),
    ...(isSame ? [] : ["package-lock.json: names other dependencies than package.json; run npm install"]),
    ...direct
      .filter(([, spec]) => valid(spec) !== spec)
      .map(([name, spec]) => `package.json: ${name} is "${spec}", which is no exact version`),
  ];
}

const SECTIONS = ["dependencies", "devDependencies"] as const;

const sorted = (specs: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(specs).toSorted(([one], [other]) => (one < other ? -1 : 1)));

type Check = (installed: Installed, manifest: Manifest) => string | undefined;

/** https://www.w3.org/TR/sri/: 64 bytes in base64. */
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** An address, a path or a repository in the place of a range of versions. */
const NO_RANGE = /[:/]/;

const CHECKS: readonly Check[] = [
  ({ path, version }) => (valid(version) === version ? undefined : `${path}: "${version}" is no version`),
  ({ path, integrity }) => (SHA512.test(integrity) ? undefined : `${path}: has no sha512 of its content`),
  ({ path, link }) => (link ? `${path}: is a link to a folder` : undefined),
  ({ path, resolved = REGISTRY }) =>
    resolved.startsWith(REGISTRY) ? undefined : `${path}: comes from ${resolved}, not from ${REGISTRY}`,
  ({ path, name }) => (name === nameIn(path) ? undefined : `${path}: is really the package ${name}`),
  ({ path, dependencies, optionalDependencies }) => {
    const odd = Object.entries({ ...dependencies, ...optionalDependencies }).find(([, spec]) =>
      NO_RANGE.test(spec),
    );
    return odd && `${path}: wants ${odd[0]} from "${odd[1]}"`;
  },
  ({ path, deprecated }) => (deprecated === undefined ? undefined : `${path}: is deprecated: ${deprecated}`),
  ({ path, name, hasInstallScript }, { allowScripts }) =>
    hasInstallScript && allowScripts[name] !== true
      ? `${path}: runs a script at its install, which allowScripts in package.json does not name`
      : undefined,
  ({ path, name, version, license }) =>
    isAllowed(READ_BY_HAND[`${name}@${version}`] ?? license)
      ? undefined
      : `${path}: its licence "${license}" is not on the list of tests/audit/policy.ts`,
];

/** Whether an SPDX expression of plain names, joined all by OR or all by AND, allows the use. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, "");
  return plain.includes(" OR ") ? plain.split(" OR ").some(isListed) : plain.split(" AND ").every(isListed);
}

const isListed = (licence: string): boolean => LICENCES.includes(licence);

function unusedPermissions({ allowScripts }: Manifest, installed: readonly Installed[]): readonly string[] {
  const scripted = new Set(
    installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name),
  );
  return Object.keys(allowScripts)
    .filter((name) => !scripted.has(name))
    .map((name) => `package.json: allowScripts names ${name}, which runs no script`);
}
