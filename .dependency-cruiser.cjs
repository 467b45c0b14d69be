// The dependency rules D1 to D12: which room of the house may ask which other one.
// A feature's own folder is `$1` in a rule, so "another feature" is any folder that is not `$1`.

const tests = '\\.(test|spec|bench)\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'D1-engine-is-pure',
      comment: 'The engine takes facts, rules and a day; it reads nothing else, so that a finding can be replayed.',
      severity: 'error',
      from: { path: '^src-main/engine/', pathNot: [tests, '^src-main/engine/screening/names/'] },
      to: { pathNot: '^(src-main/engine/|src-shared/model/)' },
    },
    {
      name: 'D1-names-are-read-with-tables',
      comment: 'Decision 27: reading a name in any script needs the tables of one package, which is itself pure.',
      severity: 'error',
      from: { path: '^src-main/engine/screening/names/', pathNot: tests },
      to: { pathNot: '^(src-main/engine/|src-shared/model/|node_modules/any-ascii/)' },
    },
    {
      name: 'D2-model-contract-formats-stand-alone',
      severity: 'error',
      from: { path: '^src-shared/(model|contract|formats)/', pathNot: tests },
      to: { pathNot: ['^src-shared/(model|contract|formats)/', '^node_modules/zod/'] },
    },
    {
      name: 'D3-text-needs-only-the-model',
      severity: 'error',
      from: { path: '^src-shared/text/', pathNot: tests },
      to: { pathNot: ['^src-shared/(text|model|contract)/', '^node_modules/(intl-messageformat|@formatjs)/'] },
    },
    {
      name: 'D4-core-knows-no-host',
      severity: 'error',
      from: { path: '^src-main/core/' },
      to: { path: '^(src-renderer/|src-main/(electron|cli|workers)/|node_modules/electron/|electron$)' },
    },
    {
      name: 'D5-features-meet-at-the-front-door',
      severity: 'error',
      from: { path: '^src-main/core/([^/]+)/', pathNot: tests },
      to: {
        path: '^src-main/core/[^/]+/',
        pathNot: ['^src-main/core/$1/', '^src-main/core/[^/]+/index\\.ts$', '^src-main/core/db/', '^src-main/core/importers/(read|map)/'],
      },
    },
    {
      name: 'D5-log-reading-builds-on-file-reading',
      comment: 'It runs in the reader thread, where the front door of the imports, with its database, must not come along.',
      severity: 'error',
      from: { path: '^src-main/core/accesslogs/read/', pathNot: tests },
      to: { path: '^src-main/', pathNot: '^src-main/core/(accesslogs/read|importers/read|importers/map)/' },
    },
    {
      name: 'D5-list-reading-builds-on-file-reading',
      comment: 'It runs in the reader thread too, for the same reason.',
      severity: 'error',
      from: { path: '^src-main/core/lists/read/', pathNot: tests },
      to: { path: '^src-main/', pathNot: '^src-main/(engine/|core/(lists/read|importers/read|importers/map)/)' },
    },
    {
      name: 'D5-looking-at-evidence-builds-on-file-reading',
      comment: 'It runs in the reader thread too.',
      severity: 'error',
      from: { path: '^src-main/core/evidence/read/', pathNot: tests },
      to: { path: '^src-main/', pathNot: '^src-main/core/(evidence/read|importers/read)/' },
    },
    {
      name: 'D6-readers-and-pool-hold-no-key',
      comment: 'Threads that touch foreign files, and pool threads, never reach the key or the database, not even indirectly.',
      severity: 'error',
      from: { path: '^src-main/workers/(reader|pool)', pathNot: tests },
      to: { path: '^src-main/core/(crypto|workspace|db)/', reachable: true },
    },
    {
      name: 'D6-readers-and-pool-see-only-readers-and-engine',
      severity: 'error',
      from: { path: '^src-main/workers/(reader|pool)', pathNot: tests },
      to: {
        path: '^src-main/',
        pathNot:
          '^src-main/(workers/|engine/|core/importers/read|core/(accesslogs|networks|lists|evidence|plan)/read/|core/(access|classification)/judge/)',
      },
    },
    {
      name: 'D6-core-thread-enters-by-the-front-door',
      severity: 'error',
      from: { path: '^src-main/workers/core', pathNot: tests },
      to: { path: '^src-main/', pathNot: '^src-main/(workers/|core/(app|ports)\\.ts|core/rpc/)' },
    },
    {
      name: 'D7-shell-enters-the-core-by-the-front-door',
      severity: 'error',
      from: { path: '^src-main/electron/', pathNot: tests },
      to: { path: '^src-main/', pathNot: '^src-main/(electron/|workers/|core/(app|ports)\\.ts|core/rpc/wire\\.ts|cli/main\\.ts)' },
    },
    {
      name: 'D7-command-line-enters-features-by-their-front-door',
      comment: 'Commands work on files without a workspace, so they call a feature itself rather than the app.',
      severity: 'error',
      from: { path: '^src-main/cli/', pathNot: tests },
      to: { path: '^src-main/', pathNot: '^src-main/(cli/|workers/|core/(app|ports)\\.ts|core/[^/]+/index\\.ts)' },
    },
    {
      name: 'D7-preload-imports-electron-only',
      severity: 'error',
      from: { path: '^src-main/electron/preload\\.ts$' },
      to: { pathNot: '^(node_modules/electron/|electron$)' },
    },
    {
      name: 'D7-only-the-shell-imports-electron',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/electron/' },
      to: { path: '^(node_modules/electron/|electron$)' },
    },
    {
      name: 'D8-renderer-is-sandboxed',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: tests },
      to: { path: '^(src-main/|node_modules/electron/|electron$)' },
    },
    {
      name: 'D8-renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'D9-screens-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'D10-design-system-knows-no-feature',
      severity: 'error',
      from: { path: '^src-renderer/ui/', pathNot: tests },
      to: { path: '^src-renderer/(host|features|app)/' },
    },
    {
      name: 'D11-no-cycles',
      severity: 'error',
      from: { path: '^src-' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'D11-no-undeclared-packages',
      severity: 'error',
      from: { path: '^src-', pathNot: tests },
      // `virtual:` modules are written by the build itself (electron.vite.config.ts).
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'], pathNot: '^(electron$|virtual:)' },
    },
    {
      name: 'D11-no-unresolved-imports',
      severity: 'error',
      from: { path: '^src-' },
      to: { couldNotResolve: true, pathNot: '^(electron$|virtual:)' },
    },
    {
      name: 'D11-development-packages-do-not-ship',
      severity: 'error',
      from: { path: '^src-', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: '^(node_modules/electron/|node_modules/@types/|node_modules/vite/)',
      },
    },
    {
      name: 'D12-no-network',
      severity: 'error',
      from: { path: '^src-', pathNot: tests },
      to: { path: '^(node:)?(http|https|http2|net|dgram|tls|dns|dns/promises)$' },
    },
    {
      name: 'product-imports-no-tests-or-tools',
      severity: 'error',
      from: { path: '^src-', pathNot: tests },
      to: { path: '^(test|tools)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    skipAnalysisNotInRules: true,
  },
};
