/** Who may import whom: dependencies point one way. Run by test/architecture.test.ts. */
const chapters = ['organization', 'policy', 'planning', 'execution', 'assessment', 'results', 'history']
const anyChapter = chapters.join('|')

/** A chapter uses another chapter's queries and rule types, never its commands, views, forms or notices. */
const chapterRules = chapters.map((name) => ({
  name: `${name}-uses-only-queries-and-rules-of-other-chapters`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    path: `^src/(${chapters.filter((other) => other !== name).join('|')})/`,
    pathNot: [
      '^src/[a-z]+/(queries(\\.ts|/)|rules/|[a-z-]+-names\\.ts)',
      '^src/[a-z]+/[^/]+/(queries(\\.ts|/)|rules/)',
      // The organization's part of a command of another chapter: a new year ends the priorities of the last.
      '^src/organization/priorities/end-all\\.ts$',
      // Their parts of a reform of the units, which moves goals with all that is known of them.
      '^src/(planning|execution)/moved-goals\\.ts$',
    ],
  },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules know rules, kernel words, table types and the exact numbers; nothing that acts',
      severity: 'error',
      from: { path: '^src/.+/rules/' },
      to: {
        pathNot: [
          '^src/.+/rules/',
          '^src/kernel/(decision|ids|time|exact)\\.ts$',
          '^src/store/schema/',
          '^src/workbook/unreadable\\.ts$',
          'node_modules/fraction\\.js',
        ],
      },
    },
    {
      name: 'cards-know-only-the-kit-and-the-kernel',
      severity: 'error',
      from: { path: '^cards/' },
      to: {
        pathNot: [
          '^cards/',
          '^src/kernel/',
          '^src/store/schema/',
          `^src/(${anyChapter})/rules/`,
          `^src/(${anyChapter})/[^/]+/rules/`,
          `^src/(${anyChapter})/[^/]+-names\\.ts`,
        ],
      },
    },
    {
      name: 'chapters-do-not-reach-up',
      severity: 'error',
      from: { path: `^src/(${anyChapter})/` },
      to: { path: '^src/(conversation|sandbox|admin|delivery|app|http|main|worker|chat/feishu)' },
    },
    {
      name: 'history-stands-beside-the-chapters',
      comment: 'it tells what all of them leave in the journal; none of them needs it',
      severity: 'error',
      from: { path: `^src/(${chapters.filter((one) => one !== 'history').join('|')})/` },
      to: { path: '^src/history/' },
    },
    {
      name: 'kernel-knows-no-chapter',
      severity: 'error',
      from: { path: '^src/(kernel|store)/' },
      to: {
        path: `^src/(${anyChapter}|conversation|chat|delivery|sandbox|admin)/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'conversation-knows-no-chapter-but-people',
      severity: 'error',
      from: { path: '^src/conversation/' },
      to: { path: `^src/(${chapters.filter((one) => one !== 'organization').join('|')})/` },
    },
    {
      name: 'feishu-stands-behind-the-port',
      severity: 'error',
      from: { path: '^src/chat/feishu/' },
      to: { path: '^src/', pathNot: ['^src/chat/', '^src/kernel/(decision|time)\\.ts$', '^src/log\\.ts$'] },
    },
    {
      name: 'only-wiring-knows-feishu',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(chat/feishu/|main\\.ts|worker\\.ts|app\\.ts|admin/)' },
      to: { path: '^src/chat/feishu/' },
    },
    {
      name: 'only-main-starts-the-sandbox',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|main\\.ts|demonstration\\.ts)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'the-sandbox-knows-nothing-of-us',
      severity: 'error',
      from: { path: '^src/sandbox/', pathNot: '^src/sandbox/university' },
      to: { path: '^(src|cards)/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'sdk-only-in-feishu',
      severity: 'error',
      from: { path: '^(src|cards)/', pathNot: '^src/chat/feishu/' },
      to: { path: 'node_modules/@larksuiteoapi' },
    },
    {
      name: 'better-sqlite3-only-in-sqlite',
      severity: 'error',
      from: { path: '^(src|cards)/', pathNot: '^src/store/sqlite\\.ts$' },
      to: { path: 'node_modules/(@types/)?better-sqlite3' },
    },
    {
      name: 'prometheus-only-on-node',
      comment: 'the worker must not carry it: no isolate knows what the others counted',
      severity: 'error',
      from: { path: '^(src|cards)/', pathNot: '^src/operation/prometheus\\.ts$' },
      to: { path: 'node_modules/prom-client' },
    },
    {
      name: 'd1-only-in-d1-and-worker',
      severity: 'error',
      from: { path: '^(src|cards)/', pathNot: '^src/(store/d1|store/blobs-r2|worker)\\.ts$' },
      to: { path: 'node_modules/@cloudflare' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: '^(src|cards)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'workbook-knows-no-chapter',
      severity: 'error',
      from: { path: '^src/workbook/' },
      to: { path: '^src/', pathNot: '^src/(workbook|kernel|store)/' },
    },
    {
      name: 'document-knows-no-chapter',
      severity: 'error',
      from: { path: '^src/document/' },
      to: { path: '^src/', pathNot: '^src/(document|kernel)/' },
    },
    {
      name: 'exceljs-only-in-workbook',
      severity: 'error',
      from: { path: '^(src|cards)/', pathNot: '^src/workbook/' },
      to: { path: 'node_modules/exceljs', dependencyTypesNot: ['type-only'] },
    },
    ...chapterRules,
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // swc is handed TypeScript without JSX here; test/architecture.test.ts reads the imports of .tsx files itself.
    exclude: { path: '\\.tsx$' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
