import { afterEach, describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'

let w: World
afterEach(() => w.stop())

async function inExecution(): Promise<World> {
  w = await world()
  seedGoal(w.db, 'JX01', 1, { title: '课程建设' })
  seedGoal(w.db, 'JX01', 2)
  const office = w.person('办公室 工作人员')
  await office.says('阶段')
  await office.taps('进入实现目标')
  return w
}

describe('progress as it comes to people’s fingers', () => {
  it('a sentence with the goal’s number needs no 进展 in front', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.says('2号目标完成了')
    contact.sees('请确认进展', '目标2 建设精品教材', '100%')
    await contact.taps('保存进展')
    contact.sees('目标2的进展已报送（100%）')
  })

  it('a sentence without a number asks which goal is meant, and means the only one', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.says('已完成60%，初稿完成')
    contact.sees('说的是哪项目标的进展', '目标1　课程建设', '目标2　建设精品教材')
    await contact.taps('目标2')
    contact.sees('请确认进展', '目标2 建设精品教材', '60%', '初稿完成')
    w.db.exec("DELETE FROM goal WHERE number = 1 AND unit = 'JX01'")
    await contact.says('已完成70%，二稿完成')
    contact.sees('请确认进展', '目标2 建设精品教材', '70%')
  })

  it('words that follow or answer a card of one goal are said of that goal', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await w.passes(60_000)
    await contact.says('进展 1 完成20%，招标')
    await contact.taps('保存进展')
    const first = contact.lastCard()
    await contact.says('30% 合同已签')
    contact.sees('请确认进展', '目标1 课程建设', '30%（上次 20%）')
    await w.passes(60_000)
    await contact.says('进展 2 完成50%，初稿')
    await contact.replies(first, '35% 设备到货')
    contact.sees('请确认进展', '目标1 课程建设', '35%')
  })

  it('several goals in one message are shown one by one, saved together, each with its own result', async () => {
    const contact = (await inExecution()).person('药学院 联络员')
    await contact.says('进展\n1 完成40%，招标\n2 完成60%，初稿；困难：经费不足\n9 完成10%，启动')
    contact.sees('请确认进展', '目标1　课程建设', '40%', '目标2　建设精品教材', '60%', '没有找到目标9')
    const asked = contact.lastCard()
    await w.person('药学院 负责人').says('进展 1 完成45%，开标')
    await w.person('药学院 负责人').taps('保存进展')
    await contact.taps('全部保存')
    contact.sees('已报送 1 项目标（2）的进展', '另有 1 项没有保存', '药学院 负责人 已于')
    await contact.taps('看目标2')
    contact.sees('初稿', '经费不足')
    await contact.tapsOld(asked, '全部保存')
    expect(count(w.db, 'progress')).toBe(2)
    await journalEqualsState(w.db)
  })
})

describe('a reply to a reminder', () => {
  const DAY = 86_400_000

  const reminded = async (goals: string) => {
    const contact = (await inExecution()).person('药学院 联络员')
    w.db.exec(`UPDATE goal SET due_on = '2026-03-05' WHERE number IN (${goals})`)
    await w.passes(2 * DAY)
    const digest = contact.shown('今日提醒')
    await contact.says('我的目标')
    return { contact, digest }
  }

  it('is progress of the goal that it reminds of', async () => {
    const { contact, digest } = await reminded('1')
    await contact.replies(digest, '60% 课程上线')
    contact.sees('请确认进展', '目标1 课程建设', '60%', '课程上线')
  })

  it('asks which where it reminds of several', async () => {
    const { contact, digest } = await reminded('1, 2')
    seedGoal(w.db, 'JX01', 3, { title: '平台建设' })
    await contact.replies(digest, '70% 收尾')
    contact.sees('说的是哪项目标的进展', '目标1　课程建设', '目标2　建设精品教材')
    contact.seesNo('平台建设')
  })
})
