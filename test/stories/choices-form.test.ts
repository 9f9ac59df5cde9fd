/** The office chooses what the regulation leaves open on the policy's card, and what the units then see of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { changesPolicy, confirmsPolicy, setsCoefficients } from './results-steps.ts'
import { assesses, brings, enters, proposes, waitingFor } from './steps.ts'

const COLLEGE = standardCast('药学院')
const DEPARTMENT = gradedCast('教务处')
const [OFFICE, SECOND, CHAIR] = ['办公室 工作人员', '办公室 负责人', '领导小组 组长'] as const
const SCORING = {
  缺少某类目标: '该类按0分计',
  系数算法: '总和',
  '得分上限（分）': '',
  最终得分: '保留1位小数',
}
const GRADING = { 等次界线: '先四舍五入为整数再比较', 优秀名额取整: '进一', 空出的名额: '空缺' }

let w: World
let before: Shown
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string) => w.person(name)
const opensForm = async (name: string, subject: string): Promise<Shown> => {
  await person(name).says(`年度政策 ${subject}`)
  await person(name).taps('修改')
  return person(name).lastCard()
}

describe('what the regulation leaves open', () => {
  it('stands on the policy’s cards, each with what it changes; the forms are the office’s only', async () => {
    await confirmsPolicy(w)
    person(CHAIR).sees('不计该类，按其余比例折算', '舍去小数', '重点25%')
    await person(CHAIR).says('年度政策 等次与名额')
    person(CHAIR).sees('89.04分', '30个单位', '名额给下一名还是空缺', '何时生效')
    person(CHAIR).seesNo('修改')
    before = await opensForm(OFFICE, '考评计分')
    expect(await refused(w, CHAIR, before, '保存')).toContain('办公室')
  })

  it('is chosen with one tap a form, and the chair confirms again', async () => {
    await person(OFFICE).taps('保存', SCORING)
    person(OFFICE).sees('该类按0分计', '不设上限', '保留1位小数', '待确认')
    await changesPolicy(w, '等次与名额', GRADING)
    person(OFFICE).sees('先四舍五入为整数再比较', '进一', '空缺，不递补')
    expect(await waitingFor(w, CHAIR)).toContain('2026年度政策待确认')
    await confirmsPolicy(w)
  })

  it('is not changed by a second tap, nor by a form that another has overtaken', async () => {
    const again = await opensForm(OFFICE, '考评计分')
    await person(OFFICE).tapsOld(again, '保存', SCORING)
    person(OFFICE).sees('与现在的选定相同', '已确认')
    const old = await opensForm(SECOND, '等次与名额')
    await changesPolicy(w, '等次与名额', { 优秀名额取整: '四舍五入' })
    await person(SECOND).tapsOld(old, '保存', { 空出的名额: '递补' })
    person(SECOND).sees('请在新卡片上重新选择', '空缺，不递补', '待确认')
    await changesPolicy(w, '等次与名额', { 优秀名额取整: '进一' }, SECOND)
    await confirmsPolicy(w)
  })

  it('is kept in editions: what changed, by whom, and which notice confirmed it', async () => {
    await person(CHAIR).says('政策版本')
    person(CHAIR).sees('第5版', '优秀名额取整：四舍五入 → 进一', SECOND, '校发〔2026〕12号')
    person(CHAIR).sees('这一版没有确认')
  })

  it('Articles 8, 23, 24: gives the units their scores, worked out as chosen', async () => {
    for (const cast of [COLLEGE, DEPARTMENT]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    await setsCoefficients(w, '教务处', ['1.2', '1', '1.1'])
    await confirmsPolicy(w)
    await enters(w, '实现目标')
    await enters(w, '考核')
    before = await opensForm(OFFICE, '考评计分')
    await assesses(w, COLLEGE, { '目标1 扣分': '8 进度滞后', '目标2 扣分': '0.55 公文超期' })
    await assesses(w, DEPARTMENT, FULL)
    // 25 % of 92 + 15 % of 0 + 60 % of 99.45 = 82.67
    await person('药学院 联络员').says('我的得分')
    person('药学院 联络员').sees('得分：82.70')
    // (30 · 100 + 15 · 0 + 66 · 100) / 111 = 86.486…
    await person('教务处 联络员').says('我的得分')
    person('教务处 联络员').sees('得分：86.50')
  })

  it('Article 21: leaves the way of scoring alone once a score is decided, on every card that is left', async () => {
    await person(OFFICE).tapsOld(before, '保存', { 缺少某类目标: '100分' })
    person(OFFICE).sees('已有单位')
    const present = person(OFFICE).shown('2026年度政策：考评计分')
    expect(present.text).toContain('不能再改：已有单位的得分确定')
    expect(present.buttons.map((one) => one.text)).not.toContain('修改')
    await changesPolicy(w, '等次与名额', { 等次界线: '按得分直接比较' })
    person(OFFICE).sees('按得分直接比较', '待确认')
    await journalEqualsState(w.db)
    expect(await deadButtons(w)).toEqual([])
  })
})

const FULL = { '目标1 等级': '一级', '目标1 得分': '100', '目标2 等级': '一级', '目标2 得分': '100' }
