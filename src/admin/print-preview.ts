import type { RosterGroup } from '../../cards/roster-preview.ts'
import type { Proposal } from '../organization/examine.ts'
import { sayPreview } from '../organization/say-preview.ts'

/** The preview as lines of text, every name in full. */
export function printPreview(print: (text: string) => void, proposal: Proposal): void {
  const said = sayPreview(proposal)
  if (said.counts.length === 0) print('名册与现有组织完全一致，没有需要导入的内容。')
  for (const { sheet, added, changed, ended } of said.counts)
    print(`${sheet}：新增 ${added}，变更 ${changed}，将结束 ${ended}`)
  printGroups(print, '新增', said.added)
  printGroups(print, '变更', said.changed)
  printGroups(print, '将结束', said.ended)
  if (!said.directoryAsked) print('提醒：飞书通讯录暂时查不到人，可稍后重新导入以补查。')
  if (said.unreached.length > 0) print(`提醒：以下人员未在飞书找到：${said.unreached.join('、')}`)
  if (said.doubled.length > 0)
    print(`提醒：以下人员的手机或邮箱查到的是另一人的账号：${said.doubled.join('、')}`)
  for (const { text, units } of said.warnings) print(`提醒：${text}：${units.join('、')}`)
}

function printGroups(print: (text: string) => void, title: string, groups: readonly RosterGroup[]): void {
  for (const { sheet, names } of groups) print(`  ${title}·${sheet}：${names.join('、')}`)
}
