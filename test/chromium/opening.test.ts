/** The office opens a year in the browser, from the health of the organization to the first phase: at a desk and on a phone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../sandbox/page-browser.ts'
import { type World, world } from '../world/people.ts'
import { type Hand, handOn, PATIENCE_MS, WINDOWS } from './hand.ts'

const CHAIR = '领导小组 组长'
const OFFICE = '办公室 工作人员'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each(WINDOWS)('the opening of a year $where', { timeout: PATIENCE_MS }, ({ viewport }) => {
  let w: World
  let hand: Hand
  beforeAll(async () => {
    w = await world({ year: null })
    hand = await handOn(w, browser, viewport)
    await hand.become(OFFICE)
  }, PATIENCE_MS)
  afterAll(async () => {
    await hand.stop()
    await w.stop()
  })
  const looksWell = async (): Promise<void> => {
    expect(await hand.overflow()).toBeLessThanOrEqual(0)
    expect(hand.faults).toEqual([])
  }

  it('体检 finds the offices without an inspection team, and its button forms one', async () => {
    await hand.says('体检')
    await hand.sees('教务处、科技处没有督查组')
    await looksWell()
    await hand.taps('安排工作组')
    await hand.fills('name', '第一督查组')
    await hand.fills('convenor', '护理学院 负责人')
    await hand.fills('members', '药学院 教师')
    await looksWell()
    await hand.taps('保存')
    await hand.sees('第一督查组')
    await looksWell()
  })

  it('the year is opened, and everyone in the scheme is told', async () => {
    await hand.says('阶段')
    await hand.sees('还没有开启')
    await hand.taps('开启年度')
    await hand.sees('进行中')
    await looksWell()
  })

  it('its days are planned', async () => {
    await hand.says('年度日历')
    await hand.taps('安排日期')
    await hand.fills('execution_from', '2026-04-01')
    await looksWell()
    await hand.taps('保存日历')
    await hand.sees('4月1日')
    await looksWell()
  })

  it('a value of the policy is changed by form, with what it changes beside it', async () => {
    await hand.says('年度政策 考评计分')
    await hand.sees('影响')
    await looksWell()
    await hand.taps('修改')
    await looksWell()
    await hand.fills('appealDays', '7')
    await hand.taps('保存')
    await hand.sees('7个工作日')
    await looksWell()
  })

  it.each([['教务处'], ['科技处']])('the coefficients of %s are entered', async (unit) => {
    await hand.says('权重系数')
    await hand.taps('设置系数')
    await hand.fills('unit', unit)
    for (const type of ['key', 'special', 'routine']) await hand.fills(type, '1.05')
    await looksWell()
    await hand.taps('保存系数')
    await hand.sees('1.05')
  })

  it('the chair confirms the policy with the notice’s number', async () => {
    await hand.become(CHAIR)
    await hand.says('年度政策')
    await hand.fills('notice', '校发〔2026〕12号')
    await looksWell()
    await hand.taps('确认政策')
    await hand.sees('校发〔2026〕12号')
    await looksWell()
  })

  it('the state of the system is shown to the office', async () => {
    await hand.become(OFFICE)
    await hand.says('系统状态')
    await hand.sees('系统状态')
    await looksWell()
  })
})
