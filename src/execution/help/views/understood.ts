/** `help-understood`: 求助 3 缺少实验场地, shown back as it was understood and sent on a tap, or completed in the form. */
import * as z from 'zod'
import { formCard } from '../../../../cards/form.ts'
import { helpConfirmCard } from '../../../../cards/help-confirm.ts'
import type { Message } from '../../../../cards/kit.ts'
import { progressChoiceCard } from '../../../../cards/progress-choice.ts'
import { say } from '../../../kernel/chapter.ts'
import type { Coded } from '../../../kernel/decision.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { plusWorkingDays } from '../../../kernel/working-days.ts'
import { getActor } from '../../../organization/queries.ts'
import { sayWhenOpen } from '../../../policy/calendar/queries.ts'
import { findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { findReportedGoal, listGoalsOf, listOwnUnits, type UnitGoal } from '../../access.ts'
import { barOf } from '../../rules/progress.ts'
import { executionId } from '../../subject.ts'
import { asCard, told } from '../../views/told.ts'
import { helpForm } from '../forms/ask.ts'
import { loadAskingUnit } from '../place.ts'
import { MAX_HELP_WORDS } from '../rules/ask.ts'
import { readHelpLine } from '../rules/help-line.ts'
import { routeOf } from '../rules/holder.ts'
import { sayDay, sayHolder } from '../say-help.ts'
import { helpWording } from '../wording.ts'

const TITLE = '求助'
const NOT_CONTACT = '求助由各单位联络员或负责人发出。任务负责人可在「报进展」里写明困难，同样会转为求助。'
const TOO_LONG = `求助的文字超过 ${MAX_HELP_WORDS} 个字，没有发出。请精简后重新发送。`

const params = z.object({
  text: z.string(),
  unit: z.string().exactOptional(),
  /** The goal that was found, whose standing the card follows. */
  goal: z.string().exactOptional(),
})
type Asked = z.infer<typeof params>

export const helpUnderstoodView = viewOf({
  name: 'help-understood',
  params,
  about: ({ goal }) => (goal === undefined ? null : executionId(goal)),
  async complete(db, asked, viewer) {
    const [goal, ...others] = await goalsMeant(db, asked, viewer)
    const whole = readHelpLine(asked.text).words !== ''
    if (!goal || others.length > 0 || !whole) return undefined
    return { name: 'help-understood', params: { ...asked, unit: goal.unit.id, goal: goal.id } }
  },
  async render(db, asked, viewer) {
    if ((await listOwnUnits(db, viewer)).length === 0) return told(TITLE, NOT_CONTACT)
    const { words } = readHelpLine(asked.text)
    if ([...words].length > MAX_HELP_WORDS) return told(TITLE, TOO_LONG)
    const [goal, ...others] = await goalsMeant(db, asked, viewer)
    if (!goal) return formMessage(db, { goal: null, words }, viewer)
    if (others.length > 0) return chooseUnit(asked.text, [goal, ...others])
    return words === ''
      ? formMessage(db, { goal: goal.id, words }, viewer)
      : confirmMessage(db, goal, words, viewer)
  },
})

async function goalsMeant(db: Database, { text, unit }: Asked, viewer: Viewer): Promise<UnitGoal[]> {
  const { number } = readHelpLine(text)
  if (number === undefined) return []
  const units = (await listOwnUnits(db, viewer)).filter(({ id }) => unit === undefined || unit === id)
  return (await listGoalsOf(db, units)).filter((goal) => goal.number === number)
}

function chooseUnit(text: string, goals: readonly UnitGoal[]): Message {
  const options = goals.map(({ unit }) => ({
    text: unit.name,
    action: { show: 'help-understood', with: { text, unit: unit.id } } as const,
  }))
  return asCard(progressChoiceCard({ title: TITLE, text: '请选择是哪个单位的目标：', options }))
}

async function formMessage(
  db: Database,
  asked: { readonly goal: string | null; readonly words: string },
  viewer: Viewer,
): Promise<Message> {
  const spec = await helpForm.spec(db, asked, viewer)
  if ('refusal' in spec) return told(TITLE, await sayBar(db, spec.refusal, viewer))
  return asCard(formCard({ name: helpForm.name, params: asked, spec, hasDraft: false }))
}

async function confirmMessage(db: Database, goal: UnitGoal, words: string, viewer: Viewer): Promise<Message> {
  const [reported, actor, unit] = await Promise.all([
    findReportedGoal(db, goal.id),
    getActor(db, viewer),
    loadAskingUnit(db, goal.unit.id, viewer.today),
  ])
  const bar = barOf(reported, actor)
  if (bar || !reported || !unit) return told(TITLE, await sayBar(db, bar ?? { code: 'unknown-goal' }, viewer))
  const days = (await findYear(db, reported.year))?.policy.execution.helpDays ?? 0
  return asCard(
    helpConfirmCard({
      unit: unit.name,
      goal: `目标${goal.number} ${goal.title}`,
      words,
      holder: sayHolder(routeOf(unit)),
      due: sayDay(plusWorkingDays(viewer.today, days)),
      send: { do: 'help.ask', with: { goal: goal.id, words } },
      edit: { show: 'form', with: { form: helpForm.name, params: { goal: goal.id, words } } },
    }),
  )
}

const sayBar = async (db: Database, bar: Coded, { today }: Viewer): Promise<string> =>
  `${say(helpWording, bar) ?? ''}${await sayWhenOpen(db, bar, today)}`
