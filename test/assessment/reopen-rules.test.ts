/** Article 22: when a deliberation can come to no decision any more, and how its proposals are numbered after it went back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Deliberating, evolveAssessment, OPEN } from '../../src/assessment/rules/assessment.ts'
import type { Panel } from '../../src/assessment/rules/panel.ts'
import { isStuck } from '../../src/assessment/rules/reopen.ts'
import { AT } from './world.ts'

const WG = ['WG1', 'WG2', 'WG3'] as const
const member = (id: string) => ({ id, name: id })
const sitting = (agreed: readonly string[], live = true): Deliberating => ({
  ...{
    status: 'deliberating',
    regime: 'standard',
    goals: [],
    excused: [],
    recused: [],
    sheets: {},
    quorum: 2,
  },
  ...{ present: WG.map(member), openedBy: member('WG1'), openedAt: AT },
  rounds: live
    ? [
        {
          by: member('WG1'),
          at: AT,
          entries: {},
          objections: [],
          agreed: agreed.map((id) => ({ member: member(id), at: AT })),
        },
      ]
    : [],
})
const panelOf = (...seats: readonly string[]): Panel => ({
  ...{ group: 'WG', name: '工作组', assessors: seats.map(member), convenors: seats, recused: [] },
})

describe('whether a deliberation can still be decided', () => {
  it.each([
    ['all hold their seat', [], WG, false],
    ['as many as the quorum hold it', ['WG1'], ['WG1', 'WG2'], false],
    ['one is left, who agreed already', ['WG1'], ['WG1', 'X'], true],
    ['one is left, whose word would be the second', ['WG1'], ['WG2'], false],
    ['one is left, and nobody agreed', [], ['WG3'], true],
    ['nobody is left, though all but one agreed', ['WG1', 'WG2'], ['X', 'Y'], true],
  ] as const)('%s', (_, agreed, seats, stuck) => {
    expect(isStuck(sitting(agreed), panelOf(...seats))).toBe(stuck)
  })

  it('before a proposal only those who hold a seat count', () => {
    expect(isStuck(sitting([], false), panelOf('WG1'))).toBe(true)
    expect(isStuck(sitting([], false), panelOf('WG1', 'WG2'))).toBe(false)
  })

  it('a seat more never makes it stuck', () => {
    const some = fc.subarray([...WG])
    fc.assert(
      fc.property(some, some, fc.constantFrom(...WG), (agreed, seats, more) => {
        fc.pre(!isStuck(sitting(agreed), panelOf(...seats)))
        expect(isStuck(sitting(agreed), panelOf(...new Set([...seats, more])))).toBe(false)
      }),
    )
  })
})

describe('the state', () => {
  it('numbers proposals on, whatever happened before', () => {
    const { status: _, rounds: __, ...opened } = sitting([], false)
    const events = [
      { type: 'deliberation.opened', ...opened },
      { type: 'proposal.made', by: member('WG1'), at: AT, entries: {} },
      { type: 'deliberation.reopened', by: member('WG1'), at: AT, reason: '调离' },
      { type: 'deliberation.opened', ...opened },
      { type: 'deliberation.reopened', by: member('WG1'), at: AT, reason: '又调离' },
    ] as const
    expect(events.reduce(evolveAssessment, OPEN)).toEqual({
      status: 'open',
      reopened: { by: member('WG1'), at: AT, reason: '又调离', round: 3 },
    })
  })
})
