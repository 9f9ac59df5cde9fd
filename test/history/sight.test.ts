import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { history } from '../../src/history/chapter.ts'
import { INNER, RELATIONS, SIGHT, sightOf } from '../../src/history/rules/sight.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { seedDelegation } from '../execution/inspection-world.ts'
import { memoryBlobs } from '../organization/world.ts'
import { viewerOf } from '../world/viewer.ts'
import { append, historyWorld, NOW } from './world.ts'

/** Who sees what, as the README prints it: `all`, `told` (without what passes between those who decide), `–`. */
const TABLE = `
kind                 office leading leader group inspector unit concerned
organization         all    –       –      –     –         –    –
roster               all    –       –      –     –         –    –
directory            all    –       –      –     –         –    –
department           all    –       –      –     –         –    –
reform               all    all     –      –     –         –    –
person               all    –       –      –     –         –    all
unit                 all    all     all    all   –         all  –
team                 all    all     –      all   –         –    –
delegation           all    –       –      –     –         –    all
priority             all    all     –      all   –         –    –
work-item            all    all     –      all   –         –    –
year                 all    all     –      –     –         –    –
plan                 all    all     told   told  –         told –
adjustment           all    all     told   told  –         told –
coefficient-workbook all    –       –      –     –         –    all
plan-reminder        all    –       –      –     –         –    –
plan-deadline        all    all     –      –     –         –    –
goal-workbook        all    –       –      –     –         –    all
execution            all    all     all    all   all       all  –
help                 all    all     all    all   all       all  –
evidence             all    –       –      –     –         –    all
inspection           all    all     –      –     all       –    –
finding              all    all     told   –     all       told –
reminders            all    –       –      –     –         –    –
snooze               all    –       –      –     –         –    all
account              all    all     told   told  –         all  –
assessment           all    all     told   all   –         told –
appeal               all    all     told   all   –         told –
gate                 all    all     –      –     –         –    all
gate-workbook        all    –       –      –     –         –    all
gate-reminder        all    –       –      –     –         –    –
results              all    all     –      –     –         –    –
journal-check        all    –       –      –     –         –    –
year-export          all    –       –      –     –         –    –
`
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
const [columns = [], ...cells] = rows
const CELLS = cells.flatMap(([kind = '', ...sights]) =>
  sights.map((sight, at) => ({ kind, relation: columns[at + 1] ?? '', sight })),
)

const IDS: { readonly [kind: string]: `${string}:${string}` } = {
  organization: 'organization:school',
  roster: 'roster:abc',
  directory: 'directory:feishu',
  department: 'department:od-1',
  reform: 'reform:1',
  person: 'person:P1',
  unit: 'unit:XZ01',
  team: 'team:AG',
  delegation: 'delegation:P1',
  priority: 'priority:YD1',
  'work-item': 'work-item:GX1',
  year: 'year:2026',
  plan: 'plan:2026:XZ01',
  adjustment: 'adjustment:2026:XZ01:1',
  'coefficient-workbook': 'coefficient-workbook:P1:abc',
  'plan-reminder': 'plan-reminder:2026',
  'plan-deadline': 'plan-deadline:2026',
  'goal-workbook': 'goal-workbook:P1:abc',
  execution: 'execution:2026-XZ01-1',
  help: 'help:2026-XZ01-1:1',
  evidence: 'evidence:om_1:img_1',
  inspection: 'inspection:2026:1',
  finding: 'finding:2026:1',
  reminders: 'reminders:2026',
  snooze: 'snooze:P1:goal:2026-XZ01-1',
  account: 'account:2026:XZ01',
  assessment: 'assessment:2026:XZ01',
  appeal: 'appeal:2026:XZ01:1',
  gate: 'gate:2026:energy',
  'gate-workbook': 'gate-workbook:P1:abc',
  'gate-reminder': 'gate-reminder:2026',
  results: 'results:2026',
  'journal-check': 'journal-check:all',
  'year-export': 'year-export:2026',
}
const BODY = { id: 'DC1', name: '第一督查组', kind: 'inspection' }
const STATES: { readonly [kind: string]: unknown } = {
  evidence: { status: 'kept', person: 'P1' },
  delegation: { given: [] },
  inspection: { status: 'planned', plan: { body: BODY } },
  finding: { status: 'published', finding: { unit: 'XZ01', body: BODY } },
}
/** An entry that is told to everyone who sees anything, and one that is not, where the kind has such. */
const eventsOf = (kind: string): { type: string }[] => {
  const inner: { readonly [kind: string]: string } = {
    plan: 'plan.voted',
    adjustment: 'adjustment.drafted',
    finding: 'finding.noted',
    account: 'account.stated',
    assessment: 'deliberation.opened',
    appeal: 'appeal.weighed',
  }
  const type = inner[kind]
  return [{ type: 'something.done' }, ...(type === undefined ? [] : [{ type }])]
}

const PEOPLE: { readonly [relation: string]: (kind: string) => string } = {
  office: () => 'OF1',
  leading: () => 'LM1',
  leader: () => 'LD2',
  group: (kind) => (kind === 'priority' || kind === 'work-item' ? 'WG1' : 'AG2'),
  inspector: () => 'DCM',
  unit: () => 'C-XZ01',
  concerned: (kind) => (kind === 'gate' ? 'GA-energy' : 'P1'),
}

const [view] = history({ blobs: memoryBlobs() }).views

async function look(db: SqliteDatabase, kind: string, person: string): Promise<string> {
  const viewer = viewerOf(person, NOW)
  const message = await view?.render(db, { subject: IDS[kind], page: 0 }, viewer)
  const card: Card | undefined = message?.kind === 'card' ? message.card : undefined
  if (!card?.title.startsWith('历史：')) return '–'
  return JSON.stringify(card).includes('只列出与您有关的记录') ? 'told' : 'all'
}

let db: SqliteDatabase
beforeAll(async () => {
  db = historyWorld()
  for (const [kind, id] of Object.entries(IDS)) await append(db, id, eventsOf(kind), STATES[kind] ?? {})
})
afterAll(() => db.close())

describe('rulebook 7: the office reads any subject’s history, others what they may see', () => {
  it('the table lists every kind and every relation', () => {
    expect(cells.map(([kind]) => kind).toSorted()).toEqual(Object.keys(SIGHT).toSorted())
    expect(columns.slice(1)).toEqual([...RELATIONS])
    expect(Object.keys(IDS).toSorted()).toEqual(Object.keys(SIGHT).toSorted())
  })

  it.each(CELLS)('$kind × $relation: $sight', async ({ kind, relation, sight }) => {
    expect(await look(db, kind, PEOPLE[relation]?.(kind) ?? '')).toBe(sight)
  })

  it.each(Object.keys(SIGHT))('%s is nothing to a contact of another unit', async (kind) => {
    expect(await look(db, kind, 'C-JX02')).toBe('–')
  })

  it.each(['sheet:2026:XZ01:AG2', 'proposal:2026:XZ01', 'petition:2026-001'] as const)(
    '%s has no history, not even for the office and the leading group',
    async (subject) => {
      await append(db, subject, [{ type: 'sheet.filled' }], {}, 'writer')
      for (const person of ['OF1', 'CH', 'AG2', 'P1']) {
        const message = await view?.render(db, { subject, page: 0 }, viewerOf(person, NOW))
        expect(JSON.stringify(message)).toContain('没有找到您可以查看的这项历史')
      }
    },
  )

  it('an inspector’s note that is not published has none', async () => {
    const other = historyWorld()
    await append(other, 'finding:2026:1', [{ type: 'finding.noted' }], { status: 'noted', author: 'DCM' })
    for (const person of ['OF1', 'CH', 'DCM']) expect(await look(other, 'finding', person)).toBe('–')
    other.close()
  })

  it('a delegate sees of the principal’s subjects what the roles show, never what is the principal’s own', async () => {
    seedDelegation(db, 'P1', 'C-JX02')
    const own = await view?.render(
      db,
      { subject: 'person:P1', page: 0 },
      { ...viewerOf('C-JX02', NOW), inNameOf: 'P1' },
    )
    expect(JSON.stringify(own)).toContain('这项历史您不能查看')
    seedDelegation(db, 'LD2', 'WG1')
    const led = await view?.render(
      db,
      { subject: 'execution:2026-XZ01-1', page: 0 },
      { ...viewerOf('WG1', NOW), inNameOf: 'LD2' },
    )
    expect(JSON.stringify(led)).toContain('进展和任务')
  })

  it('Article 22: of the own unit’s deliberation even the office and a member of the leading group see what the unit sees', () => {
    expect(sightOf('assessment', ['office'], true)).toBe('told')
    expect(sightOf('appeal', ['leading', 'group'], true)).toBe('told')
    expect(sightOf('plan', ['office'], true)).toBe('all')
    expect(INNER).toContain('proposal.objected')
  })
})
