import { afterEach, describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'

let w: World
afterEach(() => w.stop())

const picture = (n = 0) =>
  ({ name: '照片.png', type: 'image', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, n]) }) as const
const file = (name: string, size = 10) =>
  ({ name, type: 'file', bytes: new Uint8Array(size).fill(7) }) as const

async function inExecution(options: Parameters<typeof world>[0] = {}): Promise<World> {
  w = await world(options)
  seedGoal(w.db, 'JX01', 1, { title: '课程建设' })
  seedGoal(w.db, 'JX01', 2)
  const office = w.person('办公室 工作人员')
  await office.says('阶段')
  await office.taps('进入实现目标')
  return w
}

describe('进展 in the chat', () => {
  it('a typed line is shown as understood, saved on a tap, and saved once', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.says('进展 2 已完成60%，教材初稿完成')
    contact.sees('请确认进展', '目标2 建设精品教材', '60%', '教材初稿完成')
    const asked = contact.lastCard()
    expect(count(w.db, 'progress')).toBe(0)
    await contact.taps('保存进展')
    contact.sees('进展已报送', '目标2的进展已报送（60%）', '药学院 联络员 于 3月2日 10:00 报送')
    await contact.tapsOld(asked, '保存进展')
    contact.sees('没有重复保存')
    expect(count(w.db, 'progress')).toBe(1)
    await contact.says('进展记录 2')
    contact.sees('进展记录', '60%', '教材初稿完成')
    await journalEqualsState(w.db)
  })

  it('a line that waits for its tap follows what others report meanwhile', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    const head = w.person('药学院 负责人')
    await contact.says('进展 2 完成60%，教材初稿完成')
    const stale = contact.lastCard()
    await head.says('进展 2 完成50%，初稿在校对')
    await head.taps('保存进展')
    contact.sees('60%（上次 50%）')
    await contact.tapsOld(stale, '保存进展')
    contact.sees('药学院 负责人 已于 3月2日 10:00 报送目标2的进展（50%），您的这条没有保存')
    expect(count(w.db, 'progress')).toBe(1)
  })

  it('the list offers nothing to report on any more when its phase is over', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.says('进展')
    contact.sees('建设精品教材')
    const list = contact.lastCard()
    expect(list.buttons.map((one) => one.text)).toEqual(['报目标1', '报目标2'])
    await w.person('办公室 工作人员').says('阶段')
    await w.person('办公室 工作人员').taps('进入考核')
    expect(contact.shown('药学院 目标进展').buttons.map((one) => one.text)).toEqual(['看目标1', '看目标2'])
    await contact.tapsOld(list, '报目标2')
    contact.sees('现在是「考核」阶段')
  })

  it('a picture is kept at once, goes into the form of the chosen goal, and can be had back', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.sends(picture())
    contact.sees('「图片 3月2日 10:00」已收到并保存', '目标2　建设精品教材')
    await contact.taps('用于目标2')
    contact.sees('报送进展：目标2 建设精品教材', '佐证材料')
    await contact.taps('报送进展', { 完成进度: '60', 完成情况: '教材初稿完成' })
    contact.sees('进展已报送', '1. 图片 3月2日 10:00')
    expect(contact.shown('已用于目标2').buttons.map((one) => one.text)).toEqual(['取回材料'])
    await w.person('分管教学副校长').says('进展记录 药学院 2')
    const leader = w.person('分管教学副校长')
    await leader.taps('查看这次')
    await leader.taps('取回材料1')
    const { content = '' } = w.campus.chat.messages(leader.openId).at(-1) ?? {}
    const returned = w.campus.chat.file(JSON.parse(content).file_key)
    expect(returned).toEqual({ ...picture(), type: 'file', name: '图片-3月2日-10-00.png' })
  })

  it('a picture before or after the words goes with them', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.sends(file('初稿.pdf'))
    await contact.says('进展 2 已完成60%，教材初稿完成')
    contact.sees('请确认进展', '1. 初稿.pdf')
    await contact.taps('保存进展')
    contact.sees('1. 初稿.pdf')
    await contact.sends(picture())
    contact.sees('您刚报送了这项目标的进展')
    await contact.taps('用于目标', {}, '您刚报送了这项目标的进展')
    contact.sees('教材初稿完成', '图片 3月2日 10:00', '初稿.pdf')
    await contact.taps('报送进展')
    contact.sees('进展已报送', '1. 图片 3月2日 10:00')
    expect(w.db.raw('SELECT percent, evidence IS NOT NULL AS kept FROM progress')).toHaveLength(2)
  })

  it('what cannot be evidence is answered with a sentence', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.sends(file('程序.exe'))
    contact.sees('的种类本年度不收作佐证，没有保存')
    expect(count(w.db, 'evidence')).toBe(0)
  })

  it('what is too large to be fetched is said to be lost, and offered no more', async () => {
    const contact = (await inExecution({ lenient: true })).person('药学院 联络员')
    await contact.sends(file('大.pdf', 31 * 1024 * 1024))
    contact.sees('没能取回，没有保存', '超过 30 MB 的请先压缩或拆分')
    expect(contact.shown('「大.pdf」没能取回').text).not.toContain('用于目标')
    await contact.says('进展 2 已完成60%，教材初稿完成')
    contact.sees('请确认进展')
    contact.seesNo('大.pdf')
    await contact.taps('保存进展')
    contact.seesNo('份材料没有用于任何进展')
  })

  it('files sent in a row are all kept and all offered', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    for (let n = 1; n <= 20; n++) await contact.sends(n % 2 ? picture(n) : file(`材料${n}.pdf`, n))
    expect(count(w.db, "evidence WHERE state = 'kept'")).toBe(20)
    await contact.says('进展 1 完成30%，启动')
    await contact.taps('保存进展')
    expect(count(w.db, "evidence WHERE goal = '2026-JX01-1'")).toBe(20)
    contact.sees('佐证材料（20 份）')
  })

  it('the percent falls only with a reason, which the form asks for', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.says('进展 2 已完成60%，教材初稿完成')
    await contact.taps('保存进展')
    await contact.says('目标2 完成40%，部分返工')
    await contact.taps('补充修改')
    await contact.taps('报送进展')
    contact.sees('上次已报 60%，这次是 40%', '部分返工')
    await contact.taps('报送进展', { 调整原因: '评审意见' })
    contact.sees('进展已报送', '40%（上次 60%）', '评审意见')
  })

  it('who reports for no unit is told who does', async () => {
    const teacher = (await inExecution()).person('宣传部 联络员')
    await teacher.says('进展 2 已完成60%，教材初稿完成')
    teacher.sees('进展由各单位联络员或负责人报送')
    await teacher.sends(file('证明.pdf'))
    teacher.sees('文件没有保存')
  })
})

describe('files in a row', () => {
  it('twenty make one card, which follows them, and is one message', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    const before = contact.messages().length
    for (let n = 1; n <= 20; n++) await contact.sends(file(`材料${n}.pdf`, n))
    expect(contact.messages()).toHaveLength(before + 1)
    contact.sees('已收到 20 个文件并保存', '文件清单（20 个）', '材料20.pdf')
    await contact.taps('用于目标2')
    await contact.taps('报送进展', { 完成进度: '60', 完成情况: '教材初稿完成' })
    contact.sees('佐证材料（20 份）')
    expect(contact.shown('已用于目标2').text).toContain('取回材料20')
  })

  it('come all at once, and still make one card', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    const before = contact.messages().length
    await w.together(Array.from({ length: 20 }, (_, n) => () => contact.sends(file(`材料${n}.pdf`, n + 1))))
    expect(contact.messages()).toHaveLength(before + 1)
    contact.sees('已收到 20 个文件并保存')
    expect(count(w.db, "evidence WHERE state = 'kept'")).toBe(20)
    await journalEqualsState(w.db)
  })

  it('are fetched once each, however often Feishu fails, and can be had back', async () => {
    const contact = (await inExecution({ lenient: true })).person('药学院 联络员')
    w.campus.chat.misbehave({ down: true })
    for (let n = 1; n <= 3; n++) await contact.sends(file(`材料${n}.pdf`, n))
    expect(count(w.db, "evidence WHERE state = 'awaited'")).toBe(3)
    await w.passes(60_000)
    expect(count(w.db, "evidence WHERE state = 'awaited'")).toBe(3)
    w.campus.chat.misbehave({})
    await w.passes(20 * 60_000)
    contact.sees('已收到 3 个文件并保存')
    expect(count(w.db, "journal WHERE type = 'evidence.kept'")).toBe(3)
    await contact.says('进展 2 已完成60%，教材初稿完成')
    await contact.taps('保存进展')
    await contact.taps('取回材料2')
    const { content = '' } = w.campus.chat.messages(contact.openId).at(-1) ?? {}
    expect(w.campus.chat.file(JSON.parse(content).file_key)?.bytes).toHaveLength(2)
    await journalEqualsState(w.db)
  })
})
