/** Everything that a replacement would move, as it is now: for its preview and for its act alike. */
import { createHash } from 'node:crypto'
import type { HandedOver, HandsOver } from '../../kernel/handover.ts'
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { loadPart } from '../part.ts'
import { entryIn, type Organization, personIn } from '../present.ts'
import { getActor } from '../queries.ts'
import { dayBefore } from '../roster/day-before.ts'
import { isKept } from '../rules/entry.ts'
import { type EndedDelegations, endDelegationsOf } from './delegations.ts'
import { findKnown, type KnownPerson } from './queries/known.ts'
import { listOpenWork, type OpenWork } from './queries.ts'
import { type LedUnit, type Replacing, WORK_KEY } from './rules/replace.ts'

export interface ReplacementWish {
  readonly leaver: PersonId
  readonly successor: PersonId
  readonly keep: readonly string[]
  readonly leaves: boolean
}

export interface Proposal {
  readonly present: Organization
  readonly leaver: KnownPerson
  readonly successor: KnownPerson
  readonly facts: Replacing
  /** Of every chapter that has something of a person's own. */
  readonly works: readonly HandedOver[]
  readonly delegations: EndedDelegations
  readonly open: readonly OpenWork[]
  /** Names what the preview shows beside the organization: another mark, another preview. */
  readonly mark: string
}

const NO_DELEGATIONS: EndedDelegations = { changes: [], notices: [], items: [] }

/** Undefined where one of the two is unknown. */
export async function loadReplacement(
  db: Database,
  handsOver: readonly HandsOver[],
  wish: ReplacementWish,
  viewer: Viewer,
): Promise<Proposal | undefined> {
  const { leaver: from, successor: to, keep, leaves } = wish
  const people = await loadPart(db, { people: [from, to] })
  const [by, leaver, successor, open] = await Promise.all([
    getActor(db, viewer),
    findKnown(db, from),
    findKnown(db, to),
    listOpenWork(db, from, viewer.today),
  ])
  if (!leaver || !successor) return undefined
  const led = open.filter(({ kind }) => kind === 'unit-led').map(({ scope }) => scope)
  const present = { ...people, units: (await loadPart(db, { units: led })).units }
  const act = { by: by.id, name: by.name, at: viewer.at }
  const handover = { from: leaver, to: successor, act, today: viewer.today }
  const works = await Promise.all(handsOver.map((list) => list(db, handover)))
  const delegations = keep.length > 0 ? NO_DELEGATIONS : await endDelegationsOf(db, from, by, viewer)
  const days = { today: viewer.today, yesterday: dayBefore(viewer.today) }
  const party = ({ id, name }: KnownPerson) => ({ id, name, state: personIn(present, id).state })
  const count = works.reduce((sum, { items }) => sum + items.length, 0)
  return {
    ...{ present, leaver, successor, delegations, open },
    works: keep.includes(WORK_KEY) ? [] : works,
    facts: {
      ...{ by, leaver: party(leaver), successor: party(successor) },
      ...{ led: led.flatMap((id) => ledUnit(present, id)), works: count, keep, leaves, days },
    },
    mark: markOf(works, delegations),
  }
}

function ledUnit(present: Organization, id: UnitId): LedUnit[] {
  const { state } = entryIn(present.units, id)
  return isKept(state) ? [{ id, record: state.record }] : []
}

function markOf(works: readonly HandedOver[], { items }: EndedDelegations): string {
  const shown = [
    works.map((one) => one.items),
    items.map(({ principal, number }) => `${principal.id}:${number}`),
  ]
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16)
}
