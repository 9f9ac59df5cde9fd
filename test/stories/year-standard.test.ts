/** A college's year (药学院, standard regime), told by those who live it; its neighbours live theirs in short. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, keyGoal, routineGoal, specialGoal, standardCast } from './cast.ts'
import { DEDUCTIONS, marksOn, PICTURE, SECOND_KEY_GOAL } from './pharmacy.ts'
import { judgesProgress, reportsByValue } from './progress-steps.ts'
import { refused } from './refused.ts'
import { announces, chooses, confirmsPolicy, reportsGates, setsCoefficients } from './results-steps.ts'
import { assesses, brings, drafts, enters, opens, proposes, scores, sends, waitingFor } from './steps.ts'

const OTHERS = [
  standardCast('护理学院'),
  standardCast('附属医院'),
  gradedCast('教务处'),
  gradedCast('科技处'),
]
const [CONVENOR, FIRST, SECOND] = ['第一工作组 组长', '第一工作组 成员甲', '第一工作组 成员乙'] as const

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string) => w.person(name)

describe('goals are set', () => {
  it('what the university waits for stands in 待办 from the first day', async () => {
    expect(await waitingFor(w, '药学院 联络员')).toContain('药学院：专项目标')
    expect(await waitingFor(w, CONVENOR)).toContain('药学院：重点目标、常规目标')
  })

  it('Article 14: the contact proposes a special goal by card', async () => {
    await drafts(w, '药学院 联络员', '药学院', [specialGoal('建成教师发展中心')])
    person('药学院 联络员').sees('目标1 建成教师发展中心', '草稿')
  })

  it('Articles 13, 15: the working group drafts, one goal question by question', async () => {
    const drafter = person(FIRST)
    await drafts(w, FIRST, '药学院', [keyGoal('获批国家级一流课程', '2')])
    await drafter.says('填报目标')
    await drafter.taps('药学院', {}, '请选择单位')
    await drafter.taps('填报重点目标', {}, '药学院')
    await drafter.taps('逐项填写')
    for (const answer of SECOND_KEY_GOAL) await drafter.says(answer)
    await drafter.says('确认')
    drafter.sees('目标3 引进高层次人才')
    await drafts(w, FIRST, '药学院', [routineGoal('教学运行'), routineGoal('学生就业')])
    expect(await waitingFor(w, FIRST)).toContain('药学院：4项目标草稿，待目标管理工作组组长报送')
  })

  it('rulebook 3: only the head sends the unit’s part, only the convenor the group’s', async () => {
    const draft = person('药学院 负责人')
    await draft.says('报送')
    expect(await refused(w, '药学院 联络员', draft.lastCard(), '报送')).toContain('单位负责人')
    await draft.taps('报送')
    expect(await waitingFor(w, '药学院 负责人')).toContain('没有待办')
    expect(await waitingFor(w, '药学院 联络员')).toContain('没有待办')
    await sends(w, CONVENOR, '药学院')
    expect(await waitingFor(w, CONVENOR)).not.toContain('药学院')
  })

  it('Article 16: the leader in charge returns one goal with a comment, its drafter mends it, it passes', async () => {
    const leader = person('分管教学副校长')
    expect(await waitingFor(w, leader.name)).toContain('药学院：5项目标待审核')
    const review = leader.shown('药学院 2026年度目标审核')
    expect(await refused(w, '分管行政副校长', review, '全部通过')).toContain('分管校领导')
    const number = /目标(\d) 重点目标 引进高层次人才/.exec(review.text)?.[1]
    await leader.taps(
      '提交审核',
      { [`目标${number}退回意见`]: '请写明人才的层次' },
      '药学院 2026年度目标审核',
    )
    leader.sees('已通过4项，退回1项')
    expect(await waitingFor(w, leader.name)).toContain('没有待办')
    expect(await waitingFor(w, FIRST)).toContain('请写明人才的层次')
    await person(FIRST).taps('去修改')
    await person(FIRST).taps('修改', {}, '请写明人才的层次')
    await person(FIRST).taps('保存修改', { 目标内容: '引进国家级人才一名、博士两名' })
    await sends(w, CONVENOR, '药学院')
    await leader.taps('全部通过', {}, '药学院 2026年度目标审核')
    await leader.tapsOld(review, '全部通过')
    leader.sees('分管教学副校长', '3月2日 10:00')
  })

  it('Article 16: the chair ratifies; the plan is in force and everybody concerned is told', async () => {
    const chair = person('领导小组 组长')
    expect(await waitingFor(w, chair.name)).toContain('药学院：5项目标待审定')
    const ballot = chair.shown('药学院 2026年度目标审定')
    expect(await refused(w, '分管教学副校长', ballot, '全部审定')).toContain('领导小组组长')
    await chair.taps('全部审定', {}, '药学院 2026年度目标审定')
    await chair.tapsOld(ballot, '全部审定')
    chair.sees('已由领导小组 组长于3月2日 10:00')
    for (const told of ['药学院 联络员', '药学院 负责人', '分管教学副校长', CONVENOR])
      person(told).shown('药学院 2026年度工作目标')
    expect(await waitingFor(w, chair.name)).not.toContain('药学院')
    await person('药学院 教师').says('我的目标')
    person('药学院 教师').sees('获批国家级一流课程', '已生效')
  })

  it('the neighbours bring their plans into force', async () => {
    for (const cast of OTHERS) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    expect(await deadButtons(w)).toEqual([])
  })
})

describe('goals are realised', () => {
  it('the office opens the phase; nobody else can', async () => {
    const office = person('办公室 工作人员')
    await office.says('阶段')
    const phases = office.lastCard()
    expect(await refused(w, '药学院 负责人', phases, '进入实现目标')).toContain('办公室')
    await office.taps('进入实现目标')
    await office.tapsOld(phases, '进入实现目标')
    office.sees('已经是「实现目标」阶段')
    person('药学院 联络员').sees('请分解落实目标')
  })

  it('Article 18: the contact reports by card, with a picture as evidence', async () => {
    const contact = person('药学院 联络员')
    expect(await waitingFor(w, contact.name)).toContain('5 项目标还没有报送过进展')
    await contact.says('进展')
    await contact.sends(PICTURE)
    contact.sees('已收到佐证材料', '已收到并保存')
    await contact.taps('用于目标', {}, '建成教师发展中心')
    await contact.taps('报送进展', { 完成进度: '40', 完成情况: '场地改造完成' })
    contact.sees('40%', '场地改造完成', '图片', '药学院 联络员 于 3月2日 10:00 报送')
  })

  it('Article 18: a typed line is understood, shown back, and saved on a tap', async () => {
    const contact = person('药学院 联络员')
    await contact.says('进展 2 已完成60%，教材初稿完成')
    contact.sees('请确认进展', '目标2', '60%', '教材初稿完成')
    const understood = contact.lastCard()
    expect(await refused(w, '护理学院 联络员', understood, '保存进展')).toContain('药学院')
    await contact.taps('保存进展')
    contact.sees('进展已报送', '60%')
    expect(await waitingFor(w, contact.name)).toContain('3 项目标还没有报送过进展')
    expect(await waitingFor(w, '药学院 教师')).toContain('没有待办')
  })

  it('Article 12: the indicator’s value is enough, and the percent follows from its target', () =>
    reportsByValue(w))

  it('Article 20: the working group queries a value, and accepts what the unit reports then; nobody else can', () =>
    judgesProgress(w, FIRST))
})

describe('the college is assessed', () => {
  it('Article 22: all members score on their own; nobody else can', async () => {
    await enters(w, '考核')
    for (const member of [CONVENOR, FIRST, SECOND]) {
      expect(await waitingFor(w, member)).toContain('给药学院考核打分')
      await person(member).taps('去打分', {}, '药学院')
      const marks = marksOn(person(member).lastCard())
      const lines = member === SECOND ? { ...marks, '目标1 扣分': '' } : marks
      await scores(w, member, '药学院', lines)
      expect(await waitingFor(w, member)).not.toContain('给药学院考核打分')
    }
    const sheet = person(FIRST).shown('考核打分：药学院')
    expect(await refused(w, '考核组 成员甲', sheet, '保存修改')).toContain('第一目标管理工作组')
    expect(await refused(w, '药学院 负责人', sheet, '保存修改')).toContain('药学院')
  })

  it('Article 22: the convenor opens, proposes, one member objects, the next proposal is agreed', async () => {
    await opens(w, CONVENOR, '药学院')
    expect(await waitingFor(w, CONVENOR)).toContain('待提出药学院的合议意见')
    await person(CONVENOR).taps('填写意见', {}, '合议：药学院')
    await proposeAgain()
    expect(await waitingFor(w, SECOND)).toContain('药学院合议意见待您表态')
    const first = person(FIRST).shown('合议：药学院')
    await person(SECOND).taps('提出异议', { 异议和理由: '人才一项请再核对材料' }, '合议：药学院')
    await person(FIRST).tapsOld(first, '同意')
    person(FIRST).sees('第一工作组 成员乙', '3月2日 10:00')
    expect(await waitingFor(w, CONVENOR)).toContain('待提出药学院的合议意见')
    await person(CONVENOR).taps('填写意见', {}, '药学院')
    await proposeAgain()
    await person(FIRST).taps('同意', {}, '合议：药学院')
    expect(await waitingFor(w, FIRST)).not.toContain('药学院')
    const agreed = person(SECOND).shown('合议：药学院')
    expect(await refused(w, '药学院 联络员', agreed, '同意')).toContain('第一目标管理工作组')
    await person(SECOND).taps('同意', {}, '合议：药学院')
    await person(SECOND).tapsOld(agreed, '同意')
    person(SECOND).sees('合议已于3月2日 10:00形成结果')
  })

  it('Article 22: the unit gets its total, type scores and every deduction with its reason, and confirms', async () => {
    const contact = person('药学院 联络员')
    // (2 × 92.5 + 80) / 3 = 265/3; 25 % of it + 15 % of 95 + 60 % of 89 = 5384/60 = 89.7333…
    contact.sees('得分：89.73', '88.33分', '95.00分', '89.00分')
    for (const line of Object.values(DEDUCTIONS)) contact.sees(line.slice(line.indexOf(' ') + 1))
    expect(await waitingFor(w, '药学院 负责人')).toContain('考核反馈待确认收到')
    const feedback = contact.shown('考核反馈：药学院')
    expect(await refused(w, '分管教学副校长', feedback, '确认收到')).toContain('联络员')
    await contact.taps('确认收到')
    expect(await waitingFor(w, '药学院 负责人')).toContain('没有待办')
    expect(person('药学院 负责人').shown('考核反馈：药学院').text).toContain(
      '药学院 联络员已于3月2日 10:00确认收到',
    )
    await contact.tapsOld(feedback, '确认收到')
    contact.sees('药学院 联络员已于3月2日 10:00确认收到')
  })
})

describe('the results', () => {
  it('are ratified and announced: the college is told its own, everybody the list', async () => {
    for (const cast of OTHERS) {
      const graded = cast.assessors[0].startsWith('考核组')
      const marks = graded
        ? { '目标1 等级': '一级', '目标1 得分': '95', '目标2 等级': '一级', '目标2 得分': '95' }
        : {}
      await assesses(w, cast, marks)
    }
    await setsCoefficients(w, '教务处', ['1', '1', '1'])
    await setsCoefficients(w, '科技处', ['1', '1', '1'])
    await confirmsPolicy(w)
    await reportsGates(w)
    await enters(w, '结果')
    await chooses(w, { 教学单位及直属附属医院: '70', '党群、行政部门及其他非教学单位': '100' })
    await announces(w)
    person('药学院 联络员').sees('药学院', '89.73', '合格')
    person('护理学院 联络员').sees('100.00', '优秀')
    await person('药学院 教师').says('结果')
    person('药学院 教师').sees('药学院', '89.73', '护理学院', '教务处')
  })

  it('every act is in the journal, and no button is left on what is decided', async () => {
    const kinds = await journalEqualsState(w.db)
    for (const kind of ['plan', 'execution', 'evidence', 'sheet', 'assessment', 'gate', 'results', 'year'])
      expect(kinds).toContain(kind)
    expect(await deadButtons(w)).toEqual([])
  })
})

async function proposeAgain(): Promise<void> {
  const page = person(CONVENOR).shown('合议意见：药学院')
  await person(CONVENOR).taps('保存本页', marksOn(page), '合议意见：药学院')
  await person(CONVENOR).taps('提出意见', {}, '合议意见：药学院')
}
