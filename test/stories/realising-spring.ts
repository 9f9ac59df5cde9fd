/** Article 18: a unit splits, reports, shows and is believed or not. */
import { describe, it } from 'vitest'
import { linesOf, picture, reportsLines, reportsTask } from './realising-deeds.ts'
import type { SchoolYear } from './realising-year.ts'

/** `year`: known once the tests run. */
export function spring(year: () => SchoolYear): void {
  describe('spring: the units report', { timeout: 300_000 }, () => {
    it('the office opens execution, and everyone in the scheme is told once', async () => {
      const y = year()
      await y.person('OF1').says('阶段')
      await y.person('OF1').taps('进入实现目标')
      y.person('C-FY4').sees('实现目标')
    })

    it('Article 18: a goal is split among people, and their owners report', async () => {
      const y = year()
      await y.reaches('2026-03-03')
      const contact = y.person('C-JX1')
      await contact.says('任务 3\n调研 T-JX1 6月15日 40%\n整改 C-JX1 9月15日 30%\n回访 T-JX1 11月15日 30%')
      await contact.taps('保存任务')
      contact.sees('已添加 3 个任务')
      y.person('T-JX1').sees('您负责的任务', '3.1 调研', '3.3 回访')
    })

    it('by a typed line, by several lines at once, and by a task’s owner, whose goal follows', async () => {
      const y = year()
      await y.reaches('2026-03-12')
      const contact = y.person('C-JX1')
      await reportsLines(contact, ['1 完成20%，清单已定'])
      contact.sees('目标1的进展已报送（20%）')
      await reportsLines(contact, linesOf(0, [1]))
      contact.sees('进展已报送', '目标2', '目标6')
      await reportsTask(y, 0)
      y.person('T-JX1').sees('目标3现为 8%')
    })

    it('by form, with pictures, a value and what it cost; over budget it says so (Article 30)', async () => {
      const y = year()
      await y.reaches('2026-04-09')
      const contact = y.person('C-JX1')
      for (const n of [1, 2]) await contact.sends(picture(n))
      await contact.taps('用于目标1')
      await contact.taps('报送进展', {
        ...{ 完成进度: '50', 指标值: '5', 累计支出: '120000' },
        ...{ 完成情况: '五项任务完成验收', 下一步: '推进其余五项' },
      })
      contact.sees('进展已报送', '佐证材料（2 份）', '超预算')
      await reportsLines(contact, linesOf(1, [1]))
      await reportsTask(y, 1)
    })

    it('the group accepts one value and queries another, which is answered', async () => {
      const y = year()
      await y.reaches('2026-04-10')
      const group = y.person('WC1')
      await group.says('核实进展')
      group.sees('药学学院')
      await group.taps('核实', {}, '药学学院　目标2')
      await group.taps('认可')
      group.sees('已认可')
      await group.says('核实进展')
      await group.taps('核实', {}, '药学学院　目标1')
      await group.taps('质疑')
      await group.taps('提交质疑', { 质疑的理由: '验收单缺两份' })
      const contact = y.person('C-JX1')
      contact.sees('进展被质疑', '验收单缺两份')
      await contact.taps('补报进展')
      await contact.taps('报送进展', { 完成情况: '补齐两份验收单' })
      contact.sees('进展已报送', '补齐两份验收单')
    })
  })
}
