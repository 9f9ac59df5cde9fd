/** Articles 19 and 32, and Feishu’s bad days: files, silence, difficulties, a petition. */
import { describe, expect, it } from 'vitest'
import { count } from '../world/rows.ts'
import { digestDays } from './realising-counts.ts'
import { answersHelp, asksHelp, lastFile, picture, reporterReports, reportsLines } from './realising-deeds.ts'
import type { SchoolYear } from './realising-year.ts'

/** What the petition says: nobody but the leading group and its writer ever reads it. */
export const SECRET = '蓝鲸号设备没有招标'

/** `year`: known once the tests run. */
export function trouble(year: () => SchoolYear): void {
  describe('what goes wrong', { timeout: 300_000 }, () => {
    it('twenty pictures in a row while Feishu hands out no file: none is lost, each is fetched once', async () => {
      const y = year()
      await y.reaches('2026-04-14')
      const contact = y.person('C-JX2')
      y.downloads.failing = true
      await y.together(Array.from({ length: 20 }, (_, n) => () => contact.sends(picture(n))))
      await reportsLines(contact, ['3 完成20%，走访二十户'])
      contact.sees('进展已报送', '佐证材料（20 份）')
      await y.passes(20 * 60_000)
      expect(count(y.db, "evidence WHERE state = 'awaited'")).toBe(20)
      y.downloads.failing = false
      await y.passes(20 * 60_000)
      expect(count(y.db, "evidence WHERE state = 'kept' AND person = 'C-JX2'")).toBe(20)
      expect([...y.downloads.fetched.values()]).toEqual(Array(22).fill(1))
      expect(y.downloads.tried).toBeGreaterThan(22 + 5)
      await contact.taps('取回材料20', {}, '进展已报送')
      expect(lastFile(y, contact).bytes).toHaveLength(5)
    })

    it('a silent unit goes up to head, office and leader in charge, until it reports', async () => {
      const y = year()
      await y.reaches('2026-04-22')
      expect(y.person('LD8').lastCard().text).toContain('上报至您')
      const contact = y.person('C-XZ4')
      expect(contact.lastCard().text).toMatch(/已上报领导小组办公室；4月21日已上报分管校领导/)
      await reportsLines(contact, ['1 完成50%，补报', '2 完成25%，补报', '3 完成20%，补报'])
      await reportsLines(contact, ['4 完成50%，补报', '5 完成25%，补报', '6 完成20%，补报'])
      await y.reaches('2026-05-07')
      await reporterReports(y, 2)
      expect(digestDays(y, 'C-XZ4')).toEqual(['04-01', '04-03', '04-08', '04-10', '04-15', '04-21', '04-22'])
      expect(digestDays(y, 'H-XZ4')).toEqual(['04-03', '04-08', '04-10', '04-15', '04-21', '04-22'])
      expect(digestDays(y, 'LD8')).toEqual(['04-21', '04-22'])
    })

    it('Article 32: a teacher writes to the leading group and hides the name', async () => {
      const y = year()
      await y.reaches('2026-05-11')
      const writer = y.person('T-JX2')
      await writer.says('反映问题')
      const concerned = { 涉及人员: '分管副校长2', 姓名: '不公开，只在办公室登记簿上' }
      await writer.taps('提交', { 反映内容: SECRET, ...concerned })
      writer.sees('第 2026-001 号', '已直接送达领导小组')
      y.person('CH').shown('来信第 2026-001 号')
    })

    it('Article 19: difficulties are answered by the group, passed on by a leader, solved by the unit itself', async () => {
      const y = year()
      await y.reaches('2026-05-12')
      await reportsLines(y.person('C-JX3'), ['2 完成40%，样机完成；困难：缺少实验设备'])
      await answersHelp(y.person('WC3'), '缺少实验设备', '调配东区实验室')
      y.person('C-JX3').sees('已答复', '调配东区实验室')
      await asksHelp(y.person('C-XZ1'), '2 系统对接需要财务支持')
      const leader = y.person('LD5')
      await leader.taps('转交', {}, '系统对接需要财务支持')
      const to = { 转给: '其他单位负责人', 单位名称: '财务处', 转交说明: '请财务处支持' }
      await leader.taps('转交', to, '转交求助')
      await answersHelp(y.person('H-XZ9'), '系统对接需要财务支持', '已开放接口')
      y.person('C-XZ1').sees('已答复', '已开放接口')
      await asksHelp(y.person('C-FY1'), '2 缺少床位')
      await y.person('C-FY1').taps('已解决', {}, '缺少床位')
      await y.person('C-FY1').taps('确认已解决', { 怎样解决的: '已调剂' })
      await asksHelp(y.person('C-JX7'), '2 缺少场地')
    })

    it('what nobody answers is reminded of: the group of a request, the leading group of a petition', async () => {
      const y = year()
      await y.reaches('2026-05-20')
      const chair = y.person('CH')
      await chair.says('来信')
      await chair.taps('查看', {}, '2026-001')
      await chair.taps('答复', { 答复或提问: '已责成审计处核查' }, '来信第 2026-001 号')
      await chair.taps('办结', {}, '来信第 2026-001 号')
      y.person('T-JX2').sees('已办结')
      await y.reaches('2026-05-21')
      const group = y.person('WC3')
      await group.says('求助记录')
      await group.taps('看求助', {}, '缺少场地')
      await answersHelp(group, '缺少场地', '安排北区报告厅')
      expect(digestDays(y, 'WC3')).toEqual(['05-18', '05-20', '05-21'])
      for (const one of ['CH', 'LM1', 'LM2', 'LM3', 'LM4']) expect(digestDays(y, one), one).toEqual(['05-19'])
    })
  })
}
