/** At real size: 100 units with 30 goals each; ten of them are merged in one commit. */
import { describe, expect, it } from 'vitest'
import { formCard } from '../../../cards/form.ts'
import { renderCard, sizeOf } from '../../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import type { RosterSheets } from '../../../src/organization/roster/sheets.ts'
import { units } from '../../../src/organization/units/chapter.ts'
import { listGoalsInForce } from '../../../src/planning/queries.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import type { GoalType } from '../../../src/store/schema/planning.ts'
import { journalEqualsState } from '../../world/journal.ts'
import { addRow } from '../world.ts'
import { givePlan, planOf, type UnitsWorld, unitsWorld, YEAR } from './world.ts'

const id = (at: number): string => `BM${String(at).padStart(3, '0')}`
const THIRTY: readonly GoalType[] = Array.from(
  { length: 30 },
  (_, at) => (['key', 'routine', 'special'] as const)[at % 3] ?? 'key',
)

/** A hundred units beside the demonstration's, each with a head and thirty people. */
function bigRoster(): RosterSheets {
  let sheets = demoRoster()
  for (let at = 1; at <= 100; at++) {
    const unit = id(at)
    sheets = addRow(sheets, 'units', {
      id: unit,
      name: `第${at}教学单位（医学与健康方向）`,
      kind: '教学单位',
      leader: 'LD1',
    })
    sheets = addRow(sheets, 'teams', { name: '第一目标管理工作组', kind: '目标管理工作组', unit })
    for (let one = 1; one <= 10; one++) {
      const person = `${unit}-${one}`
      sheets = addRow(sheets, 'people', {
        id: person,
        name: `人员${person}`,
        unit,
        title: '教师',
        openId: `ou_${person}`,
      })
    }
    sheets = addRow(sheets, 'roles', {
      person: `${unit}-1`,
      role: '单位负责人',
      scope: unit,
      from: '2026-01-01',
    })
  }
  return sheets
}

const timed = async <Value>(what: () => Promise<Value>): Promise<readonly [Value, number]> => {
  const from = performance.now()
  return [await what(), performance.now() - from]
}

describe('at real size', { timeout: 120_000 }, () => {
  it('ten units with 300 goals are merged in one commit, within three seconds', async () => {
    const w = await unitsWorld(bigRoster())
    for (let at = 1; at <= 100; at++) await givePlan(w, id(at), 'teaching', THIRTY)
    await w.enters('execution')
    const wish = {
      ...{ kind: 'merge', units: Array.from({ length: 10 }, (_, at) => id(at + 1)) },
      ...{ id: 'JX99', into: '大健康学院', unitKind: 'teaching', leader: 'LD1' },
    }
    const reform = await w.prepares(wish)
    const [card, shown] = await timed(() => previewOf(w, reform))
    expect(validateCard(card)).toEqual([])
    const [outcome, took] = await timed(() => w.confirms(reform, 'merge'))
    expect(outcome).toMatchObject({ ok: true })
    // The platform waits three seconds for the answer to a tap; a busy machine is given its share.
    expect(Math.max(shown, took)).toBeLessThan(3000)
    expect(await listGoalsInForce(w.db, YEAR, 'JX99')).toHaveLength(300)
    expect((await planOf(w, 'JX99')).goals.at(-1)?.number).toBe(300)
    expect(w.db.raw(`SELECT count(*) AS n FROM goal`)).toEqual([{ n: 3000 }])
    await journalEqualsState(w.db)
  })

  it('the forms with a hundred units to choose from are cards that the platform takes', async () => {
    const w = await unitsWorld(bigRoster())
    const { at, today } = w.meta('OF1')
    for (const name of ['merge-units', 'split-unit']) {
      const form = units.forms.find((one) => one.name === name)
      const spec = await form?.spec(w.db, {}, { by: 'OF1', inNameOf: 'OF1', at, today })
      if (!spec || 'refusal' in spec) throw new Error(`no ${name}`)
      const card = renderCard(formCard({ name, params: {}, spec, hasDraft: false }))
      expect(validateCard(card)).toEqual([])
      expect(sizeOf(card)).toBeLessThan(30 * 1024)
    }
  })
})

async function previewOf(w: UnitsWorld, reform: number) {
  const { at, today } = w.meta('OF1')
  const view = units.views.find((one) => one.name === 'reform')
  const message = await view?.render(w.db, { reform }, { by: 'OF1', inNameOf: 'OF1', at, today })
  if (message?.kind !== 'card') throw new Error('no card')
  return renderCard(message.card)
}
