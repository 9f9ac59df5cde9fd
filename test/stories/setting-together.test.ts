/** Setting goals where several decide: assigned goals, a withdrawal, two units at once, a vote; in the chat, over the wire. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { changesPolicy } from './results-steps.ts'
import { proposes, sends } from './steps.ts'

const OFFICE = '办公室 工作人员'
const CHAIR = '领导小组 组长'
const MEMBER = '领导小组 成员'
const LEADER = '分管教学副校长'
const PHARMACY = standardCast('药学院')
const NURSING = standardCast('护理学院')

describe('goals set where several decide', { timeout: 60_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())

  it('Article 14: the office assigns a special goal to two units at once, and each is told by whom', async () => {
    const office = w.person(OFFICE)
    await office.says('下达目标')
    await office.taps('下达目标')
    await office.taps('下达目标', {
      单位: ['药学院', '护理学院'],
      目标名称: '实验室安全',
      目标内容: '消除安全隐患',
      定性要求: '检查合格',
      专项类别: '改进工作方式方法',
    })
    office.sees('已下达并通知', '药学院、护理学院')
    w.person(PHARMACY.head).sees('下达', '实验室安全', '领导小组办公室')
    w.person(NURSING.contact).sees('领导小组办公室')
  })

  it('Article 16: the office lets a quorum ratify, and the chair confirms it', async () => {
    const office = w.person(OFFICE)
    await changesPolicy(w, '订立目标', { 审定方式: '领导小组成员表决审定', 同意人数: '2' })
    office.sees('2人同意')
    const chair = w.person(CHAIR)
    await chair.says('政策')
    await chair.taps('确认政策', { 当年通知文号: '校发〔2026〕1号' })
  })

  it('a head takes the unit’s part back and sends it again, and the leader’s card follows', async () => {
    await proposes(w, PHARMACY)
    await proposes(w, NURSING)
    const head = w.person(PHARMACY.head)
    await head.says('报送')
    await head.taps('撤回')
    head.sees('已撤回')
    await sends(w, PHARMACY.head, '药学院')
  })

  it('Article 16: the leader passes both units at once, and the members of the leading group vote', async () => {
    const leader = w.person(LEADER)
    await leader.says('审核')
    await leader.taps('批量通过', { 批量通过的单位: ['药学院', '护理学院'] })
    leader.sees('药学院', '护理学院', '项目标已通过')
    const member = w.person(MEMBER)
    await member.taps('全部弃权', {}, '药学院 2026年度目标审定')
    member.sees('弃权')
    await w.person(CHAIR).taps('全部同意', {}, '药学院 2026年度目标审定')
    w.person(CHAIR).shown(`${MEMBER}：弃权`)
    await member.taps('改变答复', {}, '药学院 2026年度目标审定')
    await member.taps('全部同意', {}, '药学院 2026年度目标审定')
    w.person(PHARMACY.contact).shown('领导小组表决审定')
    w.person(PHARMACY.contact).shown('实验室安全')
  })

  it('one return of a member gives the goal back with the words, and the next round says what changed', async () => {
    await w.person(MEMBER).taps('提交表决', { 目标1退回意见: '请写明依据' }, '护理学院 2026年度目标审定')
    const assigner = w.person(OFFICE)
    assigner.shown('请写明依据')
    await assigner.taps('修改', {}, '请写明依据')
    await assigner.taps('保存修改', { 目标内容: '按条例消除安全隐患' })
    await sends(w, NURSING.head, '护理学院')
    const leader = w.person(LEADER)
    assigner.sees('待审核', '退回后修改了内容')
    leader.shown('退回后修改了内容')
    leader.shown('请写明依据')
  })
})
