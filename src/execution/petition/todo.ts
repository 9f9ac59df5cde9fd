import { sayNumber } from '../../../cards/petition-words.ts'
import type { View } from '../../kernel/command.ts'
import { daysBetween, type Instant, type LocalDate, localDateOf } from '../../kernel/time.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { leadingGroup } from './case.ts'
import { leadersView, receiversView, writersView } from './notices.ts'
import { listAskedBack } from './queries/register.ts'
import { listWaiting } from './queries/waiting.ts'
import { listPassedTo } from './queries.ts'
import { isMember } from './rules/circle.ts'

/** More than anybody deals with in a day; the rest is in the list. */
const MOST = 20

/** What waits of petitions: for the leading group, for receivers, and, never in their name, for writers. */
export async function petitionTodos(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const lists = await Promise.all([
    leadersTodos(db, viewer, actor),
    receiversTodos(db, viewer, actor),
    viewer.by === viewer.inNameOf ? writersTodos(db, viewer) : [],
  ])
  return lists.flat()
}

const open = ({ name, params }: View) => ({ send: name, with: params }) as const

const age = (since: Instant, today: LocalDate): string => {
  const days = daysBetween(localDateOf(since), today)
  return days > 0 ? `（收到 ${days} 天）` : ''
}

async function leadersTodos(db: Database, viewer: Viewer, actor: Actor): Promise<Todo[]> {
  if (!holds(actor, 'chair') && !holds(actor, 'leading-member')) return []
  const group = await leadingGroup(db, viewer.today)
  if (viewer.by !== viewer.inNameOf && !isMember(group, viewer.by)) return []
  const waiting = await listWaiting(db, [{ actor: actor.id, hand: viewer.by }], group.chairs)
  return waiting.slice(0, MOST).map(({ petition, what, since, writtenAt }) => ({
    text:
      what === 'consent'
        ? `来信${sayNumber(petition)}的转办等您同意${age(writtenAt, viewer.today)}`
        : `来信${sayNumber(petition)}等您办理${age(writtenAt, viewer.today)}`,
    since,
    button: '办理',
    action: open(leadersView(petition)),
  }))
}

async function receiversTodos(db: Database, viewer: Viewer, actor: Actor): Promise<Todo[]> {
  const passed = await listPassedTo(db, { actor: actor.id, hand: viewer.by }, scopesOf(actor, 'head'))
  return passed.map(({ petition, place, at }) => ({
    text: `领导小组转办${sayNumber(petition)}等您回复`,
    since: at,
    button: '回复',
    action: open(receiversView(petition, place)),
  }))
}

async function writersTodos(db: Database, { by }: Viewer): Promise<Todo[]> {
  return (await listAskedBack(db, by)).map(({ number, handle, moved_at }) => ({
    text: `您反映的问题${sayNumber(number)}，领导小组请您补充`,
    since: moved_at,
    button: '补充',
    action: open(writersView(handle)),
  }))
}
