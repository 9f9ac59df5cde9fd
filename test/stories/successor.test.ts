/** Articles 3-6: in mid-year people leave, and others take over in one confirmed step; in the chat, over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const LEADER = '分管教学副校长'
const NEXT_LEADER = '分管行政副校长'
const PHARMACY = standardCast('药学院')
const NURSING = standardCast('护理学院')
const CONTACT = PHARMACY.contact
const TEACHER = '药学院 教师'

describe('somebody takes over', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await proposes(w, PHARMACY)
    await brings(w, PHARMACY)
    await proposes(w, NURSING)
  })
  afterAll(() => w.stop())

  it('anybody asks who holds what; who somebody is', async () => {
    const teacher = w.person(TEACHER)
    await teacher.says('谁是 药学院 联络员')
    teacher.sees('谁是 药学院 联络员', CONTACT)
    await teacher.says('谁是 药学院的分管校领导？')
    teacher.sees(LEADER)
    await teacher.says(`人员 ${CONTACT}`)
    teacher.sees(CONTACT, '药学院 联络员')
    teacher.seesNo('未办完的事')
    await teacher.says('人员 联络员')
    teacher.sees('请选择人员', '药学院 联络员', '护理学院 联络员')
  })

  it('the leader in charge is replaced: what waits for review is with the new one, and the old card is refused', async () => {
    const office = w.person(OFFICE)
    const old = w.person(LEADER).shown('护理学院 2026年度目标审核')
    await office.says(`替换 ${LEADER} 为 ${NEXT_LEADER}`)
    office.sees(
      `替换：${LEADER} → ${NEXT_LEADER}`,
      '药学院 分管校领导',
      '护理学院 分管校领导',
      '附属医院 分管校领导',
    )
    await office.taps('确认移交')
    office.sees('已移交', '护理学院 分管校领导')
    w.person(LEADER).sees('已由分管行政副校长接手')
    w.person(NEXT_LEADER).shown(`${NEXT_LEADER}接手${LEADER}的工作`)
    await w.person(LEADER).tapsOld(old, '全部通过')
    w.person(LEADER).seesNo('已通过')
    expect(await waitingFor(w, NEXT_LEADER)).toContain('护理学院')
    await w.person(NEXT_LEADER).taps('去审核', {}, '护理学院')
    await w.person(NEXT_LEADER).taps('全部通过', {}, '护理学院 2026年度目标审核')
    await w.person('领导小组 组长').taps('全部审定', {}, '护理学院 2026年度目标审定')
  })

  it('in mid-year the contact leaves: roles, tasks and delegations move in one step, and both and the head are told', async () => {
    await enters(w, '实现目标')
    const contact = w.person(CONTACT)
    await contact.says('任务 1\n编写教材初稿 C-JX01 6月30日 40%\n审校 C-JX01 9月30日 60%')
    await contact.taps('保存任务')
    await contact.says('委托 护理学院 联络员 3月2日至3月20日')
    await contact.taps('确认委托')
    const office = w.person(OFFICE)
    await office.says(`离任 ${CONTACT}`)
    office.sees(CONTACT, '药学院 联络员', '任务「编写教材初稿」', '任务「审校」', '委托护理学院 联络员代办')
    await office.taps('办理离任')
    office.sees('还有1个角色、2项未完成的任务', '替换')
    await office.says(`替换 ${CONTACT} 为 ${TEACHER}`)
    office.sees('任务 2 项', '委托 1 项立即结束')
    await office.taps('改为离任')
    office.sees('离任', '今天起由药学院 教师办理')
    await office.taps('确认移交')
    office.sees('已移交，离任')
    w.person(PHARMACY.head).sees(`${CONTACT}的下列工作今后由${TEACHER}办理`)
    w.person(TEACHER).sees(`${TEACHER}接手${CONTACT}的工作`, '任务 2 项')
  })

  it('the one who left is a stranger', async () => {
    await w.person(CONTACT).says('任务')
    w.person(CONTACT).seesNo('编写教材初稿')
  })

  it('the successor finishes the open work', async () => {
    expect(await waitingFor(w, TEACHER)).toContain('您负责的任务有 2 个未完成')
    const teacher = w.person(TEACHER)
    await teacher.says('任务 1.1 完成，初稿已交')
    await teacher.taps('保存进展')
    teacher.sees('任务1.1的进展已报送（100%）')
    await teacher.says('任务 1.2 完成，已审校')
    await teacher.taps('保存进展')
    expect(await waitingFor(w, TEACHER)).not.toContain('个未完成')
  })

  it('a role is given by form and ended with its last day; the last contact is not ended silently', async () => {
    const office = w.person(OFFICE)
    await office.says('角色 药学院')
    office.sees('角色：药学院', `联络员：${TEACHER}`)
    await office.taps('加联络员')
    await office.taps('授予联络员', { 人员: 'H-JX01' })
    office.sees('药学院 负责人', '药学院 联络员')
    await office.says(`人员 ${TEACHER}`)
    await office.taps('结束')
    await office.taps('结束角色')
    office.sees(TEACHER, '至3月2日')
    await office.says('角色 护理学院')
    await office.taps('结束', {}, '角色：护理学院')
    await office.taps('结束角色')
    office.sees('没有别人担任这个角色', '仍然结束', '填接任人')
    expect(w.db.raw("SELECT to_on FROM role_held WHERE scope = 'JX02'")).toEqual([
      { to_on: null },
      { to_on: null },
    ])
  })

  it('the journal tells all of it', async () => {
    const told = await journalEqualsState(w.db)
    for (const kind of ['person', 'unit', 'execution', 'delegation']) expect(told).toContain(kind)
  })
})
