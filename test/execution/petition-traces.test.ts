/** Article 32: what is typed leaves no trace but on the sealed papers: not in tables, logs, receipts, drafts or messages under way. */
import { afterEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/run-command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { depsOf, metaOf } from '../organization/world.ts'
import type { Values } from '../world/fill.ts'
import { type World, world } from '../world/people.ts'
import { everyRow, rowsOf, tablesWith } from './petition-world.ts'

const WRITER = '药学院 教师'
const CHAIR = '领导小组 组长'
const MEMBER = '领导小组 成员'
const OFFICE = '办公室 工作人员'

let w: World
afterEach(() => w.stop())

async function inExecution(options: Parameters<typeof world>[0] = {}): Promise<World> {
  w = await world(options)
  await w.person(OFFICE).says('阶段')
  await w.person(OFFICE).taps('进入实现目标')
  return w
}

async function written(values: Values = {}): Promise<void> {
  const writer = w.person(WRITER)
  await writer.says('反映问题')
  await writer.taps('提交', { 反映内容: '蓝鲸正文', 姓名: '不公开，只在办公室登记簿上', ...values })
}

/** A tap that no card of this version makes. */
async function forged(who: string, value: JsonObject, form = {}): Promise<void> {
  const { openId } = w.person(who)
  await w.campus.chat.tap(openId, w.person(who).lastCard().messageId, { tag: 'button', value, form })
  await w.settled()
}

const expectNoTrace = (words: string): void => {
  expect(tablesWith(w.db, words)).toEqual([])
  expect(w.log.lines.filter((line) => line.includes(words))).toEqual([])
}

describe('what is typed', { timeout: 60_000 }, () => {
  it('stands on the papers alone after a whole life, and in no line of the log', async () => {
    await inExecution()
    const [writer, chair, head] = [w.person(WRITER), w.person(CHAIR), w.person('教务处 负责人')]
    await written({ 涉及单位: '蓝鲸单位' })
    await writer.taps('补充', {}, '我反映的问题')
    await writer.taps('提交补充', { 补充内容: '蓝鲸补充' })
    await chair.taps('请补充', { 答复或提问: '蓝鲸提问' }, '来信第')
    await chair.taps('交由成员办理', {}, '来信第')
    await chair.taps('交由办理', { 成员: MEMBER })
    const member = w.person(MEMBER)
    await member.taps('转办', {}, '来信第')
    await member.taps('转办', { 转给: '教务处', 转办内容: '蓝鲸转办' }, '转办来信')
    await chair.taps('同意转办', {}, '来信第')
    await head.taps('回复', { 办理情况: '蓝鲸回复' }, '领导小组转办')
    await chair.taps('答复', { 答复或提问: '蓝鲸答复' }, '来信第')
    await chair.taps('办结', {}, '来信第')
    writer.shown('已办结')
    for (const word of ['正文', '单位', '补充', '提问', '转办', '回复', '答复'])
      expect(tablesWith(w.db, `蓝鲸${word}`), word).toEqual(['petition_paper'])
    expect(w.log.lines.filter((line) => line.includes('蓝鲸'))).toEqual([])
  })

  it('no row but the register’s leads from the writer to the number', async () => {
    await inExecution()
    await written()
    await w.person(WRITER).says('我反映的问题')
    await w.person(CHAIR).says('来信')
    const both = everyRow(w.db).filter(({ row }) => row.includes('2026-001') && /T-JX01|ou_T-JX01/.test(row))
    expect(both.map(({ table }) => table)).toEqual(['petition_register'])
    expect(w.log.lines.filter((line) => line.includes('2026-001') && line.includes('T-JX01'))).toEqual([])
    const journal = rowsOf(w.db, "SELECT * FROM journal WHERE subject LIKE 'petition:%'")
    expect(JSON.stringify(journal)).not.toContain('T-JX01')
  })

  it('is kept neither when it follows the words, nor beneath the cards', async () => {
    await inExecution()
    const writer = w.person(WRITER)
    await writer.says('反映问题：蓝鲸一号，采购有问题')
    await writer.says('我要举报蓝鲸二号')
    writer.sees('向领导小组反映问题')
    await writer.says('蓝鲸三号的情况是这样的')
    writer.sees('没有保存')
    await written()
    await writer.says('蓝鲸四号也参与了')
    writer.sees('没有保存')
    await w.person(CHAIR).says('蓝鲸五号我知道')
    w.person(CHAIR).sees('没有保存')
    for (const number of ['一', '二', '三', '四', '五']) expectNoTrace(`蓝鲸${number}号`)
  })

  it('is not kept as a draft, not asked question by question, and not by a form that was refused', async () => {
    await inExecution()
    const writer = w.person(WRITER)
    await writer.says('反映问题')
    const typed = { text: '蓝鲸草稿', concerned: '', unit: '', hidden: 'hidden' }
    await forged(WRITER, { keep: 'petition-write', with: { opened: 'x' } }, typed)
    await forged(WRITER, { guide: 'petition-write', with: {} }, typed)
    writer.sees('向领导小组反映问题')
    await writer.taps('提交', { 反映内容: '蓝鲸被拒', 涉及人员: '蓝鲸无名氏', 姓名: '公开给领导小组' })
    writer.sees('第 1 个姓名在名册中没有找到')
    writer.shown('蓝鲸被拒')
    await forged(
      WRITER,
      { submit: 'petition-write', with: { opened: 'y' } },
      { ...typed, text: '蓝鲸'.repeat(600) },
    )
    await forged(WRITER, { do: 'petition.write', with: { text: '蓝鲸伪造', hidden: 'yes' } })
    expect(tablesWith(w.db, '蓝鲸')).toEqual([])
    expect(w.log.lines.filter((line) => line.includes('蓝鲸'))).toEqual([])
    expect(rowsOf(w.db, 'SELECT * FROM petition')).toEqual([])
  })

  it('is not echoed into the log or the outbox by a platform that refuses the card with its words', async () => {
    let refusing = false
    await inExecution({
      lenient: true,
      fetch: async (input, init) =>
        refusing && String(input).includes('/im/v1/messages') && init?.method === 'POST'
          ? Response.json(
              { code: 230099, msg: `Failed to create card content, ErrorValue: ${init.body}` },
              { status: 400 },
            )
          : fetch(input, init),
    } as Parameters<typeof world>[0])
    await w.person(WRITER).says('反映问题')
    refusing = true
    await w.person(WRITER).taps('提交', { 反映内容: '蓝鲸回声', 姓名: '公开给领导小组' })
    expect(rowsOf(w.db, "SELECT error FROM outbox WHERE view = 'petition'")).toEqual([
      { error: expect.stringContaining('230099') },
    ])
    expect(tablesWith(w.db, '蓝鲸回声')).toEqual(['petition_paper'])
    expect(w.log.lines.filter((line) => line.includes('蓝鲸'))).toEqual([])
    refusing = false
    await w.person(OFFICE).says('未送达')
    w.person(OFFICE).seesNo('来信', '2026-001', '蓝鲸')
  })

  it('the journal still verifies, and prints nothing of it', async () => {
    await inExecution()
    await written()
    const printed: string[] = []
    const machine = {
      db: w.db,
      deps: depsOf(),
      print: (text: string) => void printed.push(text),
      ask: async () => '',
      act: () => metaOf('console', 'console:1'),
    }
    expect(await runCommand(machine, ['verify-journal'])).toBe(0)
    expect(printed.join()).not.toMatch(/蓝鲸|T-JX01/)
  })
})
