import { describe, expect, it } from 'vitest'
import { assessment } from '../../src/assessment/chapter.ts'
import { sheetForm } from '../../src/assessment/forms/marks.ts'
import { enterPhaseCommand, openYearCommand } from '../../src/policy/commands.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, campus, chooses, codeOf, viewer } from '../policy/campus.ts'
import { goalsOf, seedGoal } from './world.ts'

const UNIT = 'XZ01'

/** A unit of the graded regime with all its goals, in a year whose levels begin at 85 and 60. */
async function campusWithLevels(): Promise<SqliteDatabase> {
  const db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  const levels = { first: 85_00, second: 60_00 }
  expect(await chooses(db, 'OF1', 'scoring', { levels })).toBe('values-chosen')
  await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'assessment', from: 'setting' })
  for (const goal of goalsOf(UNIT)) seedGoal(db, UNIT, goal)
  return db
}

const command = (type: string) => {
  const found = assessment.commands.find((one) => one.type === type)
  if (!found) throw new Error(`no command ${type}`)
  return found
}

/** Every goal with this level and score. */
async function fills(db: SqliteDatabase, by: string, level: 1 | 2 | 3, points: number) {
  const reason = level === 1 ? '' : '没有做完'
  const marks = goalsOf(UNIT).map(({ number: goal }) => ({ goal, level, score: points * 100, reason }))
  return act(db, command('sheet.fill'), by, { year: 2026, unit: UNIT, marks, seal: true })
}

describe('the levels of the year’s policy', () => {
  it('Article 24: are the bands in which members score, and stand on their form', async () => {
    const db = await campusWithLevels()
    const [first] = goalsOf(UNIT)
    const asked = { year: 2026, unit: UNIT, goals: [first?.number ?? 0], asking: 'graded', seal: false }
    const form = JSON.stringify(await sheetForm.spec(db, asked, viewer('AG1')))
    for (const words of ['一级（85–100分）', '二级（60–84分）', '三级（59分以下）'])
      expect(form).toContain(words)
    expect(await fills(db, 'AG1', 1, 84)).toMatchObject({
      refusal: {
        code: 'faulty-marks',
        faults: [{ what: 'outside-band', from: 85_00, to: 100_00 }, {}, {}, {}, {}, {}],
      },
    })
    expect(codeOf(await fills(db, 'AG1', 1, 86))).not.toContain('refused')
    expect(codeOf(await fills(db, 'AG2', 2, 60))).not.toContain('refused')
  })

  it('Article 21: stand from the first sheet on', async () => {
    const db = await campusWithLevels()
    await fills(db, 'AG1', 1, 86)
    const levels = { first: 90_00, second: 70_00 }
    expect(await chooses(db, 'OF1', 'scoring', { levels })).toBe('refused: assessed-year')
  })

  it('Article 22: a mean gets its level by them', async () => {
    const db = await campusWithLevels()
    for (const [by, points] of [
      ['AG1', 90],
      ['AG2', 88],
      ['AG3', 80],
    ] as const)
      await fills(db, by, points >= 85 ? 1 : 2, points)
    await act(db, command('deliberation.open'), 'AG1', { year: 2026, unit: UNIT })
    const page = await assessment.views
      .find((one) => one.name === 'proposal-page')
      ?.render(db, { year: 2026, unit: UNIT, page: 0 }, viewer('AG1'))
    // The mean is 86: of the first level, though below 90.
    expect(JSON.stringify(page)).toContain('"initial":"86"')
    expect(JSON.stringify(page)).toContain('"initial":"1"')
  })
})
