/** Rulebook 7: the office reads any subject's history in the chat, has the chains checked, and takes a year home; over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { brings, proposes } from './steps.ts'

const OFFICE = '办公室 工作人员'
const CONTACT = '药学院 联络员'
const PHARMACY = standardCast('药学院')
const MINUTE_MS = 60_000

describe('the office reads history', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await proposes(w, PHARMACY)
    await brings(w, PHARMACY)
  })
  afterAll(() => w.stop())

  it('of a unit it chooses what; the newest entry stands first, with who, when, version and hash', async () => {
    const office = w.person(OFFICE)
    await office.says('历史 药学院')
    office.sees('药学院 2026年度目标', '药学院：单位登记')
    await office.taps('查看', {}, '药学院 2026年度目标')
    office.sees('历史：药学院 2026年度目标', '校验链完好', '领导小组 组长', '审定', '全部目标生效', '校验值')
    const [{ hash }] = w.db.raw(
      "SELECT hash FROM journal WHERE subject = 'plan:2026:JX01' ORDER BY version DESC LIMIT 1",
    ) as [{ hash: string }]
    office.sees(hash.slice(0, 8))
    office.sees('起草目标1', '报送工作组填报部分')
  })

  it('of a person, a group, the phases and the school, by words', async () => {
    const office = w.person(OFFICE)
    await office.says('历史 药学院 教师')
    office.sees('药学院 教师：登记和角色', '登记药学院 教师')
    await office.says('历史 第一目标管理工作组')
    office.sees('第一目标管理工作组', '负责单位')
    await office.says('历史 阶段')
    office.sees('2026年度：阶段和政策', '开启2026年度')
    await office.says('历史 学校')
    office.sees('全校组织', '导入名册')
    await office.says('历史 抽查 2026-7')
    office.sees('没有找到您可以查看的这项历史')
  })

  it('what planning shows of a goal stays, and history leads there', async () => {
    const office = w.person(OFFICE)
    await office.says('历史 药学院 目标1')
    office.sees('历史版本')
    await office.says('历史')
    office.seesNo('历史：')
  })

  it('a contact sees the own unit’s plan without the votes, and nothing of the others or the school', async () => {
    const contact = w.person(CONTACT)
    await contact.says('历史 药学院')
    contact.sees('药学院 2026年度目标')
    await contact.taps('查看', {}, '药学院 2026年度目标')
    contact.sees('只列出与您有关的记录', '审定')
    for (const words of ['护理学院', '阶段', '学校', '考核结果', '药学院 教师', 'plan:2026:JX02']) {
      await contact.says(`历史 ${words}`)
      contact.sees('没有找到您可以查看的这项历史')
    }
    await contact.says('核对日志')
    contact.sees('日志由领导小组办公室核对')
    await contact.says('导出年度')
    contact.sees('年度数据由领导小组办公室导出')
  })

  it('核对日志 answers at once, and the card follows when all is recomputed', async () => {
    const office = w.person(OFFICE)
    await office.says('核对日志')
    office.sees('日志核对', '正在核对')
    await office.says('核对日志')
    office.sees('正在进行')
    await w.passes(MINUTE_MS)
    office.sees('完好', '记录', '上次核对', '再次核对')
    await office.taps('再次核对')
    office.sees('正在核对')
    await w.passes(MINUTE_MS)
    office.sees('完好')
  })

  it('导出年度 sends the workbook and the journal as files', async () => {
    const office = w.person(OFFICE)
    await office.says('导出年度')
    office.sees('2026年度导出', '未导出')
    await office.taps('开始导出')
    office.sees('正在导出')
    await w.passes(MINUTE_MS)
    office.shown('已导出')
    const sent = w.campus.chat.messages(office.openId).filter((one) => one.type === 'file')
    expect(
      sent.map(({ content }) => w.campus.chat.file(JSON.parse(content).file_key)?.name).toSorted(),
    ).toEqual(['2026年度数据.xlsx', '2026年度日志.jsonl.gz'])
    await office.says('导出年度 2031')
    await office.taps('开始导出')
    office.sees('没有这个年度')
    await office.says('历史 导出年度')
    office.sees('要求导出2026年度全部数据', '导出完成')
  })

  it('the journal still folds to the state', async () => {
    expect(await journalEqualsState(w.db)).toContain('journal-check')
  })
})
