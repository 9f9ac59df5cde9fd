/** The year in the browser, by hand, for a unit of each regime: at a desk and on a phone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../sandbox/page-browser.ts'
import { type Cast, gradedCast, keyGoal, routineGoal, standardCast } from '../stories/cast.ts'
import { setsCoefficients } from '../stories/results-steps.ts'
import { assesses, drafts, enters, sends } from '../stories/steps.ts'
import { type World, world } from '../world/people.ts'
import { type Hand, handOn, PATIENCE_MS, WINDOWS } from './hand.ts'

const CHAIR = '领导小组 组长'
const OFFICE = '办公室 工作人员'
const COLLEGE = standardCast('药学院')
const DEPARTMENT = gradedCast('教务处')

const UNITS = [{ cast: COLLEGE }, { cast: DEPARTMENT }]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each(WINDOWS)('a year $where', { timeout: PATIENCE_MS }, ({ viewport }) => {
  let w: World
  let hand: Hand
  beforeAll(async () => {
    w = await world()
    hand = await handOn(w, browser, viewport)
  })
  afterAll(async () => {
    await hand.stop()
    await w.stop()
  })
  const looksWell = async (): Promise<void> => {
    expect(await hand.overflow()).toBeLessThanOrEqual(0)
    expect(hand.faults).toEqual([])
  }

  it.each(UNITS)('the goals of $cast.unit are drafted, sent, passed and ratified', async ({ cast }) => {
    const others = [keyGoal('完成重点任务'), routineGoal('公文办理')].filter((goal) =>
      cast.drafted.includes(goal.kind),
    )
    await drafts(w, cast.drafter, cast.unit, others)
    await sends(w, cast.sender, cast.unit)
    await draftsSpecial(cast)
    await looksWell()
    if (!cast.drafted.includes('常规目标'))
      await drafts(w, cast.contact, cast.unit, [routineGoal('公文办理')])
    await hand.become(cast.head)
    await hand.says('报送')
    await hand.taps('报送')
    await hand.sees('退回前不能修改')
    await hand.become(cast.leader)
    await hand.sees(`${cast.unit} 2026年度目标审核`)
    expect(await hand.startsInView(`${cast.unit} 2026年度目标审核`)).toBe(true)
    await looksWell()
    await hand.taps('全部通过')
    await hand.sees(`3月2日 10:00 ${cast.leader}`)
    await hand.become(CHAIR)
    await hand.taps('全部审定')
    await hand.sees('计划已生效')
    await looksWell()
  })

  const draftsSpecial = async (cast: Cast): Promise<void> => {
    await hand.become(cast.contact)
    await hand.says('填报目标')
    await hand.taps('填报专项目标')
    await hand.fills('title', '推行一站式服务')
    await hand.fills('content', '整合服务窗口，减少跑动次数')
    await hand.fills('aim', '改进工作方式方法')
    await hand.fills('seen', '窗口建成并投入使用')
    await hand.fills('due_on', '2026-06-30')
    await looksWell()
    await hand.taps('保存目标')
    await hand.sees('推行一站式服务')
  }

  it('the office opens the next phase', async () => {
    await hand.become(OFFICE)
    await hand.says('阶段')
    await hand.taps('进入实现目标')
    await hand.sees('进行中')
    await looksWell()
  })

  it.each(UNITS)('$cast.unit reports progress with a picture, and by a typed line', async ({ cast }) => {
    await hand.become(cast.contact)
    await hand.sendsPicture('窗口.png')
    await hand.sees('已收到佐证材料')
    await hand.says('进展 1 已完成60%，方案已批准')
    await hand.sees('请确认进展')
    await looksWell()
    await hand.taps('保存进展')
    await hand.sees('进展已报送')
    await looksWell()
  })

  it.each(UNITS)('$cast.unit reads its score with every reason, and confirms receipt', async ({ cast }) => {
    if (cast === COLLEGE) await enters(w, '考核')
    const marks = cast === COLLEGE ? { '目标1 扣分': '7.5 推迟一个月' } : LEVELS
    await assesses(w, cast, marks)
    if (cast === DEPARTMENT) await setsCoefficients(w, cast.unit, ['1.05', '1', '0.98'])
    await hand.become(cast.contact)
    await hand.sees(cast === COLLEGE ? '推迟一个月' : '材料不全')
    await looksWell()
    await hand.taps('确认收到')
    await hand.sees(`${cast.contact}已于3月2日 10:00确认收到`)
    await looksWell()
  })
})

const LEVELS = Object.fromEntries(
  [1, 2, 3].flatMap((goal) => [
    [`目标${goal} 等级`, '二级'],
    [`目标${goal} 得分`, '85'],
    [`目标${goal} 扣分理由`, '材料不全'],
  ]),
)
