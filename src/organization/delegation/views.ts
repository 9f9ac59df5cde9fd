/** Views `delegation` (one, for those whom it concerns) and `delegations` (mine given and held; for the office all). */
import * as z from 'zod'
import { type DelegationStatus, delegationCard } from '../../../cards/delegation.ts'
import { delegationListCard } from '../../../cards/delegation-list.ts'
import { doneCard } from '../../../cards/done.ts'
import type { Button, Message } from '../../../cards/kit.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { type LocalDate, sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { getActor } from '../queries.ts'
import { type Actor, holds } from '../rules/actor.ts'
import { loadDutyNames, sayDuties } from './duty-names.ts'
import { dutiesFrom, type ListedDelegation, listDelegations } from './queries/lists.ts'
import { findDelegation, type KeptDelegation } from './rules/delegation.ts'
import { dutiesOf } from './rules/duty.ts'
import { mayEnd } from './rules/end.ts'
import { sayDay, saySpan } from './say-span.ts'
import { delegationId, delegationSubject } from './subject.ts'

const PAGE_SIZE = 10

const instead = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })

export const delegationView = viewOf({
  name: 'delegation',
  params: z.object({ principal: z.string(), number: z.int() }),
  about: ({ principal }) => delegationId(principal),
  async render(db, { principal, number }, viewer): Promise<Message> {
    const [{ state }, actor] = await Promise.all([
      foldSubject(db, delegationSubject, delegationId(principal)),
      getActor(db, viewer),
    ])
    const one = findDelegation(state, number)
    if (!one) return instead('没有找到这项委托，请发送「委托」查看。')
    const concerned = [principal, one.delegate.id].includes(actor.id) || holds(actor, 'office')
    if (!concerned) return instead('这项委托只有委托人、受托人和领导小组办公室可以查看。')
    return { kind: 'card', card: await cardOf(db, one, actor, viewer) }
  },
})

async function cardOf(db: Database, one: KeptDelegation, actor: Actor, { today }: Viewer) {
  const { principal, delegate, duties, from, to, given, standing } = one
  const status = statusOf(one, standing.status === 'ended', today)
  return delegationCard({
    ...{ principal: principal.name, delegate: delegate.name, status },
    duties: sayDuties(duties, await loadDutyNames(db, duties === 'all' ? [] : duties)),
    span: saySpan(from, to),
    given: `${given.name}，${sayInstant(given.at)}`,
    end: endOf(one, status),
    hint: hintOf(one, status, actor),
    buttons: buttonsOf(one, status, actor),
  })
}

function statusOf(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  isEnded: boolean,
  today: LocalDate,
): DelegationStatus {
  if (isEnded) return 'ended'
  if (to < today) return 'over'
  return from > today ? 'later' : 'live'
}

function endOf({ standing, to }: KeptDelegation, status: DelegationStatus): string {
  if (standing.status === 'ended') return `${standing.act.name}，${sayInstant(standing.act.at)}`
  return status === 'over' ? `${sayDay(to)}到期` : ''
}

function hintOf(
  { principal, delegate, from }: KeptDelegation,
  status: DelegationStatus,
  actor: Actor,
): string {
  const isOver = status === 'ended' || status === 'over'
  if (actor.id === delegate.id) {
    if (isOver) return `您不再代${principal.name}办理。需要时请${principal.name}或办公室重新委托。`
    const start = status === 'later' ? `从${sayDay(from)}起，` : ''
    return `${start}等${principal.name}办理的事会同时发给您；也可发送「代${principal.name} 待办」查看。`
  }
  if (actor.id !== principal.id) return ''
  return isOver ? `${delegate.name}不再代您办理。` : `您仍可自己办理，先办的有效。`
}

function buttonsOf(one: KeptDelegation, status: DelegationStatus, actor: Actor): Button[] {
  const { principal, delegate, number } = one
  if (status === 'ended' || status === 'over') return []
  const mine = actor.id === delegate.id && status === 'live'
  const ends = mayEnd(actor, { principal: principal.id, delegate: delegate.id })
  return [
    ...(mine
      ? [
          {
            text: '代办事项',
            style: 'primary' as const,
            action: { send: 'todo', with: {}, for: principal.id },
          },
        ]
      : []),
    ...(ends
      ? [
          {
            text: actor.id === delegate.id ? '交回委托' : '结束委托',
            style: 'danger' as const,
            action: { do: 'delegation.end', with: { principal: principal.id, number } },
            confirm: {
              title: '提前结束委托',
              text: `${delegate.name}立即不能再代${principal.name}办理，双方都会收到通知。`,
            },
          },
        ]
      : []),
  ]
}

export const delegationsView = viewOf({
  name: 'delegations',
  params: z.object({ page: z.int().min(0).default(0), all: z.boolean().default(false) }),
  async render(db, { page: asked, all }, viewer): Promise<Message> {
    const actor = await getActor(db, viewer)
    const isOffice = holds(actor, 'office')
    const ofAll = all && isOffice
    const person = ofAll ? null : actor.id
    const { total, rows } = await listDelegations(db, person, { size: PAGE_SIZE, number: asked })
    const duties = rows.map((row) => dutiesFrom(row.duties))
    const say = await loadDutyNames(
      db,
      duties.flatMap((one) => (one === 'all' ? [] : one)),
    )
    const items = rows.map((row, at) => ({
      ...itemOf(row, viewer.today),
      duties: sayDuties(duties[at] ?? 'all', say),
    }))
    const give = givingButtons(actor, isOffice, ofAll)
    const turns = turnsOf(asked, total, ofAll)
    return { kind: 'card', card: delegationListCard({ ofAll, total, items, give, turns }) }
  },
})

function itemOf(row: ListedDelegation, today: LocalDate) {
  const { from_on: from, to_on: to, ended_at } = row
  const isEnded = ended_at !== null && to >= today
  return {
    principal: row.principal_name,
    delegate: row.delegate_name,
    span: saySpan(from, to),
    status: statusOf({ from, to }, isEnded, today),
    open: { show: 'delegation', with: { principal: row.principal, number: row.number } },
  }
}

function givingButtons(actor: Actor, isOffice: boolean, ofAll: boolean): Button[] {
  if (actor.delegate) return []
  const form = (of: string | null) => ({ send: 'form', with: { form: 'delegation', params: { of } } })
  return [
    ...(dutiesOf(actor).length > 0
      ? [{ text: '委托他人', style: 'primary' as const, action: form(null) }]
      : []),
    ...(isOffice ? [{ text: '为他人办理', action: form('') }] : []),
    ...(isOffice
      ? [{ text: ofAll ? '我的委托' : '全部委托', action: { show: 'delegations', with: { all: !ofAll } } }]
      : []),
  ]
}

function turnsOf(page: number, total: number, all: boolean): Button[] {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1)
  const turn = (text: string, to: number): Button => ({
    text: `${text}（${to + 1}/${last + 1}）`,
    action: { show: 'delegations', with: { page: to, all } },
  })
  return [
    ...(page > 0 ? [turn('上一页', Math.min(page - 1, last))] : []),
    ...(page < last ? [turn('下一页', page + 1)] : []),
  ]
}
