/** Issue point: the goal form question by question, over the wire, in people's words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { post, signedNow, tapEvent } from '../http/deliveries.ts'
import { SPECIAL_GOAL } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type Person, type Shown, tapOf, type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'

let w: World
let contact: Person
beforeEach(async () => {
  w = await world()
  contact = w.person('药学院 联络员')
})
afterEach(async () => {
  await journalEqualsState(w.db)
  await w.stop()
})

async function opensForm(): Promise<Shown> {
  await contact.says('填报目标')
  await contact.taps('填报专项目标')
  return contact.lastCard()
}

async function answers(...texts: readonly string[]): Promise<void> {
  for (const text of texts) await contact.says(text)
}

const goals = () =>
  w.db.raw('SELECT number, title, measure, due_on, weight, budget FROM goal ORDER BY number')

describe('a goal, asked question by question (Articles 10, 12)', () => {
  it('takes dates, figures and choices as they are said, and shows how it read them', async () => {
    await opensForm()
    await contact.taps('逐项填写')
    contact.sees('第 1/', '目标名称')
    await answers('建成教师发展中心', '完成场地改造')
    contact.sees('专项类别', '1. ')
    await answers('工作层次')
    contact.sees('已记下 专项类别：提升工作层次水平')
    await answers('培训教师人次', '一千二')
    contact.sees('已记下 目标值：1200')
    await answers('人次', '跳过', '按期建成为完成', '三季度末')
    contact.sees('已记下 完成时限：2026年9月30日', '现在填的是：1')
    await answers('跳过', '张老师', '１．２万')
    contact.sees('请核对', '2026年9月30日', '12000')
    await answers('提交')
    contact.sees('目标1 建成教师发展中心', '草稿')
    expect(goals()).toEqual([
      {
        ...{ number: 1, title: '建成教师发展中心', due_on: '2026-09-30', weight: 100, budget: 12000_00 },
        measure: '培训教师人次 1200人次',
      },
    ])
  })

  it('goes back, skips, and is left with 取消, which keeps the draft and offers it again', async () => {
    await opensForm()
    await contact.taps('逐项填写')
    await answers('跳过')
    contact.sees('这一项必须填写，不能跳过')
    await answers('建成中心', '返回')
    contact.sees('第 1/', '现在填的是：建成中心')
    await answers('建成教师中心', '跳过', '取消')
    contact.sees('已填的 1 项保留为草稿')
    await answers('继续填写')
    contact.sees('专项类别')
  })

  it('asks again for a day that is over, or beyond the year, and says how it was read', async () => {
    await opensForm()
    await contact.taps('逐项填写')
    await answers('建成中心', '跳过', '1', '跳过', '跳过', '跳过', '挂牌', '按期', '1月底')
    contact.sees('读作2027年1月31日，应在2026年3月2日到2026年12月31日之间')
    await answers('2026/3/1')
    contact.sees('读作2026年3月1日')
    await answers('11月中旬')
    contact.sees('已记下 完成时限：2026年11月20日')
  })

  it('is interrupted by another matter, and taken up again with its answers', async () => {
    await opensForm()
    await contact.taps('逐项填写')
    await answers('建成中心', '场地改造', '待办')
    contact.sees('未提交的草稿：填报专项目标', '已填 2 项')
    await answers('继续填写')
    contact.sees('专项类别')
    await answers('取消', '填报目标')
    await contact.taps('填报专项目标')
    expect(contact.lastCard().fields.find((one) => one.label === '目标名称')?.initial).toBe('建成中心')
  })
})

describe('a goal on a card', () => {
  it('stands where the list stood, and gives its place back: one list in the chat, not two', async () => {
    await opensForm()
    await contact.taps('保存目标', SPECIAL_GOAL)
    contact.sees('目标1已保存')
    expect(contact.messages().filter((one) => one.text.includes('目标填报'))).toHaveLength(1)
    expect(contact.messages()).toHaveLength(1)
  })

  it('is left with 返回列表 without being saved', async () => {
    await opensForm()
    await contact.taps('返回列表')
    contact.sees('填报专项目标')
    expect(count(w.db, 'goal')).toBe(0)
  })

  it('names every fault at once beside its field, and keeps what was typed', async () => {
    await opensForm()
    await contact.taps('保存目标', { ...SPECIAL_GOAL, 目标名称: '', 目标值: '很多', 量化指标: '挂牌数' })
    contact.sees('请填写「目标名称」', '没有读懂这个数字', '量化指标和定性要求只能填一种')
    expect(contact.toast).toContain('共 3 处需要修改')
    const { fields } = contact.lastCard()
    expect(fields.find((one) => one.label === '评价标准')?.initial).toBe(SPECIAL_GOAL.评价标准)
    expect(count(w.db, 'goal')).toBe(0)
  })

  it('saved twice from one opened form, by two taps, is one goal', async () => {
    const form = await opensForm()
    await contact.taps('保存目标', SPECIAL_GOAL)
    await contact.tapsOld(form, '保存目标', SPECIAL_GOAL)
    contact.sees('目标1已保存')
    await contact.tapsOld(form, '保存目标', { ...SPECIAL_GOAL, 目标名称: '另一个中心' })
    contact.sees('这张表已保存为目标1，没有再建一项')
    expect(count(w.db, 'goal')).toBe(1)
    await contact.taps('填报专项目标')
    await contact.taps('保存目标', { ...SPECIAL_GOAL, 目标名称: '另一个中心' })
    expect(count(w.db, 'goal')).toBe(2)
  })

  it('saved by two taps at the same moment is one goal', async () => {
    const form = await opensForm()
    const button = form.buttons.find((one) => one.text === '保存目标')
    if (!button) throw new Error('no button')
    const { form: form_value, ...tap } = tapOf(button, SPECIAL_GOAL)
    const answered = await Promise.all(
      ['a', 'b', 'c'].map((id) =>
        post(
          w,
          signedNow(w, tapEvent(contact.openId, form.messageId, { ...tap, form_value }, { event_id: id })),
        ),
      ),
    )
    for (const { body } of answered) expect(JSON.parse(body).toast.content).toContain('目标1已保存')
    expect(count(w.db, 'goal')).toBe(1)
  })

  it('kept as a draft is offered again by the list, and its form still makes one goal', async () => {
    const form = await opensForm()
    await contact.taps('存草稿', { 目标名称: '建成中心' })
    await contact.taps('返回列表')
    await contact.taps('填报专项目标')
    const again = contact.lastCard()
    expect(again.fields.find((one) => one.label === '目标名称')?.initial).toBe('建成中心')
    await contact.taps('保存目标', SPECIAL_GOAL)
    await contact.tapsOld(form, '保存目标', SPECIAL_GOAL)
    expect(count(w.db, 'goal')).toBe(1)
  })
})
