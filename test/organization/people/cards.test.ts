/** The cards of people, roles and groups at their largest, whatever is in their names. */
import { describe, expect, it } from 'vitest'
import { choosePersonCard } from '../../../cards/choose-person.ts'
import { formCard } from '../../../cards/form.ts'
import type { Action, Button, Card } from '../../../cards/kit.ts'
import { personCard } from '../../../cards/person.ts'
import { replacedCard } from '../../../cards/replaced.ts'
import { replacementCard } from '../../../cards/replacement.ts'
import { roleCheckCard } from '../../../cards/role-check.ts'
import { roleToldCard } from '../../../cards/role-told.ts'
import { rolesCard } from '../../../cards/roles.ts'
import { rolesEndingCard } from '../../../cards/roles-ending.ts'
import { teamCard } from '../../../cards/team.ts'
import { teamsCard } from '../../../cards/teams.ts'
import { whoIsCard } from '../../../cards/who-is.ts'
import { renderCard, sizeOf } from '../../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import { people } from '../../../src/organization/people/chapter.ts'
import { roles } from '../../../src/organization/roles/chapter.ts'
import { teams } from '../../../src/organization/teams/chapter.ts'
import { viewerOf } from '../../world/viewer.ts'
import { peopleWorld } from './world.ts'

const nasty = (length: number): string =>
  '<at id=all></at>**粗**[链](http://x.cn)😀"\\'.repeat(length).slice(0, length)
const NAME = nasty(30)
const open: Action = { show: 'roles', with: { scope: nasty(40), page: 99 } }
const button: Button = { text: '改为移交', action: open, confirm: { title: nasty(20), text: nasty(60) } }
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)
const DUTY = `${nasty(40)} 单位负责人`

function drawn(card: Card): void {
  const rendered = renderCard(card)
  expect(validateCard(rendered)).toEqual([])
  expect(sizeOf(rendered)).toBeLessThan(30 * 1024)
}

describe('the cards of the organization', () => {
  it('of a person', () => {
    const items = many(6, { label: '单位', value: nasty(60) })
    const role = { text: `${DUTY}（至12月31日）`, buttons: many(2, button) }
    const open = many(12, `任务「${nasty(41)}」（${NAME}，期限12月31日）`)
    for (const status of ['here', 'unreached', 'left'] as const) {
      drawn(
        personCard({
          ...{ name: NAME, items, status, roles: many(8, role), duties: [nasty(300)], open, more: 999 },
          ...{ buttons: many(3, button), turns: many(2, button) },
        }),
      )
    }
    drawn(
      personCard({
        ...{ name: NAME, items, status: 'here', roles: [], duties: [], open: null, more: 0 },
        ...{ buttons: [], turns: [] },
      }),
    )
  })

  it('of a choice among namesakes', () => {
    const one = { name: NAME, about: nasty(120), choose: open }
    drawn(choosePersonCard({ words: nasty(60), question: '移交人是', people: many(15, one), more: true }))
    drawn(choosePersonCard({ words: nasty(60), question: '移交人是', people: [], more: false }))
  })

  it('of a replacement, before and after', () => {
    const items = many(300, `${nasty(30)} 目标12 任务3「${nasty(100)}」`)
    const facts = { leaver: NAME, successor: NAME, total: 300 }
    for (const leaves of [true, false]) {
      drawn(
        replacementCard({
          ...{ ...facts, leaves, warnings: many(12, nasty(120)) },
          moving: many(10, { text: DUTY, kept: true, toggle: leaves ? null : button }),
          works: [{ text: '任务 300 项', items, kept: false }],
          workToggle: button,
          ...{ along: many(3, nasty(80)), stays: many(8, nasty(80)), turns: many(2, button) },
          buttons: many(3, button),
        }),
      )
      drawn(
        replacedCard({
          ...{ ...facts, leaves, by: nasty(60), hint: nasty(80), roles: many(300, DUTY), delegations: 40 },
          works: [{ what: '任务', count: 300, items }],
          ...{ kept: many(40, DUTY), buttons: many(2, button) },
        }),
      )
    }
  })

  it('of roles, those that end, and who holds them', () => {
    const holders = [...many(12, `${NAME}（至2027年12月31日）`), '等 99 人']
    const role = { name: '工作组成员', holders, lacks: true }
    const place = { name: nasty(60), roles: many(3, role), open }
    const facts = { title: nasty(60), total: 110, kinds: many(3, button), turns: many(2, button) }
    drawn(rolesCard({ ...facts, places: many(8, place), holders: [], buttons: many(1, button) }))
    const line = { text: `${DUTY}：${NAME}`, buttons: many(2, button) }
    drawn(
      rolesCard({
        ...{
          ...facts,
          places: [{ ...place, open: null }],
          holders: many(8, line),
          buttons: many(2, button),
        },
      }),
    )
    drawn(rolesCard({ ...facts, places: [], holders: [], buttons: [], kinds: [], turns: [] }))
    drawn(
      rolesEndingCard({
        ...{ day: '2026年12月31日', left: 7, own: many(5, DUTY), more: 185 },
        items: many(8, { text: line.text, hint: nasty(60), buttons: many(2, button) }),
      }),
    )
    drawn(rolesEndingCard({ day: '2026年12月31日', left: 0, own: [], more: 0, items: [] }))
    drawn(
      whoIsCard({ words: nasty(100), items: many(8, { role: DUTY, people: holders }), buttons: [button] }),
    )
    drawn(whoIsCard({ words: nasty(100), items: [], buttons: [button] }))
  })

  it('of a check, and of what was given and ended', () => {
    const items = many(4, { label: '最后一天', value: nasty(80) })
    const words = { title: nasty(40), items, warnings: many(6, nasty(200)), question: nasty(60) }
    drawn(roleCheckCard({ ...words, buttons: many(2, button) }))
    for (const why of ['given', 'ended'] as const)
      drawn(roleToldCard({ why, role: DUTY, when: nasty(40), hint: nasty(80), buttons: [button] }))
  })

  it('of groups', () => {
    const team = {
      name: nasty(60),
      kind: '目标管理工作组',
      units: 110,
      convenors: many(3, NAME),
      members: 60,
      open,
    }
    const buttons = many(3, button)
    drawn(
      teamsCard({
        total: 100,
        teams: many(8, team),
        without: many(110, NAME),
        buttons,
        turns: many(2, button),
      }),
    )
    drawn(teamsCard({ total: 0, teams: [], without: [], buttons: [], turns: [] }))
    const person = { text: `${DUTY}：${NAME}`, warning: nasty(80), buttons: many(2, button) }
    for (const active of [true, false]) {
      drawn(
        teamCard({
          ...{
            name: nasty(60),
            kind: '督查组',
            active,
            units: many(110, NAME),
            people: many(8, person),
            more: 50,
          },
          ...{ stops: many(4, nasty(200)), buttons: many(4, button), turns: many(2, button) },
        }),
      )
    }
  })

  it('of every form, with a hundred units to choose from', async () => {
    const w = await peopleWorld()
    for (let n = 0; n < 110; n++) {
      w.db.exec(
        `INSERT INTO unit (id, name, kind, active) VALUES ('U${n}', '名称相当长的学院${n}', 'party', 1)`,
      )
    }
    const forms = [...people(() => []).forms, ...roles.forms, ...teams.forms]
    const asked = [
      ['give-role', {}],
      ['give-role', { person: 'C-JX01', role: 'contact', scope: 'JX01' }],
      ['give-role', { role: 'lead-unit' }],
      ['end-role', { person: 'C-JX01', role: 'contact', scope: 'JX01' }],
      ['replace-person', {}],
      ['leave-person', { person: 'T-JX01' }],
      ['keep-team', {}],
      ['keep-team', { kind: 'working', unit: 'JX01' }],
      ['keep-team', { team: '机关考核工作组' }],
    ] as const
    for (const [name, params] of asked) {
      const form = forms.find((one) => one.name === name)
      const viewer = viewerOf('OF1', { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' })
      const spec = await form?.spec(w.db, params, viewer)
      if (!spec || 'refusal' in spec) throw new Error(`${name}: ${JSON.stringify(spec)}`)
      drawn(formCard({ name, params, spec, hasDraft: true }))
      const foreign = await form?.spec(w.db, params, { ...viewer, by: 'CH', inNameOf: 'CH' })
      expect(foreign).toHaveProperty('refusal')
    }
  })

  it('show nobody but the office what only the office may see and do', async () => {
    const w = await peopleWorld()
    await w.tasks('C-JX01', 'JX01', 2)
    const seen = await w.read('CH', 'person', { person: 'C-JX01' })
    expect(seen).not.toContain('@campus.example')
    expect(seen).not.toContain('未办完的事')
    expect(seen).not.toContain('替换')
    expect(await w.read('C-JX01', 'person', { person: 'C-JX01' })).toContain('未办完的事')
    for (const [view, params] of [
      ['replacement', { leaver: 'C-JX01', successor: 'T-JX01' }],
      ['give-role-check', { person: 'T-JX01', role: 'contact', scope: 'JX01', from: '2026-03-02', to: null }],
      ['end-role-check', { person: 'C-JX01', role: 'contact', scope: 'JX01', to: '2026-03-02' }],
    ] as const)
      expect(await w.read('CH', view, params)).toContain('请联系办公室')
    await w.replace('C-JX01', 'T-JX01')
    expect(await w.read('LM1', 'replaced', { number: 2 })).toContain('可以查看')
    for (const view of ['roles', 'teams']) expect(await w.read('CH', view)).not.toMatch(/"form"/)
  })
})
