import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { findCurrentYear } from '../queries.ts'
import { loadReopenings } from './list.ts'

/** The office: what was opened again, and should be closed by now. */
export async function reopeningTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const open = await findCurrentYear(db)
  if (!open?.reopened || !holds(await getActor(db, viewer), 'office')) return []
  const late = (await loadReopenings(db, open, viewer)).filter((one) => one.late)
  return late.map(({ name, phase, until }) => ({
    text: `为${name}重新开放的「${PHASE_NAMES[phase]}」原定${until}前办结，请核对后关闭`,
    since: null,
    button: '去关闭',
    action: { send: 'reopenings', with: { year: open.year } },
  }))
}
