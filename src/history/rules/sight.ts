/** Who sees the history of which kind of subject (rulebook 7). A table, so that it can be read, printed and tested cell by cell. */

/**
 * What a person is to a subject on the day of the look. `leading`: chair or member of the leading group. `leader`: in charge
 * of its unit. `group`: of the group that drafts or assesses it. `inspector`: of the body that inspects it. `unit`: head or
 * contact of its unit. `concerned`: it is about this person, or this person's own doing.
 */
export const RELATIONS = ['office', 'leading', 'leader', 'group', 'inspector', 'unit', 'concerned'] as const
export type Relation = (typeof RELATIONS)[number]

/** `told`: without what passes between those who decide (`INNER`). */
export type Sight = 'all' | 'told' | 'none'

type Row = { readonly [relation in Relation]?: 'all' | 'told' }

const OFFICE_ONLY: Row = { office: 'all' }
const LEADERSHIP: Row = { office: 'all', leading: 'all' }
const OF_UNIT: Row = { ...LEADERSHIP, leader: 'all', group: 'all', unit: 'all' }
const OF_PLAN: Row = { ...LEADERSHIP, leader: 'told', group: 'told', unit: 'told' }
const WATCHED: Row = { ...OF_UNIT, inspector: 'all' }
const PERSONAL: Row = { office: 'all', concerned: 'all' }

/** By kind, the first part of a subject's id. What is not listed has no history for anybody. */
export const SIGHT = {
  organization: OFFICE_ONLY,
  roster: OFFICE_ONLY,
  directory: OFFICE_ONLY,
  department: OFFICE_ONLY,
  reform: LEADERSHIP,
  person: PERSONAL,
  unit: OF_UNIT,
  team: { ...LEADERSHIP, group: 'all' },
  delegation: PERSONAL,
  priority: { ...LEADERSHIP, group: 'all' },
  'work-item': { ...LEADERSHIP, group: 'all' },
  year: LEADERSHIP,
  plan: OF_PLAN,
  adjustment: OF_PLAN,
  'coefficient-workbook': PERSONAL,
  'plan-reminder': OFFICE_ONLY,
  'plan-deadline': LEADERSHIP,
  'goal-workbook': PERSONAL,
  execution: WATCHED,
  help: WATCHED,
  evidence: PERSONAL,
  inspection: { ...LEADERSHIP, inspector: 'all' },
  finding: { ...LEADERSHIP, inspector: 'all', leader: 'told', unit: 'told' },
  reminders: OFFICE_ONLY,
  snooze: PERSONAL,
  account: { ...LEADERSHIP, leader: 'told', group: 'told', unit: 'all' },
  assessment: { ...LEADERSHIP, group: 'all', leader: 'told', unit: 'told' },
  appeal: { ...LEADERSHIP, group: 'all', leader: 'told', unit: 'told' },
  gate: { ...LEADERSHIP, concerned: 'all' },
  'gate-workbook': PERSONAL,
  'gate-reminder': OFFICE_ONLY,
  results: LEADERSHIP,
  'journal-check': OFFICE_ONLY,
  'year-export': OFFICE_ONLY,
} as const satisfies { readonly [kind: string]: Row }

export type Kind = keyof typeof SIGHT

/** Sheets and a convenor's draft are their writer's alone, petitions their writer's and the leading group's (Articles 22, 32). */
export const SEALED_KINDS = ['sheet', 'proposal', 'petition'] as const

export const isKind = (kind: string): kind is Kind => Object.hasOwn(SIGHT, kind)

/** What passes between those who decide: votes, notes, what is not sent yet. */
export const INNER: ReadonlySet<string> = new Set([
  'plan.voted',
  'adjustment.voted',
  'adjustment.drafted',
  'adjustment.revised',
  'account.stated',
  'finding.noted',
  'finding.dropped',
  'deliberation.opened',
  'deliberation.reopened',
  'proposal.made',
  'proposal.agreed',
  'proposal.objected',
  'appeal.weighed',
  'appeal.proposed',
  'appeal.seconded',
  'appeal.objected',
  'appeal.agreed',
])

/** Where a person of the unit sees no more than the unit, whatever else the person is: who gave what (Article 22). */
const KEPT_FROM_OWN_UNIT: ReadonlySet<Kind> = new Set<Kind>(['assessment', 'appeal'])

/** What somebody who is these things to a subject sees of it. `ofOwnUnit`: whether the subject is the viewer's own unit's. */
export function sightOf(kind: Kind, relations: readonly Relation[], ofOwnUnit: boolean): Sight {
  const row: Row = SIGHT[kind]
  const cells = relations.map((relation) => row[relation])
  if (cells.includes('all')) return ofOwnUnit && KEPT_FROM_OWN_UNIT.has(kind) ? 'told' : 'all'
  return cells.includes('told') ? 'told' : 'none'
}
