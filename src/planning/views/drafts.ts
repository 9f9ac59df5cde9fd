/** A unit's drafts as their drafter works on them. */
import { type DraftFacts, type DraftPart, goalDraftsCard } from '../../../cards/goal-drafts.ts'
import { FIELD_NAMES, missingLines } from '../../../cards/goal-words.ts'
import type { Action, Button, Card } from '../../../cards/kit.ts'
import type { Year } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { Drafter } from '../../store/schema/planning.ts'
import { actFacts, type PlanFacts } from '../facts.ts'
import type { DraftingSeat } from '../places.ts'
import { maySend, typesOf } from '../rules/drafters.ts'
import { isOpen } from '../rules/goal.ts'
import { missingFields } from '../rules/missing.ts'
import { missingOf, openGoalsOf } from '../rules/send.ts'
import { seenOf } from '../rules/verdicts.ts'
import { isUndecided } from '../rules/withdraw.ts'

const PAGE_SIZE = 8

interface Drafts {
  readonly year: Year
  readonly seat: DraftingSeat
  readonly actor: Actor
  readonly facts: PlanFacts
  readonly page: number
  /** Whether the viewer drafts for other units too. */
  readonly several: boolean
}

export function draftsCard(drafts: Drafts): Card {
  const { year, seat, facts } = drafts
  const view = { name: 'draft-goal', params: { year, unit: seat.unit } }
  const mine = facts.state.goals.filter((goal) => seat.drafters.includes(goal.drafter))
  const page = pageOf(mine, PAGE_SIZE, drafts.page, view)
  return goalDraftsCard({
    year,
    unit: seat.name,
    parts: seat.drafters.map((drafter) => partFacts(drafts, drafter)),
    goals: page.items.flatMap((goal) => draftFacts(drafts, goal.id)),
    turns: page.turns,
    bulk: bulkButtons(drafts),
    units: drafts.several ? { show: 'draft-goal', with: { year } } : null,
  })
}

/** Offered while a part is still with its drafter. */
function bulkButtons({ year, seat, facts }: Drafts): Button[] {
  const unsent = seat.drafters.filter((part) => !facts.state.sent.some((one) => one.drafter === part))
  const types = unsent.flatMap((part) => typesOf(seat.kind, part))
  if (facts.phase !== 'setting' || types.length === 0) return []
  const template: Button = { text: '批量填报', action: { send: 'goal-template', with: {} } }
  const copy: Button = { text: '复制去年', action: { send: 'goal-copy', with: { year, unit: seat.name } } }
  return types.includes('routine') ? [template, copy] : [template]
}

function partFacts({ year, seat, actor, facts }: Drafts, drafter: Drafter): DraftPart {
  const { state, policy } = facts
  const sent = state.sent.find((part) => part.drafter === drafter)
  const open = openGoalsOf(state, drafter)
  const missing = missingOf(state, drafter, { place: seat, specialLimit: policy.specialLimit })
  const may = maySend(actor, seat, drafter)
  const send: Action = { do: 'plan.send', with: { year, unit: seat.unit, drafter, seen: seenOf(open) } }
  return {
    drafter,
    types: typesOf(seat.kind, drafter).map((type) => ({
      type,
      count: state.goals.filter((goal) => goal.content.type === type).length,
      draft: { show: 'form', with: { form: 'goal', params: { year, unit: seat.unit, type } } },
    })),
    sent: sent ? actFacts(sent.act) : null,
    withdraw:
      sent && may && facts.phase === 'setting' && isUndecided(state, sent)
        ? { do: 'plan.withdraw', with: { year, unit: seat.unit, drafter, sentAt: sent.act.at } }
        : null,
    send: may && missing.length === 0 ? send : null,
    maySend: may,
    open: open.length,
    missing: missingLines(missing),
  }
}

function draftFacts({ year, seat, facts }: Drafts, id: string): DraftFacts[] {
  const goal = facts.state.goals.find((one) => one.id === id)
  const shown = facts.goals.find((one) => one.id === id)
  if (!goal || !shown) return []
  const place = { year, unit: seat.unit, goal: id }
  const revise: Action = {
    show: 'form',
    with: { form: 'goal_revise', params: { ...place, type: goal.content.type, revision: goal.revision } },
  }
  const changeable = isOpen(goal)
  return [
    {
      goal: shown,
      lacks: changeable ? missingFields(goal.content).map((field) => FIELD_NAMES[field]) : [],
      revise: changeable && !goal.assigned ? revise : null,
      remove: changeable && !goal.assigned ? { do: 'goal.remove', with: place } : null,
    },
  ]
}
