/** What waits for a person among the appeals, with its age. */
import { sayAppeal } from '../../../cards/appeal-words.ts'
import type { UnitId } from '../../kernel/ids.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listUnitsAssessedBy } from '../queries.ts'
import { loadCase } from './case.ts'
import { listWaiting, type WaitingAppeal } from './queries.ts'
import { awaited, liveRound, unweighed } from './rules/appeal.ts'
import type { Hearing } from './rules/hearing.ts'
import { ageOf } from './say.ts'

export async function appealTodo(db: Database, viewer: Viewer): Promise<readonly Todo[]> {
  const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
  if (!open || !hasPart(actor)) return []
  const assessed = new Set((await listUnitsAssessedBy(db, actor)).map((unit) => unit.id))
  // An appeal that the leading group let in late is decided after the next year has begun, too.
  const waiting = await Promise.all([open.year - 1, open.year].map((year) => listWaiting(db, year)))
  const rows = waiting.flat().filter((row) => mayConcern(row, actor, assessed))
  const found = await Promise.all(rows.map((row) => todoOf(db, row, viewer)))
  return found.flat()
}

/** Whether the actor has any duty in appeals. */
const hasPart = (actor: Actor): boolean => scopesOf(actor, ...DUTIES).length > 0

const DUTIES = [
  ...(['head', 'office', 'chair', 'leading-member'] as const),
  ...(['working-convenor', 'working-member', 'assessment-convenor', 'assessment-member'] as const),
]

/** By duty alone: what bars the actor is found with the appeal itself. */
function mayConcern({ status, unit }: WaitingAppeal, actor: Actor, assessed: ReadonlySet<UnitId>): boolean {
  switch (status) {
    case 'draft':
      return holds(actor, 'head', unit)
    case 'with-group':
      return assessed.has(unit)
    default:
      return holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')
  }
}

async function todoOf(db: Database, row: WaitingAppeal, viewer: Viewer): Promise<Todo[]> {
  const { year, unit, number, name, moved_at: since } = row
  const known = await loadCase(db, { year, unit, number }, viewer)
  if ('refusal' in known) return []
  const wanted = wantedOf(known.facts)
  if (!wanted) return []
  const age = ageOf(since, viewer.today)
  const text = `${name}${sayAppeal(number)}${wanted.what}${age === '' ? '' : `（${age}）`}`
  return [{ text, since, button: wanted.button, action: { send: 'appeal', with: { year, unit, number } } }]
}

/** What the appeal waits for from this person; undefined for nothing. */
function wantedOf({
  appeal,
  who,
  panel,
}: Hearing): { readonly what: string; readonly button: string } | undefined {
  switch (appeal.status) {
    case 'draft':
      return who.inUnit === 'head' && appeal.items.length > 0
        ? { what: '待报送', button: '去报送' }
        : undefined
    case 'sent':
      return who.routes ? { what: '待分办', button: '去分办' } : undefined
    case 'with-group': {
      const round = liveRound(appeal)
      const left = round ? awaited(round, panel?.assessors ?? []) : []
      if (left.length === 0) {
        const what = unweighed(appeal.items, appeal.verdicts).length > 0 ? '待提出处理意见' : '待提交成员表态'
        return who.convenes ? { what, button: '去办理' } : undefined
      }
      return left.some((one) => one.id === who.seat?.id)
        ? { what: '处理意见待您表态', button: '去表态' }
        : undefined
    }
    case 'agreed':
      return who.decides ? { what: '更改得分待确认', button: '去确认' } : undefined
    case 'with-leaders':
      return who.decides ? { what: '待决定', button: '去决定' } : undefined
    case 'none':
    case 'decided':
    case 'withdrawn':
      return undefined
  }
}
