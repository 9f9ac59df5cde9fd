/** Article 20: a fair draw, findings and their rectification; reasons and snoozes. */
import { describe, expect, it } from 'vitest'
import { digestDays, drawnUnits } from './realising-counts.ts'
import { findsRectification, lastFile, reporterReports, reportsLines } from './realising-deeds.ts'
import { repeatsDraw } from './realising-draw.ts'
import { goalId } from './realising-school.ts'
import { lightsNow, type SchoolYear } from './realising-year.ts'

/** `year`: known once the tests run. */
export function summer(year: () => SchoolYear): void {
  describe('summer: the inspection', { timeout: 300_000 }, () => {
    const drawn = (): string[] => drawnUnits(year())
    const nameOf = (unit: string): string => year().person(`C-${unit}`).name.replace(' 联络员', '')

    it('Article 20: a spot check is stated and drawn, and whoever reads its card draws the same', async () => {
      const y = year()
      await y.reaches('2026-06-04')
      await reporterReports(y, 3)
      await y.reaches('2026-06-09')
      const convenor = y.person('IC')
      await convenor.says('抽查')
      const how = { 抽什么: '单位', 单位类别: ['党群部门'], 抽取数量: '3' }
      await convenor.taps('公布抽查', {
        ...how,
        督查人员: ['督查组 组长', '组织部 负责人'],
        抽查事由: '核实进展',
      })
      convenor.sees('待抽取', '13 个单位中抽 3', '组织部（组织部 负责人所在）', '名单指纹')
      const office = y.person('OF1')
      await office.says('待办')
      await office.taps('去见证')
      await office.taps('见证并抽取', { 请报一个号: '27' })
      office.sees('已抽中 3 个', '种子')
      const anyone = y.person('H-JX1')
      await anyone.says('督查 1')
      const card = anyone.lastCard().text
      await anyone.taps('取得名单')
      const { listHash, byShell, byProgram } = repeatsDraw(card, lastFile(y, anyone).bytes, 3)
      expect(card).toContain(listHash)
      expect(byShell.toSorted()).toEqual(drawn())
      expect(byProgram).toEqual(byShell)
      expect(drawn()).not.toContain('DQ2')
    })

    it('a rectification is answered in time and accepted; of another the day passes, and the light tells', async () => {
      const y = year()
      const [prompt = '', tardy = ''] = drawn()
      const convenor = y.person('IC')
      for (const [unit, fact] of [
        [prompt, '台账缺三页'],
        [tardy, '台账缺七页'],
      ] as const)
        await findsRectification(convenor, nameOf(unit), { fact, dueOn: '2026-06-24' })
      await y.reaches('2026-06-16')
      const contact = y.person(`C-${prompt}`)
      await contact.sends({ name: '台账.pdf', type: 'file', bytes: new Uint8Array([1, 2, 3]) })
      await contact.taps('报送整改', { 整改情况: '已补三页' }, '台账缺三页')
      await convenor.says('整改')
      await convenor.taps('查看1号')
      await convenor.taps('验收通过', {}, '已补三页')
      contact.sees('已验收')
      await y.reaches('2026-06-26')
      const lights = async (day: `${number}-${number}-${number}`) =>
        lightsNow(y, [goalId(prompt, 6), goalId(tardy, 6)], day)
      expect(await lights('2026-06-24')).toEqual(['green', 'green'])
      expect(await lights('2026-06-25')).toEqual(['green', 'yellow'])
      await y.person(`C-${tardy}`).says('整改')
      await y.person(`C-${tardy}`).taps('查看2号')
      await y.person(`C-${tardy}`).taps('报送整改', { 整改情况: '已补七页' }, '台账缺七页')
      expect(await lights('2026-06-26')).toEqual(['green', 'green'])
    })

    it('progress falls only with its reason', async () => {
      const y = year()
      const contact = y.person('C-XZ1')
      await contact.says('进展 1 90% 验收发现漏项')
      await contact.taps('补充修改')
      await contact.taps('报送进展')
      contact.sees('上次已报 100%，这次是 90%')
      await contact.taps('报送进展', { 指标值: '9', 调整原因: '复核时发现' })
      contact.sees('进展已报送', '90%（上次 100%）')
      await y.reaches('2026-06-29')
      await reportsLines(contact, ['1 完成100%，漏项已补，累计完成10项'])
    })

    it('overdue it is put off by its contact, never past the day on which it goes up', async () => {
      const y = year()
      await y.reaches('2026-07-01')
      const contact = y.person('C-JX5')
      await contact.taps('延后2天', {}, '今日提醒')
      contact.sees('已延后，7月3日起再提醒您')
      await y.reaches('2026-07-02')
      await reporterReports(y, 4)
      await y.reaches('2026-07-06')
      await contact.says('进展 1 100% 最后一项验收')
      contact.sees('指标值仍是 9.5项（目标 10项）', '按 95% 计')
      await reportsLines(contact, ['1 完成100%，最后一项验收，累计完成10项'])
      expect(digestDays(y, 'C-JX5')).toEqual(['05-29', '06-23', '06-29', '07-01', '07-03', '07-06'])
      expect(digestDays(y, 'H-JX5')).toEqual(['07-03', '07-06'])
    })
  })
}
