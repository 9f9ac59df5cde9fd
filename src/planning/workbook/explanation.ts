/** The sheet 说明 of a person's 目标填报表. */
import { TYPE_NAMES } from '../../../cards/goal-words.ts'
import { type Desk, typesAt } from '../drafting-desk.ts'

type Line = readonly [what: string, text: string]

export function explain(desk: Desk): Line[] {
  return [
    [
      '用法',
      `本表用于填报${desk.year}年度目标。在「目标」表中一行填一项，填好后把文件直接发到对话中；核对无误、由您确认后一次导入，有一处错误则全部不导入。`,
    ],
    [
      '序号',
      '已有的草稿带有序号，修改这一行即修改该目标；新增的目标序号留空。从表中删去一行不会删除目标，要删除请在对话中操作。',
    ],
    ['单位、类型', '从下拉列表中选。您填报的单位和类型见下。'],
    ['重点目标', '须填评价标准、完成时限和所服务的工作要点。'],
    [
      '专项目标',
      `须选专项类别。每个单位原则上不超过${desk.specialLimit}项，超出的须在「理由」中写明超额理由。`,
    ],
    [
      '常规目标',
      '须选工作项目，内容简明扼要；评价标准按工作项目统一执行，不必填写。目标名称不填则用工作项目的名称。',
    ],
    ['衡量方式', '能量化的填量化指标、目标值、计量单位；不能量化的填定性要求。两者只填一种。'],
    ['权重', '同类目标之间的比重，不填为 1。'],
    ['完成时限', `${desk.year}年内的日期，如 ${desk.year}-06-30。`],
    ['其他', '表名和表头请不要改动。草稿可以不完整，报送前补齐即可。'],
    ...desk.seats.map(
      (seat): Line => [
        seat.name,
        typesAt(seat)
          .map((type) => TYPE_NAMES[type])
          .join('、'),
      ],
    ),
  ]
}
