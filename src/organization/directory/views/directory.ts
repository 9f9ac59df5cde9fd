/** View `directory`: the latest reading as it stands, for the office; whole, or one part of it by pages. */
import * as z from 'zod'
import { DIRECTORY_PARTS, type DirectoryPart, directoryCard } from '../../../../cards/directory.ts'
import { directoryPartCard } from '../../../../cards/directory-part.ts'
import { directoryStateCard } from '../../../../cards/directory-state.ts'
import type { Card } from '../../../../cards/kit.ts'
import { never } from '../../../kernel/decision.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import { findActor, findPerson } from '../../queries.ts'
import { holds } from '../../rules/actor.ts'
import { type ExaminedDirectory, examineDirectory } from '../examine.ts'
import { type Parts, partsOf } from '../parts.ts'
import { missingScopes } from '../rules/missing.ts'
import type { DirectoryState } from '../rules/reading.ts'
import { sayFault } from '../say.ts'
import { DIRECTORY, directorySubject } from '../subjects.ts'

const PAGE_SIZE = 10

// Object.keys answers string[], though the type of the parts lists them.
const PARTS = Object.keys(DIRECTORY_PARTS) as [DirectoryPart, ...DirectoryPart[]]

const params = z.object({ part: z.enum(PARTS).exactOptional(), page: z.int().min(0).default(0) })

export const directoryView = ({ blobs }: { readonly blobs: Blobs }): ViewDefinition =>
  viewOf({
    name: 'directory',
    params,
    about: () => DIRECTORY,
    async render(db, { part, page }, viewer) {
      const actor = await findActor(db, viewer)
      const office = actor !== undefined && holds(actor, 'office')
      const { state } = await foldSubject(db, directorySubject, DIRECTORY)
      if (!office || state.status === 'unread')
        return { kind: 'card', card: directoryStateCard({ what: 'unread', office }) }
      if (state.status !== 'read' && state.status !== 'applied')
        return { kind: 'card', card: await withoutRows(db, state) }
      return { kind: 'card', card: await withRows(db, blobs, state, { part, page }, viewer) }
    },
  })

async function withoutRows(
  db: Database,
  state: Extract<DirectoryState, { status: 'reading' | 'failed' | 'dropped' }>,
): Promise<Card> {
  const when = sayInstant(state.at)
  switch (state.status) {
    case 'reading':
      return directoryStateCard({ what: 'reading', when })
    case 'failed':
      return directoryStateCard({ what: 'failed', when, ...sayFault(state.fault) })
    case 'dropped':
      return directoryStateCard({ what: 'dropped', who: await nameOf(db, state.by), when })
    default:
      return never(state)
  }
}

type Kept = Extract<DirectoryState, { status: 'read' | 'applied' }>

async function withRows(
  db: Database,
  blobs: Blobs,
  state: Kept,
  { part, page }: { readonly part: DirectoryPart | undefined; readonly page: number },
  viewer: Viewer,
): Promise<Card> {
  const examined = await examineDirectory(db, blobs, state.rows, viewer.today)
  const parts = partsOf(examined)
  if (part !== undefined) return partCard(parts, part, page)
  if (state.status === 'applied') {
    const who = await nameOf(db, state.by)
    const { counts, at } = state
    return directoryStateCard({
      ...{ what: 'applied', who, when: sayInstant(at), counts },
      waiting: parts.waiting.total,
    })
  }
  return openCard(examined, parts, state)
}

function openCard(examined: ExaminedDirectory, parts: Parts, { number, at }: Kept): Card {
  const { present, directory, comparison } = examined
  return directoryCard({
    ...{ number, seen: present.school.version, when: sayInstant(at) },
    people: directory.people.length,
    departments: directory.departments.length,
    whole: directory.whole,
    counts: Object.fromEntries(PARTS.map((part) => [part, parts[part].total])) as {
      [part in DirectoryPart]: number
    },
    tooMany: comparison.tooMany ? comparison.leavers.length : null,
    unactivated: comparison.unactivated,
    missing: missingScopes(directory),
  })
}

function partCard(parts: Parts, part: DirectoryPart, wanted: number): Card {
  const { total, items } = parts[part]
  const places = Array.from({ length: total }, (_, at) => at)
  const {
    page,
    items: shown,
    turns,
  } = pageOf(places, PAGE_SIZE, wanted, { name: 'directory', params: { part } })
  const from = page * PAGE_SIZE
  return directoryPartCard({ part, total, items: items(from, from + shown.length), turns })
}

async function nameOf(db: Database, person: string): Promise<string> {
  return (await findPerson(db, person))?.name ?? '系统管理员'
}
