/** Views `give-role-check` and `end-role-check`: what should be known first, with the button that does it anyway. */
import { doneCard } from '../../../../cards/done.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { roleCheckCard } from '../../../../cards/role-check.ts'
import { sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { Role } from '../../../store/schema/organization.ts'
import { loadDutyNames } from '../../delegation/duty-names.ts'
import { findKnown } from '../../people/queries/known.ts'
import { getActor } from '../../queries.ts'
import { loadGiving } from '../load.ts'
import { endPayload, givePayload } from '../payload.ts'
import { doubtsOf } from '../rules/doubts.ts'
import { keepsRoles } from '../rules/give-role.ts'
import { WHAT_STOPS } from '../say-role.ts'
import { sayDoubt } from '../wording.ts'

const instead = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })
const ONLY_OFFICE = '角色由领导小组办公室管理，请联系办公室。'

const sayRole = async (db: Database, role: Role, scope: string): Promise<string> =>
  (await loadDutyNames(db, [{ role, scope }]))({ role, scope })

export const giveRoleCheckView = viewOf({
  name: 'give-role-check',
  params: givePayload,
  async render(db, wish, viewer): Promise<Message> {
    if (!keepsRoles(await getActor(db, viewer))) return instead(ONLY_OFFICE)
    const { person, role, scope, from, to } = wish
    const facts = await loadGiving(db, { person, role, scope: { id: scope, name: '' }, sure: true }, viewer)
    if (!facts) return instead('名册中已没有这位人员。')
    const anyway: Button = {
      ...{ text: '仍然授予', style: 'primary' },
      action: { do: 'role.give', with: { ...wish, sure: true } },
    }
    return {
      kind: 'card',
      card: roleCheckCard({
        title: `授予角色：${facts.person.name}`,
        items: [
          { label: '角色', value: await sayRole(db, role, scope) },
          { label: '期限', value: `${sayDate(from)}起${to === null ? '' : `，至${sayDate(to)}`}` },
        ],
        warnings: doubtsOf({ ...facts, span: { from, to } }).map(sayDoubt),
        question: '核对无误后可以仍然授予。',
        buttons: [anyway, formAgain('give-role', { person, role, scope })],
      }),
    }
  },
})

const formAgain = (form: string, params: { readonly [name: string]: string }): Button => ({
  text: '修改',
  action: { show: 'form', with: { form, params } },
})

export const endRoleCheckView = viewOf({
  name: 'end-role-check',
  params: endPayload,
  async render(db, wish, viewer): Promise<Message> {
    if (!keepsRoles(await getActor(db, viewer))) return instead(ONLY_OFFICE)
    const { person, role, scope, to, successor } = wish
    const known = await findKnown(db, person)
    const items = [
      { label: '角色', value: await sayRole(db, role, scope) },
      { label: '最后一天', value: sayDate(to) },
      ...(successor === '' ? [] : [{ label: '接任', value: successor }]),
    ]
    return {
      kind: 'card',
      card: roleCheckCard({
        ...{ title: `结束角色：${known?.name ?? person}`, items },
        ...(await endingWords(db, wish, viewer)),
        buttons: [
          { text: successor === '' ? '填接任人' : '修改', style: 'primary', action: againOf(wish) },
          {
            text: '仍然结束',
            style: 'danger',
            action: { do: 'role.end', with: { ...wish, sure: true } },
            confirm: {
              title: '结束角色',
              text: successor === '' ? `此后${WHAT_STOPS[role] ?? '无人担任'}。` : '按上列情况结束并移交。',
            },
          },
        ],
      }),
    }
  },
})

type Ending = ReturnType<typeof endPayload.parse>

const againOf = ({ person, role, scope }: Ending): Button['action'] => ({
  show: 'form',
  with: { form: 'end-role', params: { person, role, scope } },
})

async function endingWords(db: Database, { role, scope, successor }: Ending, viewer: Viewer) {
  if (successor === '') {
    const warnings = [`没有别人担任这个角色：${WHAT_STOPS[role] ?? '将无人办理'}`]
    return { warnings, question: '请填写接任的人；确实不再设的，可以仍然结束。' }
  }
  const facts = await loadGiving(
    db,
    { person: successor, role, scope: { id: scope, name: '' }, sure: true },
    viewer,
  )
  const doubts = facts ? doubtsOf({ ...facts, span: { from: viewer.today, to: null } }) : []
  return { warnings: doubts.map(sayDoubt), question: '请核对接任的人，无误后可以仍然结束并移交。' }
}
