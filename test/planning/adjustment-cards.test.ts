import { describe, expect, it } from 'vitest'
import { formCard } from '../../cards/form.ts'
import { WHY_LENGTH } from '../../src/planning/adjustment/rules/request.ts'
import { sectionOf } from '../../src/planning/goal-sheet/document/goal-tables.ts'
import { loadSheet } from '../../src/planning/goal-sheet/load.ts'
import { findSeat } from '../../src/planning/places.ts'
import { LENGTHS } from '../../src/planning/rules/entry.ts'
import { COMMENT_LENGTH } from '../../src/planning/rules/verdicts.ts'
import { viewerOf } from '../world/viewer.ts'
import {
  type AdjustmentWorld,
  adjusted,
  adjustmentWorld,
  cancel,
  change,
  chapter,
} from './adjustment-world.ts'
import { doneOf, entry } from './world.ts'

const ONE = { year: 2026, unit: 'JX01', number: 1 } as const

/** As long as the form lets them be, of one sign; `*` and the like take five bytes on a card. */
function longest(sign: string, last: string) {
  const text = (length: number): string => `${sign.repeat(length - 1)}${last}`
  return entry('special', {
    title: text(LENGTHS.title),
    content: text(LENGTHS.content),
    seen: text(LENGTHS.seen),
    owner: text(LENGTHS.owner),
    criterion: text(LENGTHS.criterion),
    justification: text(LENGTHS.justification),
    weight: last === '1' ? 100 : 99_999,
    budget: 1_000_000_000_00,
    dueOn: '2026-12-31',
  })
}

const files = (world: AdjustmentWorld): string[] => {
  const ids = Array.from({ length: 10 }, (_, n) => `file${n}`)
  for (const id of ids)
    world.plan.db.exec(
      `INSERT INTO evidence (id, person, message_id, kind, name, state, at) VALUES ('${id}', 'H-JX01', 'om_${id}', 'file', '${'长'.repeat(80)}${id}.pdf', 'awaited', '2026-05-01T00:00:00.000Z')`,
    )
  return ids
}

describe('the cards of adjustments at their largest', () => {
  it.each([['国'], ['*']])(
    'one adjustment of the longest goal, often returned, fits on a card for everybody (%s)',
    async (sign) => {
      const world = await adjustmentWorld('quorum')
      for (let n = 0; n < 25; n++)
        await adjusted(world, 'OF1', { kind: 'add', entry: { ...longest(sign, '1') } })
      const number = 26
      const evidence = files(world)
      const why = sign.repeat(WHY_LENGTH)
      const { id, revision } = await world.goal(10)
      const wish = {
        kind: 'change',
        goal: id,
        seen: revision,
        entry: { ...longest(sign, '2') },
        why,
        evidence,
      }
      doneOf(await world.ask('H-JX01', wish))
      for (let n = 0; n < 30; n++) {
        doneOf(
          await world.decide('LD1', 'review', 'return', { number, comment: sign.repeat(COMMENT_LENGTH) }),
        )
        const again = { ...wish, entry: { ...longest(sign, n % 2 ? '2' : '3') } }
        doneOf(
          await world.do('H-JX01', 'adjustment.revise', {
            ...ONE,
            number,
            revision: n + 1,
            reason: 'urgent-task',
            ...again,
          }),
        )
      }
      const card = await world.card('LD1', 'adjustment', { ...ONE, number })
      expect(card).toContain('现行')
      for (const side of ['before', 'after'])
        expect(await world.card('LD1', 'adjustment-text', { ...ONE, number, side })).toContain(
          sign.repeat(LENGTHS.content - 1),
        )
      doneOf(await world.decide('LD1', 'review', 'pass', { number }))
      for (const person of ['CH', 'H-JX01', 'OF1', 'C-JX01'])
        await world.card(person, 'adjustment', { ...ONE, number })
      doneOf(await world.decide('CH', 'ratify', 'pass', { number }))
      doneOf(await world.decide('LM1', 'ratify', 'pass', { number }))
      for (let n = 0; n < 6; n++) await adjusted(world, 'OF1', await changed(world, sign, n))
      for (const page of [0, 1, 2]) await world.card('C-JX01', 'goal-versions', { goal: id, page })
      for (const page of [0, 1, 2, 3]) await world.card('OF1', 'adjustments', { page })
      for (const page of [0, 3]) await world.card('H-JX01', 'adjustment-start', { page })
      for (const page of [0, 2]) await world.card('OF1', 'goal-history', { unit: '', number: null, page })
      await world.card('H-JX01', 'goal-adjust', { goal: id })
      await world.card('C-JX01', 'goal-detail', { goal: id })
      await world.card('C-JX01', 'my-goals', { page: 1 })
    },
    60_000,
  )

  it.each(['adjust_add', 'adjust_change', 'adjust_cancel'])(
    'the form %s fits on a card with all of it filled in',
    async (form) => {
      const world = await adjustmentWorld()
      await adjusted(world, 'OF1', { kind: 'add', entry: { ...longest('国', '1') } })
      files(world)
      const { id, revision } = await world.goal(4)
      const params = { year: 2026, unit: 'JX01', type: 'special', goal: id, seen: revision, opened: 'x' }
      const spec = await chapter.forms
        .find((one) => one.name === form)
        ?.spec(world.plan.db, params, viewerOf('H-JX01', world.now()))
      if (!spec || 'refusal' in spec) throw new Error(`no form ${form}`)
      expect(world.valid(formCard({ name: form, params, spec, hasDraft: false }))).toEqual([])
      expect(spec.fields.map((field) => field.name)).toEqual(
        expect.arrayContaining(['reason', 'why', 'effective_on', 'evidence']),
      )
    },
  )
})

async function changed(world: AdjustmentWorld, sign: string, n: number) {
  return {
    ...(await change(world, 10, { ...longest(sign, n % 2 ? '5' : '4') })),
    why: sign.repeat(WHY_LENGTH),
  }
}

describe('what everybody sees of a goal', () => {
  it('the versions stand side by side with who, when and why, also of a cancelled goal', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', await change(world, 1, { dueOn: '2026-12-20' }))
    await adjusted(world, 'LD1', await cancel(world, 1))
    const card = await world.card('C-JX01', 'goal-versions', { goal: '2026-JX01-1' })
    for (const words of [
      '已取消',
      '第2版',
      '第1版',
      '2026年11月30日',
      '2026年12月20日',
      '药学院 负责人申请',
      '特殊情况：学校机构调整',
    ])
      expect(card).toContain(words)
    expect(card).not.toContain('现行')
    expect(await world.card('C-JX02', 'goal-versions', { goal: '2026-JX01-1' })).toContain(
      '您不负责该单位的目标',
    )
  })

  it('the goal’s own card says what became of it, and leads to its versions and its adjustment', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', await change(world, 1, { dueOn: '2026-12-20' }))
    const card = await world.card('C-JX01', 'goal-detail', { goal: '2026-JX01-1' })
    expect(card).toContain('5月1日调整：完成时限 11月30日→12月20日。')
    expect(card).toContain('历史版本')
    expect(card).toContain('申请调整')
    expect(await world.card('C-JX01', 'goal-detail', { goal: '2026-JX01-2' })).not.toContain('历史版本')
  })

  it('nobody of another unit sees an adjustment or its files', async () => {
    const world = await adjustmentWorld()
    doneOf(await world.ask('H-JX01', await change(world, 1, { title: '新名称' })))
    expect(await world.card('C-JX02', 'adjustment', ONE)).toContain('您不负责该单位的目标')
    expect(await world.card('C-JX02', 'adjustment-file', { ...ONE, file: 'x' })).toContain(
      '您不负责该单位的目标',
    )
    expect(await world.card('C-JX01', 'adjustment-file', { ...ONE, file: 'x' })).toContain('不在这项调整中')
  })

  it('the goal sheet has the goals in force, each with what became of it, and the adjustments in its log', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', await change(world, 1, { dueOn: '2026-12-20' }))
    await adjusted(world, 'H-JX01', await cancel(world, 3))
    const { db } = world.plan
    const seat = await findSeat(db, 'JX01')
    const facts = seat && (await loadSheet(db, 2026, seat))
    expect(facts?.sections.map((one) => one.goals.map((goal) => goal.number))).toEqual([[1], [], [2]])
    const [key] = facts?.sections ?? []
    expect(key && JSON.stringify(sectionOf(key, 0))).toContain('完成时限 11月30日→12月20日')
    expect(facts?.log.filter((one) => one.what === '调整').map((one) => one.lines)).toEqual([
      ['变更目标1 目标；特殊情况：学校机构调整', '药学院 负责人申请，2026年5月1日起执行'],
      ['取消目标3；特殊情况：学校机构调整', '药学院 负责人申请，2026年5月1日起执行'],
    ])
  })
})
