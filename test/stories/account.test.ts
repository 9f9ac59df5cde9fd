/** From the unit's own account to the sheets that are sent, over the wire, under both regimes (Articles 21–24; rulebook 4, 5). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedFinding } from '../assessment/account-world.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { finds, LEVELS, PLAN } from './account-steps.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, standardCast } from './cast.ts'
import { PICTURE } from './pharmacy.ts'
import { refused } from './refused.ts'
import { brings, enters, opens, proposes, waitingFor } from './steps.ts'

const COLLEGE = standardCast('药学院')
const DEPARTMENT = gradedCast('教务处')
const OFFICE = '办公室 工作人员'
const [CONVENOR, FIRST, SECOND] = COLLEGE.assessors as readonly [string, string, string]
const [CHAIR, MEMBER, OTHER] = DEPARTMENT.assessors as readonly [string, string, string]
const { contact: CONTACT, head: HEAD } = COLLEGE

let w: World
/** The head's card while nobody had scored. */
let signed: Shown
const person = (name: string) => w.person(name)

beforeAll(async () => {
  w = await world()
  for (const cast of [COLLEGE, DEPARTMENT]) {
    await proposes(w, cast, PLAN)
    await brings(w, cast)
  }
  await enters(w, '实现目标')
})
afterAll(() => w.stop())

describe('during the year', { timeout: 120_000 }, () => {
  it('the college reports with a picture, and says nothing of its year before the assessment', async () => {
    const contact = person(CONTACT)
    await contact.sends(PICTURE)
    await contact.taps('用于目标', {}, '建成教师发展中心')
    await contact.taps('报送进展', { 完成进度: '80', 完成情况: '场地改造完成' })
    await contact.says('目标1 完成数 0.5 项')
    await contact.taps('保存进展')
    await contact.says('自评')
    contact.sees('现在是「实现目标」阶段', '「考核」阶段填写')
  })

  it('the working group finds something on a goal and on the unit, the team something at the department', async () => {
    await finds(w, COLLEGE)
    const [goal] = w.db.raw("SELECT id FROM goal WHERE unit = 'XZ01' AND number = 1") as { id: string }[]
    seedFinding(w.db, 'XZ01', 9, { goal: goal?.id ?? null, fact: '认证材料不全' })
  })
})

describe('the college gives its account', { timeout: 120_000 }, () => {
  it('the contact has it in 待办, and writes a page: figure, words, evidence of the year', async () => {
    await enters(w, '考核')
    expect(await waitingFor(w, CONTACT)).toContain('药学院年度自评还有3项目标没有写全')
    const contact = person(CONTACT)
    await contact.taps('填写自评', {}, '药学院年度自评')
    contact.sees('目标1 获批一流课程', '报送1次', '未核实', '50%、0.5项')
    expect(contact.lastCard().fields.find((one) => one.label === '目标1 实际值（项）')?.initial).toBe('0.5')
    await contact.taps('保存本页', {
      '目标1 完成情况': '已通过校内评审',
      '目标3 达成情况': '已达到',
      '目标3 完成情况': '中心挂牌，开出第一期培训',
      '目标3 佐证材料': ['图片'],
    })
    contact.sees('已写全1/3', '还没有写全：目标1、目标2', '没有达到，必填')
  })

  it('a typed line fills the fields of its goal; the reason for what fell short is asked for', async () => {
    const contact = person(CONTACT)
    await contact.says('自评 2 已完成全年公文办理，按时办结率100%')
    contact.sees('已按您发来的文字填好')
    await contact.taps('保存本页')
    await person(HEAD).says('自评')
    person(HEAD).sees('没有写全：目标1', '还缺：未达标原因')
    expect(
      person(HEAD)
        .lastCard()
        .buttons.map((one) => one.text),
    ).not.toContain('提交自评')
    await contact.taps('保存本页', { '目标1 未达标原因': '评审推迟到次年一月' }, '年度自评：药学院')
    contact.sees('已写全，等负责人提交')
  })

  it('the head is told, signs off the whole, takes it back, and signs again; the contact cannot', async () => {
    const head = person(HEAD)
    expect(await waitingFor(w, HEAD)).toContain('药学院年度自评已写全，待您提交')
    await head.taps('去提交', {}, '药学院年度自评')
    const card = head.lastCard()
    expect(await refused(w, CONTACT, card, '提交自评')).toContain('负责人')
    await head.taps('提交自评')
    head.sees('已提交', '0.5项，目标1项，未达到', '评审推迟到次年一月', '佐证材料：1份')
    await head.taps('收回自评')
    await head.tapsOld(card, '提交自评')
    head.sees('已提交')
    person(CONTACT).shown('年度自评：药学院')
    await person(CONTACT).says('自评')
    person(CONTACT).sees('已于3月2日')
    expect(
      person(CONTACT)
        .lastCard()
        .buttons.map((one) => one.text),
    ).not.toContain('填写自评')
  })

  it('who is late is listed for the office and the group', async () => {
    await person(OFFICE).says('自评进度')
    person(OFFICE).sees('1个未提交', '教务处 | 未填写', '药学院 | 已提交')
    await person(FIRST).says('自评进度')
    person(FIRST).sees('药学院')
    person(FIRST).seesNo('教务处')
  })
})

describe('Article 23: the college is scored', { timeout: 120_000 }, () => {
  it('a member has account, progress and findings before the eyes, and takes or drops each finding', async () => {
    const member = person(FIRST)
    signed = person(HEAD).shown('年度自评：药学院')
    expect(await waitingFor(w, FIRST)).toContain('给药学院考核打分')
    await member.taps('去打分', {}, '药学院')
    member.sees(
      '自评：0.5项，目标1项，未达到',
      '评审推迟到次年一月',
      '督查发现1',
      '申报书缺少评审意见',
      '单位整体的督查发现',
    )
    await member.taps('提交评分', { '目标1 扣分': '2.5 未按期获批' }, '考核打分：药学院')
    member.sees('还没有处理：发现')
    await member.taps(
      '提交评分',
      { '发现1 处理': '采纳', '发现1 分值和理由': '评审意见缺失' },
      '考核打分：药学院',
    )
    member.sees('发现1采纳要写扣几分')
    await member.taps(
      '提交评分',
      {
        ...{ '发现1 处理': '采纳', '发现1 分值和理由': '1.25 评审意见缺失' },
        ...{ '发现2 处理': '不采纳', '发现2 分值和理由': '已在年内补齐' },
      },
      '考核打分：药学院',
    )
    member.sees('已提交', '已采纳', '不采纳')
    expect(await waitingFor(w, FIRST)).not.toContain('给药学院考核打分')
  })

  it('once a sheet is sent the account is not taken back; nobody else sees the sheet', async () => {
    const head = person(HEAD)
    await head.tapsOld(signed, '收回自评')
    head.sees('自评不能再收回')
    expect(head.shown('年度自评：药学院').buttons.map((one) => one.text)).not.toContain('收回自评')
    const sheet = person(FIRST).shown('考核打分：药学院')
    expect(await refused(w, '考核组 成员甲', sheet, '保存修改')).toContain('第一目标管理工作组')
    for (const name of [CONVENOR, SECOND, HEAD, OFFICE])
      for (const card of person(name).messages()) expect(card.text, name).not.toContain('已在年内补齐')
    expect(w.log.lines.join('\n')).not.toContain('已在年内补齐')
  })

  it('all sheets in, the taken finding is a deduction of its member in the deliberation', async () => {
    for (const name of [CONVENOR, SECOND]) {
      await person(name).says('打分')
      await person(name).taps('打分', {}, '药学院')
      await person(name).taps(
        '提交评分',
        {
          ...{ '发现1 处理': '不采纳', '发现1 分值和理由': '不影响目标' },
          ...{ '发现2 处理': '采纳', '发现2 扣在目标几': '2', '发现2 分值和理由': '3' },
        },
        '考核打分：药学院',
      )
    }
    await opens(w, CONVENOR, '药学院')
    person(CONVENOR).sees('扣1.25分，评审意见缺失', '扣3分，台账没有按月更新')
  })
})

describe('Article 24: the department is scored without an account', { timeout: 120_000 }, () => {
  it('its sheet says so, and can be sent; full marks contradict a finding that was taken', async () => {
    const member = person(MEMBER)
    await member.says('打分')
    await member.taps('打分', {}, '教务处')
    member.sees('该单位未提交自评', '认证材料不全')
    await member.taps('提交评分', { ...LEVELS, '发现9 处理': '采纳' }, '考核打分：教务处')
    member.sees('得分不能是100')
    await member.taps('提交评分', { '目标1 得分': '92' }, '考核打分：教务处')
    member.sees('已提交')
  })

  it('the account comes late: who has scored is told, who has an old card sees it first and keeps what is typed', async () => {
    const other = person(OTHER)
    await other.says('打分')
    await other.taps('打分', {}, '教务处')
    const before = other.lastCard()
    const contact = person('教务处 联络员')
    await contact.says('自评')
    await contact.taps('填写自评')
    await contact.taps('保存本页', {
      ...{ '目标1 实际值（项）': '1', '目标1 完成情况': '通过认证' },
      ...{ '目标2 达成情况': '已达到', '目标2 完成情况': '按时办结' },
      ...{ '目标3 达成情况': '部分达到', '目标3 完成情况': '已挂牌', '目标3 未达标原因': '场地移交晚' },
    })
    await person('教务处 负责人').taps('提交自评', {}, '年度自评：教务处')
    person(MEMBER).sees('考核打分：教务处', '部分达到', '场地移交晚')
    const typed = { ...LEVELS, '目标1 得分': '91', '发现9 处理': '不采纳', '发现9 理由': '已经补全' }
    await other.tapsOld(before, '提交评分', typed)
    other.sees('该单位刚刚提交了自评', '场地移交晚')
    await other.taps('提交评分', {}, '考核打分：教务处')
    other.sees('已提交')
  })

  it('the deliberation opens; from then on the account stands as it is', async () => {
    await person(CHAIR).says('打分')
    await person(CHAIR).taps('打分', {}, '教务处')
    await person(CHAIR).taps(
      '提交评分',
      { ...LEVELS, '目标1 得分': '93', '发现9 处理': '不采纳', '发现9 理由': '已经补全' },
      '考核打分：教务处',
    )
    await opens(w, CHAIR, '教务处')
    person(CHAIR).sees('认证材料不全')
    await person('教务处 负责人').says('自评')
    person('教务处 负责人').sees('开启合议', '已提交')
    expect(
      person('教务处 负责人')
        .lastCard()
        .buttons.map((one) => one.text),
    ).not.toContain('收回自评')
  })

  it('every act is in the journal, and no button is left on what is decided', async () => {
    const kinds = await journalEqualsState(w.db)
    for (const kind of ['account', 'sheet', 'assessment']) expect(kinds).toContain(kind)
    expect(await deadButtons(w)).toEqual([])
  })
})
