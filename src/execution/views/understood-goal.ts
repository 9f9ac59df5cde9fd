import { formCard } from '../../../cards/form.ts'
import type { Message } from '../../../cards/kit.ts'
import { progressConfirmCard } from '../../../cards/progress-confirm.ts'
import { say } from '../../kernel/chapter.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { sayWhenOpen } from '../../policy/calendar/queries.ts'
import type { Database } from '../../store/database.ts'
import { findReportedGoal, type UnitGoal } from '../access.ts'
import { sayFiles } from '../file-names.ts'
import { progressForm } from '../form.ts'
import { openHelpFacts } from '../help/open-help.ts'
import { costsOf } from '../queries/costs.ts'
import { listUnattachedEvidence } from '../queries.ts'
import { costOf } from '../rules/cost.ts'
import { barOf } from '../rules/progress.ts'
import { sayGuess, sayOver, sayValue } from '../say-figures.ts'
import { lacksReason, type Read, readTyped, type TypedReport } from '../typed-report.ts'
import { executionWording } from '../wording.ts'
import { asCard, NO_GOALS, told } from './told.ts'

interface Part {
  readonly text: string
  readonly line: Read
}

/** One goal of which something was typed: to be confirmed, or completed in the form. */
export async function goalMessage(
  db: Database,
  goal: UnitGoal,
  { text, line }: Part,
  viewer: Viewer,
): Promise<Message> {
  const [reported, actor] = await Promise.all([findReportedGoal(db, goal.id), getActor(db, viewer)])
  const bar = barOf(reported, actor)
  if (bar) {
    const when = await sayWhenOpen(db, bar, viewer.today)
    return told('目标进展', `${say(executionWording, bar) ?? ''}${when}`)
  }
  const typed = await readTyped(db, goal, line, viewer)
  return typed ? confirmMessage(db, goal, text, typed, viewer) : formMessage(db, goal, text, viewer)
}

/** The form stands in this card; what it lacks is filled in there. */
async function formMessage(db: Database, goal: UnitGoal, text: string, viewer: Viewer): Promise<Message> {
  const params = { goal: goal.id, task: null, line: text }
  const spec = await progressForm.spec(db, params, viewer)
  if ('refusal' in spec) return told('目标进展', NO_GOALS)
  return asCard(formCard({ name: progressForm.name, params, spec, hasDraft: false }))
}

async function confirmMessage(
  db: Database,
  goal: UnitGoal,
  text: string,
  typed: TypedReport,
  viewer: Viewer,
): Promise<Message> {
  const files = await listUnattachedEvidence(db, viewer.by)
  const { said, seen, guess, hindrance } = typed
  const { evidence: _, task: __, ...report } = said
  const evidence = files.map((file) => file.id)
  return asCard(
    progressConfirmCard({
      ...(await sayTyped(db, goal, typed)),
      unit: goal.unit.name,
      files: sayFiles(files),
      hindrance: lacksReason(hindrance) && hindrance ? (say(executionWording, hindrance) ?? '') : '',
      guess: sayGuess(guess, said.percent, typed.goal.measure),
      save: { do: 'progress.report', with: { goal: goal.id, ...report, evidence, seen } },
      edit: { show: 'form', with: { form: progressForm.name, params: { goal: goal.id, line: text } } },
      help: await openHelpFacts(db, goal.id, viewer.today),
    }),
  )
}

/** What the report would say, in words. */
export async function sayTyped(
  db: Database,
  goal: UnitGoal,
  { said, before, mean, goal: { measure } }: TypedReport,
) {
  const { percent, state, done, next, difficulty, reason, cost } = said
  const known = (await costsOf(db, [goal.id])).get(goal.id)
  const spent = cost === null ? known : costOf(known?.budget ?? null, cost)
  return {
    ...{ number: goal.number, title: goal.title },
    ...{ percent, before, state, done, next, difficulty, reason },
    cost: cost === null ? null : (cost / 100).toFixed(2),
    value: sayValue(said.value, measure),
    task: '',
    mean: mean === percent ? null : mean,
    judgement: null,
    over: sayOver(spent),
  }
}
