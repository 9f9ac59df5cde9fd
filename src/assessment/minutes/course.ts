/** How the deliberation went: each proposal, who agreed, who objected and in which words (Article 22). */
import type { Instant } from '../../kernel/time.ts'
import type { Decided, Reopened, Round } from '../rules/assessment.ts'
import { sayEntry } from '../views/say-entry.ts'

export interface Course {
  readonly at: Instant
  readonly by: string
  readonly what: string
  readonly lines: readonly string[]
}

export function courseOf(state: Decided): readonly Course[] {
  const opened: Course = {
    at: state.openedAt,
    by: state.openedBy.name,
    what: '开启',
    lines: [`评分表交齐，开启合议；到会${state.present.length}人。`],
  }
  const again = state.reopened ? [reopenedOf(state.reopened)] : []
  return [
    ...again,
    opened,
    ...state.rounds.flatMap((round, index) => [
      proposed(state, round, index + 1),
      ...wordsOf(round).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    ]),
  ]
}

/** An earlier sitting that came to no decision; its proposals are in the journal. */
const reopenedOf = ({ at, by, reason }: Reopened): Course => ({
  ...{ at, by: by.name, what: '退回' },
  lines: [`到会人数不足，退回重新打分：${reason}`],
})

function proposed({ goals, rounds }: Decided, round: Round, number: number): Course {
  const said = goals.flatMap((goal) => {
    const entry = round.entries[goal.id]
    return entry ? [`目标${goal.number}：${sayEntry(entry, goal)}`] : []
  })
  const lines = number === rounds.length ? ['内容与「四、合议决定」相同。'] : said
  return { at: round.at, by: round.by.name, what: `第${number}次意见`, lines }
}

/** The proposal itself is its maker's agreement. */
function wordsOf({ by, agreed, objections }: Round): readonly Course[] {
  return [
    ...agreed
      .filter((one) => one.member.id !== by.id)
      .map((one) => ({ at: one.at, by: one.member.name, what: '同意', lines: [] })),
    ...objections.map((one) => ({ at: one.at, by: one.member.name, what: '异议', lines: [one.words] })),
  ]
}
