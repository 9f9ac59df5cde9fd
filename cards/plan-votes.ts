/** Where the leading group ratifies by a quorum: the rule of the vote, and who has answered what. */
import { type Element, line, note } from './kit.ts'

export interface VoteFacts {
  /** How many of the members must agree. */
  readonly needed: number
  readonly members: number
  /** Goals that are still open. */
  readonly waiting: number
  /** Members who have answered on all of them. */
  readonly complete: number
  /** Those that the viewer may see. */
  readonly answers: readonly { readonly name: string; readonly agreed: number; readonly abstained: number }[]
}

const MOST = 40

export const voteRule = ({ members, needed }: VoteFacts): string =>
  `领导小组${members}名成员中${needed}人同意即审定；有一人退回即退回；弃权不计。`

export function voteElements(votes: VoteFacts): Element[] {
  const { members, complete, waiting, answers } = votes
  if (waiting === 0) return []
  const lines = answers.slice(0, MOST).map((one) => `${one.name}：${answerText(one, waiting)}`)
  const all = lines.length > 0 ? [line(lines.join('\n'), 'muted')] : []
  return [
    note(`${voteRule(votes)}定案前可以改变答复。`),
    line(`待定${waiting}项，${members}名成员中${complete}人已全部答复。`),
    ...all,
  ]
}

function answerText(one: VoteFacts['answers'][number], waiting: number): string {
  const open = waiting - one.agreed - one.abstained
  if (open === waiting) return '未答复'
  return [
    one.agreed > 0 ? `同意${one.agreed}项` : '',
    one.abstained > 0 ? `弃权${one.abstained}项` : '',
    open > 0 ? `未答复${open}项` : '',
  ]
    .filter((part) => part !== '')
    .join('，')
}
