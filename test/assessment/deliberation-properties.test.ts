/** From the sheets to the decision by the rules alone, in both modes of `agreement`. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreeToProposal } from '../../src/assessment/rules/answer.ts'
import {
  type AssessmentEvent,
  type AssessmentState,
  type Decided,
  evolveAssessment,
  OPEN,
} from '../../src/assessment/rules/assessment.ts'
import type { AssessingFacts } from '../../src/assessment/rules/facts.ts'
import { finalOf } from '../../src/assessment/rules/final-of.ts'
import type { Mark } from '../../src/assessment/rules/marks.ts'
import { readMarks } from '../../src/assessment/rules/marks.ts'
import { openDeliberation } from '../../src/assessment/rules/open.ts'
import { evolveDraft, NO_DRAFT, proposeScores } from '../../src/assessment/rules/propose.ts'
import type { Decision, Happening } from '../../src/kernel/decision.ts'
import { type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { AT, goalsOf } from './world.ts'

type Regime = AssessingFacts['regime']
const GOALS = goalsOf('JX01')
const K = { key: 1_0500, special: 1_0000, routine: 9800 }

/** For each member, for each goal: points lost, and a word. */
type Given = readonly (readonly [lost: number, word: string])[]

const given = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom('迟报', '缺佐证', '未达标')),
  {
    minLength: GOALS.length,
    maxLength: GOALS.length,
  },
)
const group = fc.array(given, { minLength: 2, maxLength: 7 })
const seatings = group.chain((all) => {
  const members = all.map((sheet, i) => ({ id: `m${i}`, name: `成员${i}`, sheet }))
  return fc.tuple(
    fc.constant(members),
    fc.shuffledSubarray(members, { minLength: members.length }),
    fc.constantFrom<Regime>('standard', 'graded'),
    fc.constantFrom<Policy['agreement']>('deliberated', 'averaged'),
  )
})

function marksOf(sheet: Given, regime: Regime): readonly Mark[] {
  return sheet.map(([lost, word], i) => {
    if (regime === 'standard')
      return {
        goal: i + 1,
        deductions: lost === 0 ? '' : `${(lost / 4).toFixed(2)} ${word}`,
      }
    const level = lost <= 10 ? 1 : lost <= 30 ? 2 : 3
    return { goal: i + 1, level, score: (100 - lost) * 100, reason: level === 1 ? '' : word }
  })
}

function take<Event extends Happening>(
  decision: Decision<Event, { readonly code: string }>,
): readonly Event[] {
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events
}

/** All send their sheets, the first convenes, proposes the means or the first sheet, and all agree. */
function decide(
  members: readonly { readonly id: string; readonly name: string; readonly sheet: Given }[],
  regime: Regime,
  agreement: Policy['agreement'],
): Decided {
  const convenor = 'm0'
  const assessing: AssessingFacts = {
    ...{ year: 2026, phase: 'assessment', unit: 'JX01', unitName: '药学院', regime, coefficients: K },
    ...{ policy: { ...REGULATION_DEFAULTS, agreement }, goals: GOALS, findings: [], hand: null },
    panel: { group: 'WG', name: '工作组', assessors: members, convenors: [convenor], recused: [] },
  }
  const sheets = Object.fromEntries(
    members.map(({ id, sheet }) => {
      const read = readMarks(regime, GOALS, marksOf(sheet, regime))
      if ('faults' in read) throw new Error(JSON.stringify(read.faults))
      return [id, { status: 'sent' as const, entries: read.entries, verdicts: {}, account: null, at: AT }]
    }),
  )
  const follow = (state: AssessmentState, events: readonly AssessmentEvent[]) =>
    events.reduce(evolveAssessment, state)
  const context = { assessing, by: convenor, at: AT }
  let state = follow(OPEN, take(openDeliberation(OPEN, sheets, context)))
  const chair = members.find((one) => one.id === convenor)
  const marks = agreement === 'averaged' || !chair ? [] : marksOf(chair.sheet, regime)
  const made = take(
    proposeScores(
      state,
      evolveDraft(NO_DRAFT, { type: 'proposal.drafted', entries: {} }),
      { marks, round: 0, seal: true },
      context,
    ),
  )
  state = follow(
    state,
    made.flatMap((event) => (event.type === 'proposal.drafted' ? [] : [event])),
  )
  for (const { id } of members) {
    if (id === convenor) continue
    expect(state.status).toBe('deliberating')
    state = follow(state, take(agreeToProposal(state, { round: 1 }, { ...context, by: id })))
  }
  if (state.status !== 'decided') throw new Error('not decided')
  return state
}

describe('the deliberation by its rules', () => {
  it('Article 22: comes to the same, in both modes, in whatever order the members sit and agree', () => {
    fc.assert(
      fc.property(seatings, ([members, shuffled, regime, agreement]) => {
        const [one, other] = [decide(members, regime, agreement), decide(shuffled, regime, agreement)]
        expect(other.agreed).toEqual(one.agreed)
        expect(other.final).toBe(one.final)
      }),
    )
  })

  it('Articles 23, 24: closes the ledger of every goal, in both modes', () => {
    fc.assert(
      fc.property(seatings, ([members, , regime, agreement]) => {
        const { goals } = finalOf(decide(members, regime, agreement), REGULATION_DEFAULTS, K)
        for (const { deducted, score, floored } of goals) {
          expect(floored).toBe(false)
          expect(100_00 - deducted).toBe(score)
        }
      }),
    )
  })
})
