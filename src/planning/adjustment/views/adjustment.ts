/** View `adjustment`: one adjustment, to be decided by whom it waits for, to be followed by the others. */
import * as z from 'zod'
import { adjustmentCard } from '../../../../cards/adjustment.ts'
import { SIDE_SENDERS } from '../../../../cards/adjustment-words.ts'
import type { Action, Button, Message } from '../../../../cards/kit.ts'
import { sayFiles } from '../../../execution/file-names.ts'
import { listEvidence } from '../../../execution/queries.ts'
import type { JsonObject } from '../../../kernel/decision.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { listVoters } from '../../leading-group.ts'
import { isOfAdjustment } from '../../rules/goal.ts'
import { cardMessage, sentenceCard } from '../../views/notice.ts'
import { adjustmentFacts, type Looking } from '../facts.ts'
import { askerMay, isLapsed, mayAnswerAgain, stageFor } from '../pending.ts'
import { findAdjustment } from '../queries.ts'
import { type Asked, votedGoal } from '../rules/adjustment.ts'
import { loadSight } from '../sight.ts'
import { adjustmentId } from '../subject.ts'
import { sayRefusal } from '../wording.ts'

const TITLE = '目标调整'

export const adjustmentView = viewOf({
  name: 'adjustment',
  params: z.object({
    year: z.int(),
    unit: z.string(),
    number: z.int(),
    /** To answer again in a vote. */
    again: z.boolean().exactOptional(),
  }),
  about: ({ year, unit, number }) => adjustmentId(year, unit, number),
  async render(db, { year, unit, number, again = false }, viewer): Promise<Message> {
    const [sight, state, members] = await Promise.all([
      loadSight(db, year, unit, viewer),
      findAdjustment(db, year, unit, number),
      listVoters(db, unit, viewer.today),
    ])
    if ('refusal' in sight) return sentenceCard(TITLE, sayRefusal(sight.refusal))
    if (state.status === 'none') return sentenceCard(TITLE, sayRefusal({ code: 'absent-target' }))
    const looking = { state, number, sight, members, stage: stageFor(state, sight, again) }
    return cardMessage(
      adjustmentCard({
        ...adjustmentFacts(looking),
        evidence: await filesOf(db, looking),
        next: nextText(looking),
        buttons: buttonsOf(looking),
      }),
    )
  },
})

const placeOf = ({ sight, number }: Looking): JsonObject => ({
  year: sight.place.year,
  unit: sight.place.unit,
  number,
})

async function filesOf(db: Database, looking: Looking) {
  const files = await listEvidence(db, looking.state.request.evidence)
  const names = sayFiles(files)
  return files.map(({ id }, position): { readonly name: string; readonly open: Action } => ({
    name: names[position] ?? '',
    open: { send: 'adjustment-file', with: { ...placeOf(looking), file: id } },
  }))
}

/** With whom it is now. */
function nextText({ state, sight, stage }: Looking): string {
  if (isLapsed(state, sight)) return '考核已开始或阶段已结束，这项调整不再办理，目标不变。'
  switch (state.status) {
    case 'draft':
      return `等候${SIDE_SENDERS[state.side]}报送。`
    case 'asked':
      return stage ? '请审核。' : '等候分管校领导审核。'
    case 'reviewed':
      return reviewedText(sight.facts, stage !== null)
    case 'returned':
      return `已退回。请${SIDE_SENDERS[state.side]}一方修改后再次提交，或撤回。`
    case 'withdrawn':
      return '已撤回，目标不变。'
    case 'ratified':
      return `已审定，目标已${DONE[state.request.kind]}。`
  }
}

const DONE = { add: '新增', change: '变更，以调整后的内容考核', cancel: '取消，不再考核' } as const

function reviewedText({ policy, confirmed }: Looking['sight']['facts'], mine: boolean): string {
  if (policy.ratification === 'chair') return mine ? '请审定。' : '等候领导小组组长审定。'
  if (!confirmed) return '等候审定。表决审定须先由领导小组组长确认年度政策，请组长发送「政策」。'
  return mine ? '请表决。' : '等候领导小组成员表决审定。'
}

function buttonsOf(looking: Looking): Button[] {
  const { state, sight } = looking
  const may = askerMay(state, sight)
  const seen = { ...placeOf(looking), revision: state.revision }
  return [
    ...(may.send
      ? [{ text: '报送', style: 'primary' as const, action: { do: 'adjustment.send', with: seen } }]
      : []),
    ...(may.revise ? [reviseButton(looking)] : []),
    ...(may.withdraw ? [withdrawButton(seen)] : []),
    ...(mayAnswerAgain(state, sight) && looking.stage === null
      ? [{ text: '改变答复', action: { show: 'adjustment', with: { ...placeOf(looking), again: true } } }]
      : []),
    ...ratifiedButtons(looking),
    ...wholeButtons(looking),
  ]
}

function reviseButton(looking: Looking): Button {
  const { state } = looking
  const { request, revision } = state
  const { type } = votedGoal(request).content
  const target =
    request.kind === 'add' ? { goal: null, seen: null } : { goal: request.goal, seen: request.revision }
  const params = { ...placeOf(looking), revision, kind: request.kind, type, ...target }
  return { text: '修改', action: { send: 'form', with: { form: 'adjust_revise', params } } }
}

const withdrawButton = (sight: JsonObject): Button => ({
  text: '撤回',
  style: 'danger',
  action: { do: 'adjustment.withdraw', with: sight },
  confirm: { title: '撤回这项调整？', text: '目标保持不变。需要时可再次申请。' },
})

/** Characters beyond which a card may have to cut the texts. */
const LONG = 1200

/** A card that is too long shows beginnings only; each side can be read whole. */
function wholeButtons(looking: Looking): Button[] {
  const { request } = looking.state
  const { content } = votedGoal(request)
  const isLong = JSON.stringify([request.kind === 'add' ? null : request.before, content]).length > LONG
  const open = (text: string, side: string): Button => ({
    text,
    action: { show: 'adjustment-text', with: { ...placeOf(looking), side } },
  })
  if (!isLong) return []
  return request.kind === 'change'
    ? [open('现行全文', 'before'), open('调整后全文', 'after')]
    : [open('全文', 'after')]
}

/** What it led to. */
function ratifiedButtons({ state, number, sight }: Looking): Button[] {
  if (state.status !== 'ratified') return []
  const { year, unit } = sight.place
  const goal = goalOf(state, number, sight.plan.goals)
  return [
    ...(goal === undefined ? [] : [{ text: '历史版本', action: { send: 'goal-versions', with: { goal } } }]),
    { text: '目标责任书', action: { send: 'goal-sheet', with: { year, unit } } },
  ]
}

const goalOf = (
  state: Asked,
  number: number,
  goals: Looking['sight']['plan']['goals'],
): string | undefined =>
  state.request.kind === 'add'
    ? goals.find((goal) => isOfAdjustment(goal.versions?.[0]?.adjusted, number))?.id
    : state.request.goal
