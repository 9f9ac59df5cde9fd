/** What each event makes of an adjustment. */
import { never } from '../../../kernel/decision.ts'
import { castVote } from '../../rules/vote.ts'
import type { AdjustmentEvent, AdjustmentState, Asked } from './adjustment.ts'

export function evolveAdjustment(state: AdjustmentState, event: AdjustmentEvent): AdjustmentState {
  if (event.type === 'adjustment.drafted') {
    const { side, request, opened, act: asked } = event
    const base = { side, asked, request, revision: 1, returns: [], votes: [] }
    return { status: 'draft', ...base, ...(opened !== undefined && { opened }) }
  }
  return state.status === 'none' ? state : moved(state, event)
}

function moved(
  state: Asked,
  event: Exclude<AdjustmentEvent, { type: 'adjustment.drafted' }>,
): AdjustmentState {
  const { act } = event
  const base = baseOf(state)
  switch (event.type) {
    case 'adjustment.revised':
      return { ...base, status: 'draft', request: event.request, revision: state.revision + 1 }
    case 'adjustment.sent':
      return event.review === 'asked'
        ? { ...base, status: 'asked', sent: act }
        : { ...base, status: 'reviewed', sent: act, reviewed: null }
    case 'adjustment.passed':
      return state.status === 'asked'
        ? { ...base, status: 'reviewed', sent: state.sent, reviewed: act }
        : state
    case 'adjustment.returned': {
      const { stage, comment } = event
      const returns = [...state.returns, { stage, comment, act }]
      return { ...base, status: 'returned', returns, returnedAs: state.request, votes: [] }
    }
    case 'adjustment.voted': {
      const { agreed, abstained } = event
      return { ...state, votes: castVote(state.votes, { act, agreed, abstained }) }
    }
    case 'adjustment.ratified': {
      if (state.status !== 'reviewed') return state
      const { effective, shares, quorum } = event
      const { sent, reviewed } = state
      const done = { ...base, sent, reviewed, ratified: act, effective, shares, status: 'ratified' } as const
      return quorum ? { ...done, quorum } : { ...done, votes: [] }
    }
    case 'adjustment.withdrawn':
      return { ...base, status: 'withdrawn', withdrawn: act }
    default:
      return never(event)
  }
}

function baseOf({ side, asked, request, revision, returns, returnedAs, opened, votes }: Asked) {
  return {
    ...{ side, asked, request, revision, returns, votes },
    ...(returnedAs && { returnedAs }),
    ...(opened !== undefined && { opened }),
  }
}
