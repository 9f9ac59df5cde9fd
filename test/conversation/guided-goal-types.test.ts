/** Every type of goal by questions, over the wire: only what the type needs, dates, figures and choices as they are said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type Person, type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
afterEach(async () => {
  await journalEqualsState(w.db)
  await w.stop()
})

async function opens(person: Person, kind: string, unit = ''): Promise<void> {
  await person.says('填报目标')
  if (unit !== '' && person.lastCard().text.includes('请选择单位')) await person.taps(unit, {}, '请选择单位')
  await person.taps(`填报${kind}`, {}, unit)
  await person.taps('逐项填写')
}

async function answers(person: Person, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await person.says(text)
}

const goals = () =>
  w.db.raw(
    'SELECT type, title, measure, criterion, due_on, weight, priority, work_item FROM goal ORDER BY number',
  )

/** The labels of the questions, as the summary lists them. */
const asked = (person: Person, ...labels: readonly string[]): void => person.sees('请核对', ...labels)

describe('a key goal (Articles 9, 12, 13)', () => {
  it('is asked for its priority, measure, criterion and date, and read as it is said', async () => {
    const drafter = w.person('第一工作组 成员甲')
    await opens(drafter, '重点目标', '药学院')
    await answers(drafter, '提高就业质量', '访企拓岗，逐个帮扶')
    drafter.sees('工作要点', '1. ')
    await answers(drafter, '学科建设')
    drafter.sees('已记下 工作要点：加强学科建设')
    await answers(drafter, '返回', '1')
    drafter.sees('已记下 工作要点：提高人才培养质量')
    await answers(drafter, '毕业去向落实率', '95%')
    drafter.sees('已记下 目标值：95')
    await answers(drafter, '%', '跳过', '每低一个百分点扣5分', '年底前')
    drafter.sees('已记下 完成时限：2026年12月31日')
    await answers(drafter, '两', '跳过', '跳过')
    asked(drafter, '工作要点', '评价标准', '完成时限', '（未填）')
    await answers(drafter, '提交')
    drafter.sees('目标1 提高就业质量')
    expect(goals()).toEqual([
      {
        ...{
          type: 'key',
          title: '提高就业质量',
          measure: '毕业去向落实率 95%',
          criterion: '每低一个百分点扣5分',
        },
        ...{ due_on: '2026-12-31', weight: 200, priority: 'YD1', work_item: null },
      },
    ])
  })

  it('with both a figure and a description is led back to the question, and nothing typed is lost', async () => {
    const drafter = w.person('第一工作组 成员甲')
    await opens(drafter, '重点目标', '药学院')
    await answers(
      drafter,
      '建成平台',
      '建设',
      '1',
      '平台数',
      '三项',
      '跳过',
      '平台验收合格',
      '按期建成',
      '下周五',
    )
    drafter.sees('已记下 完成时限：2026年3月13日')
    await answers(drafter, '跳过', '跳过', '跳过', '提交')
    drafter.sees('量化指标和定性要求只能填一种', '现在填的是：平台验收合格')
    expect(count(w.db, 'goal')).toBe(0)
    await answers(drafter, '取消')
    drafter.sees('保留为草稿', '继续填写')
    await answers(drafter, '继续填写')
    drafter.sees('请核对', '平台数', '平台验收合格')
    await answers(drafter, '修改')
    expect(drafter.lastCard().fields.find((one) => one.label === '目标名称')?.initial).toBe('建成平台')
    await drafter.taps('保存目标', { 定性要求: '' })
    drafter.sees('目标1 建成平台')
    expect(goals()).toMatchObject([{ measure: '平台数 3', due_on: '2026-03-13' }])
  })
})

describe('a routine goal (Articles 11, 15)', () => {
  it('is asked for the work item and a note, never for a criterion or a date', async () => {
    const contact = w.person('教务处 联络员')
    await opens(contact, '常规目标')
    contact.sees('工作项目', '1. ')
    await answers(contact, '公文')
    contact.sees('已记下 工作项目：公文办理')
    await answers(contact, '跳过', '按时办结')
    contact.sees('权重')
    await answers(contact, '跳过', '跳过', '跳过')
    asked(contact, '工作项目', '权重')
    contact.seesNo('评价标准', '完成时限', '工作要点')
    await answers(contact, '提交')
    expect(goals()).toMatchObject([
      { type: 'routine', title: '公文办理', weight: 100, work_item: expect.any(String) },
    ])
  })
})

describe('a special goal (Article 10)', () => {
  it('beyond the three is asked why it is needed, and not without an answer', async () => {
    const contact = w.person('药学院 联络员')
    for (const title of ['一', '二', '三']) {
      await opens(contact, '专项目标')
      await answers(contact, title, '内容', '2', ...Array.from({ length: 3 }, () => '跳过'), '可见成效')
      await answers(contact, ...Array.from({ length: 5 }, () => '跳过'), '提交')
    }
    expect(count(w.db, 'goal')).toBe(3)
    await opens(contact, '专项目标')
    await answers(contact, '四', '内容', '解决师生关注的热点难点问题')
    contact.sees('超额理由', '不超过3项')
    await answers(contact, '跳过')
    contact.sees('这一项必须填写，不能跳过')
    await answers(contact, '师生集中反映', '跳过', '跳过', '跳过', '排队不超过10分钟', '跳过', '6月30日')
    contact.sees('已记下 完成时限：2026年6月30日')
    await answers(contact, '跳过', '跳过', '跳过', '提交')
    contact.sees('目标4')
    expect(count(w.db, 'goal')).toBe(4)
  })
})

describe('changing a goal by questions', () => {
  it('shows at each question what stands there, keeps it with 跳过, and saves only what was changed', async () => {
    const contact = w.person('药学院 联络员')
    await opens(contact, '专项目标')
    await answers(contact, '建成中心', '场地改造', '1', '跳过', '跳过', '跳过', '挂牌', '跳过', '9月底')
    await answers(contact, '跳过', '跳过', '跳过', '提交')
    await contact.taps('修改', {}, '建成中心')
    await contact.taps('逐项填写')
    contact.sees('第 1/', '现在填的是：建成中心')
    await answers(contact, '跳过', '场地改造，配齐师资', ...Array.from({ length: 10 }, () => '跳过'))
    contact.sees('请核对', '建成中心', '2026年9月30日')
    await answers(contact, '提交')
    contact.sees('目标1 建成中心')
    expect(w.db.raw('SELECT title, content, due_on, status FROM goal')).toEqual([
      { title: '建成中心', content: '场地改造，配齐师资', due_on: '2026-09-30', status: 'draft' },
    ])
  })
})

describe('in another’s name (rulebook 7)', () => {
  it('a draft is kept, interrupted by the own matters and taken up again in the name in which it was begun', async () => {
    const head = w.person('药学院 负责人')
    await head.says('委托 药学院 教师 3月2日到3月6日')
    await head.taps('确认委托')
    const teacher = w.person('药学院 教师')
    await teacher.says('代药学院 负责人 填报目标')
    await teacher.taps('填报专项目标')
    await teacher.taps('逐项填写')
    await answers(teacher, '建成中心', '场地改造', '帮助')
    teacher.seesNo('您代药学院 负责人办理')
    await answers(teacher, '继续填写')
    teacher.sees('您代药学院 负责人办理', '专项类别')
    await answers(
      teacher,
      '2',
      '跳过',
      '跳过',
      '跳过',
      '挂牌',
      '跳过',
      '跳过',
      '跳过',
      '跳过',
      '跳过',
      '提交',
    )
    teacher.sees('目标1 建成中心')
    expect(w.db.raw("SELECT by_person, in_name_of FROM journal WHERE type = 'goal.drafted'")).toEqual([
      { by_person: 'T-JX01', in_name_of: 'H-JX01' },
    ])
  })
})
