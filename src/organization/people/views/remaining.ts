/** What comes along with the roles, and what stays the leaver's own, in sentences. */
import type { Proposal } from '../load.ts'
import type { OpenWorkKind } from '../queries.ts'

const amount = ({ open }: Proposal, kind: OpenWorkKind): number =>
  open.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)

type Said = readonly [
  kind: OpenWorkKind,
  say: (count: number, names: { leaver: string; successor: string }) => string,
]

const ALONG: readonly Said[] = [
  ['help', (count, { successor }) => `求助 ${count} 项待答复，由${successor}答复`],
  ['rectification', (count, { successor }) => `整改 ${count} 项待落实，由${successor}办理`],
]

const STAYS: readonly Said[] = [
  ['acceptance', (count) => `发出的整改 ${count} 项，由该组组长验收`],
  ['inspection', (count) => `参加的督查 ${count} 次，由同组检查人员或组长办结`],
  [
    'sheet',
    (count, { successor }) => `未报送的评分表 ${count} 份作废，${successor}独立打分；已报送的评分表照旧有效`,
  ],
  ['goal-owner', (count) => `${count} 项目标的责任人写的是姓名，属于目标内容，请按目标调整或在填报时修改`],
  ['note', (count) => `未发布的检查记录 ${count} 条，仍归本人`],
  ['evidence', (count) => `没有用上的佐证材料 ${count} 个，仍归本人；已用上的照旧有效`],
]

const sayAll = (proposal: Proposal, said: readonly Said[]): string[] => {
  const names = { leaver: proposal.leaver.name, successor: proposal.successor.name }
  return said.flatMap(([kind, say]) => {
    const count = amount(proposal, kind)
    return count === 0 ? [] : [say(count, names)]
  })
}

export function alongWords(proposal: Proposal): string[] {
  return [
    ...sayAll(proposal, ALONG),
    ...(proposal.facts.led.length > 0 || proposal.open.some(({ kind }) => kind === 'role')
      ? [`等待审核、报送、表态的事随角色转到${proposal.successor.name}的待办；已表的态照旧有效`]
      : []),
  ]
}

export function stayingWords(proposal: Proposal): string[] {
  const { delegations, facts } = proposal
  const given = amount(proposal, 'delegation-given') + amount(proposal, 'delegation-held')
  const ended = delegations.items.length
  return [
    ...(ended > 0 ? [`委托 ${ended} 项立即结束，双方都会收到通知`] : []),
    ...(ended === 0 && given > 0 && facts.keep.length > 0
      ? [`委托 ${given} 项不变，其中已移交的职责不再有效`]
      : []),
    ...sayAll(proposal, STAYS),
  ]
}
