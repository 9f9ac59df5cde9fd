/** The confirming tap: units, people, groups, plans, findings and requests for help in one commit, or nothing. */
import * as z from 'zod'
import { followerChanges, loadFollowers } from '../../../execution/moved-goals.ts'
import type { Command, Meta, Prepared } from '../../../kernel/command.ts'
import type { SubjectId } from '../../../kernel/ids.ts'
import type { SubjectChange } from '../../../kernel/subject.ts'
import { planChanges } from '../../../planning/moved-goals.ts'
import type { Database, Statement } from '../../../store/database.ts'
import { enqueueNotices, enqueueUpdatesOfAll } from '../../../store/outbox-bulk.ts'
import { personIn } from '../../present.ts'
import { reorganize } from '../../reorganize.ts'
import { newsOfUnits } from '../../units-news.ts'
import { type Examined, examineReform, type Prepared as PreparedReform } from '../examine.ts'
import { noticesOfReform } from '../notices.ts'
import { placesOf } from '../proposal/propose.ts'
import { insertMoves, type MoveRow } from '../rows.ts'
import { applyReform } from '../rules/choose.ts'
import type { Act } from '../rules/reform.ts'
import { endingOf, type ReformKind, successorsOf } from '../rules/wish.ts'
import { reformId, reformSubject } from '../subject.ts'
import type { ReformDone } from '../wording.ts'
import { loadStep } from './choose.ts'

/** `seen`: mark of what the preview showed. */
const payload = z.object({ reform: z.int().positive(), seen: z.string().max(100) })

const KINDS: readonly ReformKind[] = ['add', 'rename', 'merge', 'split', 'exempt', 'restore', 'lead', 'kind']

/** One command for each kind of reform, as `unit.merge`. */
export const confirmReformCommands: readonly Command[] = KINDS.map((kind) => ({
  type: `unit.${kind}`,
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { reform, seen } = payload.parse(raw)
    const show = { name: 'reform', params: { reform } }
    const step = await loadStep(db, reform, meta)
    if ('refusal' in step) return step
    const { head, act } = step
    const { state } = head
    const ready = state.status === 'prepared' && state.wish.kind === kind
    const examined = ready ? await examineReform(db, reform, { ...head, state }, meta.today, act) : undefined
    const decision = applyReform(state, factsOf(examined, seen), act)
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    if (!examined || state.status !== 'prepared') return { refusal: { code: 'unknown-reform' }, show }
    const own = reformSubject.change(reformId(reform), head, decision.events)
    const done: ReformDone = { code: 'reform-applied', kind }
    const moved = await movedBy({ db, reform, state, examined, act, meta })
    return {
      change: {
        subjects: [{ ...own, rows: [...own.rows, ...insertMoves(moved.moves)] }, ...moved.subjects],
        notices: [],
        also: moved.also,
        answer: { done, show },
      },
    }
  },
}))

function factsOf(examined: Examined | undefined, seen: string) {
  const none = { year: null, from: [], into: [], moved: 0, dropped: 0, people: 0 }
  if (!examined) return { seen, mark: '', bars: 0, outcome: none }
  const { proposal, mark } = examined
  return { seen, mark, bars: proposal.bars.length, outcome: proposal.outcome }
}

interface Doing {
  readonly db: Database
  readonly reform: number
  readonly state: PreparedReform
  readonly examined: Examined
  readonly act: Act
  readonly meta: Meta
}

interface Moved {
  readonly moves: readonly MoveRow[]
  readonly subjects: readonly SubjectChange[]
  readonly also: readonly Statement[]
}

/** Units last: what is of a unit that takes part no more stands (0014), and nothing is left behind with one (0028). */
async function movedBy({ db, reform, state, examined, act, meta }: Doing): Promise<Moved> {
  const { facts, proposal } = examined
  const year = proposal.outcome.year
  const event = {
    type: 'school.units-reformed',
    reform,
    document: state.paper.document,
  } as const
  const plans = year === null ? [] : planChanges(year, facts.heads, proposal.plans)
  const followers = year === null ? [] : await followersOf({ db, reform, state, examined, act, meta }, year)
  const news = await newsOfUnits(
    db,
    { present: facts.present, difference: proposal.difference },
    `reform-${reform}`,
    meta.at,
  )
  const notices = await noticesOfReform(db, reform, state.wish, meta)
  return {
    moves: year === null ? [] : movesOf(reform, year, examined),
    subjects: [...plans, ...followers, ...reorganize(facts.present, proposal.difference, event)],
    also: [
      ...news,
      ...enqueueNotices(notices, meta.at),
      ...enqueueUpdatesOfAll(
        proposal.goals.left.map(({ left }): SubjectId => `execution:${left.goal}`),
        meta.at,
      ),
    ],
  }
}

async function followersOf(
  { db, state: { wish }, examined: { facts, proposal }, act }: Doing,
  year: number,
): Promise<SubjectChange[]> {
  const { nameOf } = placesOf(wish, facts.present)
  const [main = ''] = successorsOf(wish)
  const leaders = new Map(
    proposal.difference.units.flatMap(({ id, events }) =>
      events.flatMap((event) => ('record' in event ? [[id, event.record.leader] as const] : [])),
    ),
  )
  const leaderOf = (unit: string): string => {
    const head = facts.present.units.get(unit)?.state
    const leader = leaders.get(unit) ?? (head && head.status !== 'unlisted' ? head.record.leader : null)
    const person = leader === null ? undefined : personIn(facts.present, leader).state
    return person && person.status !== 'unknown' ? person.record.name : ''
  }
  const ending = endingOf(wish)
  const following = { destinations: proposal.destinations, main, ending, nameOf, leaderOf, act }
  return followerChanges(await loadFollowers(db, year, ending), following)
}

function movesOf(reform: number, year: number, { proposal }: Examined): MoveRow[] {
  return proposal.goals.left.map(({ from, left }) => ({
    ...{ reform, goal: left.goal, year, from, fromNumber: left.number, title: left.title },
    ...{ to: left.to?.unit ?? null, toNumber: left.to?.number ?? null, reason: left.reason },
  }))
}
