/** Goals in force are adjusted (Article 17): asked for, returned, ratified by the chair and by a vote; in the chat, over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, keyGoal, routineGoal, specialGoal, standardCast } from './cast.ts'
import { PICTURE } from './pharmacy.ts'
import { refused } from './refused.ts'
import { changesPolicy } from './results-steps.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const [CONTACT, HEAD] = ['药学院 联络员', '药学院 负责人'] as const
const [LEADER, CHAIR, MEMBER] = ['分管教学副校长', '领导小组 组长', '领导小组 成员'] as const
const [OFFICE, CONVENOR, DRAFTER] = ['办公室 工作人员', '第一工作组 组长', '第一工作组 成员甲'] as const

describe('goals in force are adjusted', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())
  const card = (number: number) => `药学院 调整${number}`

  it('nothing is adjusted before a plan is in force and the phase of realising goals is open', async () => {
    await w.person(HEAD).says('申请调整')
    w.person(HEAD).sees('计划还没有生效')
    for (const cast of [standardCast('药学院'), gradedCast('教务处')]) {
      const plan = [
        keyGoal('获批国家级课程'),
        keyGoal('引进人才'),
        routineGoal('教学运行'),
        specialGoal('建成中心'),
      ]
      await proposes(w, cast, plan)
      await brings(w, cast)
    }
    await w.person(HEAD).says('调整')
    w.person(HEAD).sees('进入「实现目标」阶段后可以申请调整')
    await enters(w, '实现目标')
  })

  it('the contact fills in a change with a picture as evidence; what is missing is said beside its field', async () => {
    const contact = w.person(CONTACT)
    await contact.sends(PICTURE)
    await contact.says('调整')
    await contact.taps('申请调整')
    contact.sees('急需完成的重大工作任务', '截止日为2026年10月31日')
    await contact.taps('调整目标1')
    await contact.taps('申请变更')
    await contact.taps('提交申请', { 调整事由: '特殊情况', 具体原因: '评审推迟到年底', 评价标准: '' })
    contact.sees('须填写')
    await contact.taps('提交申请', {
      评价标准: '未完成的每项扣20分',
      完成时限: '2026-12-28',
      权重: '3',
      佐证材料: '图片',
    })
    contact.sees('调整1', '待报送', '12月20日', '12月28日', '等候单位负责人报送')
    contact.sees('目标2 引进人才：12.5% → 6.25%')
  })

  it('the head sends it, and only the leader in charge passes or returns it', async () => {
    expect(await waitingFor(w, HEAD)).toContain('药学院：调整1（变更「获批国家级课程」）待报送')
    await w.person(HEAD).taps('去报送')
    await w.person(HEAD).taps('报送', {}, card(1))
    const leader = w.person(LEADER)
    const review = leader.shown(card(1))
    expect(await refused(w, '分管行政副校长', review, '通过')).toContain('分管校领导审核')
    await leader.taps('图片', {}, card(1))
    const { content = '' } = w.campus.chat.messages(leader.openId).at(-1) ?? {}
    expect(w.campus.chat.file(JSON.parse(content).file_key)).toMatchObject({ name: '图片-3月2日-10-00.png' })
    await leader.taps('退回', { 退回意见: '请写明评审通知的文号' }, card(1))
    leader.sees('已退回')
    w.person(CONTACT).shown('请写明评审通知的文号')
    await leader.tapsOld(review, '通过')
    leader.sees('已由分管教学副校长于', '处理')
  })

  it('the contact mends it, the head sends it again, and the leader sees what changed since', async () => {
    expect(await waitingFor(w, CONTACT)).toContain('被退回，待修改')
    await w.person(CONTACT).taps('去修改')
    await w.person(CONTACT).taps('修改', {}, card(1))
    await w.person(CONTACT).taps('提交申请', { 具体原因: '评审推迟到年底，教高函〔2026〕12号' })
    await w.person(HEAD).taps('报送', {}, card(1))
    w.person(LEADER).shown('退回后修改了具体原因')
    await w.person(LEADER).taps('通过', {}, card(1))
  })

  it('the chair ratifies; everybody is told, and every later card of the goal says so', async () => {
    const chair = w.person(CHAIR)
    expect(await waitingFor(w, CHAIR)).toContain('调整1（变更「获批国家级课程」）待审定')
    const ballot = chair.shown(card(1))
    expect(await refused(w, MEMBER, ballot, '审定')).toContain('领导小组组长')
    await chair.taps('审定', {}, card(1))
    await chair.tapsOld(ballot, '审定')
    chair.sees('已由领导小组 组长于')
    for (const told of [CONTACT, HEAD, LEADER, CONVENOR]) w.person(told).shown('已审定，目标已变更')
    const contact = w.person(CONTACT)
    await contact.says('我的目标')
    contact.sees('3月2日调整：完成时限 12月20日→12月28日；权重 1→3', '占总分18.75%')
    await contact.says('进展')
    contact.sees('目标1 3月2日调整：完成时限 12月20日→12月28日')
  })

  it('历史 shows every version, to whom the goal concerns', async () => {
    const contact = w.person(CONTACT)
    await contact.says('历史 目标1')
    contact.sees(
      '第2版（现行）',
      '特殊情况：评审推迟到年底',
      '第1版',
      '药学院 联络员申请',
      '领导小组 组长审定',
    )
    const office = w.person(OFFICE)
    await office.says('历史 药学院 目标1')
    office.sees('第2版（现行）')
    await office.says('历史 目标1')
    office.sees('请选择单位', '药学院')
    await office.says('历史')
    office.sees('药学院 目标1 获批国家级课程')
    await w.person('教务处 联络员').says('历史 药学院 目标1')
    w.person('教务处 联络员').sees('没有找到您可查看的这个单位')
  })

  it('Article 16: where a quorum ratifies, the members vote on what the working group asks for', async () => {
    await changesPolicy(w, '订立目标', { 审定方式: '领导小组成员表决审定', 同意人数: '2' })
    await w.person(CHAIR).says('政策')
    await w.person(CHAIR).taps('确认政策', { 当年通知文号: '校发〔2026〕1号' })
    const drafter = w.person(DRAFTER)
    await drafter.says('申请调整')
    if (drafter.lastCard().text.includes('请选择')) await drafter.taps('药学院', {}, '请选择')
    await drafter.taps('常规目标')
    await drafter.taps('提交申请', {
      调整事由: '急需完成',
      具体原因: '教育部专项检查',
      工作项目: '学生就业',
      目标内容: '迎接专项检查',
    })
    await w.person(CONVENOR).taps('报送', {}, card(2))
    await w.person(LEADER).taps('通过', {}, card(2))
    await w.person(MEMBER).taps('弃权', {}, card(2))
    w.person(MEMBER).sees('弃权')
    await w.person(CHAIR).taps('同意', {}, card(2))
    w.person(CHAIR).shown(`${MEMBER}：弃权`)
    expect(await waitingFor(w, MEMBER)).not.toContain('调整2')
    const own = w.person(MEMBER).shown(card(2))
    await w.person(MEMBER).tapsOld(own, '改变答复')
    await w.person(MEMBER).taps('同意', {}, card(2))
    w.person(HEAD).shown('领导小组表决审定（2名成员中2人同意即审定）')
    await w.person(HEAD).says('我的目标')
    w.person(HEAD).sees('目标5 学生就业', '新增（急需完成的重大工作任务）')
  })

  it('a leader’s own needs no second review, and a cancelled goal counts no more', async () => {
    const leader = w.person('分管行政副校长')
    await leader.says('申请调整')
    if (leader.lastCard().text.includes('请选择')) await leader.taps('教务处', {}, '请选择')
    await leader.taps('调整目标2')
    await leader.taps('申请取消')
    await leader.taps('提交申请', { 调整事由: '特殊情况', 具体原因: '机构调整，职能划出' })
    leader.sees('等候领导小组成员表决审定')
    for (const one of [CHAIR, MEMBER]) await w.person(one).taps('同意', {}, '教务处 调整1')
    await w.person('教务处 联络员').says('我的目标')
    w.person('教务处 联络员').sees('已取消', '重点目标 1项（占25%）')
    expect(await deadButtons(w)).toEqual([])
  })

  it('once a member has begun to assess the unit nothing is adjusted any more, and the sheet has the goals in force', async () => {
    await w.person(HEAD).says('申请调整')
    await w.person(HEAD).taps('调整目标2')
    await w.person(HEAD).taps('申请变更')
    await enters(w, '考核')
    const assessor = w.person(DRAFTER)
    await assessor.says('打分')
    await assessor.taps('打分', {}, '药学院')
    assessor.sees('目标1 获批国家级课程', '目标5 学生就业', '3月2日调整：完成时限 12月20日→12月28日')
    await assessor.taps('保存本页', {}, '考核打分：药学院')
    await w.person(HEAD).taps('提交申请', { 调整事由: '特殊情况', 具体原因: '太晚了' }, '申请变更目标2')
    w.person(HEAD).sees('考核已经开始')
    const other = w.person('考核组 成员甲')
    await other.says('打分')
    await other.taps('打分', {}, '教务处')
    other.seesNo('目标2 引进人才')
  })

  it('the journal holds all of it', async () => {
    expect(await journalEqualsState(w.db)).toContain('adjustment')
  })
})
