/** A college is late with its plan: the office opens 订立目标 for it alone, and closes it again (rulebook 2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const NURSING = standardCast('护理学院')
const HOSPITAL = standardCast('附属医院')

describe('a late unit', { timeout: 120_000 }, () => {
  let w: World
  let form: Shown
  beforeAll(async () => {
    w = await world()
    await proposes(w, standardCast('药学院'))
    await brings(w, standardCast('药学院'))
    await proposes(w, HOSPITAL)
    await enters(w, '实现目标')
  })
  afterAll(() => w.stop())

  it('can send nothing once goals are realised, like every other', async () => {
    const drafter = w.person(NURSING.drafter)
    await drafter.says('填报目标')
    await drafter.taps('护理学院', {}, '请选择单位')
    await drafter.taps('填报重点目标')
    drafter.sees('现在是「实现目标」阶段，不能订立目标')
    expect(await waitingFor(w, NURSING.contact)).not.toContain('待填报')
  })

  it('the office opens 订立目标 for it alone, with reason and day; unit, group and leader are told', async () => {
    const office = w.person(OFFICE)
    await office.says('重新开放 护理')
    await office.taps('为护理学院重新开放')
    office.sees('其他单位仍在「实现目标」阶段')
    form = office.lastCard()
    await office.taps('重新开放', { 原因: '负责人更替，计划迟报', 办结日期: '2026-03-20' })
    office.sees('已为护理学院重新开放「订立目标」', '2026年3月20日前办结', '负责人更替，计划迟报')
    for (const one of [NURSING.contact, NURSING.head, NURSING.leader, NURSING.sender, NURSING.drafter])
      w.person(one).shown('办公室 工作人员为护理学院重新开放了「订立目标」')
    w.person(NURSING.contact).sees('请在2026年3月20日前办结', '负责人更替')
  })

  it('a second tap of the same form opens nothing twice, and says who was first', async () => {
    const office = w.person(OFFICE)
    await office.tapsOld(form, '重新开放', { 原因: '再点一次', 单位: '护理学院' })
    expect(office.toast).toContain('已由办公室 工作人员于')
    await office.says('阶段')
    office.sees('为1个单位重新开放', '护理学院：重新开放「订立目标」')
  })

  it('it waits for nobody but the late unit: overview, to-dos and refusals follow', async () => {
    const office = w.person(OFFICE)
    await office.says('进度')
    office.sees('护理学院')
    expect(await waitingFor(w, NURSING.contact)).toContain('护理学院：专项目标')
    expect(await waitingFor(w, HOSPITAL.contact)).not.toContain('专项目标')
    const leader = w.person(HOSPITAL.leader)
    expect(await waitingFor(w, HOSPITAL.leader)).not.toContain('附属医院')
    expect(
      await refused(w, HOSPITAL.leader, leader.shown('附属医院 2026年度目标审核'), '全部通过'),
    ).toContain('现在是「实现目标」阶段')
  })

  it('it drafts, sends and is ratified as in the phase itself', async () => {
    await proposes(w, NURSING)
    await brings(w, NURSING)
    w.person(NURSING.contact).shown('护理学院 2026年度工作目标')
  })

  it('the office closes it once; then it realises its goals as the others do', async () => {
    const office = w.person(OFFICE)
    await office.says('阶段')
    const card = office.lastCard()
    await office.taps('关闭')
    office.sees('没有为单位重新开放的阶段')
    await office.tapsOld(card, '关闭')
    expect(office.toast).toContain('已经关闭')
    w.person(NURSING.contact).shown('已由办公室 工作人员关闭')
    await w.person(NURSING.contact).says('进展')
    w.person(NURSING.contact).seesNo('进展在「实现目标」阶段报送')
    await w.person(NURSING.drafter).says('填报目标')
    expect(await journalEqualsState(w.db)).toContain('year')
  })

  it('a plan in force is not opened again: an adjustment changes it', async () => {
    const office = w.person(OFFICE)
    await office.says('重新开放 药学院')
    await office.taps('为药学院重新开放')
    await office.taps('重新开放', { 原因: '想加一项' })
    expect(office.toast).toContain('请按目标调整办理')
  })
})
