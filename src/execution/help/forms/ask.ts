import * as z from 'zod'
import type { Field } from '../../../../cards/kit.ts'
import { formOf, type Viewer } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Database } from '../../../store/database.ts'
import { findReportedGoal, listGoalsOf, listOwnUnits } from '../../access.ts'
import { barOf, type ExecutionBar } from '../../rules/progress.ts'
import { MAX_HELP_WORDS } from '../rules/ask.ts'

/** A request for help; without a goal the form asks which. */
export const helpForm = formOf({
  name: 'help-ask',
  params: z.object({ goal: z.string().nullable().default(null), words: z.string().default('') }),
  command: 'help.ask',
  async spec(db, { goal, words }, viewer) {
    const asking = goal === null ? await chosenGoal(db, viewer) : await namedGoal(db, goal, viewer)
    if ('refusal' in asking) return asking
    const said: Field = {
      ...{ kind: 'text', name: 'words', label: '困难', required: true, maxLength: MAX_HELP_WORDS, rows: 3 },
      ...{ hint: '缺什么、希望得到什么帮助', initial: words },
    }
    return {
      title: asking.title,
      intro: '教学单位和附属医院由目标管理工作组答复，其他单位由分管校领导答复。',
      fields: [...asking.fields, said],
      submit: '发出求助',
    }
  },
  payload: (values, { goal }) => ({
    goal: goal ?? (typeof values.goal === 'string' ? values.goal : ''),
    words: typeof values.words === 'string' ? values.words : '',
  }),
})

interface AskedFor {
  readonly title: string
  readonly fields: readonly Field[]
}

type Asking = AskedFor | { readonly refusal: ExecutionBar }

async function namedGoal(db: Database, id: string, viewer: Viewer): Promise<Asking> {
  const [goal, actor] = await Promise.all([findReportedGoal(db, id), getActor(db, viewer)])
  const bar = barOf(goal, actor)
  if (bar || !goal) return { refusal: bar ?? { code: 'unknown-goal' } }
  return { title: `求助：${goal.unitName} 目标${goal.number}`, fields: [] }
}

/** A card holds no more; of others the number is typed. */
const MOST_CHOICES = 100

async function chosenGoal(db: Database, viewer: Viewer): Promise<Asking> {
  const units = await listOwnUnits(db, viewer)
  const goals = await listGoalsOf(db, units)
  const [first] = goals
  if (!first) return { refusal: { code: 'unknown-goal' } }
  const [goal, actor] = await Promise.all([findReportedGoal(db, first.id), getActor(db, viewer)])
  const bar = barOf(goal, actor)
  if (bar) return { refusal: bar }
  const choices = goals.slice(0, MOST_CHOICES).map(({ id, unit, number, title }) => ({
    value: id,
    text: `${units.length > 1 ? `${unit.name} ` : ''}目标${number} ${title}`,
  }))
  const field: Field = { kind: 'choice', name: 'goal', label: '目标', required: true, choices }
  return { title: '求助', fields: [field] }
}
