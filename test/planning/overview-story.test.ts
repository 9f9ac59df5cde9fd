import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../world/people.ts'

const OFFICE = '办公室 工作人员'
const DAY_MS = 24 * 3600 * 1000

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

describe('the office and those who are late', () => {
  it('looks how far planning is, and at the units of one stage', async () => {
    const office = w.person(OFFICE)
    await office.says('进度')
    office.sees('目标订立进度', '共5个单位：未报送5个', '填报专项目标')
    await office.taps('未报送')
    office.sees('未报送的单位，等候办理：10件')
    await office.taps('全部')
    office.sees('等候办理：10件')
  })

  it('reminds all with one message each, once a day', async () => {
    const office = w.person(OFFICE)
    await w.passes(4 * DAY_MS)
    await office.says('催办')
    await office.taps('催办全部')
    expect(office.toast).toMatch(/已提醒\d+人/)
    office.sees('今天需要催办的人都已提醒过')
    const head = w.person('药学院 负责人')
    const digests = () => head.messages().filter((one) => one.text.includes('目标订立提醒'))
    expect(digests()).toHaveLength(1)
    head.sees('药学院：填报专项目标', '已等候4天')
    await office.says('催办')
    office.seesNo('催办全部')
    expect(digests()).toHaveLength(1)
    await w.passes(DAY_MS)
    await office.says('催办')
    await office.taps('催办全部')
    expect(digests()).toHaveLength(2)
  })

  it('is followed by the one who is reminded, from the message to the drafts', async () => {
    const head = w.person('药学院 负责人')
    await head.taps('去填报', {}, '目标订立提醒')
    head.sees('填报专项目标')
    await w.person('药学院 联络员').says('进度')
    w.person('药学院 联络员').sees('我的目标')
  })
})
