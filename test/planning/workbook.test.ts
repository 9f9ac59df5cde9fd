import { describe, expect, it } from 'vitest'
import { rowCounts } from '../world/rows.ts'
import { cardOf, edit, fillIn, row, send, show, template } from './workbook-world.ts'
import { doneOf, entry, planWorld, refusalOf } from './world.ts'

const textOf = (card: unknown): string => JSON.stringify(card)

describe('the 目标填报表', () => {
  it('Articles 13-15: offers exactly the units and types that the person drafts', async () => {
    const world = planWorld()
    const listed = async (person: string): Promise<unknown> => {
      const lists = (await template(world, person)).getWorksheet('列表')
      const column = (letter: string): unknown[] =>
        [2, 3, 4, 5].flatMap((at) => lists?.getCell(`${letter}${at}`).value ?? [])
      return [column('A'), column('B')]
    }
    expect(await listed('WG2')).toEqual([
      ['附属医院', '药学院', '护理学院'],
      ['重点目标', '常规目标'],
    ])
    expect(await listed('C-JX01')).toEqual([['药学院'], ['专项目标']])
    expect(await listed('H-XZ01')).toEqual([['教务处'], ['专项目标', '常规目标']])
    expect(await listed('LD2')).toEqual([['教务处', '科技处'], ['重点目标']])
  })

  it('has drop-down lists of units, types, priorities, aims and work items, and says how it is used', async () => {
    const workbook = await template(planWorld(), 'WG2')
    const sheet = workbook.getWorksheet('目标')
    const list = (cell: string): unknown => sheet?.getCell(cell).dataValidation?.formulae?.[0]
    expect(['B2', 'C100', 'O2', 'P2', 'Q300'].map(list)).toEqual([
      "'列表'!$A$2:$A$4",
      "'列表'!$B$2:$B$3",
      "'列表'!$C$2:$C$3",
      "'列表'!$D$2:$D$4",
      "'列表'!$E$2:$E$3",
    ])
    expect(workbook.getWorksheet('列表')?.state).toBe('veryHidden')
    expect(textOf(workbook.getWorksheet('说明')?.getSheetValues())).toContain('序号留空')
  })

  it('brings the drafts that are not sent, with their numbers, and unchanged it changes nothing', async () => {
    const world = planWorld()
    const text = '第一行\n  第二行（ＡＢ）'
    doneOf(await world.draft('WG2', 'JX01', entry('key', { content: text, target: null, budget: 1234_50 })))
    doneOf(await world.draft('WG2', 'JX01', entry('routine', { weight: 250 })))
    doneOf(
      await world.draft('C-JX01', 'JX01', entry('special', { seen: '', indicator: '率', target: 95_50 })),
    )
    for (const person of ['WG2', 'C-JX01']) {
      const sent = await send(world, person, await template(world, person))
      expect(textOf(await sent.card())).toContain('填报表与现有目标一致')
      expect(refusalOf(await sent.confirm()).code).toBe('stale-summary')
    }
    const sheet = (await template(world, 'WG2')).getWorksheet('目标')
    expect(sheet?.getCell('A2').value).toBe(1)
    expect(sheet?.getCell('B2').value).toBe('药学院')
    expect(sheet?.getCell('N2').value).toBe(1234.5)
    expect(sheet?.getCell('A4').value).toBeNull()
  })

  it('is given only to those who draft, and only while goals are set', async () => {
    const world = planWorld()
    expect(textOf(await show(world, 'CH', 'goal-template', {}))).toContain('没有由您填报的目标')
    world.enter('execution')
    expect(textOf(await show(world, 'WG2', 'goal-template', {}))).toContain('现在不是订立目标阶段')
  })
})

describe('a workbook sent back', () => {
  it('is summed up by unit and type, and drafts and revises in several plans at once', async () => {
    const world = planWorld()
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    const workbook = await template(world, 'WG2')
    edit(workbook, 2, { title: '新名称', target: '95%', indicator: '就业率', seen: null })
    fillIn(workbook, [row('药学院', '常规目标'), row('护理学院', '重点目标', { dueOn: '2026年6月30日' })])
    const before = rowCounts(world.db)
    const sent = await send(world, 'WG2', workbook)
    const card = await sent.card()
    expect(textOf(card)).toContain('共新增2项、修改1项')
    expect(card.elements).toContainEqual(
      expect.objectContaining({
        rows: [
          { unit: '药学院', type: '重点目标', added: 0, changed: 1, same: 0 },
          { unit: '药学院', type: '常规目标', added: 1, changed: 0, same: 0 },
          { unit: '护理学院', type: '重点目标', added: 1, changed: 0, same: 0 },
        ],
      }),
    )
    expect(rowCounts(world.db).goal).toBe(before.goal)
    expect(doneOf(await sent.confirm())).toEqual({
      code: 'workbook-applied',
      drafted: 2,
      revised: 1,
      units: 2,
    })
    const goals = (await world.plan('JX01')).goals
    expect(goals.map((goal) => [goal.number, goal.content.title, goal.revision])).toEqual([
      [1, '新名称', 2],
      [2, '目标', 1],
    ])
    expect(goals[0]?.content.measure).toEqual({
      kind: 'quantified',
      indicator: '就业率',
      measureUnit: '%',
      target: 9500,
    })
    expect((await world.plan('JX02')).goals[0]?.content.dueOn).toBe('2026-06-30')
    expect(textOf(await sent.card())).toContain('2个单位，新增2项、修改1项')
    expect(refusalOf(await world.do('WG2', 'goals.apply', { file: sent.file, seen: '' })).code).toBe(
      'applied-workbook',
    )
  })

  it('changes nothing when the same file comes again, nor when its rows come in another file', async () => {
    const world = planWorld()
    const workbook = fillIn(await template(world, 'WG2'), [
      row('药学院', '常规目标', { title: '一' }),
      row('药学院', '常规目标', { title: '二' }),
    ])
    doneOf(await (await send(world, 'WG2', workbook)).confirm())
    const again = await send(world, 'WG2', workbook)
    expect(textOf(await again.card())).toContain('填报表与现有目标一致')
    const other = fillIn(await template(planWorld(), 'WG2'), [row('药学院', '常规目标', { title: '二' })])
    expect(textOf(await (await send(world, 'WG2', other)).card())).toContain('填报表与现有目标一致')
    expect((await world.plan('JX01')).goals).toHaveLength(2)
  })

  it('does not draft a goal a second time after it was changed in the chat', async () => {
    const world = planWorld()
    const workbook = fillIn(await template(world, 'WG2'), [row('药学院', '常规目标', { title: '一' })])
    doneOf(await (await send(world, 'WG2', workbook)).confirm())
    const revised = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('routine', { title: '一' }) } }
    doneOf(
      await world.do('WG1', 'goal.revise', {
        year: 2026,
        unit: 'JX01',
        ...revised,
        entry: { ...revised.entry, content: '改过' },
      }),
    )
    const again = await send(world, 'WG2', workbook)
    expect(textOf(await again.card())).toContain('要修改它，请在「序号」填1')
  })

  it('is applied whole or not at all: one wrong cell, and no plan moves', async () => {
    const world = planWorld()
    const workbook = fillIn(await template(world, 'WG2'), [
      row('药学院', '常规目标'),
      row('护理学院', '常规目标', { weight: '很重' }),
    ])
    const before = rowCounts(world.db)
    const sent = await send(world, 'WG2', workbook)
    expect(textOf(await sent.card())).toContain('「目标」第3行「权重」：“很重”不是数字')
    expect(refusalOf(await sent.confirm())).toEqual({ code: 'faulty-workbook', faults: 1 })
    expect([rowCounts(world.db).goal, rowCounts(world.db).plan]).toEqual([before.goal, before.plan])
  })

  it('is summed up anew when a goal that it changes was changed meanwhile', async () => {
    const world = planWorld()
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    const workbook = edit(await template(world, 'WG2'), 2, { title: '表中的名称' })
    const sent = await send(world, 'WG2', workbook)
    const old = await sent.card()
    const seen = /"seen":"(\w+)"/.exec(textOf(old))?.[1] ?? ''
    const change = { year: 2026, unit: 'JX01', goal: '2026-JX01-1', revision: 1 }
    doneOf(
      await world.do('WG1', 'goal.revise', {
        ...change,
        entry: { ...entry('key', { content: '别人改过' }) },
      }),
    )
    const late = await world.do('WG2', 'goals.apply', { file: sent.file, seen })
    expect(refusalOf(late).code).toBe('stale-summary')
    expect(late.show).toEqual({ name: 'goal-workbook', params: { by: 'WG2', file: sent.file } })
    expect(textOf(await sent.card())).toContain('目标1 表中的名称：目标名称、目标内容')
    doneOf(await sent.confirm())
  })

  it('is not disturbed by what others do with other goals of the same plans', async () => {
    const world = planWorld()
    const workbook = fillIn(await template(world, 'WG2'), [row('药学院', '常规目标')])
    const sent = await send(world, 'WG2', workbook)
    const card = await sent.card()
    doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
    const seen = /"seen":"(\w+)"/.exec(textOf(card))?.[1] ?? ''
    doneOf(await world.do('WG2', 'goals.apply', { file: sent.file, seen }))
    expect((await world.plan('JX01')).goals.map((goal) => goal.number)).toEqual([1, 2])
  })

  it('is applied beside another that is confirmed at the same moment, each goal with a number of its own', async () => {
    const world = planWorld()
    const books = await Promise.all(
      ['WG1', 'WG2', 'WG3'].map(async (by) =>
        send(world, by, fillIn(await template(world, by), [row('药学院', '常规目标', { title: `${by}的` })])),
      ),
    )
    const outcomes = await Promise.all(books.map((book) => book.confirm()))
    expect(outcomes.map((outcome) => doneOf(outcome).code)).toEqual(Array(3).fill('workbook-applied'))
    const goals = (await world.plan('JX01')).goals
    expect(goals.map((goal) => goal.number)).toEqual([1, 2, 3])
    expect(goals.map((goal) => goal.content.title).sort()).toEqual(['WG1的', 'WG2的', 'WG3的'])
  })

  it('can be dropped, and then no longer confirmed', async () => {
    const world = planWorld()
    const sent = await send(world, 'WG2', fillIn(await template(world, 'WG2'), [row('药学院', '常规目标')]))
    doneOf(await world.do('WG2', 'goals.drop', { file: sent.file }))
    expect(refusalOf(await sent.confirm()).code).toBe('dropped-workbook')
    expect(textOf(await sent.card())).toContain('目标没有任何改动')
  })

  it('is shown to nobody but its sender, and nobody else confirms it', async () => {
    const world = planWorld()
    const sent = await send(world, 'WG2', fillIn(await template(world, 'WG2'), [row('药学院', '常规目标')]))
    const card = await cardOf(world, 'WG1', 'goal-workbook', { by: 'WG2', file: sent.file })
    expect(textOf(card)).not.toContain('药学院')
    expect(refusalOf(await world.do('WG1', 'goals.apply', { file: sent.file, seen: '' })).code).toBe(
      'unread-workbook',
    )
  })

  it('that cannot be read is answered with why and what to do', async () => {
    const world = planWorld()
    const old = await send(world, 'WG2', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))
    expect(textOf(await old.card())).toContain('请去掉密码并另存为 .xlsx 后重新发送')
    const other = await template(world, 'WG2')
    const sheet = other.getWorksheet('目标')
    if (sheet) sheet.name = '工资'
    expect(textOf(await (await send(world, 'WG2', other)).card())).toContain('请发送「目标模板」')
  })
})
