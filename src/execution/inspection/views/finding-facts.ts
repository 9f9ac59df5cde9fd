/** A published finding's card: what was found, what came of it, and what the viewer may do now. */
import type { FoundAnswer, FoundFile, InspectionFindingFacts } from '../../../../cards/inspection-finding.ts'
import { inspectionName } from '../../../../cards/inspection-words.ts'
import type { Button } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type LocalDate, localDateOf, sayDate, sayInstant } from '../../../kernel/time.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { scopesOf } from '../../../organization/rules/actor.ts'
import { findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { namedFiles } from '../files.ts'
import { ANSWER_FORM, answerSpec, JUDGE_FORM, judgeSpec } from '../forms/rectify.ts'
import { getInspecting } from '../queries/bodies.ts'
import { findInspection } from '../queries/inspections.ts'
import { convenes, type Inspecting, isOfBody, mayInspect } from '../rules/body.ts'
import {
  type FindingState,
  isOverdue,
  type Published,
  type RectificationAnswer,
  type Round,
} from '../rules/finding.ts'

type Seen = Extract<FindingState, { finding: Published }>

interface Looking {
  readonly viewer: Viewer
  /** Of the answers that came back, from the newest. */
  readonly page: number
}

export async function findingFacts(
  db: Database,
  id: string,
  state: Seen,
  { viewer, page: wanted }: Looking,
): Promise<InspectionFindingFacts> {
  const { number, unitName, goal, kind, severity, fact, demand, act, body, inspection } = state.finding
  const { dueOn, rounds } = 'rounds' in state ? state : { dueOn: null, rounds: [] }
  const [from, files, inspecting] = await Promise.all([
    findInspection(db, inspection),
    filesOf(db, id, state.finding.evidence),
    getInspecting(db, viewer),
  ])
  const { items, turns } = pageOf(rounds.toReversed(), 1, wanted, {
    name: 'finding',
    params: { finding: id },
  })
  const due = dueOn ?? state.finding.dueOn
  return {
    ...{ number, unit: unitName, kind, severity, fact, demand, files, turns, body: body.name },
    goal: goal ? `目标${goal.number} ${goal.title}` : '',
    inspection: {
      name: from.status === 'none' ? '' : inspectionName(from.plan.kind, from.plan.year, from.plan.number),
      open: { show: 'inspection', with: { inspection } },
    },
    due: due === null ? '' : sayDate(due),
    by: act.name,
    at: sayInstant(act.at),
    status: state.status,
    overdue: isOverdue({ status: state.status, dueOn: due }, viewer.today),
    rounds: await Promise.all(items.map((one) => roundFacts(db, id, one, state.finding.dueOn))),
    answer: 'answer' in state ? await answerFacts(db, id, state.answer, due) : null,
    close: closeOf(state),
    form: await formFor(db, id, state, { inspecting, viewer }),
    actions: actionsOf(id, state, inspecting),
  }
}

async function filesOf(db: Database, finding: string, ids: readonly string[]): Promise<FoundFile[]> {
  const files = await namedFiles(db, ids)
  return files.map(({ id, name }) => ({ name, open: { send: 'finding-file', with: { finding, id } } }))
}

async function answerFacts(
  db: Database,
  finding: string,
  { words, evidence, act }: RectificationAnswer,
  due: LocalDate | null,
): Promise<FoundAnswer> {
  const late = due !== null && localDateOf(act.at) > due
  const files = await filesOf(db, finding, evidence)
  return { words, by: act.name, at: sayInstant(act.at), late, files }
}

async function roundFacts(
  db: Database,
  finding: string,
  { answer, reason, act }: Round,
  due: LocalDate | null,
) {
  return {
    answer: await answerFacts(db, finding, answer, due),
    reason,
    by: act.name,
    at: sayInstant(act.at),
  }
}

function closeOf(state: Seen): string {
  if (state.status === 'accepted') {
    const { words, act } = state.accepted
    return `${act.name} 于 ${sayInstant(act.at)} 验收通过${words === '' ? '' : `：${words}`}`
  }
  if (state.status !== 'withdrawn') return ''
  const { reason, act } = state.withdrawn
  return `${act.name} 于 ${sayInstant(act.at)} 撤回：${reason}`
}

async function formFor(
  db: Database,
  id: string,
  state: Seen,
  { inspecting, viewer }: { readonly inspecting: Inspecting; readonly viewer: Viewer },
): Promise<InspectionFindingFacts['form']> {
  const { unit, body, year } = state.finding
  const { by } = inspecting
  if ((await findYear(db, year))?.phase === 'closed') return null
  if (state.status === 'open' && scopesOf(by, 'contact', 'head').includes(unit)) {
    const spec = await answerSpec(db, viewer)
    const submit = { submit: ANSWER_FORM, with: { finding: id } } as const
    return { name: ANSWER_FORM, spec, buttons: [{ text: spec.submit, style: 'primary', action: submit }] }
  }
  if (state.status === 'answered' && mayInspect(inspecting, body, unit)) {
    const judge = (verdict: string) =>
      ({ submit: JUDGE_FORM, with: { finding: id, verdict, seen: state.rounds.length } }) as const
    return {
      name: JUDGE_FORM,
      spec: judgeSpec(viewer.today),
      buttons: [
        { text: '验收通过', style: 'primary', action: judge('accept') },
        { text: '退回整改', style: 'danger', action: judge('return') },
      ],
    }
  }
  return null
}

/** Whoever published it, and the body's convenors, may withdraw it. */
function actionsOf(id: string, state: Seen, inspecting: Inspecting): Button[] {
  const { act, body, unit } = state.finding
  const { by } = inspecting
  const own = act.by === by.id && isOfBody(by, body)
  if (state.status === 'withdrawn' || !(own || convenes(by, body)) || !mayInspect(inspecting, body, unit))
    return []
  const params = { finding: id }
  return [{ text: '撤回', action: { show: 'form', with: { form: 'finding_withdraw', params } } }]
}
