import * as z from 'zod'
import type { Card, Message } from '../../cards/kit.ts'
import { rosterClosedCard } from '../../cards/roster-closed.ts'
import { rosterFaultsCard } from '../../cards/roster-faults.ts'
import { rosterGuideCard } from '../../cards/roster-guide.ts'
import { rosterPreviewCard } from '../../cards/roster-preview.ts'
import { never } from '../kernel/decision.ts'
import type { PersonId } from '../kernel/ids.ts'
import { foldSubject } from '../kernel/subject.ts'
import { type Instant, sayInstant } from '../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../kernel/view.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { examineRoster } from './examine.ts'
import { sayPlace, sayProblem } from './fault-wording.ts'
import { findActor, findPerson } from './queries.ts'
import type { RosterFault } from './roster/check/fault.ts'
import { blankRoster, TEMPLATE_NAME } from './roster/template.ts'
import { holds } from './rules/actor.ts'
import type { RosterState } from './rules/roster.ts'
import { sayPreview } from './say-preview.ts'
import { rosterSubject } from './subjects.ts'
import { UNREADABLE } from './wording.ts'

const FAULTS_A_PAGE = 50

const asCard = (card: Card): Message => ({ kind: 'card', card })

async function isOffice(db: Database, viewer: Viewer): Promise<boolean> {
  const actor = await findActor(db, viewer)
  return actor !== undefined && holds(actor, 'office')
}

/** How to import; the blank workbook; one roster as it stands. */
export function organizationViews(blobs: Blobs): ViewDefinition[] {
  return [guideView, templateView, rosterView(blobs)]
}

const guideView = viewOf({
  name: 'roster-guide',
  params: z.object({}),
  render: async (db, _, viewer) => asCard(rosterGuideCard({ office: await isOffice(db, viewer) })),
})

const templateView = viewOf({
  name: 'roster-template',
  params: z.object({}),
  render: async () => ({ kind: 'file', name: TEMPLATE_NAME, bytes: await blankRoster() }),
})

const rosterParams = z.object({ roster: z.string(), page: z.int().min(1).default(1) })

/** For the office, and for the one who sent or confirmed it: after the import that may be someone without a role. */
const rosterView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'roster',
    params: rosterParams,
    about: ({ roster }) => `roster:${roster}`,
    async render(db, { roster, page }, viewer) {
      const { state } = await foldSubject(db, rosterSubject, `roster:${roster}`)
      const office = await isOffice(db, viewer)
      const own = state.status !== 'unread' && state.by === viewer.inNameOf
      if (state.status === 'unread' || !(office || own)) return asCard(rosterGuideCard({ office }))
      if (state.status === 'read')
        return asCard(await openCard(db, blobs, { state, roster, page, viewer, office }))
      return asCard(rosterClosedCard(await closedFacts(db, state)))
    },
  })

type ReadState = Extract<RosterState, { status: 'read' }>

interface OpenRoster {
  readonly state: ReadState
  readonly roster: string
  readonly page: number
  readonly viewer: Viewer
  readonly office: boolean
}

async function openCard(db: Database, blobs: Blobs, open: OpenRoster): Promise<Card> {
  const { state, roster, viewer } = open
  const examined = await examineRoster(db, blobs, state.rows, viewer.today)
  if ('faults' in examined) return faultsCard(open, examined.faults)
  const seen = examined.present.school.version
  return rosterPreviewCard({
    roster,
    name: state.name,
    seen,
    mayConfirm: open.office,
    ...sayPreview(examined),
  })
}

function faultsCard({ roster, state, page: asked }: OpenRoster, faults: readonly RosterFault[]): Card {
  const pages = Math.ceil(faults.length / FAULTS_A_PAGE)
  const page = Math.min(asked, pages)
  const shown = faults
    .slice((page - 1) * FAULTS_A_PAGE, page * FAULTS_A_PAGE)
    .map((fault) => ({ place: sayPlace(fault), text: sayProblem(fault) }))
  return rosterFaultsCard({ roster, name: state.name, total: faults.length, shown, page, pages })
}

async function closedFacts(db: Database, state: Exclude<RosterState, { status: 'unread' | 'read' }>) {
  switch (state.status) {
    case 'unreadable':
      return { what: 'unreadable', name: state.name, why: UNREADABLE[state.reason] } as const
    case 'applied': {
      const { name, counts } = state
      return { what: 'applied', name, ...(await signed(db, state)), ...counts } as const
    }
    case 'dropped':
      return { what: 'dropped', name: state.name, ...(await signed(db, state)) } as const
    default:
      return never(state)
  }
}

async function signed(db: Database, act: { readonly by: PersonId; readonly at: Instant }) {
  const person = await findPerson(db, act.by)
  return { who: person?.name ?? '系统管理员', when: sayInstant(act.at) }
}
