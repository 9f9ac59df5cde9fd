/** `tasks-understood`: a typed list of tasks shown back as it was understood, saved on a tap (Article 18). */
import * as z from 'zod'
import type { Message } from '../../../../cards/kit.ts'
import { progressChoiceCard } from '../../../../cards/progress-choice.ts'
import { type TaskConfirmFacts, taskConfirmCard } from '../../../../cards/task-confirm.ts'
import { say } from '../../../kernel/chapter.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { listGoalsOf, listOwnUnits, type UnitGoal } from '../../access.ts'
import { barOf, type ReportedGoal } from '../../rules/progress.ts'
import { executionId, goalExecution } from '../../subject.ts'
import { asCard, told } from '../../views/told.ts'
import { peopleIn, taskContext } from '../desk.ts'
import { ownerFields } from '../forms/owners.ts'
import { addTasks, type TaskRefusal } from '../rules/decide.ts'
import { draftList, type ListDraft, plansFor } from '../rules/draft-list.ts'
import { type ListRefusal, LONGEST_LIST } from '../rules/list.ts'
import { usualShare } from '../rules/task.ts'
import { goalLine, sayDay } from '../say-tasks.ts'
import { sayLineFault, splitExample, taskBars, taskWording } from '../wording.ts'

const TITLE = '任务分解'
const NOT_CONTACT = '任务由本单位联络员或负责人分解。您负责的任务请发送「我的任务」。'
const TOO_LONG = `这份清单超过 ${LONGEST_LIST} 个字，没有保存。请分几次发送。`
/** A card's buttons carry the list, one for each unit. */
const MOST_CARRIED = 6000
const TOO_LONG_FOR_MANY = '您负责多个单位，这份清单太长，没有保存。请分几次发送。'
const SENTENCES = { ...taskWording, ...taskBars }

const params = z.object({
  /** The goal's number, as it was typed. */
  number: z.int(),
  text: z.string(),
  unit: z.string().exactOptional(),
  /** The goal that was found, whose tasks the card follows. */
  goal: z.string().exactOptional(),
})
type Asked = z.infer<typeof params>

export const listUnderstoodView = viewOf({
  name: 'tasks-understood',
  params,
  about: ({ goal }) => (goal === undefined ? null : executionId(goal)),
  async complete(db, asked, viewer) {
    const [goal, ...others] = await goalsMeant(db, asked, viewer)
    if (!goal || others.length > 0) return undefined
    return { name: 'tasks-understood', params: { ...asked, unit: goal.unit.id, goal: goal.id } }
  },
  async render(db, asked, viewer) {
    if ((await listOwnUnits(db, viewer)).length === 0) return told(TITLE, NOT_CONTACT)
    if ([...asked.text].length > LONGEST_LIST) return told(TITLE, TOO_LONG)
    const [goal, ...others] = await goalsMeant(db, asked, viewer)
    if (!goal) return told(TITLE, `没有找到目标${asked.number}。请发送「任务」查看可分解的目标。`)
    return others.length > 0 ? chooseUnit(asked, [goal, ...others]) : oneGoal(db, goal, asked.text, viewer)
  },
})

async function goalsMeant(db: Database, { number, unit }: Asked, viewer: Viewer): Promise<UnitGoal[]> {
  const units = (await listOwnUnits(db, viewer)).filter(({ id }) => unit === undefined || unit === id)
  return (await listGoalsOf(db, units)).filter((goal) => goal.number === number)
}

function chooseUnit({ number, text }: Asked, goals: readonly UnitGoal[]): Message {
  if (text.length * goals.length > MOST_CARRIED) return told(TITLE, TOO_LONG_FOR_MANY)
  const options = goals.map(({ unit }) => ({
    text: unit.name,
    action: { show: 'tasks-understood', with: { number, text, unit: unit.id } } as const,
  }))
  return asCard(progressChoiceCard({ title: TITLE, text: '请选择是哪个单位的目标：', options }))
}

async function oneGoal(db: Database, goal: UnitGoal, text: string, viewer: Viewer): Promise<Message> {
  const desk = await taskContext(db, goal.id, viewer, undefined)
  const bar = barOf(desk.goal, desk.by)
  if (bar || !desk.goal) return told(TITLE, say(SENTENCES, bar ?? { code: 'unknown-goal' }) ?? '')
  const [{ state }, people] = await Promise.all([
    foldSubject(db, goalExecution, executionId(goal.id)),
    peopleIn(db, desk.goal, text, viewer.today),
  ])
  const usual = usualShare(state.tasks)
  const draft = draftList(text, { year: desk.goal.year, unit: desk.goal.unitName, people, usual })
  const decision = addTasks(state, plansFor(draft), desk)
  const faults = 'refusal' in decision ? [...draft.faults, decision.refusal] : draft.faults
  const sentences = faults.map(sayFault)
  return asCard(
    taskConfirmCard(confirmFacts(desk.goal, goal, text, { draft, sentences, seen: state.tasks.length })),
  )
}

/** Below its fault a line needs no example: the card has one. */
const sayFault = (fault: ListRefusal | TaskRefusal): string =>
  fault.code === 'unread-task' ? `${sayLineFault(fault.line, fault.fault)}。` : (say(SENTENCES, fault) ?? '')

function confirmFacts(
  { id, number, unitName }: ReportedGoal,
  { title }: UnitGoal,
  text: string,
  found: { readonly draft: ListDraft; readonly sentences: readonly string[]; readonly seen: number },
): TaskConfirmFacts {
  const { draft, sentences, seen } = found
  const good = sentences.length === 0
  const named = draft.namesakes.length > 0
  return {
    unit: unitName,
    goal: goalLine({ number, title }),
    tasks: draft.tasks.map((task) => ({
      title: task.title,
      owner: task.owner?.name ?? `${task.typed}（？）`,
      due: sayDay(task.dueOn),
      share: String(task.share),
    })),
    faults: sentences,
    which:
      good && named
        ? {
            form: 'task-owners',
            fields: ownerFields(draft),
            submit: {
              submit: 'task-owners',
              with: { goal: id, text, seen, names: draft.namesakes.map(({ typed }) => typed) },
            },
          }
        : null,
    save: good && !named ? { do: 'task.split', with: { goal: id, text, seen } } : null,
    example: splitExample(number),
  }
}
