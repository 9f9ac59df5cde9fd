/** 体检 over the wire, continued: groups, gate areas, people who left, roles that run out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDateOf, plusDays } from '../../src/kernel/time.ts'
import { seedGoal } from '../world/goals.ts'
import { type Person, type World, world } from '../world/people.ts'
import { type Examination, examination, OFFICE } from './health-hands.ts'
import { holds, leaves, loses, losesAccount, teamBecomes } from './health-wrecks.ts'
import { enters } from './steps.ts'

const WORKING = '第一目标管理工作组'
const ASSESSMENT = '机关考核工作组'

let w: World
let office: Person
let at: Examination

beforeAll(async () => {
  w = await world()
  seedGoal(w.db, 'JX01', 1, { title: '课程建设' })
  await enters(w, '实现目标')
  office = w.person(OFFICE)
  at = examination(w)
}, 120_000)
afterAll(() => w.stop())

const nextDay = (): Promise<void> => w.passes(86_400_000)

describe('体检', { timeout: 60_000 }, () => {
  it('Article 31: an area gets somebody who reports', async () => {
    await loses(w, 'GA-energy', 'lead-unit', 'energy')
    await at.found('「节能减排」没有牵头部门人员')
    await at.mends('「节能减排」没有牵头部门人员', '指定人员')
    await at.gives('GA-energy', '授予否决项牵头部门')
    await at.gone('「节能减排」没有牵头部门人员')
  })

  it('Article 22: a group with one assessor left gets another', async () => {
    await loses(w, 'AG2', 'assessment-member', ASSESSMENT)
    await loses(w, 'AG3', 'assessment-member', ASSESSMENT)
    const sentence = '能给教务处打分的只有1人'
    await at.found(sentence)
    await at.mends(sentence, '增加成员')
    await at.gives('AG2', '授予考核组成员')
    await at.gone(sentence)
  })

  it('Article 5: a hospital that is in no working group gets one', async () => {
    await teamBecomes(w, WORKING, { name: WORKING, kind: 'working', units: ['JX01', 'JX02'] })
    const sentence = '附属医院没有目标管理工作组'
    await at.found(sentence)
    await at.mends(sentence, '安排工作组')
    await office.taps('保存', {
      ...{ 小组名称: '医院工作组', 负责的单位: ['附属医院'], 组长: 'WG2', 成员: '第一工作组 成员乙' },
    })
    await at.gone(sentence)
  })

  it('a group without units is dissolved', async () => {
    await teamBecomes(w, 'idle', { name: '临时督查组', kind: 'inspection', units: [] })
    await at.found('临时督查组没有分工的单位')
    await at.mends('临时督查组没有分工的单位', '查看工作组')
    await office.taps('撤销小组')
    if (office.lastCard().buttons.some(({ text }) => text === '确认撤销')) await office.taps('确认撤销')
    await at.gone('临时督查组没有分工的单位')
  })

  it('a holder without an account gets it back from the directory', async () => {
    const head = w.person('护理学院 负责人')
    await losesAccount(w, 'H-JX02', head.openId)
    const sentence = '护理学院 负责人担任职责，但没有绑定飞书账号'
    await at.found(sentence)
    await at.mends(sentence, '找回账号')
    await office.taps('确认')
    await at.gone(sentence)
  })

  it('what somebody who left still had to do goes to another', async () => {
    await w.person('C-JX01').says('任务 1\n编写教材初稿 药学院 教师 6月30日')
    await w.person('C-JX01').taps('保存任务')
    await leaves(w, 'T-JX01')
    const sentence = '药学院 教师已离开，还有1件事没有交接'
    await at.found(sentence)
    await at.mends(sentence, '替换人员')
    await office.taps('预览', { 接手人: '药学院 负责人' })
    await office.taps('确认移交')
    await at.gone(sentence)
    expect(w.db.raw('SELECT owner FROM task')).toEqual([{ owner: 'H-JX01' }])
  })

  it('whose delegate has left chooses another', async () => {
    const today = localDateOf(w.clock.clock())
    await office.says('委托')
    await office.taps('为他人办理')
    await office.taps('确认委托', {
      ...{ 委托人: '分管行政副校长', 受托人: 'GA-ethics', 职责: ['分管校领导'] },
      ...{ 开始日期: today, 结束日期: plusDays(today, 10) },
    })
    await leaves(w, 'GA-ethics')
    const sentence = '分管行政副校长委托的宣传部 联络员已离开'
    await at.found(sentence)
    await at.mends(sentence, '查看委托')
    await office.taps('全部委托')
    await office.taps('查看', {}, '分管行政副校长')
    await office.taps('结束委托')
    await at.gone(sentence)
  })

  it('a contact who works elsewhere is looked into', async () => {
    await holds(w, 'C-JX01', 'contact', 'JX02')
    const sentence = '药学院 联络员担任别的单位的联络员'
    await at.found(sentence)
    await at.mends(sentence, '查看人员')
    await at.endsToday('护理学院')
    await nextDay()
    await at.gone(sentence)
  })

  it('a role that runs out is followed by somebody', async () => {
    await holds(w, 'H-XZ01', 'head', 'XZ01', plusDays(localDateOf(w.clock.clock()), 5))
    const sentence = '教务处 负责人的单位负责人到'
    await at.found(sentence)
    await at.mends(sentence, '安排接任')
    await at.gives('C-XZ01', '授予单位负责人')
    await at.gone(sentence)
  })
})
