/** One reform as it stands: what it would touch, or what came of it. */
import * as z from 'zod'
import type { Button, Message } from '../../../../cards/kit.ts'
import { reformDoneCard } from '../../../../cards/reform-done.ts'
import { reformPreviewCard } from '../../../../cards/reform-preview.ts'
import { ROLE_WORDS_OF_UNITS, TEAM_WORDS, UNIT_WORDS } from '../../../../cards/unit-words.ts'
import { loadFollowers } from '../../../execution/moved-goals.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { foldSubject, type Head } from '../../../kernel/subject.ts'
import { sayDate, sayInstant } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { findActor } from '../../queries.ts'
import { regimeOf } from '../../rules/actor.ts'
import { keepsUnits } from '../access.ts'
import { type Examined, examineReform, type Prepared } from '../examine.ts'
import { CHOICES_A_FORM } from '../forms/choices.ts'
import { placesOf } from '../proposal/propose.ts'
import { keyOf, type ReformState } from '../rules/reform.ts'
import { endingOf, newUnitsOf, successorsOf, unitsOf, type Wish } from '../rules/wish.ts'
import { sayBar, sayChoice, sayGoal, sayRemarks, sayTouches } from '../say-reform.ts'
import { reformId, reformSubject } from '../subject.ts'
import { sayOutcome } from './outcome.ts'

const sentence = (text: string): Message => ({
  kind: 'card',
  card: { title: '机构变动', summary: text, elements: [{ tag: 'text', spans: [{ text }] }] },
})

/** Before it is confirmed only the office sees it. */
export const reformView = viewOf({
  name: 'reform',
  params: z.object({ reform: z.int().positive(), page: z.int().exactOptional() }),
  about: ({ reform }) => reformId(reform),
  async render(db, { reform, page = 0 }, viewer): Promise<Message> {
    const [actor, head] = await Promise.all([
      findActor(db, viewer),
      foldSubject(db, reformSubject, reformId(reform)),
    ])
    const { state } = head
    if (state.status === 'none' || (state.status !== 'applied' && !keepsUnits(actor)))
      return sentence('没有这项机构变动。')
    if (state.status !== 'prepared') return { kind: 'card', card: reformDoneCard(doneFacts(state)) }
    return previewMessage(db, reform, { ...head, state }, viewer, page)
  },
})

function doneFacts(state: Exclude<ReformState, { status: 'none' | 'prepared' }>) {
  const { wish, paper } = state
  const act = state.status === 'applied' ? state.applied : state.dropped
  const base = { kind: wish.kind, document: paper.document, on: sayDate(paper.on) }
  const signed = { who: act.name, when: sayInstant(act.at) }
  if (state.status === 'dropped') {
    return { ...base, ...signed, what: 'dropped', from: [], into: ['—'], lines: [], unit: null } as const
  }
  const { outcome } = state
  const [from, into] = [outcome.from, outcome.into].map((units) => units.map(({ name }) => name))
  return {
    ...{ ...base, ...signed, from: from ?? [], into: into ?? [], what: 'applied' as const },
    lines: sayOutcome(wish, outcome),
    unit: outcome.into[0]?.id ?? null,
  }
}

async function previewMessage(
  db: Database,
  reform: number,
  head: Head<Prepared>,
  viewer: Viewer,
  wanted: number,
): Promise<Message> {
  const { state } = head
  const { wish, paper, act } = state
  const examined = await examineReform(db, reform, head, viewer.today, act)
  const { facts, proposal, mark } = examined
  const { nameOf } = placesOf(wish, facts.present)
  const year = proposal.outcome.year
  const followers = year === null ? { findings: [], help: [] } : await loadFollowers(db, year, endingOf(wish))
  const followed = { findings: followers.findings.length, help: followers.help.length }
  const page = pageOf(proposal.leaving, CHOICES_A_FORM, wanted, { name: 'reform', params: { reform } })
  return {
    kind: 'card',
    card: reformPreviewCard({
      ...{ reform, seen: mark, kind: wish.kind, document: paper.document, on: sayDate(paper.on) },
      from: proposal.outcome.from.map(({ name }) => name),
      into: proposal.outcome.into.map(({ name }) => name),
      bars: proposal.bars.map((bar) => sayBar(bar, nameOf)),
      remarks: await remarksOf(db, wish, examined),
      touches: sayTouches({ wish, proposal, nameOf }, followed),
      details: detailsOf(wish, examined),
      goals: page.items.map((one) => ({
        name: sayGoal(one, nameOf),
        to: sayChoice(one, nameOf),
        open: one.choice === undefined,
      })),
      goalsInAll: proposal.leaving.length,
      turns: page.turns,
      choose: [
        ...goalButtons(
          reform,
          wish,
          page.items.map(({ goal }) => goal.id),
          nameOf,
        ),
        ...placeButtons(reform, examined),
      ],
      roles: proposal.people.roles.map(
        ({ name, role, scope, choice }) =>
          `${name} ${nameOf(scope)}${ROLE_WORDS_OF_UNITS[role] ?? ''} → ${sayPlace(choice, nameOf)}`,
      ),
      teams: proposal.teams
        .filter(({ candidates }) => candidates.length > 0)
        .map(({ kind, candidates, chosen }) => {
          const name = candidates.find(({ id }) => id === chosen)?.name
          return `${TEAM_WORDS[kind]}：${name ?? '未选择'}`
        }),
      who: `${act.name} 于 ${sayInstant(act.at)} 填报`,
    }),
  }
}

const sayPlace = (choice: string | undefined, nameOf: (unit: string) => string): string =>
  choice === undefined ? '未选择' : choice === 'end' ? '结束' : nameOf(choice)

function goalButtons(
  reform: number,
  wish: Wish,
  goals: readonly string[],
  nameOf: (unit: string) => string,
): Button[] {
  if (goals.length === 0) return []
  const choose: Button = {
    text: '选择去向',
    action: { show: 'form', with: { form: 'reform-goals', params: { reform, goals } } },
  }
  const successors = successorsOf(wish)
  const rest = successors.length < 2 ? [] : successors.slice(0, 4)
  return [
    choose,
    ...rest.map(
      (unit): Button => ({
        text: `其余归${nameOf(unit)}`,
        action: { do: 'unit.assign', with: { reform, choices: { otherGoals: unit } } },
      }),
    ),
  ]
}

/** What can be chosen, a form for so many roles. */
function placeButtons(reform: number, { proposal }: Examined): Button[] {
  const { roles, working } = proposal.people
  const differ = proposal.teams.some(({ candidates }) => candidates.length > 1)
  if (roles.length === 0 && working === 0 && !differ) return []
  const keys = roles.map(keyOf)
  const forms = Math.max(1, Math.ceil(keys.length / CHOICES_A_FORM))
  return Array.from({ length: Math.min(forms, 8) }, (_, at): Button => {
    const params = { reform, roles: keys.slice(at * CHOICES_A_FORM, (at + 1) * CHOICES_A_FORM) }
    return {
      text: forms === 1 ? '角色与小组' : `角色与小组${at + 1}`,
      action: { show: 'form', with: { form: 'reform-places', params } },
    }
  })
}

async function remarksOf(db: Database, wish: Wish, { facts, proposal }: Examined): Promise<string[]> {
  const open = await findCurrentYear(db)
  const { nameOf, kindOf } = placesOf(wish, facts.present)
  const after = endingOf(wish).length > 0 ? successorsOf(wish) : unitsOf(wish)
  const record = (unit: string) => {
    const state = facts.present.units.get(unit)?.state
    return (
      newUnitsOf(wish).find(({ id }) => id === unit) ??
      (state && 'record' in state ? state.record : undefined)
    )
  }
  const leaves = wish.kind === 'exempt' || wish.kind === 'rename'
  const leaderless =
    leaves || wish.kind === 'lead' ? [] : after.filter((unit) => record(unit)?.leader === null)
  const kindAfter = wish.kind === 'kind' ? wish.unitKind : kindOf(after[0] ?? '')
  const graded = leaves
    ? []
    : after.filter((unit) => regimeOf(wish.kind === 'kind' ? wish.unitKind : kindOf(unit)) === 'graded')
  const first = wish.kind === 'add' ? undefined : record(endingOf(wish)[0] ?? unitsOf(wish)[0] ?? '')
  return sayRemarks(wish, proposal, {
    ...{ kindBefore: first?.kind, kindAfter },
    leaderless: leaderless.map(nameOf),
    uncoefficient: open ? graded.filter((unit) => !open.coefficients[unit]).map(nameOf) : [],
  })
}

/** What the wish itself says, beside the names. */
function detailsOf(wish: Wish, { facts }: Examined): string[] {
  const person = (id: string | null) => {
    const state = id === null ? undefined : facts.present.people.get(id)?.state
    return state && 'record' in state ? state.record.name : '暂未确定'
  }
  switch (wish.kind) {
    case 'add':
      return [
        `${wish.unit.id} ${wish.unit.name}，${UNIT_WORDS[wish.unit.kind]}，分管校领导：${person(wish.unit.leader)}`,
      ]
    case 'merge':
    case 'split':
      return newUnitsOf(wish).map(
        ({ id, name, kind, leader }) =>
          `新单位 ${id} ${name}，${UNIT_WORDS[kind]}，分管校领导：${person(leader)}`,
      )
    case 'exempt':
      return [`豁免原因：${wish.reason}`, '豁免后不参加排名、名额、关口和提醒，历史保留。']
    case 'restore':
      return ['恢复后重新参加目标管理，原有目标接着执行。']
    case 'lead':
      return [`新的分管校领导：${person(wish.leader)}，待审核的目标随之转交。`]
    case 'kind':
      return [`新类别：${UNIT_WORDS[wish.unitKind]}`]
    case 'rename':
      return ['编号不变，历史仍归本单位；已公布的结果保留原名。']
  }
}
