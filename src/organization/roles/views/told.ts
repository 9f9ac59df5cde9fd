/** Views `role-told` (a role was given or ended, for its holder) and `roles-ending` (what runs out on a day). */
import * as z from 'zod'
import type { Message } from '../../../../cards/kit.ts'
import { roleToldCard } from '../../../../cards/role-told.ts'
import { rolesEndingCard } from '../../../../cards/roles-ending.ts'
import { type LocalDate, plusDays, sayDate } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { workingDaysBetween } from '../../../kernel/working-days.ts'
import type { Database } from '../../../store/database.ts'
import { loadDutyNames } from '../../delegation/duty-names.ts'
import { getActor } from '../../queries.ts'
import { day, role } from '../payload.ts'
import { type EndingRow, listEndingOn, listHoldersFrom } from '../queries.ts'
import { isNeeded } from '../rules/end-role.ts'
import { keepsRoles } from '../rules/give-role.ts'
import { holdsOn } from '../rules/span.ts'
import { WHAT_STOPS } from '../say-role.ts'

export const roleToldView = viewOf({
  name: 'role-told',
  params: z.object({
    role,
    scope: z.string(),
    why: z.enum(['given', 'ended']),
    from: day.nullable(),
    to: day.nullable(),
  }),
  async render(db, { role: of, scope, why, from, to }): Promise<Message> {
    const say = await loadDutyNames(db, [{ role: of, scope }])
    const given = why === 'given'
    const until = to === null ? '' : `${given ? '，' : ''}至${sayDate(to)}`
    return {
      kind: 'card',
      card: roleToldCard({
        ...{ why, role: say({ role: of, scope }) },
        when: `${given && from !== null ? `${sayDate(from)}起` : ''}${until}`,
        hint: given
          ? '发送「待办」查看等您办理的事，发送「帮助」查看能办的事。'
          : '过了最后一天就不再有权办理，手头的事请在此之前办结或与接任的人交接。',
        buttons: [{ text: '我的待办', style: 'primary', action: { send: 'todo', with: {} } }],
      }),
    }
  },
})

const SHOWN = 8

export const rolesEndingView = viewOf({
  name: 'roles-ending',
  params: z.object({ to: day }),
  async render(db, { to }, viewer): Promise<Message> {
    const [rows, actor] = await Promise.all([listEndingOn(db, to), getActor(db, viewer)])
    const say = await loadDutyNames(db, rows)
    const left = to > viewer.today ? workingDaysBetween(viewer.today, to) : 0
    const own = rows.filter(({ id }) => id === viewer.inNameOf).map(say)
    const others = keepsRoles(actor) ? rows.filter(({ id }) => id !== viewer.inNameOf) : []
    const items = await Promise.all(
      others.slice(0, SHOWN).map(async (row) => ({
        text: `${row.name}：${say(row)}`,
        hint: await hintOf(db, row, to),
        buttons: buttonsOf(row),
      })),
    )
    const more = Math.max(0, others.length - SHOWN)
    return { kind: 'card', card: rolesEndingCard({ day: sayDate(to), left, own, items, more }) }
  },
})

/** Who has it afterwards; what stops where nobody has. */
async function hintOf(db: Database, { role: of, scope, id }: EndingRow, to: LocalDate): Promise<string> {
  const next = plusDays(to, 1)
  const holders = await listHoldersFrom(db, of, scope, to)
  const after = holders.filter((one) => one.id !== id && holdsOn(one, next))
  if (after.length > 0) return ''
  return isNeeded(of) ? `此后无人担任：${WHAT_STOPS[of] ?? '将无人办理'}` : ''
}

const buttonsOf = ({ id: person, role: of, scope }: EndingRow) => [
  {
    text: '延长',
    action: { send: 'form', with: { form: 'give-role', params: { person, role: of, scope } } },
  },
  {
    text: '换人',
    action: { send: 'form', with: { form: 'replace-person', params: { leaver: person } } },
  },
]
