/** The form with which the office opens a phase for one unit again. */
import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { formOf } from '../../kernel/view.ts'
import { getActor, listUnits } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { findYear, type OpenYear } from '../queries.ts'
import { isBefore, UNIT_PHASES } from '../rules/reopening.ts'

/** A select of more units would make the card too large; any other is opened by 重新开放 with its name. */
const MOST_CHOICES = 100

export const reopenForm = formOf({
  name: 'phase_reopen',
  params: z.object({ year: z.int(), unit: z.string().exactOptional() }),
  command: 'phase.reopen',
  async spec(db, { year, unit }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    if (!open) return { refusal: { code: 'unopened-year' } }
    if (open.phase === 'closed') return { refusal: { code: 'frozen-year' } }
    if (open.phase === 'setting')
      return { refusal: { code: 'unpassed-phase', phase: 'setting', now: 'setting' } }
    return specOf(db, open, unit)
  },
  payload: ({ unit, phase, reason, until }, { year }) => ({
    year,
    unit: String(unit ?? ''),
    phase: String(phase ?? ''),
    reason: String(reason ?? ''),
    until: typeof until === 'string' ? until : null,
  }),
})

async function specOf(db: Database, open: OpenYear, unit: UnitId | undefined): Promise<FormSpec> {
  // A unit that is open again already stays among the choices: its refusal says by whom, and since when.
  const rank = (id: UnitId): number => (id === unit ? 0 : open.reopened?.[id] ? 2 : 1)
  const listed = (await listUnits(db)).toSorted((one, other) => rank(one.id) - rank(other.id))
  const phases = UNIT_PHASES.filter((phase) => isBefore(phase, open.phase))
  const [only] = phases
  return {
    title: `${open.year}年度：为单位重新开放阶段`,
    intro: `其他单位仍在「${PHASE_NAMES[open.phase]}」阶段。办完后由办公室关闭，到期不会自动关闭。`,
    fields: [
      {
        ...{ kind: 'choice', name: 'unit', label: '单位', required: true },
        choices: listed.slice(0, MOST_CHOICES).map(({ id, name }) => ({ value: id, text: name })),
        ...(unit !== undefined && listed[0]?.id === unit && { initial: unit }),
      },
      {
        ...{ kind: 'choice', name: 'phase', label: '重新开放的阶段', required: true },
        choices: phases.map((phase) => ({ value: phase, text: PHASE_NAMES[phase] })),
        ...(phases.length === 1 && only !== undefined && { initial: only }),
      },
      {
        ...{ kind: 'text', name: 'reason', label: '原因', required: true, maxLength: 200, rows: 2 },
        hint: '会告知该单位，如 8月新设，补订年度目标',
      },
      { kind: 'date', name: 'until', label: '办结日期', hint: '选填；到期提醒办公室关闭' },
    ],
    submit: '重新开放',
    back: { show: 'reopenings', with: { year: open.year } },
  }
}
