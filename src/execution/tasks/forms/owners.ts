/** Which of several people of one name is meant in a typed list. */
import * as z from 'zod'
import type { Field } from '../../../../cards/kit.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { formOf } from '../../../kernel/view.ts'
import { barOf } from '../../rules/progress.ts'
import { executionId, goalExecution } from '../../subject.ts'
import { peopleIn, taskContext } from '../desk.ts'
import { draftList, type ListDraft } from '../rules/draft-list.ts'
import { usualShare } from '../rules/task.ts'

const fieldName = (at: number): string => `owner_${at}`

export const ownerFields = ({ namesakes }: ListDraft): Field[] =>
  namesakes.map(({ typed, people }, at) => ({
    kind: 'choice',
    name: fieldName(at),
    label: typed,
    required: true,
    choices: people.map(({ id, name, title }) => ({
      value: id,
      text: `${name} ${id}${title === '' ? '' : ` ${title}`}`,
    })),
  }))

export const ownersForm = formOf({
  name: 'task-owners',
  params: z.object({
    goal: z.string(),
    text: z.string(),
    /** The names that several have, in the order of the fields. */
    names: z.array(z.string()),
    seen: z.int(),
  }),
  command: 'task.split',
  // It stands on the list that was shown back, and nowhere else.
  secret: true,
  async spec(db, { goal, text }, viewer) {
    const [desk, { state }] = await Promise.all([
      taskContext(db, goal, viewer, undefined),
      foldSubject(db, goalExecution, executionId(goal)),
    ])
    const bar = barOf(desk.goal, desk.by)
    if (bar || !desk.goal) return { refusal: bar ?? { code: 'unknown-goal' } }
    const { year, unitName: unit } = desk.goal
    const people = await peopleIn(db, desk.goal, text, viewer.today)
    const draft = draftList(text, { year, unit, people, usual: usualShare(state.tasks) })
    return { title: '请选定负责人', fields: ownerFields(draft), submit: '保存任务' }
  },
  payload: (values, { goal, text, names, seen }) => ({
    goal,
    text,
    seen,
    owners: Object.fromEntries(
      names.flatMap((typed, at) => {
        const chosen = values[fieldName(at)]
        return typeof chosen === 'string' ? [[typed, chosen]] : []
      }),
    ),
  }),
})
