/** Whatever anybody does in whatever order: the rules of appeals hold (Articles 22, 29). */
import { describe, expect, it } from 'vitest'
import { isChanging, isOpen } from '../../src/assessment/appeal/rules/appeal.ts'
import { standingDeductions } from '../../src/assessment/appeal/rules/deductions.ts'
import { answeredHow, appealsOf, openAppeal, versionsOf } from '../../src/assessment/rules/answering.ts'
import { type Decided, evolveAssessment } from '../../src/assessment/rules/assessment.ts'
import { receiveFeedback } from '../../src/assessment/rules/receive.ts'
import { after, decided, finalOfModel, type Model, run } from './appeal-walk.ts'

describe('appeals, whatever is done', () => {
  it('a score changes only by the decision of an appeal that changed something, and becomes a new version', () => {
    let changes = 0
    run((before, now) => {
      const decisions = now.appeals.filter(
        (one) => one.status === 'decided' && one.outcome === 'changed',
      ).length
      expect(versionsOf(now.scores)).toHaveLength(1 + decisions)
      if (now.scores.agreed !== before.scores.agreed) {
        changes += 1
        expect(versionsOf(now.scores)).toHaveLength(versionsOf(before.scores).length + 1)
        expect(now.appeals.at(-1)).toMatchObject({
          status: 'decided',
          outcome: 'changed',
          after: finalOfModel(now),
        })
      }
    })
    expect(changes).toBeGreaterThan(10)
  })

  it('every version is kept as it was, for ever', () => {
    run((before, now) => {
      const kept = versionsOf(now.scores).slice(0, versionsOf(before.scores).length)
      const [was, is] = [versionsOf(before.scores), kept].map((list) =>
        list.map((one) => JSON.stringify(one.agreed)),
      )
      expect(is).toEqual(was)
    })
  })

  it('every appeal that was sent is open, or ends kept, changed or withdrawn, and stays so', () => {
    run((before, now) => {
      for (const mark of appealsOf(now.scores)) {
        const appeal = now.appeals[mark.number - 1]
        const how = appeal?.status === 'decided' ? appeal.outcome : appeal?.status
        if (mark.closed) expect(how).toBe(mark.closed.how)
        else expect(appeal && isOpen(appeal)).toBe(true)
      }
      for (const [at, appeal] of before.appeals.entries())
        if (appeal.status === 'decided' || appeal.status === 'withdrawn')
          expect(now.appeals[at]).toEqual(appeal)
    })
  })

  it('one is open at a time, and the feedback says so', () => {
    run((_, now) => {
      const open = now.appeals.filter(isOpen).length
      expect(open).toBe(openAppeal(now.scores) ? 1 : 0)
      expect(answeredHow(now.scores) === 'appealed').toBe(open === 1)
    })
  })

  it('no deduction is ever raised, and no score falls, by an appeal', () => {
    run((before, now) => {
      expect(finalOfModel(now) ?? 0).toBeGreaterThanOrEqual(finalOfModel(before) ?? 0)
      const sum = ({ scores }: Model) =>
        standingDeductions(scores).reduce((total, one) => total + one.points, 0)
      expect(sum(now)).toBeLessThanOrEqual(sum(before))
    })
  })

  it('a change by the group is confirmed by the leading group, and everything decided has a reason for each deduction', () => {
    run((before, now) => {
      const last = now.appeals.at(-1)
      if (last?.status !== 'decided' || before.appeals.at(-1)?.status === 'decided') return
      expect(Object.keys(last.verdicts).toSorted()).toEqual(last.items.map((one) => one.place).toSorted())
      for (const verdict of Object.values(last.verdicts)) expect(verdict.reason).not.toBe('')
      if (isChanging(last.verdicts)) expect(last.decided.by).toBe('L')
    })
  })

  it('what the leading group has heard is not heard again', () => {
    run((before, now) => {
      const last = now.appeals.at(-1)
      if (last?.status !== 'sent' || before.appeals.at(-1)?.status === 'sent') return
      const final = standingDeductions(before.scores).filter((one) => one.heard === 'leaders')
      for (const item of last.items) expect(final.map((one) => one.place)).not.toContain(item.place)
    })
  })

  it('receiving is not agreeing: it takes away no right to appeal', () => {
    const scores = decided([[5_00], [], [], [], [], []])
    const by = {
      id: 'H',
      name: 'H',
      title: '',
      unit: 'JX01',
      roles: [{ role: 'head', scope: 'JX01' }],
      leads: [],
    } as const
    const received = receiveFeedback(
      scores,
      { unit: 'JX01', phase: 'assessment' },
      by,
      '2026-12-02T00:00:00.000Z',
    )
    if ('refusal' in received) throw new Error(received.refusal.code)
    const model = { scores: received.events.reduce(evolveAssessment, scores) as Decided, appeals: [] }
    const drafted = after(
      model,
      { act: 'draft', person: 'H', pick: 1, late: false },
      '2026-12-02T01:00:00.000Z',
    )
    expect(drafted.appeals).toMatchObject([{ status: 'draft' }])
  })
})
