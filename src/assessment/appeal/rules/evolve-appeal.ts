import { never } from '../../../kernel/decision.ts'
import { type AppealEvent, type AppealState, isOpen, type OpenAppeal, type Round } from './appeal.ts'

export function evolveAppeal(state: AppealState, event: AppealEvent): AppealState {
  switch (event.type) {
    case 'appeal.drafted': {
      const { type: _, ...told } = event
      return { ...told, status: 'draft' }
    }
    case 'appeal.sent': {
      if (state.status !== 'draft') return state
      return { ...state, status: 'sent', sent: event.signed, routes: [], verdicts: {}, rounds: [] }
    }
    case 'appeal.withdrawn':
      return withdrawn(state, event.signed)
    case 'appeal.routed':
    case 'appeal.weighed':
    case 'appeal.proposed':
    case 'appeal.seconded':
    case 'appeal.objected':
    case 'appeal.agreed':
    case 'appeal.decided':
      return isOpen(state) ? evolveOpen(state, event) : state
    default:
      return never(event)
  }
}

function withdrawn(state: AppealState, signed: OpenAppeal['sent']): AppealState {
  if (state.status !== 'draft' && !isOpen(state)) return state
  const { year, unit, number, version, items, drafted } = state
  const told = {
    year,
    unit,
    number,
    version,
    items,
    drafted,
    status: 'withdrawn',
    withdrawn: signed,
  } as const
  return state.status === 'draft' ? told : { ...told, sent: state.sent, routes: state.routes }
}

type HearingEvent = Exclude<
  AppealEvent,
  { readonly type: 'appeal.drafted' | 'appeal.sent' | 'appeal.withdrawn' }
>

function evolveOpen(state: OpenAppeal, event: HearingEvent): AppealState {
  switch (event.type) {
    case 'appeal.routed': {
      const { type: _, ...route } = event
      const { agreedAt: __, ...sent } = { agreedAt: '', ...state }
      const status = route.to === 'group' ? 'with-group' : 'with-leaders'
      return { ...sent, status, routes: [...state.routes, route], verdicts: {} }
    }
    case 'appeal.weighed':
      return { ...state, verdicts: { ...state.verdicts, ...event.verdicts } }
    case 'appeal.proposed': {
      const { type: _, ...put } = event
      const agreed = [{ member: put.by, at: put.at }]
      return { ...state, rounds: [...state.rounds, { ...put, agreed, objections: [] }] }
    }
    case 'appeal.seconded':
      return withLastRound(state, (round) => ({
        ...round,
        agreed: [...round.agreed, { member: event.by, at: event.at }],
      }))
    case 'appeal.objected':
      return withLastRound(state, (round) => ({
        ...round,
        agreed: round.agreed.filter((one) => one.member.id !== event.by.id),
        objections: [...round.objections, { member: event.by, at: event.at, words: event.words }],
      }))
    case 'appeal.agreed':
      return { ...state, status: 'agreed', agreedAt: event.at }
    case 'appeal.decided': {
      const { outcome, by, signed: decided, verdicts, before, after } = event
      const { agreedAt: _, ...sent } = { agreedAt: '', ...state }
      return { ...sent, status: 'decided', outcome, by, decided, verdicts, before, after }
    }
    default:
      return never(event)
  }
}

function withLastRound(state: OpenAppeal, change: (round: Round) => Round): OpenAppeal {
  const last = state.rounds.length - 1
  return { ...state, rounds: state.rounds.map((one, i) => (i === last ? change(one) : one)) }
}
