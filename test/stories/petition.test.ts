/** Article 32: a hidden petition about the chair, from its writing to its end, in the chat and over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'

const WRITER = '药学院 教师'
const CHAIR = '领导小组 组长'
const MEMBER = '领导小组 成员'
const OFFICE = '办公室 工作人员'
const HEAD = '教务处 负责人'
const WORDS = '实验楼采购没有招标，请查合同'
const DAY_MS = 86_400_000

describe('a petition about the chair, its writer hidden', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())

  const says = async (who: string, words: string) => {
    await w.person(who).says(words)
    return w.person(who)
  }

  it('before the opening of execution nobody can write, and is told from when', async () => {
    const writer = await says(WRITER, `反映问题 ${WORDS}`)
    writer.sees('从「实现目标」阶段开始')
    await w.person(OFFICE).says('阶段')
    await w.person(OFFICE).taps('进入实现目标')
  })

  it('whoever is known writes on a form that keeps no draft, and has a number at once', async () => {
    const writer = await says(WRITER, `反映问题 ${WORDS}`)
    writer.sees('向领导小组反映问题', '随消息写的文字')
    writer.seesNo(WORDS)
    const form = writer.lastCard()
    expect(form.buttons.map((one) => one.text)).toEqual(['提交'])
    await writer.taps('提交', { 反映内容: WORDS, 涉及人员: CHAIR, 姓名: '不公开，只在办公室登记簿上' })
    writer.sees('我反映的问题 第 2026-001 号', '已直接送达领导小组', '办理中', WORDS)
    await writer.tapsOld(form, '提交', { 反映内容: WORDS, 涉及人员: CHAIR, 姓名: '公开给领导小组' })
    writer.sees('没有重复提交', '第 2026-001 号')
    expect(w.db.raw('SELECT count(*) AS n FROM petition')).toEqual([{ n: 1 }])
  })

  it('what is typed beneath the card in the chat is neither kept nor delivered, and the writer is told so', async () => {
    const writer = await says(WRITER, '另外还有一批设备也是这样买的')
    writer.sees('没有听懂', '没有保存')
    writer.seesNo('设备')
  })

  it('the chair sees nothing of it; another member decides', async () => {
    const chair = await says(CHAIR, '来信')
    chair.sees('还没有来信')
    await chair.says('来信 2026-001')
    chair.sees('没有找到可由您查看的这件来信')
    await chair.says('待办')
    chair.seesNo('来信')
    const member = w.person(MEMBER)
    member.shown('来信第 2026-001 号')
    member.sees('不公开姓名', '领导小组组长', WORDS, '答复', '请补充')
    member.seesNo(WRITER)
  })

  it('待办 shows its age', async () => {
    await w.passes(3 * DAY_MS)
    const member = await says(MEMBER, '待办')
    member.sees('来信第 2026-001 号等您办理（收到 3 天）')
    await member.taps('办理')
    member.sees('（已 3 天）', WORDS)
  })

  it('the writer is asked, sees it in 待办, and answers on a card', async () => {
    const member = w.person(MEMBER)
    await member.taps('请补充', { 答复或提问: '请问是哪一年的合同？' })
    member.sees('待补充', '请问是哪一年的合同？')
    const writer = w.person(WRITER)
    writer.shown('领导小组请您补充')
    await writer.says('待办')
    writer.sees('您反映的问题第 2026-001 号，领导小组请您补充')
    await writer.taps('补充', {}, '我的待办')
    await writer.taps('补充', {}, '我反映的问题')
    writer.sees('补充反映内容')
    const form = writer.lastCard()
    await writer.taps('提交补充', { 补充内容: '是2025年秋季的合同' })
    writer.sees('是2025年秋季的合同', '办理中')
    await writer.tapsOld(form, '提交补充', { 补充内容: '是2025年秋季的合同' })
    writer.sees('没有重复提交')
    member.shown('是2025年秋季的合同')
  })

  it('it cannot be passed to whom it concerns; another unit gets these words and no name', async () => {
    const member = w.person(MEMBER)
    await member.taps('转办', {}, '来信第 2026-001 号')
    member.sees('转办来信', WORDS)
    await member.taps('转办', { 转给: CHAIR, 转办内容: '请核实采购程序' }, '转办来信')
    member.sees('来信涉及接收人本人，不能转给')
    await member.taps('转办', { 转给: '教务处', 转办内容: '请核实采购程序' }, '转办来信')
    member.sees('已转出')
    const head = w.person(HEAD)
    head.sees('领导小组转办 第 2026-001 号', '请核实采购程序')
    head.seesNo(WRITER, WORDS, CHAIR)
    w.person(WRITER).shown('领导小组转给教务处负责人办理')
  })

  it('the receiver answers the leading group; the writer learns only that it did', async () => {
    const head = await says(HEAD, '待办')
    head.sees('领导小组转办第 2026-001 号等您回复')
    await head.taps('回复', {}, '我的待办')
    await head.taps('回复', { 办理情况: '已调阅合同，缺少招标文件' }, '领导小组转办')
    head.sees('已回复', '已调阅合同')
    w.person(MEMBER).shown('已调阅合同，缺少招标文件')
    const writer = w.person(WRITER)
    writer.shown('承办方已回复领导小组')
    await writer.says('我反映的问题')
    writer.sees('第 2026-001 号', '办理中')
    writer.seesNo('已调阅合同')
  })

  it('it is answered, closed, and stays readable for its writer; no button that is left does anything', async () => {
    const member = w.person(MEMBER)
    const old = member.shown('已调阅合同，缺少招标文件')
    await member.taps('答复', { 答复或提问: '已责成整改并重新招标' }, '来信第 2026-001 号')
    member.sees('已答复')
    await member.taps('办结', {}, '来信第 2026-001 号')
    member.sees('已办结')
    await member.tapsOld(old, '答复', { 答复或提问: '再答复一次' })
    member.sees('已于', '办结')
    const writer = await says(WRITER, '我反映的问题')
    await writer.taps('查看', {}, '第 2026-001 号')
    writer.sees('已办结', '已责成整改并重新招标', '如有新的问题')
    expect(await deadButtons(w)).toEqual([])
  })

  it('the office’s register has number, day, state and the hidden name; nobody else opens it', async () => {
    const office = await says(OFFICE, '来信登记')
    office.sees('来信登记簿', '2026-001', `${WRITER}＊`, '已办结')
    office.seesNo(WORDS, CHAIR)
    for (const who of [MEMBER, CHAIR, HEAD, WRITER]) {
      const person = await says(who, '来信登记')
      person.sees('只由领导小组办公室本人查看')
      person.seesNo('2026-001')
    }
  })

  it('the journal tells the steps and names nobody', async () => {
    expect(await journalEqualsState(w.db)).toContain('petition')
    const signed = w.db.raw(
      "SELECT DISTINCT by_person FROM journal WHERE subject LIKE 'petition:%' ORDER BY 1",
    )
    expect(signed).toEqual([
      { by_person: 'leading-group' },
      { by_person: 'receiver' },
      { by_person: 'writer' },
    ])
  })
})
