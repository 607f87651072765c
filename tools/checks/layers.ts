import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

// The layers of docs/architecture.md as rules. Each comment is what a person reads when a rule is broken.

type Rule = IRegularForbiddenRuleType & { readonly name: string; readonly comment: string };

const TEST = String.raw`(\.(test|e2e|test-support|fixture)|/testing)\.tsx?$`;
const PLATFORM = '^server/src/platform/';
const PLATFORM_DOORS = String.raw`^server/src/platform/[^/]+/(index|testing)\.ts$`;
const APP = '^server/src/app/';
const CAPABILITY_DOORS = ['^server/src/[^/]+/index\\.ts$', '^server/src/[^/]+/pages/index\\.ts$'];
const suffix = (...layers: readonly string[]) => String.raw`^server/src/.*\.(${layers.join('|')})\.tsx?$`;

const forbid = (name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule => ({ name, comment, severity: 'error', from, to });

/** A rule from one layer of a capability to the layers that it must not know. */
const layer = (from: string, to: readonly string[], comment: string): Rule =>
  forbid(`${from}-layer`, comment, { path: suffix(from), pathNot: TEST }, { path: suffix(...to) });

const PACKAGES = [
  forbid('packages-know-no-server', 'packages/* serve other sites too: they import nothing of the server.',
    { path: '^packages/' }, { path: '^(server|tools|bench|e2e)/' }),
  forbid('packages-import-no-fixtures', 'Only tests of packages/* may use fixtures.',
    { path: '^packages/', pathNot: TEST }, { path: '^fixtures/' }),
  forbid('media-is-pure', 'packages/media and packages/words do no I/O: no node: modules, no npm packages; only saxes, which parses XML and nothing else.',
    { path: '^packages/(media|words)/', pathNot: TEST },
    { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: '^node_modules/saxes/' }),
  forbid('player-runs-in-browsers', 'packages/player runs in browsers: no node: modules.',
    { path: '^packages/player/', pathNot: TEST }, { dependencyTypes: ['core'] }),
  forbid('package-door', 'A package is entered by its exports, not by a path into it.',
    { path: '^(server|fixtures|e2e|tools|bench)/' }, { path: '^packages/', pathNot: '^packages/[^/]+/src/(index|browser)\\.ts$' }),
  forbid('package-door-inside', 'Another package is entered by its exports, not by a path into it.',
    { path: '^packages/([^/]+)/' },
    { path: '^packages/', pathNot: ['^packages/$1/', '^packages/[^/]+/src/(index|browser)\\.ts$'] }),
];

const FOLDERS = [
  forbid('platform-knows-no-feature', 'server/src/platform is technology that knows no capability.',
    { path: PLATFORM }, { path: '^server/src/', pathNot: PLATFORM }),
  forbid('web-knows-no-feature', 'server/src/web holds shared page parts; pages of a capability live with it.',
    { path: '^server/src/web/', pathNot: TEST }, { path: '^server/src/', pathNot: '^server/src/(web|platform)/' }),
  forbid('app-is-the-root', 'server/src/app puts the parts together; nothing imports it.',
    { path: '^(server/src|packages)/', pathNot: ['^server/src/app/', TEST] }, { path: '^server/src/app/' }),
  forbid('platform-door', 'A platform folder is entered by its index.ts only.',
    { path: '^server/src/', pathNot: PLATFORM }, { path: `${PLATFORM}[^/]+/`, pathNot: PLATFORM_DOORS }),
  forbid('platform-door-inside', 'A platform folder is entered by its index.ts only, by its neighbours too.',
    { path: `${PLATFORM}([^/]+)/` },
    { path: `${PLATFORM}[^/]+/`, pathNot: [`${PLATFORM}$1/`, PLATFORM_DOORS] }),
  forbid('testing-door', 'testing.ts is the door for tests: the product does not go through it.',
    { path: '^(server|packages)/', pathNot: TEST }, { path: String.raw`/testing\.ts$` }),
  forbid('capability-door', 'A capability is entered by its index.ts only.',
    { path: '^server/src/([^/]+)/', pathNot: APP },
    { path: '^server/src/[^/]+/', pathNot: ['^server/src/$1/', PLATFORM, '^server/src/[^/]+/index\\.ts$'] }),
  forbid('capability-door-for-app', 'A capability is entered by its index.ts only; app/ also serves its pages, by pages/index.ts.',
    { path: APP }, { path: '^server/src/[^/]+/', pathNot: [APP, PLATFORM, ...CAPABILITY_DOORS] }),
  forbid('product-imports-no-fixtures', 'Fixtures make test material; of them the product knows the sample meeting alone, in app/.',
    { path: '^server/src/', pathNot: [TEST, '^server/src/app/sample\\.ts$'] }, { path: '^(fixtures|tools|bench|e2e)/' }),
  forbid('sample-door', 'The sample meeting is entered by fixtures/sample/index.ts.',
    { path: '^server/src/app/sample\\.ts$' }, { path: '^(fixtures|tools|bench|e2e)/', pathNot: '^fixtures/sample/index\\.ts$' }),
  forbid('fixtures-stand-alone', 'Fixtures make media for every part, so they import nothing of the server.',
    { path: '^fixtures/' }, { path: '^server/' }),
];

const LAYERS = [
  layer('domain', ['ports', 'service', 'repo', 'schema', 'routes', 'job', 'pages'],
    'A domain file holds types and rules; it knows no other layer.'),
  layer('ports', ['service', 'repo', 'schema', 'routes', 'job', 'pages'], 'Ports are described in words of the domain alone.'),
  layer('service', ['repo', 'schema', 'routes', 'job', 'pages'],
    'A service reaches storage through ports; index.ts hands it the implementation.'),
  layer('repo', ['service', 'schema', 'routes', 'job', 'pages'], 'A repository implements ports; it knows no use case.'),
  layer('schema', ['service', 'repo', 'routes', 'job', 'pages'], 'A schema describes the edge in words of the domain.'),
  layer('routes', ['repo'], 'Routes go through the service, which asks for the permission first.'),
  layer('pages', ['repo'], 'Pages go through the service, which asks for the permission first.'),
  layer('job', ['repo', 'routes', 'pages'], 'A job goes through the service.'),
  forbid('domain-does-no-io', 'A domain file does no I/O: of the platform it may use errors, clock-free i18n and languages only.',
    { path: suffix('domain'), pathNot: TEST },
    { path: PLATFORM, pathNot: `${PLATFORM}(errors|i18n|languages|ids|xml)/` }),
  forbid('domain-uses-no-node', 'A domain file uses no node: modules.', { path: suffix('domain'), pathNot: TEST }, { dependencyTypes: ['core'] }),
];

const GENERAL = [
  forbid('no-circle', 'Two files that need each other are one file, or lack a third.', {}, { circular: true }),
  forbid('resolvable', 'This import leads nowhere.', {}, { couldNotResolve: true }),
  forbid('declared-packages-only', 'Declare the package in the dependencies of this workspace: the product must run without development packages.',
    { path: '^(server/src|packages)/', pathNot: TEST }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] }),
];

/** Every rule on who may import what. */
export const LAYER_RULES: readonly Rule[] = [...GENERAL, ...PACKAGES, ...FOLDERS, ...LAYERS];
